//! Tidying up.

use user_core::domain::Purpose;
use user_core::flows::{LinkError, LinkRefusal, SignInForm};
use user_testkit::signed_in;

use crate::world::{DAY, HOUR, INSTANT, PASSWORD, World, address, credentials, registration, visitor};

#[tokio::test]
async fn what_still_counts_stays() {
    let world = World::new();
    world.member("ada").await;
    world.newcomer("bob").await;
    let signed_in = world.signed_in("ada").await;
    let link = world.reset_link_for("ada").await;
    let before = world.snapshot().await;

    assert_eq!(world.users.purge_expired().await.unwrap(), 0);

    assert_eq!(world.snapshot().await, before);
    assert!(world.visit(&signed_in.cookie).await.is_some());
    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &link).await.is_ok());
}

#[tokio::test]
async fn accounts_never_confirmed_go_after_a_week_and_others_never() {
    for (age, gone) in [(7 * DAY, false), (7 * DAY + INSTANT, true)] {
        let world = World::new();
        world.member("ada").await;
        world.newcomer("bob").await;
        world.newcomer("eve").await;
        world.disable("eve").await;
        world.after(age);

        world.users.purge_expired().await.unwrap();

        assert!(world.found("ada").await.is_some());
        assert_eq!(world.found("bob").await.is_none(), gone);
        // Disabled is not pending: an administrator's decision does not lapse.
        assert!(world.found("eve").await.is_some());
        assert_eq!(world.queued().await.iter().any(|mail| mail.to.to_string() == address("bob")), !gone);
        assert!(world.sign_in("ada", PASSWORD).await.is_ok());
    }
}

#[tokio::test]
async fn sessions_go_when_they_are_over() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.signed_in("ada").await;
    let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
    world.users.sign_in(&form, &visitor()).await.unwrap();
    let kept = async || -> usize {
        world.users.purge_expired().await.unwrap();
        user_core::ports::Store::sessions_of(world.store.inner(), &ada.id, 100).await.unwrap().len()
    };

    world.after(12 * HOUR);
    assert_eq!(kept().await, 2);
    world.after(INSTANT);
    assert_eq!(kept().await, 1);
    world.after(30 * DAY);
    assert_eq!(kept().await, 0);
}

#[tokio::test]
async fn a_used_link_is_told_from_an_unknown_one_for_as_long_as_it_would_have_been_good() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();
    let why = async || {
        world.users.purge_expired().await.unwrap();
        match world.users.check_link(Purpose::CONFIRM_EMAIL, &link).await {
            Err(LinkError::Refused(refusal)) => refusal,
            other => panic!("{other:?}"),
        }
    };

    world.after(7 * DAY);
    assert_eq!(why().await, LinkRefusal::Used);
    world.after(INSTANT);
    assert_eq!(why().await, LinkRefusal::Invalid);
}

#[tokio::test]
async fn old_events_go_and_young_ones_stay() {
    let world = World::new();
    world.member("ada").await;
    world.after(50 * DAY);
    world.signed_in("ada").await;
    assert_eq!(world.recorded().len(), 2);

    world.after(40 * DAY + INSTANT);
    world.users.purge_expired().await.unwrap();

    assert_eq!(world.recorded().len(), 1);
}

#[tokio::test]
async fn more_than_one_batch_goes_in_one_call() {
    let world = World::crowded();
    world.member("ada").await;
    for index in 0..2_100 {
        let _ = world.sign_in(&format!("nobody{index}"), PASSWORD).await;
    }
    let recorded = u64::try_from(world.recorded().len()).unwrap();
    world.after(91 * DAY);

    assert_eq!(world.users.purge_expired().await.unwrap(), recorded);

    assert!(world.recorded().is_empty());
    assert_eq!(world.everybody().await.len(), 1);
    assert_eq!(world.users.purge_expired().await.unwrap(), 0);
}

#[tokio::test]
async fn a_name_and_address_that_were_purged_can_be_registered_again() {
    let world = World::new();
    let first = world.newcomer("ada").await;
    world.after(8 * DAY);
    world.users.purge_expired().await.unwrap();

    world.register(&registration("ada")).await.unwrap();

    assert_ne!(world.user("ada").await.id, first.id);
}

/// Issue A5: nobody loses an account that they use, and one that was left goes.
#[tokio::test]
async fn a_pending_account_that_is_signed_in_to_lasts_until_a_week_after() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    for _ in 0..3 {
        world.after(6 * DAY);
        world.signed_in("ada").await;
        world.users.purge_expired().await.unwrap();
        assert!(world.found("ada").await.is_some());
    }

    world.after(7 * DAY + INSTANT);
    world.users.purge_expired().await.unwrap();

    assert!(world.found("ada").await.is_none());
}

/// Somebody who comes every day, and never signs in again because they need not.
#[tokio::test]
async fn a_pending_account_with_a_session_in_use_lasts_until_a_week_after_the_last_visit() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
    let mut cookie = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap()).cookie;
    for day in 1..=20 {
        world.after(DAY);
        let resumed = world.users.resume(&cookie, &visitor()).await.unwrap().unwrap();
        cookie = resumed.renewed_cookie.unwrap_or(cookie);
        world.users.purge_expired().await.unwrap();
        assert!(world.found("ada").await.is_some(), "day {day}");
    }

    world.after(7 * DAY + INSTANT);
    world.users.purge_expired().await.unwrap();

    assert!(world.found("ada").await.is_none());
}
