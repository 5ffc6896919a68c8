//! Fields that an app declares: when people register, and on their profile.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use user_core::domain::{EventKind, FieldValue, MailKind, Profile, TimeZone, User};
use user_core::flows::{AdministrationError, EditProfileError, EditProfileForm, RegisterForm};
use user_core::settings::{Choice, DateRules, FieldDeclaration, FieldKind, NumberRules, Settings, Shown};

use crate::world::{OTHER_PASSWORD, PASSWORD, World, codes, locale, password_change, registration, visitor};

fn text(name: &str) -> FieldDeclaration {
    FieldDeclaration::new(name, FieldKind::default())
}

fn number(name: &str) -> FieldDeclaration {
    FieldDeclaration::new(name, FieldKind::Number(NumberRules::default()))
}

/// Names when people register and on their profile, a birthday and a drink on the profile, terms once, a badge by code.
fn declared(settings: &mut Settings) {
    let drinks = FieldKind::Choice(vec![Choice::new("tea"), Choice::new("coffee")]);
    settings.fields = vec![
        text("first_name").required(),
        text("last_name").required(),
        FieldDeclaration::new("born", FieldKind::Date(DateRules::default())).shown(Shown::Profile),
        FieldDeclaration::new("drink", drinks).shown(Shown::Profile),
        FieldDeclaration::new("terms", FieldKind::Checkbox).required().shown(Shown::Registration),
        number("badge").shown(Shown::Code),
    ];
}

