//! `purge`.

use serde_json::json;
use user_testkit::story::Site;

use crate::script::{json, say};

#[tokio::test]
async fn nothing_goes_where_nothing_has_expired() {
    let site = Site::new();
    site.visitor().registers("ada").await;

    assert_eq!(json(&site, &["purge"]).await, json!({ "gone": 0 }));
    assert_eq!(json(&site, &["user", "list"]).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_has_expired_goes_and_is_counted() {
    let site = Site::new();
    site.visitor().registers("ada").await;
    site.clock.advance(site.users.settings().lifetimes.pending_users * 2);

    let said = say(&site, &["purge"]).await;

    assert!(
        said.ends_with("rows and pictures that had expired are gone\n") && !said.starts_with('0'),
        "{said}"
    );
    assert_eq!(json(&site, &["user", "list"]).await, json!([]));
}
