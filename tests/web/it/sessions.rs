//! Where the user is signed in, and ending it there.

use serde_json::Value;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{MINUTE, Site};

const PAGE: &str = "/user/sessions";

/// A signed-in browser, and another one of the same user.
async fn two(site: &Site) -> (Browser, Browser) {
    site.member("ada", &[]).await;
    let phone = site.browser().saying("user-agent", "Phone/1").signs_in("ada").await;
    site.after(MINUTE);
    let laptop = site.browser().saying("user-agent", "Laptop/2").signs_in("ada").await;
    (laptop, phone)
}

fn listed(page: &Answer) -> Vec<Value> {
    page.assert_shows(200, "sessions");
    page.data()["sessions"].as_array().unwrap().clone()
}

#[tokio::test]
async fn nobody_sees_or_ends_sessions_without_being_signed_in() {
    let mut browser = Site::new().browser();
    browser.get("/user/sign-in").await;

    browser.get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fsessions");
    browser.post("/user/sessions/others", &[]).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn without_a_token_no_session_ends() {
    let site = Site::new();
    let (mut laptop, mut phone) = two(&site).await;

    let answer = laptop.post_bare("/user/sessions/others", &[]).await;

    assert_eq!((answer.status, answer.problem()), (403, "csrf".to_owned()));
    assert!(phone.is_signed_in().await);
}

#[tokio::test]
async fn the_session_of_somebody_else_is_not_ended() {
    let site = Site::new();
    let mut eve = site.signed_in("eve", &[]).await;
    let (mut laptop, mut phone) = two(&site).await;
    let others = listed(&laptop.get(PAGE).await);
    let path = others.iter().find_map(|session| session["revoke"].as_str()).unwrap();
    eve.get(PAGE).await;

    let answer = eve.post(path, &[]).await;

    answer.assert_leads_to(PAGE);
    assert!(phone.is_signed_in().await, "told nothing, and nothing done");
}

#[tokio::test]
async fn what_is_no_session_is_not_there() {
    let site = Site::new();
    let (mut laptop, _) = two(&site).await;
    laptop.get(PAGE).await;

    assert_eq!(laptop.post("/user/sessions/nonsense", &[]).await.problem(), "not-found");
    assert_eq!(laptop.get("/user/sessions/others").await.problem(), "method-not-allowed");
    let deeper = laptop.post("/user/sessions/a/b", &[]).await;
    assert_eq!(deeper.problem(), "not-found");
}

#[tokio::test]
async fn every_session_is_listed_latest_first_and_this_one_marked() {
    let site = Site::new();
    let (mut laptop, _) = two(&site).await;

    let sessions = listed(&laptop.get(PAGE).await);

    let seen: Vec<_> = sessions.iter().map(|s| (s["user_agent"].clone(), s["current"].clone())).collect();
    assert_eq!(seen, [("Laptop/2".into(), true.into()), ("Phone/1".into(), false.into())]);
    assert_eq!(sessions[0]["address"], "192.0.2.1");
    assert_eq!(sessions[0]["created_at"], "2030-01-01T00:01:00Z");
    assert_eq!(sessions[0]["created"], "2030-01-01 00:01 UTC");
    assert!(sessions[0]["revoke"].is_null(), "the current one is ended by signing out");
    let cookie = laptop.cookie("session").unwrap().to_owned();
    assert!(!laptop.get(PAGE).await.body.contains(&cookie));
}

#[tokio::test]
async fn one_session_is_ended_and_the_others_go_on() {
    let site = Site::new();
    let (mut laptop, mut phone) = two(&site).await;
    let mut tablet = site.browser().saying("user-agent", "Tablet/3").signs_in("ada").await;
    let sessions = listed(&laptop.get(PAGE).await);
    let of_phone = sessions.iter().find(|session| session["user_agent"] == "Phone/1").unwrap();

    let answer = laptop.post(of_phone["revoke"].as_str().unwrap(), &[]).await;

    answer.assert_leads_to(PAGE);
    assert_eq!(laptop.follow(answer).await.notices(), ["notice-session-revoked"]);
    assert!(!phone.is_signed_in().await);
    assert!(tablet.is_signed_in().await && laptop.is_signed_in().await);
}

#[tokio::test]
async fn all_others_are_ended_at_once() {
    let site = Site::new();
    let (mut laptop, mut phone) = two(&site).await;
    let page = laptop.get(PAGE).await;
    assert_eq!(page.data()["revoke_others"], "/user/sessions/others");

    let answer = laptop.post("/user/sessions/others", &[]).await;

    answer.assert_leads_to(PAGE);
    let page = laptop.follow(answer).await;
    assert_eq!(page.notices(), ["notice-sessions-revoked"]);
    assert_eq!(listed(&page).len(), 1);
    assert_eq!(page.data()["revoke_others"], "/user/sessions/others", "a copied cookie is not listed");
    assert!(!phone.is_signed_in().await && laptop.is_signed_in().await);
}