fn fields(typed: &[(&str, &str)]) -> BTreeMap<String, String> {
    typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn telling(typed: &[(&str, &str)]) -> EditProfileForm {
    EditProfileForm { fields: fields(typed), ..EditProfileForm::default() }
}

const NAMES: [(&str, &str); 2] = [("first_name", "Ada"), ("last_name", "Lovelace")];

async fn edit(world: &World, form: &EditProfileForm) -> Result<(), EditProfileError> {
    let current = world.current("ada").await;
    world.users.edit_profile(&current, form, &visitor()).await
}

fn kept(user: &User, name: &str) -> Option<FieldValue> {
    user.profile.get(name).cloned()
}

#[tokio::test]
async fn nobody_edits_a_profile_where_that_is_off() {
    let world = World::with(|settings| settings.features.edit_profile = Some(false));
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    let outcome = world.users.edit_profile(&current, &telling(&[("language", "nl")]), &visitor()).await;

    assert!(matches!(outcome, Err(EditProfileError::Off)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn nobody_registers_without_what_the_app_must_know_and_all_of_it_is_told_at_once() {
    let world = World::with(declared);
    let before = world.snapshot().await;
    let form = RegisterForm { username: "a".to_owned(), ..registration("ada") };

    let told = codes(world.register(&form).await);

    assert_eq!(told, ["username.too_short", "profile.required", "profile.required", "profile.required"]);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn what_is_wrong_with_a_profile_is_told_at_once_and_nothing_changes() {
    let world = World::with(declared);
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;
    let form = telling(&[
        ("first_name", " "),
        ("last_name", "Love\nlace"),
        ("born", "10 December"),
        ("drink", "beer"),
        ("language", "xx"),
        ("time_zone", "Mars/Olympus"),
    ]);

    let told = codes(world.users.edit_profile(&current, &form, &visitor()).await);

    let expected = [
        "profile.required",
        "profile.bad_characters",
        "profile.malformed_date",
        "profile.not_a_choice",
        "profile.not_a_choice",
        "profile.not_a_choice",
    ];
    assert_eq!(told, expected);
    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn a_field_that_is_not_declared_or_not_shown_never_reaches_the_user() {
    let world = World::with(declared);
    let posted = [NAMES.as_slice(), &[("terms", "true"), ("badge", "7"), ("born", "1815-12-10")]].concat();
    let posted =
        [posted.as_slice(), &[("is_admin", "true"), ("roles", "admin"), ("status", "active")]].concat();
    let form = RegisterForm { fields: fields(&posted), ..registration("ada") };

    world.register(&form).await.unwrap();

    let ada = world.user("ada").await;
    let names: Vec<_> = ada.profile.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["first_name", "last_name", "terms"]);
    assert!(ada.roles.is_empty());
    assert_eq!(kept(&ada, "terms"), Some(FieldValue::Flag(true)));

    world.member("eve").await;
    let current = world.current("eve").await;
    world.users.edit_profile(&current, &telling(&posted), &visitor()).await.unwrap();

    let eve = world.user("eve").await;
    let names: Vec<_> = eve.profile.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["born", "first_name", "last_name"], "terms are asked for once, the badge never");
}

/// S105, beyond names: what was told comes back as a type of the app's own.
#[tokio::test]
async fn s105_a_profile_is_stored_and_read_as_a_type_of_the_apps_own() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Person {
        first_name: String,
        last_name: String,
        born: Option<NaiveDate>,
        drink: Option<String>,
    }
    let world = World::with(declared);
    world.member("ada").await;
    let form = telling(&[NAMES.as_slice(), &[("born", "1815-12-10"), ("drink", "tea")]].concat());

    edit(&world, &form).await.unwrap();

    let expected = Person {
        first_name: "Ada".to_owned(),
        last_name: "Lovelace".to_owned(),
        born: NaiveDate::from_ymd_opt(1815, 12, 10),
        drink: Some("tea".to_owned()),
    };
    assert_eq!(world.user("ada").await.profile::<Person>().unwrap(), expected);
    assert_eq!(world.told.kinds(), [EventKind::PROFILE_CHANGED]);
    assert_eq!(world.queued_kinds().await, [], "nobody is mailed about it");
}

#[tokio::test]
async fn a_field_left_empty_is_emptied_and_what_only_code_sets_stays() {
    let world = World::with(declared);
    let ada = world.member("ada").await;
    let mut profile = Profile::default();
    profile.set("badge", Some(FieldValue::Number(7.into())));
    profile.set("drink", Some(FieldValue::Text("tea".to_owned())));
    world.users.set_profile(ada.id, profile).await.unwrap();

    edit(&world, &telling(&NAMES)).await.unwrap();

    let ada = world.user("ada").await;
    assert_eq!(kept(&ada, "drink"), None);
    assert_eq!(kept(&ada, "badge"), Some(FieldValue::Number(7.into())));
    assert_eq!(kept(&ada, "first_name"), Some(FieldValue::Text("Ada".to_owned())));
}

#[tokio::test]
async fn a_profile_saved_as_it_was_changes_nothing() {
    let world = World::with(declared);
    world.member("ada").await;
    edit(&world, &telling(&NAMES)).await.unwrap();
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    let same =
        EditProfileForm { fields: world.users.typed_profile(&current.user), ..EditProfileForm::default() };
    world.users.edit_profile(&current, &same, &visitor()).await.unwrap();

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn language_and_time_zone_are_the_users_own_and_can_be_left_to_the_browser() {
    let world = World::new();
    world.member("ada").await;

    edit(&world, &telling(&[("language", "nl"), ("time_zone", "Asia/Tokyo")])).await.unwrap();

    let ada = world.user("ada").await;
    assert_eq!((ada.locale.clone(), ada.time_zone), (Some(locale("nl")), TimeZone::parse("Asia/Tokyo").ok()));
    assert!(ada.profile.is_empty());
    assert_eq!(world.users.locale_for(Some(&ada), None, "en"), locale("nl"));

    edit(&world, &telling(&[])).await.unwrap();

    let ada = world.user("ada").await;
    assert_eq!((ada.locale, ada.time_zone), (None, None));
}

#[tokio::test]
async fn a_language_chosen_when_registering_outweighs_that_of_the_page() {
    let world = World::with(|settings| {
        settings.fields = vec![FieldDeclaration::new("language", FieldKind::Language)];
    });
    for (name, chosen, expected) in [("ada", "nl", "nl"), ("bob", "", "en")] {
        let form = RegisterForm { fields: fields(&[("language", chosen)]), ..registration(name) };

        world.register(&form).await.unwrap();

        assert_eq!(world.user(name).await.locale, Some(locale(expected)));
    }
}

#[tokio::test]
async fn mails_tell_the_time_of_their_reader() {
    let world = World::new();
    world.member("ada").await;
    edit(&world, &telling(&[("language", "nl"), ("time_zone", "Asia/Tokyo")])).await.unwrap();
    let current = world.current("ada").await;

    let change = password_change(PASSWORD, OTHER_PASSWORD);
    world.users.change_password(&current, &change, &visitor()).await.unwrap();
    assert_eq!(world.queued_kinds().await[0].0, MailKind::PASSWORD_CHANGED);
    world.deliver().await;

    let mail = world.mail.all().pop().unwrap();
    assert!(mail.text.contains(" JST"), "{}", mail.text);
}

#[tokio::test]
async fn whoever_changed_the_account_meanwhile_is_not_undone() {
    let world = World::with(declared);
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    let mut profile = Profile::default();
    profile.set("badge", Some(FieldValue::Number(7.into())));
    world.users.set_profile(ada.id, profile).await.unwrap();

    world.users.edit_profile(&current, &telling(&NAMES), &visitor()).await.unwrap();

    let ada = world.user("ada").await;
    assert_eq!(kept(&ada, "badge"), Some(FieldValue::Number(7.into())));
    assert_eq!(kept(&ada, "last_name"), Some(FieldValue::Text("Lovelace".to_owned())));
}

#[tokio::test]
async fn a_disabled_user_edits_nothing() {
    let world = World::with(declared);
    world.member("ada").await;
    let current = world.current("ada").await;
    world.disable("ada").await;

    let outcome = world.users.edit_profile(&current, &telling(&NAMES), &visitor()).await;

    assert!(matches!(outcome, Err(EditProfileError::Gone)));
    assert!(world.user("ada").await.profile.is_empty());
}

#[tokio::test]
async fn code_sets_the_profile_of_somebody_who_is_there() {
    let world = World::with(declared);
    let ada = world.member("ada").await;
    let mut profile = Profile::default();
    profile.set("badge", Some(FieldValue::Number(7.into())));

    world.users.set_profile(ada.id, profile.clone()).await.unwrap();

    assert_eq!(world.user("ada").await.profile, profile);
    assert_eq!(world.told.kinds(), [EventKind::PROFILE_CHANGED]);
    let nobody = user_core::domain::UserId::from_bytes([9; 16]);
    let outcome = world.users.set_profile(nobody, profile).await;
    assert!(matches!(outcome, Err(AdministrationError::Unknown)));
}

/// What two tabs post, each with what it was shown, one after the other.
async fn two_tabs(first: &[(&str, &str)], second: &[(&str, &str)]) -> (World, Result<(), EditProfileError>) {
    let world = World::with(declared);
    world.member("ada").await;
    edit(&world, &telling(&[("first_name", "Ada"), ("last_name", "King"), ("drink", "tea")])).await.unwrap();
    let user = world.current("ada").await.user;
    let (typed, shown) = (world.users.typed_profile(&user), world.users.shown_profile(&user));
    let mut outcomes = Vec::new();
    for changed in [first, second] {
        let mut all = typed.clone();
        all.extend(fields(changed));
        outcomes.push(edit(&world, &EditProfileForm { fields: all, shown: shown.clone() }).await);
    }
    outcomes.remove(0).unwrap();
    (world, outcomes.remove(0))
}

#[tokio::test]
async fn an_older_tab_changes_what_was_changed_in_it_and_nothing_else() {
    let (world, second) =
        two_tabs(&[("last_name", "Lovelace"), ("drink", "")], &[("first_name", "Augusta")]).await;

    second.unwrap();

    let user = world.current("ada").await.user;
    let told = ["first_name", "last_name", "drink"].map(|name| kept(&user, name).map(|value| value.typed()));
    assert_eq!(told, [Some("Augusta".to_owned()), Some("Lovelace".to_owned()), None]);
}

#[tokio::test]
async fn what_was_changed_in_both_tabs_is_told_and_not_overwritten() {
    let (world, second) = two_tabs(&[("last_name", "Lovelace")], &[("last_name", "Byron")]).await;

    let Err(EditProfileError::Invalid(violations)) = second else { panic!("{second:?}") };

    assert_eq!(violations.codes(), ["profile.changed_meanwhile"]);
    let user = world.current("ada").await.user;
    assert_eq!(kept(&user, "last_name").map(|value| value.typed()).as_deref(), Some("Lovelace"));
}

#[tokio::test]
async fn the_same_change_in_both_tabs_is_no_conflict() {
    let (_, second) = two_tabs(&[("last_name", "Lovelace")], &[("last_name", "Lovelace")]).await;

    assert!(second.is_ok(), "{second:?}");
}
