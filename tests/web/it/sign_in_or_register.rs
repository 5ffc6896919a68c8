//! Signing in and registering on one page.

use std::collections::BTreeSet;

use serde_json::Value;
use user_core::settings::Identifiers;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{PASSWORD, Site};

const PAGE: &str = "/user/sign-in-or-register";
const NAME: &str = "sign-in-or-register";

/// Posts one of the two forms of the page as a browser does: with everything hidden in it.
async fn fill(browser: &mut Browser, query: &str, form: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(&format!("{PAGE}{query}")).await.data();
    let form = &page[form];
    let hidden = form["hidden"].as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value));
    let next = form["next"].is_string().then_some(("next", &form["next"]));
    let all: Vec<_> = hidden.chain(next).map(|(name, value)| (name, value.as_str().unwrap())).collect();
    let all: Vec<_> = all.iter().chain(fields).copied().collect();
    browser.post(form["action"].as_str().unwrap(), &all).await
}

/// The ids of every complaint in one form.
fn errors(form: &Value) -> Vec<&str> {
    let fields = form["fields"].as_array().unwrap().iter().map(|field| &field["errors"]);
    let all = std::iter::once(&form["errors"]).chain(fields);
    all.flat_map(|errors| errors.as_array().unwrap()).map(|error| error["id"].as_str().unwrap()).collect()
}

/// What stands in the fields of one form.
fn values(form: &Value) -> Vec<&str> {
    let fields = form["fields"].as_array().unwrap().iter();
    fields.map(|field| field["value"].as_str().unwrap()).filter(|value| !value.is_empty()).collect()
}

#[tokio::test]
async fn a_refused_sign_in_is_shown_where_it_was_sent_from_and_leaves_registering_alone() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let fields = [("username", "ada"), ("password", "wrong password")];

    let answer = fill(&mut site.browser(), "?next=/members", "sign_in", &fields).await;

    answer.assert_shows(422, NAME);
    let page = answer.data();
    assert_eq!(errors(&page["sign_in"]), ["username-bad-credentials"]);
    assert_eq!(values(&page["sign_in"]), ["ada"]);
    assert_eq!((errors(&page["register"]), values(&page["register"])), (vec![], vec![]));
    assert_eq!(
        (&page["sign_in"]["next"], &page["register"]["next"]),
        (&"/members".into(), &"/members".into())
    );
}

#[tokio::test]
async fn a_refused_registration_is_shown_where_it_was_sent_from_and_leaves_signing_in_alone() {
    let site = Site::new();
    let fields = [("username", "ada"), ("email", "nowhere"), ("password", PASSWORD), ("retype_password", "")];

    let answer = fill(&mut site.browser(), "?next=/members", "register", &fields).await;

    answer.assert_shows(422, NAME);
    let page = answer.data();
    assert_eq!(errors(&page["register"]), ["email-malformed", "retype-password-mismatch"]);
    assert_eq!(values(&page["register"]), ["ada", "nowhere"]);
    assert_eq!((errors(&page["sign_in"]), values(&page["sign_in"])), (vec![], vec![]));
    assert_eq!(
        (&page["sign_in"]["next"], &page["register"]["next"]),
        (&"/members".into(), &"/members".into())
    );
    assert!(answer.header("content-security-policy").unwrap().contains("script-src 'self'"));
}

#[tokio::test]
async fn a_form_that_was_open_for_too_long_is_shown_there_too() {
    let site = Site::new();

    for form in ["sign_in", "register"] {
        let mut browser = site.browser();
        let page = browser.get(PAGE).await.data();
        let action = page[form]["action"].as_str().unwrap();
        let fields = [("csrf_token", "old"), ("username", "ada"), ("shown_on", NAME)];
        let answer = browser.post_bare(action, &fields).await;

        answer.assert_shows(403, NAME);
        assert_eq!(errors(&answer.data()[form]), ["form-expired"]);
        assert_eq!(values(&answer.data()[form]), ["ada"]);
    }
}

#[tokio::test]
async fn a_form_that_was_sent_from_its_own_page_is_shown_on_its_own_page() {
    let site = Site::new();

    let answer = site.browser().sign_in_with("ada", "wrong").await;

    answer.assert_shows(422, "sign-in");
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;
    browser.post("/user/sign-in", &[("shown_on", "mailbox")]).await.assert_shows(422, "sign-in");
}

#[tokio::test]
async fn both_forms_do_what_they_say_and_lead_on() {
    let site = Site::unconfirmed();
    let fields = [
        ("username", "ada"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];

    fill(&mut site.browser(), "?next=/members", "register", &fields).await.assert_leads_to("/members");
    let fields = [("username", "ada"), ("password", PASSWORD)];
    let mut browser = site.browser();
    fill(&mut browser, "?next=/members", "sign_in", &fields).await.assert_leads_to("/members");

    browser.get(&format!("{PAGE}?next=/page")).await.assert_leads_to("/page");
}

/// A password manager tells the two passwords apart, labels find their fields, and the cursor is in one place.
#[tokio::test]
async fn nothing_in_one_form_can_be_taken_for_something_in_the_other() {
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        let page = Site::identified_by(identifiers).browser().get(PAGE).await.data();

        let both = [&page["sign_in"], &page["register"]];
        let fields: Vec<_> = both.iter().flat_map(|form| form["fields"].as_array().unwrap()).collect();
        let ids: BTreeSet<_> = fields.iter().map(|field| field["id"].as_str().unwrap()).collect();
        let tokens = |form: &Value| -> Vec<String> {
            let fields = form["fields"].as_array().unwrap().iter();
            fields.map(|field| field["autocomplete"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(ids.len(), fields.len());
        assert_eq!(fields.iter().filter(|field| field["autofocus"] == true).count(), 1);
        assert!(tokens(both[0]).contains(&"current-password".to_owned()));
        assert!(!tokens(both[0]).contains(&"new-password".to_owned()));
        assert!(tokens(both[1]).contains(&"new-password".to_owned()));
        assert!(!tokens(both[1]).contains(&"current-password".to_owned()));
    }
}

#[tokio::test]
async fn the_page_is_there_while_people_register_unless_it_is_switched_off() {
    let off = Site::with(|settings| settings.features.register = false);
    assert_eq!(off.browser().get(PAGE).await.status, 404);
    let off = Site::with(|settings| settings.features.sign_in_or_register = Some(false));
    assert_eq!(off.browser().get(PAGE).await.status, 404);
    assert!(
        off.browser().get("/user/sign-in").await.data()["site"]["links"]["sign_in_or_register"].is_null()
    );

    let mut browser = off.browser();
    browser.get("/user/sign-in").await;
    browser.post("/user/sign-in", &[("shown_on", NAME)]).await.assert_shows(422, "sign-in");
    assert_eq!(Site::new().browser().post(PAGE, &[]).await.status, 405);
}

#[tokio::test]
async fn guards_and_links_lead_there_where_the_setting_says() {
    let site = Site::with(|settings| settings.destinations.not_signed_in = Some(PAGE.to_owned()));
    let mut browser = site.browser();

    let answer = browser.get("/members").await;

    answer.assert_leads_to(&format!("{PAGE}?next=%2Fmembers"));
    let page = browser.follow(answer).await;
    assert_eq!(page.notices(), ["notice-sign-in-required"]);
    assert_eq!(page.data()["site"]["links"]["sign_in"], format!("{PAGE}?next=%2Fmembers"));
    assert_eq!(browser.get("/page").await.data()["site"]["links"]["sign_in"], PAGE);
    assert_eq!(Site::new().browser().get(PAGE).await.data()["site"]["links"]["sign_in"], "/user/sign-in");
}
