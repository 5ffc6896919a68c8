//! `secrets`.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use user_cli::CliError;
use user_core::boxes::{BoxFor, BoxLabel, Boxes};
use user_core::domain::{Credential, CredentialId, CredentialKind, CredentialSecret};
use user_core::ports::{Changes, CredentialChange, Store, SystemEntropy};
use user_core::seal::Secret;
use user_testkit::story::Site;

use crate::script::{Script, json, say};

fn secret(byte: u8) -> Secret {
    Secret::new([byte; 32]).unwrap()
}

fn boxed() -> CredentialKind {
    CredentialKind::parse("acme:token").unwrap()
}

/// A site whose secret was replaced, with a credential that each of these secrets closed.
async fn with_boxes_of(secrets: &[u8]) -> (Site, Vec<CredentialId>) {
    let site = Site::with(|builder| builder.earlier_secrets([secret(6)]).boxed_credentials([boxed()]));
    site.visitor().registers("ada").await;
    let ada = site.users.find_user("ada").await.unwrap().unwrap();
    let mut ids = Vec::new();
    for byte in secrets {
        site.clock.advance(Duration::from_millis(1));
        let id = CredentialId::fresh(&site.clock, &SystemEntropy);
        let mut credential = Credential::new(id, ada.id, boxed(), site.users.now());
        let (label, place) = (BoxLabel::Credential(boxed()), BoxFor::credential(&credential));
        let boxes = Boxes::new(secret(*byte), [], Arc::new(SystemEntropy));
        credential.secret = CredentialSecret::new(boxes.close(label, place, b"a secret").unwrap());
        let insert = CredentialChange::Insert(Box::new(credential));
        site.store.commit(Changes::none().with(insert)).await.unwrap();
        ids.push(id);
    }
    (site, ids)
}

#[tokio::test]
async fn secrets_that_cannot_be_read_are_named_and_the_rest_is_renewed() {
    let (site, ids) = with_boxes_of(&[7, 6, 5, 6, 4]).await;
    let mut script = Script::default();

    let error = script.types(&site, &["secrets", "rewrap"]).await.unwrap_err();

    assert_eq!(error.code(), 4);
    let CliError::Incomplete(said) = error else { panic!("{error:?}") };
    assert!(said.ends_with(&format!("{}, {}", ids[2], ids[4])), "{said}");
    let lines: Vec<Vec<&str>> = script.data.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines, [["2", "renewed"], ["1", "current"], ["2", "unreadable"]]);
}

#[tokio::test]
async fn a_check_reports_and_changes_nothing() {
    let (site, _) = with_boxes_of(&[7, 6, 6]).await;
    let expected = json!({ "renewed": 0, "to_renew": 2, "current": 1, "unreadable": [], "unknown": 0, "codes_earlier": 0, "codes_lost": 0 });

    for _ in 0..2 {
        assert_eq!(json(&site, &["secrets", "rewrap", "--check"]).await, expected);
    }
    let said = say(&site, &["secrets", "rewrap", "--check"]).await;
    assert!(said.contains("to be renewed"), "{said}");
}

#[tokio::test]
async fn what_was_renewed_is_current_the_next_time() {
    let (site, _) = with_boxes_of(&[6, 6, 6]).await;
    let counts = |renewed: u32, current: u32| json!({ "renewed": renewed, "to_renew": 0, "current": current, "unreadable": [], "unknown": 0, "codes_earlier": 0, "codes_lost": 0 });

    assert_eq!(json(&site, &["secrets", "rewrap"]).await, counts(3, 0));
    assert_eq!(json(&site, &["secrets", "rewrap"]).await, counts(0, 3));
}

#[tokio::test]
async fn unreadable_ones_are_an_error_for_scripts_too() {
    let (site, ids) = with_boxes_of(&[5]).await;
    let mut script = Script::default();

    let error = script.types(&site, &["secrets", "rewrap", "--check", "--json"]).await.unwrap_err();

    assert_eq!(error.code(), 4);
    assert_eq!(script.json()["unreadable"], json!([ids[0].to_string()]));
}

#[tokio::test]
async fn a_site_without_any_has_nothing_to_renew() {
    let site = Site::new();

    let expected = json!({ "renewed": 0, "to_renew": 0, "current": 0, "unreadable": [], "unknown": 0, "codes_earlier": 0, "codes_lost": 0 });
    assert_eq!(json(&site, &["secrets", "rewrap"]).await, expected);
}
