//! Changing the password, by a user who knows the current one.

use std::time::Duration;

use user_core::domain::{EventKind, Factor, MailKind, Purpose};
use user_core::flows::{ChangePasswordError, ChangePasswordForm, Current, SignInForm, SignedIn};
use user_core::ports::CommitError;
use user_core::settings::{Identifiers, ReadyPasswordPolicy};
use user_testkit::{MailRefusal, signed_in};

use crate::world::{
    DAY, HOUR, INSTANT, OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, credentials,
    password_change, visitor,
};

async fn change(
    world: &World,
    current: &Current,
    form: &ChangePasswordForm,
) -> Result<SignedIn, ChangePasswordError> {
    world.users.change_password(current, form, &visitor()).await
}

fn good() -> ChangePasswordForm {
    password_change(PASSWORD, OTHER_PASSWORD)
}

async fn assert_refused(world: &World, current: &Current, form: &ChangePasswordForm, expected: &[&str]) {
    let before = world.snapshot().await;

    assert_eq!(codes(change(world, current, form).await), expected);

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().iter().all(|kind| *kind == EventKind::PROOF_REFUSED));
}

#[tokio::test]
async fn no_password_is_changed_where_that_is_off() {
    let world = World::with(|settings| settings.features.change_password = false);
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    assert!(matches!(change(&world, &current, &good()).await, Err(ChangePasswordError::Off)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_sign_in_too_long_ago_must_be_repeated_first() {
    for (age, fresh) in [(HOUR, true), (HOUR + INSTANT, false)] {
        let world = World::with(|settings| settings.lifetimes.fresh = HOUR);
        world.member("ada").await;
        let current = world.current("ada").await;
        world.after(age);
        let (before, verifications) = (world.snapshot().await, world.hasher.verifications());

        let outcome = change(&world, &current, &good()).await;

        if fresh {
            assert!(outcome.is_ok());
        } else {
            assert!(matches!(outcome, Err(ChangePasswordError::NotFresh)));
            assert_eq!((world.snapshot().await, world.hasher.verifications()), (before, verifications));
        }
    }
}

#[tokio::test]
async fn s044_to_s048_the_old_password_must_be_there_and_right_and_the_new_one_good() {
    let world = World::with(|settings| settings.passwords.policy = ReadyPasswordPolicy::FlaskUser);
    world.member("ada").await;
    let current = world.current("ada").await;
    let retyped = |again: &str| ChangePasswordForm { retype_password: again.to_owned(), ..good() };

    assert_refused(&world, &current, &password_change("", OTHER_PASSWORD), &["old_password.required"]).await;
    assert_refused(&world, &current, &password_change("wrong", OTHER_PASSWORD), &["old_password.wrong"])
        .await;
    assert_refused(&world, &current, &password_change(PASSWORD, ""), &["password.required"]).await;
    assert_refused(&world, &current, &password_change(PASSWORD, "Abc12"), &["password.too_short"]).await;
    for weak in ["Abcdef", "ABC123", "abc123"] {
        assert_refused(&world, &current, &password_change(PASSWORD, weak), &["password.too_simple"]).await;
    }
    for again in ["", "Other horse 1"] {
        assert_refused(&world, &current, &retyped(again), &["retype_password.mismatch"]).await;
    }
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_the_old_password_is_not_tried_meanwhile() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let verifications = world.hasher.verifications();

    let form = ChangePasswordForm { new_password: "short".to_owned(), ..Default::default() };
    let expected =
        ["old_password.required", "password.too_short", "password.too_common", "retype_password.mismatch"];
    assert_refused(&world, &current, &form, &expected).await;
    assert_refused(
        &world,
        &current,
        &password_change("wrong", "short"),
        &["password.too_short", "password.too_common"],
    )
    .await;
    assert_refused(
        &world,
        &current,
        &password_change(PASSWORD, &address("ada")),
        &["password.made_of_identity"],
    )
    .await;
    assert_eq!(world.hasher.verifications(), verifications);
}

#[tokio::test]
async fn guesses_at_the_old_password_are_throttled_and_right_and_wrong_are_answered_alike() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let wrong = password_change("wrong", OTHER_PASSWORD);
    for _ in 0..5 {
        assert_eq!(codes(change(&world, &current, &wrong).await), ["old_password.wrong"]);
    }
    let (before, verifications) = (world.snapshot().await, world.hasher.verifications());

    for form in [wrong, good()] {
        let refusal = change(&world, &current, &form).await.unwrap_err();
        let ChangePasswordError::Throttled { retry_after } = refusal else { panic!("{refusal:?}") };
        assert_eq!(retry_after, Duration::from_secs(2));
    }
    assert_eq!((world.snapshot().await, world.hasher.verifications()), (before, verifications));

    world.after(Duration::from_secs(2));
    assert!(change(&world, &current, &good()).await.is_ok());
}

#[tokio::test]
async fn s058_s064_s102_the_new_password_verifies_and_the_old_one_does_not() {
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        world.member("ada").await;
        let current = world.current("ada").await;
        let hash = |user: user_core::domain::User| user.password_hash.unwrap().reveal().to_owned();

        change(&world, &current, &good()).await.unwrap();

        assert_ne!(hash(world.user("ada").await), hash(current.user));
        let identifier = if identifiers.username() { "ada".to_owned() } else { address("ada") };
        assert!(world.sign_in(&identifier, PASSWORD).await.is_err());
        assert!(world.sign_in(&identifier, OTHER_PASSWORD).await.is_ok());
        assert_eq!(world.told.kinds()[0], EventKind::PASSWORD_CHANGED);
    }
}

#[tokio::test]
async fn the_owner_is_told_unless_that_is_off() {
    for on in [true, false] {
        let world = World::with(|settings| settings.mails.password_changed = on);
        world.member("ada").await;
        let current = world.current("ada").await;

        change(&world, &current, &good()).await.unwrap();

        let expected = on.then(|| (MailKind::PASSWORD_CHANGED, address("ada")));
        assert_eq!(world.queued_kinds().await, Vec::from_iter(expected));
    }
}

#[tokio::test]
async fn every_other_session_ends_and_this_one_gets_a_new_id() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let bobs = world.signed_in("bob").await;
    let stolen = world.signed_in("ada").await;
    let this = world.signed_in("ada").await;
    let current = world.visit(&this.cookie).await.unwrap();

    let renewed = change(&world, &current, &good()).await.unwrap();

    for cookie in [&stolen.cookie, &this.cookie] {
        assert!(world.visit(cookie).await.is_none());
    }
    assert_ne!(renewed.session.id, this.session.id);
    assert!(world.visit(&renewed.cookie).await.is_some());
    assert_eq!(world.users.sessions(ada.id).await.unwrap(), [renewed.session]);
    assert!(world.visit(&bobs.cookie).await.is_some());
}

