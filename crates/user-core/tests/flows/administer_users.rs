//! What administrators change in the account of somebody else.

use std::collections::BTreeMap;

use user_core::domain::{Actor, EventKind, FieldValue, MailKind, UserStatus};
use user_core::flows::AdministrationError;
use user_core::settings::{FieldDeclaration, FieldKind, Shown};

use crate::world::{World, address, codes};

fn typed(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test]
async fn a_name_that_is_taken_or_none_or_the_same_is_refused_and_nothing_changes() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let before = world.snapshot().await;

    for (name, code) in
        [("BOB", "username.taken"), ("a b", "username.bad_characters"), ("ada", "username.same")]
    {
        assert_eq!(codes(world.users.rename_user(ada.id, name).await), [code]);
    }

    assert_eq!(world.snapshot().await, before);
    world.users.delete_user(ada.id).await.unwrap();
    assert!(matches!(world.users.rename_user(ada.id, "new").await, Err(AdministrationError::Unknown)));
}

#[tokio::test]
async fn a_renamed_user_is_told_and_the_event_names_who_did_it() {
    for named in [None, Some("root")] {
        let world = World::new();
        let ada = world.member("ada").await;
        let users = named.map_or_else(|| world.users.clone(), |name| world.users.acting(name));

        users.rename_user(ada.id, "admin").await.unwrap();

        assert_eq!(world.user("admin").await.id, ada.id);
        assert_eq!(world.queued_kinds().await, [(MailKind::USERNAME_CHANGED, address("ada"))]);
        let event = world.told.events().remove(0);
        let actor = named.map_or(Actor::SYSTEM, Actor::administrator);
        assert_eq!((event.kind, event.actor), (EventKind::USERNAME_CHANGED, actor));
    }
}

#[tokio::test]
async fn an_address_that_is_taken_or_none_or_the_same_is_refused_and_nothing_changes() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let before = world.snapshot().await;

    for (email, code) in
        [("Bob@example.com", "email.taken"), ("nobody", "email.malformed"), ("ADA@example.com", "email.same")]
    {
        assert_eq!(codes(world.users.set_email(ada.id, email).await), [code]);
    }

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn an_address_set_by_an_administrator_is_primary_and_the_former_one_can_take_it_back() {
    for several in [false, true] {
        let world = World::with(|settings| settings.features.multiple_emails = several);
        let ada = world.member("ada").await;

        world.users.set_email(ada.id, "new@example.org").await.unwrap();

        let user = world.user("ada").await;
        assert_eq!(user.primary_email().unwrap().address.as_str(), "new@example.org");
        assert!(user.primary_email().unwrap().confirmed_at.is_some());
        assert_eq!(user.emails.len(), if several { 2 } else { 1 });
        let told: Vec<_> =
            world.queued().await.into_iter().map(|mail| (mail.kind, mail.to.to_string())).collect();
        let changed = |to: &str| (MailKind::PRIMARY_EMAIL_CHANGED, to.to_owned());
        assert_eq!(told, [changed("new@example.org"), changed("ada@example.com")]);
        assert!(world.queued().await[1].details.link.is_some());
        assert_eq!(world.told.events().remove(0).actor, Actor::SYSTEM);
    }
}

#[tokio::test]
async fn a_pending_user_whose_address_an_administrator_sets_is_active() {
    let world = World::new();
    let ada = world.newcomer("ada").await;

    world.users.set_email(ada.id, "ada@example.com").await.unwrap();

    let user = world.user("ada").await;
    assert_eq!((user.status, user.emails.len()), (UserStatus::Active, 1));
    assert_eq!(user.primary_email().unwrap().address.as_str(), "ada@example.com");
}

#[tokio::test]
async fn a_profile_is_edited_by_the_rules_of_its_fields_and_what_is_not_named_stays() {
    let size = FieldDeclaration::new("size", FieldKind::default()).labelled("Size");
    let level = FieldDeclaration::new("level", FieldKind::default()).shown(Shown::Code);
    let world = World::with(|settings| settings.fields = vec![size, level]);
    let ada = world.member("ada").await;

    let all =
        typed(&[("size", "42"), ("level", "high"), ("language", "nl"), ("time_zone", "Europe/Amsterdam")]);
    world.users.edit_user(ada.id, &all).await.unwrap();
    world.users.edit_user(ada.id, &typed(&[("size", ""), ("language", "")])).await.unwrap();
    world.users.edit_user(ada.id, &typed(&[("size", "")])).await.unwrap();

    let user = world.user("ada").await;
    assert_eq!(user.profile.get("level"), Some(&FieldValue::Text("high".to_owned())));
    assert_eq!((user.profile.get("size"), user.locale), (None, None));
    assert_eq!(user.time_zone.unwrap().name(), "Europe/Amsterdam");
    assert_eq!(world.told.kinds(), [EventKind::PROFILE_CHANGED; 2], "what is so already is no event");
    let before = world.snapshot().await;
    let unknown = world.users.edit_user(ada.id, &typed(&[("shoes", "3")])).await;
    assert!(matches!(unknown, Err(AdministrationError::UnknownField(name)) if name == "shoes"));
    assert!(world.users.edit_user(ada.id, &typed(&[("time_zone", "Mars/Crater")])).await.is_err());
    assert_eq!(world.snapshot().await, before);
}
