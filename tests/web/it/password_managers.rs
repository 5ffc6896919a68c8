//! What password managers find on the pages: a form with a password says of which account it is.

use serde_json::Value;
use user_core::domain::Locale;
use user_core::settings::Identifiers;
use user_core::views::samples;

use crate::it::site::{PASSWORD, Site, address};

/// Every form in `data`, however deep.
fn forms_in(data: &Value) -> Vec<&Value> {
    let own = data.get("fields").filter(|fields| fields.is_array()).map(|_| data);
    let inside: Vec<_> = match data {
        Value::Object(map) => map.values().flat_map(forms_in).collect(),
        Value::Array(list) => list.iter().flat_map(forms_in).collect(),
        _ => Vec::new(),
    };
    own.into_iter().chain(inside).collect()
}

fn has_password(form: &Value) -> bool {
    form["fields"].as_array().unwrap().iter().any(|field| field["kind"] == "password")
}

fn names_account(form: &Value) -> bool {
    let fields = form["fields"].as_array().unwrap();
    form["account"].is_string() || fields.iter().any(|field| field["autocomplete"] == "username")
}

#[test]
fn every_form_with_a_password_has_a_field_for_the_name_of_the_account() {
    let samples = samples(&Locale::english());
    let forms: Vec<_> = samples.iter().flat_map(|sample| forms_in(&sample.data)).collect();
    let with_password: Vec<_> = forms.into_iter().filter(|form| has_password(form)).collect();

    assert!(with_password.len() > 20, "{}", with_password.len());
    for form in with_password {
        assert!(names_account(form), "{form}");
    }
}

#[tokio::test]
async fn confirming_elsewhere_names_the_account_that_gets_the_password() {
    let site = Site::new();
    site.browser().registers("ada").await;
    let link = site.link_to("ada").await;
    let mut elsewhere = site.browser();

    let opened = elsewhere.get(&link).await;
    let page = elsewhere.follow(opened).await;

    assert_eq!(page.form()["account"], "ada");
    let again = elsewhere.submit(&page, &[("password", "not this one")]).await;
    again.assert_shows(422, "confirm-email");
    assert_eq!(again.form()["account"], "ada");
}

#[tokio::test]
async fn where_people_sign_in_by_address_the_form_for_a_new_one_names_the_old_one() {
    let site = Site::identified_by(Identifiers::Email);
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    ada.fill("/user/sign-in", &[("email", &address("ada")), ("password", PASSWORD)]).await;

    let page = ada.get("/user/change-email").await;

    page.assert_shows(200, "change-email");
    assert_eq!(page.form()["account"], address("ada"));
}
