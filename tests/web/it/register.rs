//! The registration page.

use user_core::domain::UserStatus;
use user_core::settings::Identifiers;

use crate::it::site::{OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/register";

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_what_was_typed_stays_but_passwords() {
    let site = Site::new();
    let before = site.contents();
    let typed = [
        ("username", "a&b"),
        ("email", "nobody"),
        ("password", "hunter2"),
        ("retype_password", "hunter3"),
        ("next", "/members"),
    ];

    let answer = site.browser().fill(PAGE, &typed).await;

    answer.assert_shows(422, "register");
    let expected = [
        "username-bad-characters",
        "email-malformed",
        "password-too-short",
        "password-too-common",
        "retype-password-mismatch",
    ];
    assert_eq!(answer.errors(), expected);
    assert_eq!(answer.field("username")["value"], "a&b");
    assert_eq!(answer.field("email")["value"], "nobody");
    assert_eq!(answer.field("password")["value"], "");
    assert_eq!(answer.form()["next"], "/members");
    assert!(!answer.body.contains("hunter"), "{}", answer.body);
    assert_eq!(answer.field("username")["autofocus"], true);
    assert_eq!(site.contents(), before);
}

/// S011–S016, S022–S024 as the page shows them.
#[tokio::test]
async fn each_refusal_stands_beside_its_field_and_writes_nothing() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let cases = [
        ("username", "", "username-required"),
        ("username", "ab", "username-too-short"),
        ("username", "ab cd", "username-bad-characters"),
        ("username", "o'neil", "username-bad-characters"),
        ("username", "admin", "username-reserved"),
        ("username", "ADA", "username-taken"),
        ("username", "nul\0l", "username-bad-characters"),
        ("email", "", "email-required"),
        ("email", "grace.example.com", "email-malformed"),
        ("email", "grace@example.com\0", "email-malformed"),
        ("password", "password", "password-too-common"),
        ("retype_password", OTHER_PASSWORD, "retype-password-mismatch"),
    ];
    let before = site.contents();

    for (name, value, expected) in cases {
        let good = [
            ("username", "grace"),
            ("email", "grace@example.com"),
            ("password", PASSWORD),
            ("retype_password", if name == "password" { value } else { PASSWORD }),
        ];
        let fields = good.map(|(field, good)| (field, if field == name { value } else { good }));

        let answer = site.browser().fill(PAGE, &fields).await;

        assert_eq!((answer.status, answer.errors()), (422, vec![expected.to_owned()]), "{name} {value:?}");
        assert_eq!(answer.field(name)["errors"].as_array().unwrap().len(), 1);
    }
    assert_eq!(site.contents(), before);
}

/// S017, S026
#[tokio::test]
async fn an_empty_form_names_every_field() {
    for (identifiers, expected) in [
        (Identifiers::Username, vec!["username-required", "password-required"]),
        (Identifiers::Email, vec!["email-required", "password-required"]),
    ] {
        let site = Site::identified_by(identifiers);

        let answer = site.browser().fill(PAGE, &[]).await;

        assert_eq!(
            (answer.status, answer.errors()),
            (422, expected.into_iter().map(str::to_owned).collect())
        );
    }
}

#[tokio::test]
async fn a_program_gets_the_refusals_as_a_problem_document() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get(PAGE).await;

    let answer = browser.asking_for_json().post(PAGE, &[("username", "ab")]).await;

    assert_eq!((answer.status, answer.header("content-type")), (422, Some("application/problem+json")));
    let json = answer.json();
    assert_eq!(json["code"], "invalid");
    assert_eq!(json["errors"][0]["field"], "username");
    assert_eq!(json["errors"][0]["code"], "username.too_short");
    assert_eq!(json["errors"][0]["min"], 3);
    assert_eq!(json["errors"][1]["code"], "email.required");
}

#[tokio::test]
async fn a_page_that_is_off_is_not_there_and_nothing_leads_to_it() {
    let site = Site::with(|settings| settings.features.register = false);
    let mut browser = site.browser();
    let sign_in = browser.get("/user/sign-in").await;

    assert_eq!(browser.get(PAGE).await.problem(), "not-found");
    assert_eq!(browser.post(PAGE, &[]).await.problem(), "not-found");
    assert!(!sign_in.body.contains(PAGE), "{}", sign_in.body);
}

