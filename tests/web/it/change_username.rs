//! Changing the username.

use user_core::settings::Identifiers;

use crate::it::site::{HOUR, PASSWORD, Site};

const PAGE: &str = "/user/change-username";

#[tokio::test]
async fn nobody_changes_a_username_without_being_signed_in() {
    let mut browser = Site::new().browser();
    browser.get("/user/sign-in").await;

    browser.get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fchange-username");
    let posted = browser.post(PAGE, &[("new_username", "eve")]).await;
    posted.assert_leads_to("/user/sign-in?next=%2Fuser%2Fchange-username");
}

/// S039–S043: what is wrong is told, what was typed stays, and nothing changes.
#[tokio::test]
async fn what_is_wrong_is_told_and_nothing_changes() {
    let site = Site::new();
    site.member("grace", &[]).await;
    let mut ada = site.signed_in("ada", &[]).await;
    let before = site.account("ada").await.unwrap();
    let cases = [
        ("", PASSWORD, vec!["username-required"]),
        ("ab", PASSWORD, vec!["username-too-short"]),
        ("Grace", PASSWORD, vec!["username-taken"]),
        ("root", PASSWORD, vec!["username-reserved"]),
        ("countess", "", vec!["old-password-required"]),
        ("countess", "wrong", vec!["old-password-wrong"]),
        ("a b", "", vec!["username-bad-characters", "old-password-required"]),
    ];

    for (new, password, expected) in cases {
        let answer = ada.fill(PAGE, &[("new_username", new), ("old_password", password)]).await;

        answer.assert_shows(422, "change-username");
        assert_eq!(answer.errors(), expected);
        assert_eq!(answer.field("new_username")["value"], new);
        assert_eq!(answer.field("old_password")["value"], "");
    }
    let after = site.account("ada").await.unwrap();
    assert_eq!((after.username, after.revision), (before.username, before.revision));
}

#[tokio::test]
async fn where_there_are_no_usernames_there_is_no_such_page() {
    let site = Site::identified_by(Identifiers::Email);
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    ada.fill("/user/sign-in", &[("email", "ada@example.com"), ("password", PASSWORD)]).await;

    assert_eq!(ada.get(PAGE).await.problem(), "not-found");
    assert!(!ada.get("/user/profile").await.body.contains(PAGE));
}

#[tokio::test]
async fn whoever_signed_in_long_ago_proves_the_password_first() {
    let site = Site::with(|settings| settings.lifetimes.fresh = HOUR);
    let mut ada = site.signed_in("ada", &[]).await;
    site.after(2 * HOUR);

    let answer = ada.get(PAGE).await;

    answer.assert_leads_to("/user/sign-in?again=1&next=%2Fuser%2Fchange-username");
}

#[tokio::test]
async fn s065_s103_a_new_name_is_kept_and_signs_in() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let site = Site::identified_by(identifiers);
        let mut ada = site.signed_in("ada", &[]).await;
        let page = ada.get(PAGE).await;
        page.assert_shows(200, "change-username");
        assert_eq!(page.field("new_username")["value"], "ada");

        let answer = ada.fill(PAGE, &[("new_username", "Countess"), ("old_password", PASSWORD)]).await;

        answer.assert_leads_to("/user/profile");
        let profile = ada.follow(answer).await;
        assert_eq!(profile.data()["profile"]["username"], "Countess");
        let notices = profile.data()["site"]["notices"].clone();
        let named = |notice: &&serde_json::Value| notice["message"]["id"] == "notice-username-changed";
        let notice = notices.as_array().unwrap().iter().find(named).unwrap();
        assert_eq!(notice["message"]["args"]["username"], "Countess");
        assert!(site.browser().signs_in("countess").await.is_signed_in().await);
        assert_eq!(site.browser().sign_in_with("ada", PASSWORD).await.status, 422);
    }
}

#[tokio::test]
async fn a_change_of_capitals_alone_is_a_change() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    ada.fill(PAGE, &[("new_username", "ADA"), ("old_password", PASSWORD)]).await;

    assert_eq!(ada.get("/greet").await.body, "ADA");
}
