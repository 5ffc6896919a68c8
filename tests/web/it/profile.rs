//! The user's own page.

use user_core::settings::Identifiers;

use crate::it::site::Site;

const PAGE: &str = "/user/profile";

#[tokio::test]
async fn nobody_sees_it_without_being_signed_in() {
    Site::new().browser().get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fprofile");
}

#[tokio::test]
async fn it_shows_the_user_and_leads_to_every_page_that_is_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &["tester", "admin"]).await;

    let page = ada.get(PAGE).await;

    page.assert_shows(200, "profile");
    let data = page.data();
    let profile = &data["profile"];
    assert_eq!(profile["username"], "ada");
    assert_eq!(profile["emails"][0]["address"], "ada@example.com");
    assert_eq!(profile["emails"][0]["confirmed"], true);
    assert_eq!(profile["roles"], serde_json::json!(["admin", "tester"]));
    assert_eq!(profile["member_since"], "2030-01-01");
    let links = &data["site"]["links"];
    for link in ["change_password", "change_username", "sessions", "sign_out", "profile"] {
        assert!(links[link].is_string(), "{link}");
    }
    for link in ["sign_in", "register", "forgot_password", "resend_confirm_email", "mailbox"] {
        assert!(links[link].is_null(), "{link}");
    }
}

#[tokio::test]
async fn nothing_leads_to_a_page_that_is_off() {
    let site = Site::with(|settings| {
        settings.identifiers = Identifiers::Username;
        settings.features.change_password = false;
        settings.features.change_username = Some(false);
        settings.features.sessions = false;
    });
    let mut ada = site.signed_in("ada", &[]).await;

    let page = ada.get(PAGE).await;

    for path in ["change-password", "change-username", "sessions", "forgot-password", "confirm-email"] {
        let path = format!("/user/{path}");
        assert!(!page.body.contains(&path), "{path} in {}", page.body);
        assert_eq!(ada.get(&path).await.problem(), "not-found", "{path}");
    }
}