#[tokio::test]
async fn fields_that_nobody_declared_reach_nothing() {
    let site = Site::unconfirmed();
    let fields = [
        ("username", "ada"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
        ("roles", "admin"),
        ("status", "disabled"),
        ("id", "00000000-0000-0000-0000-000000000000"),
        ("locale", "nl"),
        ("confirmed_at", "2020-01-01"),
    ];

    let answer = site.browser().fill(PAGE, &fields).await;

    answer.assert_leads_to("/");
    let ada = site.account("ada").await.unwrap();
    assert!(ada.roles.is_empty());
    assert_eq!(ada.status, UserStatus::Active);
    assert_eq!(ada.locale.unwrap().as_str(), "en");
    assert_ne!(ada.id.to_string(), "00000000-0000-0000-0000-000000000000");
}

#[tokio::test]
async fn whoever_is_signed_in_is_sent_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    ada.get(PAGE).await.assert_leads_to("/");
    ada.get("/user/register?next=/members").await.assert_leads_to("/members");
}

#[tokio::test]
async fn whoever_is_signed_in_may_stay_where_the_setting_says_so() {
    let site = Site::with(|settings| settings.auto_sign_in.when_signed_in = false);
    let mut ada = site.signed_in("ada", &[]).await;

    ada.get(PAGE).await.assert_shows(200, "register");
    ada.get("/user/sign-in").await.assert_shows(200, "sign-in");
}

#[tokio::test]
async fn s093_s094_a_registration_leads_to_the_page_with_word_of_the_mail() {
    let site = Site::new();
    let mut browser = site.browser();

    let answer = browser.registers("ada").await;

    answer.assert_leads_to("/user/check-email");
    browser.follow(answer).await.assert_shows(200, "check-email");
    assert_eq!(site.mails_to("ada").await, ["registered"]);
    assert!(!browser.is_signed_in().await);
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Pending);
}

/// The user of S055 is not signed in before the address is confirmed.
#[tokio::test]
async fn s055_with_addresses_alone_a_user_is_made_who_has_to_confirm() {
    let site = Site::identified_by(Identifiers::Email);
    let fields = [("email", "ada@example.com"), ("password", PASSWORD), ("retype_password", PASSWORD)];

    let answer = site.browser().fill(PAGE, &fields).await;

    answer.assert_leads_to("/user/check-email");
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Pending);
}

#[tokio::test]
async fn s062_with_usernames_alone_a_user_is_made_who_is_signed_in() {
    let site = Site::identified_by(Identifiers::Username);
    let fields = [("username", "ada"), ("password", PASSWORD), ("retype_password", PASSWORD)];
    let mut browser = site.browser();

    let answer = browser.fill(PAGE, &fields).await;

    answer.assert_leads_to("/");
    assert!(browser.is_signed_in().await);
    assert_eq!(site.users.find_user("ada").await.unwrap().unwrap().status, UserStatus::Active);
}

#[tokio::test]
async fn s095_whoever_is_signed_in_by_registering_goes_on_to_where_they_wanted() {
    let site = Site::unconfirmed();
    let mut browser = site.browser();
    let fields = [
        ("username", "ada"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];

    let answer = browser.fill("/user/register?next=/members", &fields).await;

    answer.assert_leads_to("/members");
    assert_eq!(browser.follow(answer).await.body, "let in");
}

#[tokio::test]
async fn s004_without_confirmation_and_without_sign_in_the_account_is_ready() {
    let site = Site::with(|settings| {
        settings.features.confirm_email = Some(false);
        settings.auto_sign_in.after_register = false;
    });
    let mut browser = site.browser();

    let answer = browser.registers("ada").await;

    answer.assert_leads_to("/user/sign-in");
    assert_eq!(browser.follow(answer).await.notices(), ["notice-registered"]);
    assert!(browser.signs_in("ada").await.is_signed_in().await);
}

#[tokio::test]
async fn one_field_less_where_passwords_are_typed_once() {
    let site = Site::with(|settings| settings.features.retype_password = false);
    let fields = [("username", "ada"), ("email", "ada@example.com"), ("password", PASSWORD)];

    let answer = site.browser().fill(PAGE, &fields).await;

    answer.assert_leads_to("/user/check-email");
}
