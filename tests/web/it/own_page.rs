//! A page of the app's own that calls a flow itself, in the place of one of ours.

use user_web::Page;

use crate::driver::pages_and;
use crate::it::site::{MINUTE, Own, PASSWORD, Site};

/// Where signing in is the app's own affair, and everything else ours.
fn site() -> Site {
    Site::built(
        |builder| builder,
        |web| web.leave_out(Page::SignIn).leave_out(Page::SignInOrRegister),
        pages_and(&[("/user/sign-in", Own::SignIn)]),
    )
}

#[tokio::test]
async fn a_form_that_is_not_ours_never_reaches_an_own_page() {
    let site = site();
    site.member("ada", &[]).await;
    let mut browser = site.browser();

    let fields = [("who", "ada"), ("password", PASSWORD)];
    assert_eq!(browser.post_bare("/user/sign-in", &fields).await.problem(), "cookies");
    browser.get("/page").await;
    assert_eq!(browser.post_bare("/user/sign-in", &fields).await.problem(), "csrf");

    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn an_own_page_refuses_throttles_and_fails_as_ours_do() {
    let site = site();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/user/sign-in").await.assert_shows(200, "own-sign-in");

    let wrong = [("who", "ada"), ("password", "not this one")];
    for _ in 0..5 {
        browser.post("/user/sign-in", &wrong).await.assert_shows(422, "own-sign-in");
    }
    let throttled = browser.post("/user/sign-in", &wrong).await;
    site.store.break_down();
    let failed = browser.post("/user/sign-in", &[("who", "bob"), ("password", PASSWORD)]).await;

    assert_eq!(
        (throttled.problem().as_str(), throttled.header("retry-after")),
        ("too-many-requests", Some("2"))
    );
    assert_eq!(failed.problem(), "unavailable");
}

#[tokio::test]
async fn an_own_page_leads_to_no_other_site() {
    let site = site();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    let fields = [("who", "ada"), ("password", PASSWORD), ("next", "https://evil.example/")];
    browser.post("/user/sign-in", &fields).await.assert_leads_to("/page");
}

#[tokio::test]
async fn an_own_page_signs_in_and_ours_know_of_it() {
    let site = site();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/members").await.assert_leads_to("/user/sign-in?next=%2Fmembers");
    browser.get("/user/sign-in").await;

    let fields = [("who", "ada"), ("password", PASSWORD), ("next", "/page")];
    let signed_in = browser.post("/user/sign-in", &fields).await;

    signed_in.assert_leads_to("/page");
    assert!(signed_in.set_cookie("session").unwrap().contains("HttpOnly"));
    let page = browser.get("/page").await;
    assert_eq!(
        (page.notices(), &page.data()["site"]["user"]),
        (vec!["notice-signed-in".to_owned()], &"ada".into())
    );
    browser.get("/user/profile").await.assert_shows(200, "profile");
    browser.fill("/user/sign-out", &[]).await.assert_leads_to("/user/sign-in");
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn whoever_must_prove_the_password_again_is_sent_to_the_own_page() {
    let site = site();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;
    browser.post("/user/sign-in", &[("who", "ada"), ("password", PASSWORD)]).await;
    browser.get("/page").await;
    site.after(6 * MINUTE);

    browser.get("/fresh").await.assert_leads_to("/user/sign-in?again=1&next=%2Ffresh");
    browser.post("/fresh", &[("note", "x")]).await.assert_leads_to("/user/sign-in?again=1");
}
