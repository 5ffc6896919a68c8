//! `mail`.

use serde_json::json;
use user_testkit::story::Site;
use user_testkit::{MailRefusal, NoThrottle};

use crate::script::{Script, json, names, parsed, refused, say};

/// A site that has given up so many mails.
async fn with_dead_letters(count: usize) -> Site {
    let site = Site::with(|builder| builder.throttle(NoThrottle));
    site.mail.refuse_next(count, MailRefusal::Permanent);
    for number in 0..count {
        site.visitor().registers(&format!("user{number}")).await;
    }
    site.delivers_mail().await;
    site
}

#[test]
fn what_is_to_be_tried_again_is_named_or_is_everything() {
    let nothing = parsed(&["mail", "retry"]).unwrap_err().to_string();

    assert!(nothing.contains("--all") && nothing.contains("ID"), "{nothing}");
    assert!(parsed(&["mail", "retry", "--all", "some-id"]).is_err());
    assert!(parsed(&["mail", "retry", "one-id", "another-id"]).is_ok());
}

#[tokio::test]
async fn a_mail_that_is_not_there_cannot_be_tried_again() {
    let site = Site::new();

    for id in ["nonsense", "01a20599-2c41-7194-92d1-a407296a09ba"] {
        let error = refused(&site, &["mail", "retry", id]).await;
        assert_eq!(error.code(), 1);
        assert!(error.to_string().contains(id));
    }
    assert_eq!(json(&site, &["mail", "list"]).await, json!([]));
}

#[tokio::test]
async fn what_is_there_is_tried_even_if_something_else_is_not() {
    let site = with_dead_letters(1).await;
    let dead = json(&site, &["mail", "list", "--dead"]).await;
    let id = dead[0]["id"].as_str().unwrap();

    let mut script = Script::default();
    let outcome = script.types(&site, &["mail", "retry", "nonsense", id, "--json"]).await;

    assert_eq!(outcome.unwrap_err().code(), 1);
    assert_eq!(script.json(), json!({ "due": [id], "unknown": ["nonsense"] }));
    assert_eq!(json(&site, &["mail", "list", "--dead"]).await, json!([]));
}

#[tokio::test]
async fn a_dead_letter_is_listed_without_its_link() {
    let site = with_dead_letters(1).await;

    let dead = json(&site, &["mail", "list", "--dead"]).await;

    let expected = ["attempts", "created_at", "dead_at", "due_at", "id", "kind", "last_error", "to"];
    assert_eq!(names(&dead[0]), expected);
    assert_eq!(dead[0]["to"], "user0@example.com");
    assert!(dead[0]["last_error"].as_str().unwrap().contains("550"));
    let for_people = say(&site, &["mail", "list", "--dead"]).await;
    assert!(for_people.contains("user0@example.com") && for_people.contains("tried 1"), "{for_people}");
    assert_eq!(json(&site, &["mail", "list"]).await, json!([]));
}

#[tokio::test]
async fn all_dead_letters_are_tried_again_however_many() {
    let count = 130;
    let site = with_dead_letters(count).await;

    let retried = json(&site, &["mail", "retry", "--all"]).await;

    assert_eq!(retried["due"].as_array().unwrap().len(), count);
    assert_eq!(retried["unknown"], json!([]));
    assert_eq!(json(&site, &["mail", "retry", "--all"]).await, json!({ "due": [], "unknown": [] }));
    assert_eq!(json(&site, &["mail", "list", "--limit", "500"]).await.as_array().unwrap().len(), count);
}
