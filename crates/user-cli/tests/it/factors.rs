//! `user factors` and `user reset-second-step`.

use serde_json::json;
use user_testkit::story::Site;

use crate::script::{json, refused, say};

#[tokio::test]
async fn nobody_who_is_not_there_has_factors() {
    let site = Site::new();

    for action in ["factors", "reset-second-step"] {
        assert_eq!(refused(&site, &["user", action, "nobody"]).await.code(), 1);
    }
}

#[tokio::test]
async fn a_reset_waits_unless_it_is_to_be_at_once() {
    let site = Site::new();
    site.visitor().registers("ada").await.confirms_from_mail().await;
    let none = json!({ "apps": [], "recovery_codes": 0, "trusted_devices": 0, "reset_at": null });
    assert_eq!(json(&site, &["user", "factors", "ada"]).await, none);

    let waits = json(&site, &["user", "reset-second-step", "ada"]).await;
    let at_once = json(&site, &["user", "reset-second-step", "ada", "--at-once"]).await;

    assert!(waits["reset_at"].as_str() > at_once["reset_at"].as_str(), "{waits} {at_once}");
    assert!(say(&site, &["user", "factors", "ada"]).await.contains("recovery codes"));
}
