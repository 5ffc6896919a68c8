//! Changing the password.

use user_core::settings::Identifiers;

use crate::it::site::{HOUR, OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/change-password";
const GOOD: [(&str, &str); 3] =
    [("old_password", PASSWORD), ("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

#[tokio::test]
async fn nobody_changes_a_password_without_being_signed_in() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    browser.get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fchange-password");
    browser.post(PAGE, &GOOD).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fchange-password");
}

/// S044–S048: what is wrong is told, and nothing changes.
#[tokio::test]
async fn what_is_wrong_is_told_and_nothing_changes() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let before = site.contents();
    let cases = [
        (["", OTHER_PASSWORD, OTHER_PASSWORD], vec!["old-password-required"]),
        (["wrong", OTHER_PASSWORD, OTHER_PASSWORD], vec!["old-password-wrong"]),
        ([PASSWORD, "", ""], vec!["password-required"]),
        ([PASSWORD, "password", "password"], vec!["password-too-common"]),
        ([PASSWORD, OTHER_PASSWORD, "another"], vec!["retype-password-mismatch"]),
        (["", "", "x"], vec!["old-password-required", "password-required", "retype-password-mismatch"]),
    ];

    for ([old, new, retyped], expected) in cases {
        let fields = [("old_password", old), ("new_password", new), ("retype_password", retyped)];
        let answer = ada.fill(PAGE, &fields).await;

        answer.assert_shows(422, "change-password");
        assert_eq!(answer.errors(), expected);
        for field in ["old_password", "new_password", "retype_password"] {
            assert_eq!(answer.field(field)["value"], "");
        }
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn a_page_that_is_off_is_not_there_and_nothing_leads_to_it() {
    let site = Site::with(|settings| settings.features.change_password = false);
    let mut ada = site.signed_in("ada", &[]).await;
    let profile = ada.get("/user/profile").await;

    assert_eq!(ada.get(PAGE).await.problem(), "not-found");
    assert_eq!(ada.post(PAGE, &GOOD).await.problem(), "not-found");
    assert!(!profile.body.contains(PAGE));
}

#[tokio::test]
async fn whoever_signed_in_long_ago_proves_the_password_first_and_comes_back() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    let fields = [("username", "ada"), ("password", PASSWORD), ("remember_me", "true")];
    ada.fill("/user/sign-in", &fields).await;
    ada.get(PAGE).await.assert_shows(200, "change-password");
    site.after(13 * HOUR);

    let posted = ada.post(PAGE, &GOOD).await;
    posted.assert_leads_to("/user/sign-in?again=1&next=%2Fuser%2Fchange-password");
    let asked = ada.get(PAGE).await;
    asked.assert_leads_to("/user/sign-in?again=1&next=%2Fuser%2Fchange-password");
    let page = ada.follow_once(&asked).await;
    page.assert_shows(200, "confirm-identity");
    assert_eq!(page.form()["account"], "ada", "known, so not to be typed again");
    assert_eq!(page.notices(), ["notice-sign-in-again"]);

    let fields = [("username", "ada"), ("password", PASSWORD), ("next", PAGE)];
    let back = ada.post("/user/sign-in", &fields).await;
    back.assert_leads_to(PAGE);
    ada.follow(back).await.assert_shows(200, "change-password");
}

#[tokio::test]
async fn s058_s064_s102_a_new_password_replaces_the_old_one() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let site = Site::identified_by(identifiers);
        let mut ada = site.signed_in("ada", &[]).await;
        ada.get(PAGE).await.assert_shows(200, "change-password");

        let answer = ada.fill(PAGE, &GOOD).await;

        answer.assert_leads_to("/user/profile");
        assert_eq!(ada.follow(answer).await.notices(), ["notice-password-changed"]);
        assert_eq!(site.browser().sign_in_with("ada", PASSWORD).await.status, 422);
        assert_eq!(site.browser().sign_in_with("ada", OTHER_PASSWORD).await.status, 303);
    }
}

#[tokio::test]
async fn every_other_browser_is_out_and_this_one_has_another_session() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut elsewhere = site.browser().signs_in("ada").await;
    let mut thief = ada.clone();
    let before = ada.cookie("session").unwrap().to_owned();

    ada.fill(PAGE, &GOOD).await.assert_leads_to("/user/profile");

    assert!(ada.is_signed_in().await);
    assert_ne!(ada.cookie("session").unwrap(), before);
    assert!(!elsewhere.is_signed_in().await);
    assert!(!thief.is_signed_in().await);
    assert_eq!(site.mails_to("ada").await, ["password_changed"]);
}

#[tokio::test]
async fn password_managers_find_the_page_by_its_well_known_url() {
    let mut anybody = Site::new().browser();

    anybody.get("/.well-known/change-password").await.assert_leads_to("/user/change-password");
    let nonsense =
        anybody.get("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200").await;
    assert_eq!(nonsense.status, 404);
    let off = Site::with(|settings| settings.features.change_password = false);
    assert_eq!(off.browser().get("/.well-known/change-password").await.problem(), "not-found");
}
