//! What is refused, and how that is said.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use user_testkit::story::{PASSWORD, Site};

use super::client::Client;
use super::story::confirmed;

#[tokio::test]
async fn all_that_is_wrong_with_a_form_is_told_at_once() {
    let answer = Client::of(&Site::new()).post("/register", json!({ "username": "a", "email": "x" })).await;

    assert_eq!((answer.status, answer.problem()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    let violations = answer.body["violations"].as_array().unwrap();
    assert_eq!(violations[0], json!({ "field": "username", "code": "username.too_short", "min": 3 }));
    let codes: Vec<_> = violations.iter().map(|violation| violation["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["username.too_short", "email.malformed", "password.required"]);
}

#[tokio::test]
async fn unknown_names_and_wrong_passwords_get_one_answer() {
    let site = Site::new();
    confirmed(&site).await;
    let mut stranger = Client::of(&site);

    let wrong = stranger.post("/sign-in", json!({ "identifier": "ada", "password": "not this one" })).await;
    let unknown = stranger.post("/sign-in", json!({ "identifier": "bob", "password": "not this one" })).await;

    assert_eq!(wrong.problem(), "invalid");
    assert_eq!((wrong.status, wrong.body), (unknown.status, unknown.body));
}

#[tokio::test]
async fn a_throttled_client_is_told_when_to_come_back() {
    let site = Site::new();
    confirmed(&site).await;
    let mut stranger = Client::of(&site);
    let guess = json!({ "identifier": "ada", "password": "not this one" });
    for _ in 0..5 {
        assert_eq!(stranger.post("/sign-in", guess.clone()).await.problem(), "invalid");
    }

    let answer = stranger.post("/sign-in", guess).await;

    assert_eq!((answer.status, answer.problem()), (StatusCode::TOO_MANY_REQUESTS, "throttled"));
    assert_eq!(answer.headers[header::RETRY_AFTER], "2");
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let mut ada = confirmed(&Site::new()).await;

    for kind in ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"] {
        let forged = Request::post("/sign-out").header(header::CONTENT_TYPE, kind);
        let answer = ada.send(forged, Body::from("{}")).await;
        assert_eq!((answer.status, answer.problem()), (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json"));
    }
    let bare = ada.send(Request::post("/sign-out"), Body::empty()).await;

    assert_eq!(bare.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(ada.get("/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_not_repeated() {
    let answer = Client::of(&Site::new()).post("/sign-in", json!({ "password": PASSWORD })).await;

    assert_eq!((answer.status, answer.problem()), (StatusCode::BAD_REQUEST, "bad_request"));
    assert!(!answer.body.to_string().contains(PASSWORD));
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let answer = Client::of(&Site::new()).post("/sign-in", json!({ "identifier": "a".repeat(20_000) })).await;

    assert_eq!(answer.problem(), "too_large");
}

#[tokio::test]
async fn what_is_not_there_and_a_link_of_nobody_are_not_found() {
    let mut stranger = Client::of(&Site::new());

    assert_eq!(stranger.get("/nothing").await.problem(), "not_found");
    assert_eq!(stranger.post("/confirm", json!({ "token": "nonsense" })).await.problem(), "link_invalid");
}