#[tokio::test]
async fn a_renewed_session_lives_no_longer_than_before_and_is_as_persistent() {
    for remember_me in [false, true] {
        let world = World::new();
        world.member("ada").await;
        let form = SignInForm { remember_me, ..credentials("ada", PASSWORD) };
        let this = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap());
        world.after(HOUR);
        let current = world.visit(&this.cookie).await.unwrap();

        let renewed = change(&world, &current, &good()).await.unwrap().session;

        assert_eq!(renewed.persistent, remember_me);
        assert_eq!(renewed.created_at, this.session.created_at);
        assert_eq!(renewed.expires_at, this.session.expires_at);
        assert_eq!(renewed.proofs.at(Factor::PASSWORD), Some(world.now()));
    }
}

#[tokio::test]
async fn reset_links_are_void_after_a_change() {
    let world = World::new();
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    let current = world.current("ada").await;

    change(&world, &current, &good()).await.unwrap();

    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &link).await.is_err());
}

#[tokio::test]
async fn a_reset_link_that_is_still_on_its_way_is_not_sent_any_more() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    world.mail.refuse_next(1, MailRefusal::Transient);
    world.deliver().await;

    change(&world, &current, &good()).await.unwrap();
    world.after(HOUR);
    world.deliver().await;

    let sent = world.mail.all();
    assert_eq!(sent.len(), 1);
    assert!(sent[0].text.starts_with("mails/password_changed.txt"));
}

#[tokio::test]
async fn a_user_who_was_disabled_meanwhile_changes_nothing() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.disable("ada").await;
    let before = world.snapshot().await;

    assert!(matches!(change(&world, &current, &good()).await, Err(ChangePasswordError::Gone)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn whoever_was_shut_out_by_a_new_password_cannot_change_it_back() {
    let world = World::new();
    let ada = world.member("ada").await;
    let thief = world.current("ada").await;
    world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap();
    let before = world.snapshot().await;

    let outcome = change(&world, &thief, &password_change(PASSWORD, "Thieves like us 13")).await;

    assert_eq!(codes(outcome), ["old_password.wrong"]);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_change_goes_through_when_the_account_changed_in_another_way_meanwhile() {
    let world = World::new();
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    world.users.grant_role(ada.id, "editor").await.unwrap();

    change(&world, &current, &good()).await.unwrap();

    assert!(world.user("ada").await.has_role("editor"));
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_ok());
}

#[tokio::test]
async fn an_account_that_keeps_changing_is_a_failure() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;
    for _ in 0..4 {
        world.store.refuse_next_commit(CommitError::Stale);
    }

    assert!(matches!(change(&world, &current, &good()).await, Err(ChangePasswordError::Failed(_))));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_changes_at_once_one_wins_and_one_session_is_left() {
    for round in 0..10 {
        let world = World::crowded();
        let ada = world.member("ada").await;
        let current = world.current("ada").await;

        let outcomes = at_once(&world, 16, |caller| {
            let (users, current) = (world.users.clone(), current.clone());
            let form = password_change(PASSWORD, &format!("{OTHER_PASSWORD} {caller}"));
            async move { users.change_password(&current, &form, &visitor()).await.is_ok() }
        })
        .await;

        assert_eq!(outcomes.into_iter().filter(|ok| *ok).count(), 1, "{round}");
        assert_eq!(world.users.sessions(ada.id).await.unwrap().len(), 1, "{round}");
        assert_eq!(world.queued().await.len(), 1, "{round}");
    }
}

#[tokio::test]
async fn a_long_remembered_user_proves_the_password_again_first() {
    let world = World::new();
    world.member("ada").await;
    let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
    let signed_in = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap());
    world.after(DAY);
    let stale = world.visit(&signed_in.cookie).await.unwrap();
    assert!(matches!(change(&world, &stale, &good()).await, Err(ChangePasswordError::NotFresh)));

    let again = world.current("ada").await;
    assert!(change(&world, &again, &good()).await.is_ok());
}
