//! Changing the only address, and taking that back.

use user_core::settings::Identifiers;

use crate::it::browser::Browser;
use crate::it::site::{HOUR, OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/change-email";

fn wish<'a>(email: &'a str, password: &'a str) -> [(&'a str, &'a str); 2] {
    [("new_email", email), ("old_password", password)]
}

/// Ada, whose address is `new@example.com` by now, and the link that takes it back.
async fn moved(site: &Site) -> (Browser, String) {
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill(PAGE, &wish("new@example.com", PASSWORD)).await.assert_leads_to("/user/profile");
    let link = site.link_to("new").await;
    ada.fill_linked(&link, &[]).await;
    (ada, site.link_to("ada").await)
}

#[tokio::test]
async fn where_there_are_no_addresses_or_several_there_is_no_such_page() {
    let username_only = Site::identified_by(Identifiers::Username);
    let several = Site::with(|settings| settings.features.multiple_emails = true);
    for site in [username_only, several] {
        let mut ada = site.signed_in("ada", &[]).await;

        assert_eq!(ada.get(PAGE).await.problem(), "not-found");
        assert!(!ada.get("/user/profile").await.body.contains(PAGE));
    }
}

#[tokio::test]
async fn nobody_changes_an_address_without_being_signed_in_lately() {
    let site = Site::with(|settings| settings.lifetimes.fresh = HOUR);
    let mut stranger = site.browser();
    stranger.get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fchange-email");
    let mut ada = site.signed_in("ada", &[]).await;
    site.after(2 * HOUR);

    let again = "/user/sign-in?again=1&next=%2Fuser%2Fchange-email";
    ada.get(PAGE).await.assert_leads_to(again);
    ada.post(PAGE, &wish("new@example.com", PASSWORD)).await.assert_shows(401, "confirm-identity");
}

#[tokio::test]
async fn what_is_wrong_is_told_and_nothing_changes() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let before = site.account("ada").await.unwrap();
    let cases = [
        ("", "", vec!["email-required", "old-password-required"]),
        ("new", PASSWORD, vec!["email-malformed"]),
        ("ADA@example.com", PASSWORD, vec!["email-same"]),
        ("new@example.com", OTHER_PASSWORD, vec!["old-password-wrong"]),
    ];

    for (email, password, expected) in cases {
        let answer = ada.fill(PAGE, &wish(email, password)).await;

        answer.assert_shows(422, "change-email");
        assert_eq!(answer.errors(), expected);
        assert_eq!(answer.field("new_email")["value"], email);
        assert_eq!(answer.field("old_password")["value"], "");
        assert_eq!(answer.data()["address"], "ada@example.com");
    }
    assert_eq!(site.account("ada").await.unwrap().revision, before.revision);
}

#[tokio::test]
async fn a_proven_address_takes_the_place_of_the_present_one() {
    let site = Site::new();
    let (mut ada, _) = moved(&site).await;

    assert!(ada.is_signed_in().await);
    let user = site.account("new").await.unwrap();
    assert_eq!(user.emails.len(), 1);
    assert!(site.account("ada").await.is_none());
    assert_eq!(site.mails_to("new").await, ["confirm_email", "primary_email_changed"]);
}

#[tokio::test]
async fn a_link_that_is_none_leads_to_sign_in_and_looking_changes_nothing() {
    let site = Site::new();
    let (_, undo) = moved(&site).await;
    let mut browser = site.browser();
    let garbage = browser.get("/user/undo-email-change/garbage").await;
    garbage.assert_leads_to_linked("/user/undo-email-change");
    let page = browser.follow(garbage).await;
    page.assert_shows(200, "sign-in");
    assert_eq!(page.notices(), ["notice-link-invalid"]);
    let before = site.contents();

    let opened = browser.get(&undo).await;
    let page = browser.follow(opened).await;

    page.assert_shows(200, "undo-email-change");
    assert_eq!(page.data()["address"], "ada@example.com");
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn an_undo_restores_the_address_and_leads_to_a_new_password() {
    let site = Site::new();
    let (mut thief, undo) = moved(&site).await;
    let mut owner = site.browser();

    let undone = owner.fill_linked(&undo, &[]).await;

    undone.assert_leads_to_linked("/user/reset-password");
    let page = owner.follow(undone).await;
    page.assert_shows(200, "reset-password");
    assert_eq!(page.notices(), ["notice-email-change-undone"]);
    assert!(!thief.is_signed_in().await);
    let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    owner.post("/user/reset-password", &fields).await.assert_leads_to("/user/sign-in");
    let fields = [("username", "ada@example.com"), ("password", OTHER_PASSWORD)];
    owner.fill("/user/sign-in", &fields).await.assert_leads_to("/");
    assert!(site.account("new").await.is_none());

    let mut later = site.browser();
    let again = later.get(&undo).await;
    let again = later.follow(again).await;
    again.assert_shows(200, "sign-in");
    assert_eq!(again.notices(), ["notice-link-used"]);
}

#[tokio::test]
async fn an_undo_goes_on_to_where_the_visitor_wanted_when_the_password_is_new() {
    let site = Site::new();
    let (_, undo) = moved(&site).await;
    let mut owner = site.browser();

    let undone = owner.fill_linked(&format!("{undo}?next=%2Fmembers"), &[]).await;

    undone.assert_leads_to_linked("/user/reset-password?next=%2Fmembers");
    let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    owner
        .fill("/user/reset-password?next=%2Fmembers", &fields)
        .await
        .assert_leads_to("/user/sign-in?next=%2Fmembers");
}
