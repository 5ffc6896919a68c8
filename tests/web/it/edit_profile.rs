//! Editing the profile, and the fields that an app declares.

use user_core::settings::{Choice, FieldDeclaration, FieldKind, Settings, Shown, TEXT_MAX, TextRules};

use crate::it::site::{PASSWORD, Site, address};

const PAGE: &str = "/user/edit-profile";

fn declared(settings: &mut Settings) {
    let text = |name: &str| FieldDeclaration::new(name, FieldKind::default());
    let drinks = FieldKind::Choice(vec![Choice::new("tea"), Choice::new("coffee")]);
    settings.fields = vec![
        text("first_name").required(),
        text("last_name").required(),
        FieldDeclaration::new("drink", drinks).shown(Shown::Profile),
        FieldDeclaration::new("newsletter", FieldKind::Checkbox).shown(Shown::Profile),
        text("badge").shown(Shown::Code),
    ];
}

#[tokio::test]
async fn nobody_sees_it_without_being_signed_in_and_nobody_where_it_is_off() {
    let next = "/user/sign-in?next=%2Fuser%2Fedit-profile";
    Site::new().browser().get(PAGE).await.assert_leads_to(next);

    let site = Site::with(|settings| settings.features.edit_profile = Some(false));
    let mut ada = site.signed_in("ada", &[]).await;
    assert_eq!(ada.get(PAGE).await.problem(), "not-found");
    assert!(ada.get("/user/profile").await.data()["site"]["links"]["edit_profile"].is_null());
}

/// S105: the form is shown, first and last name are posted, and both are kept.
#[tokio::test]
async fn s105_names_that_are_posted_are_shown_from_then_on() {
    let site = Site::with(declared);
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    page.assert_shows(200, "edit-profile");
    let fields = page.form()["fields"].as_array().unwrap().clone();
    let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["first_name", "last_name", "drink", "newsletter", "language", "time_zone"]);

    let names = [("first_name", "Ada"), ("last_name", "Lovelace"), ("newsletter", "true"), ("drink", "tea")];
    let answer = ada.fill(PAGE, &names).await;

    answer.assert_leads_to("/user/profile");
    let profile = ada.follow(answer).await;
    let facts = &profile.data()["profile"]["facts"];
    assert_eq!(facts[0]["value"]["text"], "Ada");
    assert_eq!(facts[1]["value"]["text"], "Lovelace");
    assert_eq!(facts[2]["value"]["id"], "field-drink-tea");
    assert_eq!(facts[3]["value"]["id"], "profile-yes");
    let again = ada.get(PAGE).await;
    assert_eq!(again.form()["fields"][0]["value"], "Ada");
    assert_eq!(again.form()["fields"][3]["checked"], true);
}

#[tokio::test]
async fn what_is_wrong_is_told_beside_its_field_and_what_was_typed_survives() {
    let site = Site::with(declared);
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.fill(PAGE, &[("first_name", "Ada"), ("drink", "beer")]).await;

    answer.assert_shows(422, "edit-profile");
    let fields = &answer.form()["fields"];
    assert_eq!(fields[0]["value"], "Ada");
    assert_eq!(fields[1]["errors"][0]["id"], "profile-required");
    assert_eq!(fields[2]["errors"][0]["id"], "profile-not-a-choice");

    let told = ada.clone().asking_for_json().post(PAGE, &[]).await;
    assert_eq!(told.status, 422);
    assert_eq!(told.json()["errors"][0]["code"], "profile.required");
    assert_eq!(told.json()["errors"][0]["field"], "first_name");
}

#[tokio::test]
async fn a_field_that_only_code_sets_or_nobody_declared_cannot_be_posted() {
    let site = Site::with(declared);
    let mut ada = site.signed_in("ada", &[]).await;
    let names = [("first_name", "Ada"), ("last_name", "Lovelace")];

    let posted = [names.as_slice(), &[("badge", "7"), ("roles", "admin"), ("username", "root")]].concat();
    ada.fill(PAGE, &posted).await.assert_leads_to("/user/profile");

    let user = site.users.find_user("ada").await.unwrap().unwrap();
    let kept: Vec<_> = user.profile.iter().map(|(name, _)| name).collect();
    assert_eq!(kept, ["first_name", "last_name", "newsletter"], "a box that was on the form was not ticked");
    assert!(user.roles.is_empty());
}

#[tokio::test]
async fn a_form_that_was_open_for_too_long_is_shown_again_with_what_was_typed() {
    let site = Site::with(declared);
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.post_bare(PAGE, &[("first_name", "Ada"), ("csrf_token", "stale")]).await;

    answer.assert_shows(403, "edit-profile");
    assert_eq!(answer.form()["fields"][0]["value"], "Ada");
}

#[tokio::test]
async fn it_leads_to_next_or_where_the_app_says() {
    let site = Site::with(|settings| settings.destinations.after_edit_profile = Some("/done".to_owned()));
    let mut ada = site.signed_in("ada", &[]).await;

    ada.fill(PAGE, &[]).await.assert_leads_to("/done");
    ada.fill(&format!("{PAGE}?next=%2Fmembers"), &[]).await.assert_leads_to("/members");
    ada.fill(&format!("{PAGE}?next=https%3A%2F%2Fevil.test"), &[]).await.assert_leads_to("/done");
}

