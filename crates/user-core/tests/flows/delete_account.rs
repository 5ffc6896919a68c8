//! Deleting one's own account, and keeping it.

use std::time::Duration;

use user_core::domain::{Actor, EventKind, KeptEvents, MailKind, User};
use user_core::flows::{
    AccountDeletion, Current, DeleteAccountError, DeleteAccountForm, KeepAccountError, NewAccount,
};
use user_core::ports::Store as _;
use user_core::settings::Identifiers;
use user_testkit::MailRefusal;

use crate::claims::{Account, OWNERS, THIEFS};
use crate::world::{
    DAY, INSTANT, MINUTE, PASSWORD, World, address, at_once, credentials, new_password, visitor,
};

const GRACE: Duration = Duration::from_hours(14 * 24);

fn named(name: &str) -> DeleteAccountForm {
    DeleteAccountForm { account_name: name.to_owned() }
}

async fn delete(world: &World, current: &Current, name: &str) -> Result<AccountDeletion, DeleteAccountError> {
    world.users.delete_account(current, &named(name), &visitor()).await
}

/// Somebody who has asked to be deleted, and is signed in again.
async fn leaving(world: &World) -> (User, Current) {
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    delete(world, &current, "ada").await.unwrap();
    (ada, world.current("ada").await)
}

