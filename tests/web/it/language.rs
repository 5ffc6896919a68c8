//! Choosing a language at the foot of a page.

use serde_json::json;
use user_core::settings::Settings;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{Site, locale};

async fn chooses(browser: &mut Browser, page: &Answer, language: &str) -> Answer {
    let next = page.data()["site"]["languages"]["next"].as_str().unwrap().to_owned();
    browser.post("/user/language", &[("language", language), ("next", &next)]).await
}

async fn reads(browser: &mut Browser) -> String {
    browser.get("/user/forgot-password").await.header("content-language").unwrap().to_owned()
}

#[tokio::test]
async fn a_language_that_is_not_offered_is_refused_and_changes_nothing() {
    let site = Site::new();
    let mut browser = site.browser();
    let page = browser.get("/user/sign-in").await;

    for unknown in ["", "fr", "nl-BE", "nl; Path=/", "../nl"] {
        let answer = chooses(&mut browser, &page, unknown).await;
        assert_eq!((answer.status, answer.set_cookie("language")), (422, None), "{unknown:?}");
    }

    assert_eq!(reads(&mut browser).await, "en");
}

#[tokio::test]
async fn another_site_cannot_choose() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    let answer = browser.post_bare("/user/language", &[("language", "nl")]).await;

    assert_eq!((answer.status, answer.set_cookie("language")), (403, None));
}

#[tokio::test]
async fn a_cookie_that_names_no_language_on_offer_is_ignored() {
    let site = Site::new();
    for made_up in ["fr", "xx-nonsense", "%00", "en\""] {
        let mut browser = site.browser().saying("cookie", &format!("user_language={made_up}"));
        assert_eq!(reads(&mut browser).await, "en", "{made_up:?}");
    }
}

#[tokio::test]
async fn where_there_is_one_language_or_no_choice_there_is_no_form_and_no_page() {
    let one = |settings: &mut Settings| settings.languages.offered = vec![locale("en")];
    let none = |settings: &mut Settings| settings.features.choose_language = false;
    for site in [Site::with(one), Site::with(none)] {
        let mut browser = site.browser();

        let page = browser.get("/user/sign-in").await;
        let answer = browser.post("/user/language", &[("language", "nl")]).await;

        assert_eq!(page.data()["site"]["languages"], json!(null));
        assert_eq!(answer.status, 404);
    }
}

#[tokio::test]
async fn a_visitor_chooses_for_this_browser_and_comes_back_to_the_page() {
    let site = Site::new();
    let mut browser = site.browser();
    let page = browser.get("/user/sign-in?next=%2Fmembers").await;
    let offered = page.data()["site"]["languages"]["offered"].clone();
    assert_eq!(offered[0], json!({"tag": "en", "name": "English", "selected": true}));
    assert_eq!(offered[1], json!({"tag": "nl", "name": "Nederlands", "selected": false}));

    let answer = chooses(&mut browser, &page, "nl").await;

    answer.assert_leads_to("/user/sign-in?next=%2Fmembers");
    let cookie = answer.set_cookie("language").unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    assert!(cookie.contains("Max-Age=31536000"), "{cookie}");
    assert_eq!(reads(&mut browser).await, "nl");
    assert_eq!(reads(&mut site.browser()).await, "en");
}

#[tokio::test]
async fn whoever_registers_then_has_that_language() {
    let site = Site::new();
    let mut browser = site.browser();
    let page = browser.get("/user/register").await;
    chooses(&mut browser, &page, "nl").await;

    browser.registers("ada").await;

    assert_eq!(site.account("ada").await.unwrap().locale, Some(locale("nl")));
}

#[tokio::test]
async fn whoever_is_signed_in_chooses_for_the_account() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get("/user/profile").await;

    chooses(&mut ada, &page, "nl").await.assert_leads_to("/user/profile");

    assert_eq!(site.account("ada").await.unwrap().locale, Some(locale("nl")));
    let mut elsewhere = site.browser().signs_in("ada").await;
    assert_eq!(reads(&mut elsewhere).await, "nl");
}

#[tokio::test]
async fn whoever_leaves_it_to_the_browser_on_the_profile_is_not_held_to_an_earlier_choice() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get("/user/profile").await;
    chooses(&mut ada, &page, "nl").await;

    ada.fill("/user/edit-profile", &[("language", "")]).await.assert_leads_to("/user/profile");

    assert_eq!(ada.cookie("language"), None);
    assert_eq!(reads(&mut ada).await, "en");
}

#[tokio::test]
async fn the_form_on_an_answer_leads_back_to_a_page_that_can_be_shown() {
    let site = Site::new();
    let mut browser = site.browser();
    let refused = browser.fill("/user/sign-in", &[("username", ""), ("password", "")]).await;
    assert_eq!(refused.data()["site"]["languages"]["next"], "/user/sign-in");

    for elsewhere in ["//evil.test", "https://evil.test", "/\\evil.test", ""] {
        let answer = browser.post("/user/language", &[("language", "nl"), ("next", elsewhere)]).await;
        answer.assert_leads_to("/");
    }
}
