//! The sign-in page.

use user_core::settings::Identifiers;

use crate::it::site::{DAY, HOUR, OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/sign-in";

/// S031–S038, and S070–S074, whose setting to tell that a name is unknown is not there: what is wrong is told, and an
/// unknown name reads like a wrong password.
#[tokio::test]
async fn what_is_wrong_is_told_and_no_more_than_that() {
    for (identifiers, field) in [(Identifiers::Username, "username"), (Identifiers::Email, "email")] {
        let site = Site::identified_by(identifiers);
        site.member("ada", &[]).await;
        let name = if field == "email" { "ada@example.com" } else { "ada" };
        let unknown = if field == "email" { "eve@example.com" } else { "eve" };
        let or_unconfirmed = if field == "email" { "-or-unconfirmed" } else { "" };
        let bad = format!("{field}-bad-credentials{or_unconfirmed}");
        let cases = [
            ("", PASSWORD, format!("{field}-required")),
            (unknown, PASSWORD, bad.clone()),
            (name, "", "password-required".to_owned()),
            (name, "wrong", bad.clone()),
        ];

        for (name, password, expected) in cases {
            let mut browser = site.browser();
            let answer = browser.fill(PAGE, &[(field, name), ("password", password)]).await;

            assert_eq!((answer.status, answer.errors()), (422, vec![expected]), "{name} {password}");
            assert_eq!(answer.field(field)["value"], name);
            assert_eq!(answer.field("password")["value"], "");
            assert!(browser.cookie("session").is_none());
        }
    }
}

#[tokio::test]
async fn what_was_typed_and_ticked_survives_a_refusal() {
    let site = Site::new();
    let fields = [("username", "ada"), ("password", "wrong password"), ("remember_me", "true")];

    let answer = site.browser().fill("/user/sign-in?next=/members", &fields).await;

    assert_eq!(answer.field("username")["value"], "ada");
    assert_eq!(answer.field("remember_me")["checked"], true);
    assert_eq!(answer.form()["next"], "/members");
    assert!(!answer.body.contains("wrong password"), "{}", answer.body);
}

#[tokio::test]
async fn s053_s098_an_unconfirmed_account_is_told_so_by_whoever_knows_its_password() {
    let site = Site::new();
    site.browser().registers("ada").await;

    let wrong = site.browser().sign_in_with("ada", "wrong password").await;
    let right = site.browser().sign_in_with("ada", PASSWORD).await;

    assert_eq!(wrong.errors(), ["username-bad-credentials"]);
    assert_eq!((right.status, right.errors()), (422, vec!["form-unconfirmed".to_owned()]));
    assert!(right.data()["site"]["links"]["resend_confirm_email"].is_string());
}

#[tokio::test]
async fn s054_s097_a_disabled_account_is_told_so_by_whoever_knows_its_password() {
    let site = Site::new();
    let ada = site.member("ada", &[]).await;
    site.users.disable_user(ada.id).await.unwrap();

    let answer = site.browser().sign_in_with("ada", PASSWORD).await;

    assert_eq!((answer.status, answer.errors()), (422, vec!["form-disabled".to_owned()]));
    assert_eq!(site.browser().sign_in_with("ada", "wrong").await.errors(), ["username-bad-credentials"]);
}

#[tokio::test]
async fn whoever_gets_disabled_is_out_at_once() {
    let site = Site::new();
    let mut browser = site.signed_in("ada", &[]).await;
    let id = site.account("ada").await.unwrap().id;

    site.users.disable_user(id).await.unwrap();

    assert!(!browser.is_signed_in().await);
    assert!(browser.cookie("session").is_none(), "the dead cookie is taken away");
}

#[tokio::test]
async fn s096_the_page_shows_its_form_and_the_other_pages() {
    let answer = Site::new().browser().get(PAGE).await;

    answer.assert_shows(200, "sign-in");
    let data = answer.data();
    assert_eq!(data["form"]["action"], PAGE);
    assert_eq!(data["form"]["fields"].as_array().unwrap().len(), 3);
    assert_eq!(data["site"]["links"]["register"], "/user/register");
    assert_eq!(data["site"]["links"]["forgot_password"], "/user/forgot-password");
    assert_eq!(data["site"]["links"]["profile"], serde_json::Value::Null);
}

#[tokio::test]
async fn no_box_for_staying_signed_in_where_that_is_off() {
    let site = Site::with(|settings| settings.features.remember_me = false);
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let page = browser.get(PAGE).await;
    let fields = [("username", "ada"), ("password", PASSWORD), ("remember_me", "true")];

    let answer = browser.post(PAGE, &fields).await;

    assert!(!page.body.contains("remember_me"));
    assert!(!answer.set_cookie("session").unwrap().contains("Max-Age"));
}

#[tokio::test]
async fn s005_s057_s063_s099_s100_s101_people_sign_in_with_what_they_are_known_by() {
    let cases = [
        (Identifiers::Username, "username", "ada"),
        (Identifiers::Username, "username", "ADA"),
        (Identifiers::Email, "email", "ada@example.com"),
        (Identifiers::Email, "email", " Ada@Example.Com "),
        (Identifiers::UsernameAndEmail, "username", "ada"),
        (Identifiers::UsernameAndEmail, "username", "ADA@example.com"),
    ];

    for (identifiers, field, name) in cases {
        let site = Site::identified_by(identifiers);
        site.member("ada", &[]).await;
        let mut browser = site.browser();

        let answer = browser.fill(PAGE, &[(field, name), ("password", PASSWORD)]).await;

        answer.assert_leads_to("/");
        assert!(browser.is_signed_in().await, "{name}");
    }
}

#[tokio::test]
async fn whoever_is_signed_in_is_sent_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    ada.get(PAGE).await.assert_leads_to("/");
    ada.get("/user/sign-in?next=/members").await.assert_leads_to("/members");
}

