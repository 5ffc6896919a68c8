//! The whole story of an account, told over JSON.

use axum::http::StatusCode;
use serde_json::json;
use user_testkit::story::{PASSWORD, Site};

use super::client::Client;

const ADDRESS: &str = "ada@example.com";

async fn registered(site: &Site) -> Client {
    let mut ada = Client::of(site);
    let form =
        json!({ "username": "ada", "email": ADDRESS, "password": PASSWORD, "retype_password": PASSWORD });
    let answer = ada.post("/register", form).await;
    assert_eq!((answer.status, &answer.body["next"]), (StatusCode::OK, &json!("confirm_email")));
    ada
}

pub(super) async fn confirmed(site: &Site) -> Client {
    let mut ada = registered(site).await;
    let link = ada.link_from_mail(ADDRESS).await;
    let answer = ada.post("/confirm", json!({ "token": link })).await;
    assert_eq!(answer.body["user"]["name"], "ada", "the browser that registered is signed in");
    ada
}

#[tokio::test]
async fn an_account_is_made_confirmed_left_and_entered_again() {
    let mut ada = confirmed(&Site::new()).await;
    let me = ada.get("/me").await;
    assert_eq!((me.status, &me.body["email"]), (StatusCode::OK, &json!(ADDRESS)));
    assert_eq!(me.headers["cache-control"], "no-store");

    let out = ada.post("/sign-out", json!({})).await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert_eq!(ada.get("/me").await.problem(), "not_signed_in");

    let back = ada.post("/sign-in", json!({ "identifier": ADDRESS, "password": PASSWORD })).await;
    assert_eq!(back.body["next"], "signed_in");
    assert_eq!(ada.get("/me").await.body["name"], "ada");
}

#[tokio::test]
async fn another_browser_that_opens_the_link_is_asked_for_the_password() {
    let site = Site::new();
    let ada = registered(&site).await;
    let link = ada.link_from_mail(ADDRESS).await;

    let mut stranger = Client::of(&site);
    let answer = stranger.post("/confirm", json!({ "token": link })).await;
    assert_eq!(answer.problem(), "invalid");
    assert_eq!(stranger.get("/me").await.status, StatusCode::UNAUTHORIZED);

    let answer = stranger.post("/confirm", json!({ "token": link, "password": PASSWORD })).await;
    assert_eq!(answer.body["user"]["name"], "ada");
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_renews_this_one() {
    let site = Site::new();
    let mut ada = confirmed(&site).await;
    let mut elsewhere = Client::of(&site);
    elsewhere.post("/sign-in", json!({ "identifier": "ada", "password": PASSWORD })).await;
    let before = ada.cookies["user_session"].clone();

    let new = "a much better password";
    let form = json!({ "old_password": PASSWORD, "new_password": new, "retype_password": new });
    let answer = ada.post("/change-password", form).await;

    assert_eq!(answer.status, StatusCode::OK);
    assert_ne!(ada.cookies["user_session"], before);
    assert_eq!(ada.get("/me").await.status, StatusCode::OK);
    assert_eq!(elsewhere.get("/me").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_forgotten_password_is_reset_once_by_mail() {
    let site = Site::new();
    let mut ada = confirmed(&site).await;
    let known = ada.post("/forgot-password", json!({ "email": ADDRESS })).await;
    let unknown = ada.post("/forgot-password", json!({ "email": "nobody@example.com" })).await;
    assert_eq!((known.status, unknown.status), (StatusCode::ACCEPTED, StatusCode::ACCEPTED));
    let new = "yet another good one";
    let form = json!({
        "token": ada.link_from_mail(ADDRESS).await, "new_password": new, "retype_password": new,
    });

    let first = ada.post("/reset-password", form.clone()).await;
    let second = ada.post("/reset-password", form).await;

    assert_eq!(first.body["next"], "sign_in");
    assert_eq!((second.status, second.problem()), (StatusCode::GONE, "link_used"));
    let back = ada.post("/sign-in", json!({ "identifier": "ada", "password": new })).await;
    assert_eq!(back.status, StatusCode::OK);
}

#[tokio::test]
async fn the_session_cookie_is_replaced_once_a_day() {
    let site = Site::with(|builder| {
        builder.configure(|settings| settings.lifetimes.session_idle = settings.lifetimes.session)
    });
    let mut ada = confirmed(&site).await;
    let before = ada.cookies["user_session"].clone();
    site.clock.advance(std::time::Duration::from_hours(25));

    assert_eq!(ada.get("/me").await.status, StatusCode::OK);

    assert_ne!(ada.cookies["user_session"], before);
    assert_eq!(ada.get("/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn only_administrators_see_everybody() {
    let site = Site::new();
    let mut ada = confirmed(&site).await;
    assert_eq!(ada.get("/admin/users").await.problem(), "not_allowed");

    let id = site.users.find_user("ada").await.unwrap().unwrap().id;
    site.users.grant_role(id, "admin").await.unwrap();

    assert_eq!(ada.get("/admin/users").await.body[0]["roles"], json!(["admin"]));
}
