//! Whole stories, page by page.

use crate::it::site::{DAY, OTHER_PASSWORD, PASSWORD, Site};

#[tokio::test]
async fn from_the_first_visit_to_a_forgotten_password() {
    let site = Site::new();
    let mut ada = site.browser();

    // A member's page leads to the sign-in page, that to registration, and that to a mail.
    let turned_away = ada.get("/members").await;
    ada.follow(turned_away).await.assert_shows(200, "sign-in");
    let registered = ada.registers("ada").await;
    ada.follow(registered).await.assert_shows(200, "check-email");
    let link = site.link_to("ada").await;

    // A mail scanner opens the link first: nothing happens.
    let mut scanner = site.browser();
    let opened = scanner.get(&link).await;
    scanner.follow(opened).await.assert_shows(200, "confirm-email");
    assert!(!scanner.is_signed_in().await);

    // The button, in the browser that registered.
    ada.fill_linked(&link, &[("next", "/members")]).await.assert_leads_to("/members");
    assert_eq!(ada.get("/members").await.body, "let in");

    // A second browser; then everything is changed.
    let mut phone = site.browser().signs_in("ada").await;
    let names = [("new_username", "countess"), ("old_password", PASSWORD)];
    ada.fill("/user/change-username", &names).await.assert_leads_to("/user/profile");
    assert_eq!(phone.get("/greet").await.body, "countess");
    let fields =
        [("old_password", PASSWORD), ("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    ada.fill("/user/change-password", &fields).await.assert_leads_to("/user/profile");
    assert!(!phone.is_signed_in().await);
    ada.fill("/user/sign-out", &[]).await.assert_leads_to("/user/sign-in");

    // Forgotten, reset by mail, and in again.
    site.deliver().await;
    ada.fill("/user/forgot-password", &[("email", "ada@example.com")])
        .await
        .assert_leads_to("/user/check-email");
    let link = site.link_to("ada").await;
    let fields = [("new_password", PASSWORD), ("retype_password", PASSWORD)];
    ada.fill_linked(&link, &fields).await.assert_leads_to("/user/sign-in");
    assert_eq!(ada.sign_in_with("countess", OTHER_PASSWORD).await.status, 422);
    assert!(ada.signs_in("countess").await.is_signed_in().await);
    let mails = site.mails_to("ada").await;
    assert_eq!(
        mails,
        ["registered", "username_changed", "password_changed", "forgot_password", "password_changed"]
    );
}

#[tokio::test]
async fn whoever_registers_with_the_address_of_another_learns_nothing_and_gets_nothing() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut eve = site.browser();
    let fields = [
        ("username", "eve"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];

    eve.fill("/user/register", &fields).await.assert_leads_to("/user/check-email");

    assert_eq!(eve.sign_in_with("eve", PASSWORD).await.status, 422);
    assert!(ada.is_signed_in().await);
    assert_eq!(site.mails_to("ada").await, ["already_registered"]);
}

#[tokio::test]
async fn an_address_that_nobody_proved_is_free_for_its_owner() {
    let site = Site::new();
    let mut squatter = site.browser();
    squatter.registers("ada").await;
    let old_link = site.link_to("ada").await;
    let mut owner = site.browser();
    let fields = [
        ("username", "lovelace"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];
    owner.fill("/user/register", &fields).await.assert_leads_to("/user/check-email");
    let link = site.link_to("ada").await;

    owner.fill_linked(&link, &[]).await.assert_leads_to("/");

    assert!(owner.is_signed_in().await);
    let opened = squatter.get(&old_link).await;
    assert_eq!(opened.status, 303);
    let page = squatter.follow(opened).await;
    assert_eq!(page.template(), Some("sign-in"));
    assert!(!squatter.is_signed_in().await);
}

#[tokio::test]
async fn a_session_ends_everywhere_when_an_administrator_says_so() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &["admin"]).await;
    let id = site.account("ada").await.unwrap().id;

    site.users.disable_user(id).await.unwrap();
    ada.get("/admin").await.assert_leads_to("/user/sign-in?next=%2Fadmin");
    assert_eq!(ada.sign_in_with("ada", PASSWORD).await.errors(), ["form-disabled"]);

    site.users.enable_user(id).await.unwrap();
    site.after(DAY);
    assert_eq!(ada.signs_in("ada").await.get("/admin").await.body, "let in");
}