#[tokio::test]
async fn a_second_sign_in_ends_the_first_session_of_the_browser() {
    let site = Site::with(|settings| settings.auto_sign_in.when_signed_in = false);
    site.member("grace", &[]).await;
    let ada = site.signed_in("ada", &[]).await;
    let mut thief = ada.clone();

    let mut browser = ada.signs_in("grace").await;

    assert_eq!(browser.get("/greet").await.body, "grace");
    assert!(!thief.is_signed_in().await, "the earlier session is over");
}

#[tokio::test]
async fn a_session_ends_when_nobody_comes_or_at_its_last_day() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    for _ in 0..13 {
        site.after(11 * HOUR);
        assert!(ada.is_signed_in().await, "in use");
    }
    let mut idle = ada.clone();
    site.after(13 * HOUR);
    assert!(!idle.is_signed_in().await, "idle for more than twelve hours");

    let mut again = site.browser().signs_in("ada").await;
    site.after(7 * DAY);
    assert!(!again.is_signed_in().await);
}

#[tokio::test]
async fn a_remembered_session_outlives_a_quiet_week_and_ends_after_thirty_days() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let fields = [("username", "ada"), ("password", PASSWORD), ("remember_me", "true")];
    browser.fill(PAGE, &fields).await.assert_leads_to("/");

    site.after(8 * DAY);
    assert!(browser.is_signed_in().await);
    let mut idle = browser.clone();
    site.after(13 * DAY);
    assert!(browser.is_signed_in().await);
    site.after(10 * DAY);
    assert!(!browser.is_signed_in().await, "after thirty days");

    site.after(5 * DAY);
    assert!(!idle.is_signed_in().await);
}

#[tokio::test]
async fn s067_an_account_made_by_code_works_like_any_other_where_registration_is_off() {
    let site = Site::with(|settings| settings.features.register = false);
    assert_eq!(site.browser().get("/user/register").await.problem(), "not-found");
    let mut ada = site.signed_in("ada", &[]).await;
    let proof = ("old_password", PASSWORD);

    ada.fill("/user/change-username", &[("new_username", "countess"), proof])
        .await
        .assert_leads_to("/user/profile");
    ada.fill("/user/change-email", &[("new_email", "new@example.com"), proof])
        .await
        .assert_leads_to("/user/profile");
    ada.fill_linked(&site.link_to("new").await, &[]).await.assert_leads_to("/");
    let new = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    let typed = [[proof].as_slice(), &new].concat();
    ada.fill("/user/change-password", &typed).await.assert_leads_to("/user/profile");
    ada.fill("/user/sign-out", &[]).await;
    assert!(!ada.is_signed_in().await);
    ada.sign_in_with("countess", OTHER_PASSWORD).await.assert_leads_to("/");
    ada.fill("/user/sign-out", &[]).await;

    site.deliver().await;
    ada.fill("/user/forgot-password", &[("email", "new@example.com")])
        .await
        .assert_leads_to("/user/check-email");
    let new = [("new_password", PASSWORD), ("retype_password", PASSWORD)];
    ada.fill_linked(&site.link_to("new").await, &new).await;
    site.browser().sign_in_with("new@example.com", PASSWORD).await.assert_leads_to("/");
}
