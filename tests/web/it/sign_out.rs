//! Signing out.

use user_core::settings::Identifiers;

use crate::it::site::Site;

const PAGE: &str = "/user/sign-out";

#[tokio::test]
async fn opening_the_page_signs_nobody_out() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let page = ada.get("/user/sign-out?next=/greet").await;

    page.assert_shows(200, "sign-out");
    assert_eq!(page.form()["next"], "/greet");
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn without_a_token_nobody_is_signed_out() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.post_bare(PAGE, &[("next", "/greet")]).await;

    answer.assert_shows(403, "sign-out");
    assert_eq!(answer.errors(), ["form-expired"]);
    assert_eq!(answer.form()["next"], "/greet");
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn s059_s066_s108_the_button_ends_the_session_for_every_copy_of_the_cookie() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let site = Site::identified_by(identifiers);
        let mut ada = site.signed_in("ada", &[]).await;
        let mut thief = ada.clone();

        let answer = ada.fill(PAGE, &[]).await;

        answer.assert_leads_to("/user/sign-in");
        assert!(ada.cookie("session").is_none());
        assert_eq!(ada.follow(answer).await.notices(), ["notice-signed-out"]);
        assert!(!ada.is_signed_in().await);
        assert!(!thief.is_signed_in().await);
    }
}

#[tokio::test]
async fn other_browsers_stay_signed_in() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut elsewhere = site.browser().signs_in("ada").await;

    ada.fill(PAGE, &[]).await;

    assert!(elsewhere.is_signed_in().await);
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_sent_on() {
    let mut browser = Site::new().browser();
    browser.get("/user/sign-in").await;

    browser.get("/user/sign-out?next=/greet").await.assert_leads_to("/greet");
    browser.post(PAGE, &[]).await.assert_leads_to("/user/sign-in");
}
