//! What programs are told that ask for JSON, where people are led on to another page with a message.

use user_core::settings::{InvitationMode, Settings};

use crate::it::browser::{Answer, Browser};
use crate::it::site::{PASSWORD, Site, address};

fn several(settings: &mut Settings) {
    settings.features.multiple_emails = true;
    settings.invitations.mode = InvitationMode::Optional;
}

fn assert_told(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status, &answer.json()["code"]), (status, &code.into()));
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.json()["status"], status);
    assert!(answer.json()["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
}

/// The same visitor as a program.
fn program(browser: &Browser) -> Browser {
    browser.clone().asking_for_json()
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_a_problem_and_no_redirect() {
    let site = Site::with(several);
    let mut visitor = site.browser();
    visitor.get("/user/sign-in").await;

    for (page, code) in [
        ("confirm-email", "link-invalid"),
        ("reset-password", "link-invalid"),
        ("undo-email-change", "link-invalid"),
        ("accept-invitation", "invitation-invalid"),
    ] {
        let page = format!("/user/{page}");
        assert_told(&program(&visitor).get(&page).await, 404, code);
        let posted = program(&visitor).post(&page, &[]).await;
        match code {
            // Whoever accepts is signed in.
            "invitation-invalid" => assert_told(&posted, 401, "unauthenticated"),
            _ => assert_told(&posted, 404, code),
        }
    }
    let fields = [("new_password", PASSWORD), ("retype_password", PASSWORD)];
    assert_told(&program(&visitor).post("/user/reset-password", &fields).await, 404, "link-invalid");
    let fields = [("invite_token", "nothing"), ("username", "eve"), ("password", PASSWORD)];
    let fields = [&fields[..], &[("retype_password", PASSWORD)]].concat();
    assert_told(&program(&visitor).post("/user/register", &fields).await, 404, "invitation-invalid");
}

#[tokio::test]
async fn a_link_that_was_used_is_told_as_that() {
    let site = Site::new();
    let mut ada = site.browser();
    ada.registers("ada").await;
    let link = site.link_to("ada").await;
    ada.fill_linked(&link, &[]).await;
    ada.get("/user/profile").await;

    let opened = program(&ada).get(&link).await;
    assert_eq!(opened.status, 303, "the token leaves the URL for everybody");
    let mut again = program(&ada);
    again.get(&link).await;

    assert_told(&again.get("/user/confirm-email").await, 404, "link-used");
    again.get(&link).await;
    assert_told(&again.post("/user/confirm-email", &[]).await, 404, "link-used");
}

#[tokio::test]
async fn who_must_be_invited_first_is_forbidden_to_register() {
    let site = Site::with(|settings| settings.invitations.mode = InvitationMode::Required);
    let mut visitor = site.browser();
    visitor.get("/user/sign-in").await;

    assert_told(&program(&visitor).get("/user/register").await, 403, "invitation-required");
    let email = address("ada");
    let fields =
        [("username", "ada"), ("email", &email), ("password", PASSWORD), ("retype_password", PASSWORD)];
    assert_told(&program(&visitor).post("/user/register", &fields).await, 403, "invitation-required");
}

#[tokio::test]
async fn an_invitation_for_somebody_else_is_forbidden() {
    let site = Site::with(several);
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill("/user/invite", &[("email", &address("grace"))]).await;
    let link = site.link_to("grace").await;
    let mut eve = site.signed_in("eve", &[]).await;
    eve.get(&link).await;

    assert_told(&program(&eve).post("/user/accept-invitation", &[]).await, 403, "forbidden");
}

#[tokio::test]
async fn an_address_that_is_not_confirmed_cannot_come_first() {
    let site = Site::with(several);
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill("/user/manage-emails", &[("email", "second@example.com")]).await;
    let page = ada.get("/user/manage-emails").await;
    let emails = page.data()["emails"].as_array().unwrap().clone();
    let confirm = emails.iter().find_map(|email| email["confirm"].as_str()).unwrap();

    let told = program(&ada).post(&confirm.replace("/confirm", "/make-primary"), &[]).await;

    assert_told(&told, 403, "email-not-confirmed");
}
