//! `user sessions` and `user sign-out`.

use serde_json::json;
use user_testkit::story::Site;

use crate::script::{json, names, refused, say};

#[tokio::test]
async fn nobody_who_is_not_there_is_signed_out() {
    let site = Site::new();

    for action in ["sessions", "sign-out"] {
        assert_eq!(refused(&site, &["user", action, "nobody"]).await.code(), 1);
    }
}

#[tokio::test]
async fn sessions_are_listed_without_what_a_cookie_holds_and_end_together() {
    let site = Site::new();
    let ada = site.visitor().registers("ada").await.confirms_from_mail().await.signs_in().await;
    ada.in_another_browser().signs_in().await;

    let listed = json(&site, &["user", "sessions", "ada"]).await;
    let for_people = say(&site, &["user", "sessions", "ada"]).await;
    let ended = json(&site, &["user", "sign-out", "ada"]).await;

    assert!(!listed.as_array().unwrap().is_empty());
    let expected = ["address", "created_at", "expires_at", "id", "last_seen_at", "user_agent"];
    assert_eq!(names(&listed[0]), expected);
    assert!(for_people.contains(listed[0]["id"].as_str().unwrap()), "{for_people}");
    assert_eq!(ended, listed);
    assert_eq!(json(&site, &["user", "sessions", "ada"]).await, json!([]));
}