#[tokio::test]
async fn nobody_deletes_their_account_where_that_is_off() {
    let world = World::with(|settings| settings.features.delete_account = false);
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    assert!(matches!(delete(&world, &current, "ada").await, Err(DeleteAccountError::Off)));

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_proof_too_long_ago_deletes_nothing() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    world.after(15 * MINUTE + INSTANT);
    assert!(matches!(delete(&world, &current, "ada").await, Err(DeleteAccountError::NotFresh)));

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn who_does_not_name_the_account_deletes_nothing() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    for (typed, code) in
        [(" ", "account_name.required"), ("bob", "account_name.wrong"), ("adam", "account_name.wrong")]
    {
        let refused = delete(&world, &current, typed).await;
        let Err(DeleteAccountError::Invalid(violations)) = refused else { panic!("{refused:?}") };
        assert_eq!(violations.codes(), [code], "{typed}");
    }

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn the_account_goes_after_the_grace_and_every_session_at_once() {
    let world = World::new();
    let ada = world.member("ada").await;
    let elsewhere = world.signed_in("ada").await;
    let current = world.current("ada").await;

    let due = delete(&world, &current, " ADA ").await.unwrap();

    assert_eq!(due, AccountDeletion::Due(world.now() + GRACE));
    assert_eq!(world.user("ada").await.deletion_at, Some(world.now() + GRACE));
    assert!(world.visit(&elsewhere.cookie).await.is_none());
    assert!(world.store.inner().sessions_of(&ada.id, 9).await.unwrap().is_empty());
    assert_eq!(world.queued_kinds().await, [(MailKind::DELETION_SCHEDULED, address("ada"))]);
    let event = &world.users.events_of(ada.id, 1).await.unwrap()[0];
    assert_eq!((event.kind, &event.actor), (EventKind::DELETION_SCHEDULED, &Actor::user(ada.id)));
    world.deliver().await;
    world.after(GRACE);
    world.users.purge_expired().await.unwrap();
    assert!(world.found("ada").await.is_none());
    world.deliver().await;
    assert_eq!(world.mail.all_to(&address("ada")).len(), 2, "at once, and at the end");
}

#[tokio::test]
async fn asking_again_sets_no_later_moment() {
    let world = World::new();
    let (ada, current) = leaving(&world).await;
    let due = world.users.find_user(&ada.id.to_string()).await.unwrap().unwrap().deletion_at;
    world.after(MINUTE);

    delete(&world, &current, "ada").await.unwrap();

    assert_eq!(world.user("ada").await.deletion_at, due);
}

#[tokio::test]
async fn without_a_grace_the_account_goes_at_once() {
    let world = World::with(|settings| settings.lifetimes.deletion = Duration::ZERO);
    let ada = world.member("ada").await;
    let current = world.current("ada").await;

    assert_eq!(delete(&world, &current, "ada").await.unwrap(), AccountDeletion::Done);

    assert!(world.found("ada").await.is_none());
    assert_eq!(world.queued_kinds().await, [(MailKind::ACCOUNT_DELETED, address("ada"))]);
    let events = world.users.events_of(ada.id, 9).await.unwrap();
    assert_eq!((events[0].kind, &events[0].actor), (EventKind::USER_DELETED, &Actor::user(ada.id)));
    assert!(matches!(delete(&world, &current, "ada").await, Err(DeleteAccountError::Gone)));
}

#[tokio::test]
async fn who_signs_in_during_the_grace_can_keep_the_account() {
    let world = World::new();
    let (ada, current) = leaving(&world).await;
    world.deliver().await;

    for _ in 0..2 {
        world.users.keep_account(&current).await.unwrap();
    }

    assert_eq!(world.user("ada").await.deletion_at, None);
    assert_eq!(world.queued_kinds().await, [(MailKind::DELETION_CANCELLED, address("ada"))]);
    let event = &world.users.events_of(ada.id, 1).await.unwrap()[0];
    assert_eq!((event.kind, &event.actor), (EventKind::DELETION_CANCELLED, &Actor::user(ada.id)));
    world.after(GRACE + DAY);
    world.users.purge_expired().await.unwrap();
    assert!(world.found("ada").await.is_some());
}

#[tokio::test]
async fn an_account_that_is_gone_is_not_kept() {
    let world = World::new();
    let (ada, current) = leaving(&world).await;
    world.users.delete_user(ada.id).await.unwrap();

    assert!(matches!(world.users.keep_account(&current).await, Err(KeepAccountError::Gone)));
}

#[tokio::test]
async fn a_new_password_keeps_the_account() {
    let world = World::new();
    leaving(&world).await;
    let link = world.reset_link_for("ada").await;

    world.users.reset_password(&link, &new_password(OWNERS), &visitor()).await.unwrap();

    assert_eq!(world.user("ada").await.deletion_at, None);
    let kinds: Vec<_> = world.queued_kinds().await.into_iter().map(|(kind, _)| kind).collect();
    assert!(kinds.contains(&MailKind::DELETION_CANCELLED), "{kinds:?}");
}

/// A thief who knows the password has the account deleted: its owner takes it back.
#[tokio::test]
async fn the_owner_takes_an_account_back_that_a_thief_has_deleted() {
    let account = Account::old(true).await;
    account.change_password(PASSWORD, THIEFS).await;
    account.take("evil", THIEFS).await;
    account.make_primary("evil", THIEFS).await;
    let thief = account.signed_in(THIEFS).await.unwrap();
    delete(&account.world, &thief, "ada").await.unwrap();
    account.world.deliver().await;
    let links = |name: &str| account.links(name, "undo-email-change");
    let mails = account.world.mail.all_to(&address("evil"));
    let told = mails.iter().find(|mail| mail.text.starts_with("mails/deletion_scheduled.txt")).unwrap();
    assert!(!told.text.contains("undo"), "{}", told.text);

    // Later than other ways back live, and before the account goes.
    account.world.after(13 * DAY);
    let link = links("ada").pop().unwrap();
    let undone = account.world.users.undo_email_change(&link, &visitor()).await.unwrap();

    assert_eq!(undone.email.as_str(), address("ada"));
    let ada = account.user().await;
    assert!(ada.deletion_at.is_none() && ada.password_hash.is_none());
    assert!(account.signed_in(THIEFS).await.is_none());
    let owners = new_password(OWNERS);
    account.world.users.reset_password(&undone.reset_link, &owners, &visitor()).await.unwrap();
    account.world.after(2 * DAY);
    account.world.users.purge_expired().await.unwrap();
    assert!(account.signed_in(OWNERS).await.is_some());
}

#[tokio::test]
async fn the_way_back_ends_when_the_account_goes() {
    let account = Account::old(false).await;
    let ada = account.signed_in(PASSWORD).await.unwrap();
    delete(&account.world, &ada, "ada").await.unwrap();
    account.world.deliver().await;
    let link = account.links("ada", "undo-email-change").pop().unwrap();

    account.world.after(GRACE);

    assert!(account.world.users.undo_email_change(&link, &visitor()).await.is_err());
}

#[tokio::test]
async fn where_there_are_no_usernames_the_address_is_the_name_of_the_account() {
    let world = World::with(|settings| settings.identifiers = Identifiers::Email);
    let account = NewAccount {
        username: String::new(),
        email: address("ada"),
        password: Some(PASSWORD.to_owned()),
        roles: Vec::new(),
    };
    world.users.create_user(&account).await.unwrap();
    let current = world.current("ada").await;

    assert!(delete(&world, &current, "ada").await.is_err());
    assert!(delete(&world, &current, "Ada@Example.com").await.is_ok());
}

#[tokio::test]
async fn somebody_asks_ten_times_a_day_at_most() {
    let world = World::new();
    world.member("ada").await;
    for _ in 0..10 {
        let current = world.current("ada").await;
        delete(&world, &current, "ada").await.unwrap();
    }
    let current = world.current("ada").await;

    assert!(matches!(delete(&world, &current, "ada").await, Err(DeleteAccountError::Throttled { .. })));
}

#[tokio::test]
async fn of_the_events_about_somebody_stays_what_was_chosen() {
    for kept in [KeptEvents::All, KeptEvents::WithoutAddress, KeptEvents::None] {
        let world = World::with(|settings| settings.deletion.events = kept);
        let ada = world.member("ada").await;
        world.signed_in("ada").await;

        world.users.delete_user(ada.id).await.unwrap();

        let events = world.users.events_of(ada.id, 9).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind).collect();
        let all = [EventKind::USER_DELETED, EventKind::USER_SIGNED_IN, EventKind::USER_REGISTERED];
        assert_eq!(kinds, if kept == KeptEvents::None { &all[..1] } else { &all[..] }, "{kept:?}");
        let known = events.iter().any(|event| event.address.is_some() || event.session.is_some());
        assert_eq!(known, kept == KeptEvents::All, "{kept:?}");
    }
}

#[tokio::test]
async fn who_signs_in_while_the_account_goes_is_in_or_out_and_leaves_nothing() {
    let world = World::crowded();
    let ada = world.member("ada").await;

    at_once(&world, 8, |index| {
        let (users, id) = (world.users.clone(), ada.id);
        async move {
            if index == 4 {
                users.delete_user(id).await.unwrap();
            } else {
                let form = credentials("ada", PASSWORD);
                let _ = users.sign_in(&form, &visitor()).await;
            }
        }
    })
    .await;

    assert!(world.found("ada").await.is_none());
    assert!(world.store.inner().sessions_of(&ada.id, 99).await.unwrap().is_empty());
    assert!(world.queued().await.iter().all(|mail| mail.user_id.is_none()));
}

#[tokio::test]
async fn a_farewell_that_cannot_be_delivered_leaves_no_dead_letter() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.users.delete_user(ada.id).await.unwrap();
    world.mail.refuse_next(1, MailRefusal::Permanent);

    world.deliver().await;

    assert!(world.queued().await.is_empty() && world.dead().await.is_empty());
}
