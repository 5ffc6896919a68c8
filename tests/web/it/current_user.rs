//! Handlers that ask who is signed in.

use crate::driver;
use crate::it::site::Site;

#[tokio::test]
async fn a_route_that_is_not_attached_names_what_is_missing() {
    let mut browser = Site::new().browser();
    browser.app = driver::unattached();

    for path in ["/argument", "/guard", "/token"] {
        let answer = browser.get(path).await;

        assert_eq!(answer.status, 500);
        assert!(answer.body.contains("UserWeb::attach"), "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn as_an_argument_it_is_a_guard() {
    let site = Site::new();
    let mut browser = site.browser();

    browser.get("/me").await.assert_leads_to("/user/sign-in?next=%2Fme");
    assert_eq!(browser.clone().asking_for_json().get("/me").await.status, 401);
    let ada = site.signed_in("ada", &[]).await.get("/me").await.body;
    assert_eq!(ada, "ada admin:false since 2030-01-01 00:00:00 UTC");
    let root = site.signed_in("boss", &["admin"]).await.get("/me").await.body;
    assert!(root.starts_with("boss admin:true"), "{root}");
}

#[tokio::test]
async fn as_an_option_it_may_be_absent() {
    let site = Site::new();

    assert_eq!(site.browser().get("/greet").await.body, "stranger");
    assert_eq!(site.signed_in("ada", &[]).await.get("/greet").await.body, "ada");
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_not_an_absent_user() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    site.store.break_down();

    let answer = ada.get("/greet").await;
    assert_eq!((answer.status, answer.problem()), (503, "unavailable".to_owned()));
    assert_eq!(answer.header("retry-after"), Some("5"));
    assert_eq!(site.browser().get("/greet").await.body, "stranger", "nobody is looked up for a stranger");

    site.store.recover();
    assert_eq!(ada.get("/greet").await.body, "ada");
}

#[tokio::test]
async fn cookies_that_are_not_ours_are_nobodys_and_are_taken_away() {
    let site = Site::new();
    let ada = site.signed_in("ada", &[]).await;
    let good = ada.cookie("session").unwrap().to_owned();
    let device = ada.cookie("device").unwrap().to_owned();
    let cut = good[..good.len() - 2].to_owned();
    site.store.take_calls();

    for value in ["", "x", "AAAA", &cut, &device, &format!("{good}x"), &"a".repeat(6_000)] {
        let mut browser = site.browser();
        browser.jar.insert("user_session".to_owned(), value.to_owned());

        let answer = browser.get("/greet").await;

        assert_eq!(answer.body, "stranger", "{value}");
        assert!(browser.cookie("session").is_none(), "{value}");
    }
    assert!(site.store.take_calls().is_empty(), "garbage is refused before any query");
}