#[tokio::test]
async fn times_are_those_of_the_users_own_zone() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let created = |page: serde_json::Value| page["sessions"][0]["created"].as_str().unwrap().to_owned();
    assert!(created(ada.get("/user/sessions").await.data()).ends_with(" UTC"));

    ada.fill(PAGE, &[("time_zone", "Asia/Tokyo")]).await.assert_leads_to("/user/profile");

    assert!(created(ada.get("/user/sessions").await.data()).ends_with(" JST"));
}

#[tokio::test]
async fn the_registration_form_asks_what_the_app_declares() {
    let site = Site::with(declared);
    let mut ada = site.browser();
    let own = [("username", "ada"), ("email", "ada@example.com")];
    let own = [own.as_slice(), &[("password", PASSWORD), ("retype_password", PASSWORD)]].concat();

    let answer = ada.fill("/user/register", &own).await;
    answer.assert_shows(422, "register");
    assert_eq!(answer.form()["fields"][4]["errors"][0]["id"], "profile-required");

    let whole =
        [own.as_slice(), &[("first_name", "Ada"), ("last_name", "Lovelace"), ("badge", "7")]].concat();
    ada.fill("/user/register", &whole).await.assert_leads_to("/user/check-email");

    let user = site.users.find_user("ada").await.unwrap().unwrap();
    assert_eq!(user.profile.iter().count(), 2);
}

/// In any script: what is allowed is let in, however long it gets on its way.
#[tokio::test]
async fn texts_as_long_as_they_may_be_are_let_in() {
    let text = FieldKind::Text(TextRules { max: TEXT_MAX, ..TextRules::default() });
    let site = Site::with(|settings| {
        let fields = ["one", "two", "three"].map(|name| FieldDeclaration::new(name, text.clone()));
        settings.fields = fields.map(|field| field.shown(Shown::Profile)).to_vec();
    });
    let mut ada = site.signed_in("ada", &[]).await;
    let long = "\u{1f98a}".repeat(TEXT_MAX);

    let answer = ada.fill(PAGE, &[("one", &long), ("two", &long), ("three", &long)]).await;

    answer.assert_leads_to("/user/profile");
    let over = format!("{long}x");
    let refused = ada.fill(PAGE, &[("one", over.as_str())]).await;
    assert_eq!(refused.form()["fields"][0]["errors"][0]["id"], "profile-too-long");
    let flood = "x".repeat(1024 * 1024);
    assert_eq!(ada.post(PAGE, &[("one", &flood)]).await.status, 413);
}

#[tokio::test]
async fn where_profiles_are_not_edited_only_what_was_told_is_shown() {
    let site = Site::with(|settings| {
        declared(settings);
        settings.fields[0] = FieldDeclaration::new("first_name", FieldKind::default());
        settings.fields.remove(1);
        settings.features.edit_profile = Some(false);
    });
    let mut ada = site.browser();
    let email = address("ada");
    let named = [("username", "ada"), ("email", &*email), ("first_name", "Ada")];
    let fields = [&named[..], &[("password", PASSWORD), ("retype_password", PASSWORD)]].concat();
    assert_eq!(ada.fill("/user/register", &fields).await.status, 303);
    ada.fill_linked(&site.link_to("ada").await, &[]).await;

    let profile = ada.get("/user/profile").await;

    let facts = profile.data()["profile"]["facts"].as_array().unwrap().clone();
    let told: Vec<_> = facts.iter().map(|fact| fact["value"]["text"].as_str().unwrap_or_default()).collect();
    assert_eq!(told, ["Ada", "English"], "the language was the browser's");
}

#[tokio::test]
async fn an_older_tab_neither_empties_nor_overwrites_what_a_newer_one_saved() {
    let site = Site::with(declared);
    let mut ada = site.signed_in("ada", &[]).await;
    let names = [("first_name", "Ada"), ("last_name", "King"), ("drink", "")];
    ada.fill(PAGE, &names).await;
    let older = ada.get(PAGE).await;
    ada.fill(PAGE, &[("first_name", "Ada"), ("last_name", "Lovelace"), ("drink", "tea")]).await;

    ada.submit(&older, &[("first_name", "Augusta"), ("last_name", "King"), ("drink", "")])
        .await
        .assert_leads_to("/user/profile");
    let page = ada.get(PAGE).await;
    let shown = ["first_name", "last_name", "drink"].map(|name| page.field(name)["value"].clone());
    assert_eq!(shown, ["Augusta", "Lovelace", "tea"]);

    let conflict = ada.submit(&older, &[("first_name", "Ada"), ("last_name", "Byron"), ("drink", "")]).await;
    conflict.assert_shows(422, "edit-profile");
    assert_eq!(conflict.errors(), ["profile-changed-meanwhile"]);
    assert_eq!(
        (&conflict.field("last_name")["value"], &conflict.field("drink")["value"]),
        (&"Byron".into(), &"tea".into())
    );
    let all = [("first_name", "Augusta"), ("last_name", "Byron"), ("drink", "tea")];
    ada.submit(&conflict, &all).await.assert_leads_to("/user/profile");
    assert_eq!(ada.get(PAGE).await.field("last_name")["value"], "Byron");
}
