//! The cookie of a session is replaced every day, and a copy of an old one gives itself away.

use std::time::Duration;

use user_core::domain::{EventKind, MailKind};
use user_core::flows::{Resumed, SignInForm, SignedIn};
use user_testkit::signed_in;

use crate::world::{
    DAY, HOUR, INSTANT, MINUTE, PASSWORD, World, address, at_once, credentials, visitor, visitor_from,
};

async fn remembered(world: &World, name: &str) -> SignedIn {
    let form = SignInForm { remember_me: true, ..credentials(name, PASSWORD) };
    let signed_in = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap());
    world.forget_the_past();
    signed_in
}

async fn resume(world: &World, cookie: &str) -> Option<Resumed> {
    world.users.resume(cookie, &visitor()).await.unwrap()
}

/// A member with a remembered session, a day later: the old cookie and the one that replaced it.
async fn rotated() -> (World, SignedIn, String) {
    let world = World::new();
    world.member("ada").await;
    let signed_in = remembered(&world, "ada").await;
    world.after(DAY);
    let renewed = resume(&world, &signed_in.cookie).await.unwrap().renewed_cookie.unwrap();
    world.forget_the_past();
    (world, signed_in, renewed)
}

#[tokio::test]
async fn a_cookie_is_not_replaced_before_a_day_has_passed() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = remembered(&world, "ada").await;
    world.after(DAY.checked_sub(INSTANT).unwrap());

    let resumed = resume(&world, &signed_in.cookie).await.unwrap();

    assert!(resumed.renewed_cookie.is_none());
    assert_eq!(resumed.current.session.generation, 0);
}

#[tokio::test]
async fn a_cookie_is_replaced_every_day_and_the_session_stays_the_same_one() {
    let world = World::new();
    let ada = world.member("ada").await;
    let signed_in = remembered(&world, "ada").await;
    let mut cookie = signed_in.cookie.clone();
    for day in 1..30 {
        world.after(DAY);
        let resumed = resume(&world, &cookie).await.unwrap();
        let renewed = resumed.renewed_cookie.unwrap();
        assert_ne!(renewed, cookie);
        assert_eq!(resumed.current.session.generation, day);
        assert_eq!(world.users.session_id(&renewed), Some(signed_in.session.id));
        assert!(resume(&world, &renewed).await.unwrap().renewed_cookie.is_none());
        cookie = renewed;
    }

    let sessions = world.users.sessions(ada.id).await.unwrap();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].expires_at, signed_in.session.expires_at);
    assert_eq!(sessions[0].proofs, signed_in.session.proofs);
    world.after(DAY);
    assert!(resume(&world, &cookie).await.is_none());
    assert!(world.told.kinds().is_empty() && world.queued().await.is_empty());
}

#[tokio::test]
async fn a_replaced_cookie_is_good_for_requests_under_way() {
    let (world, signed_in, renewed) = rotated().await;
    assert!(resume(&world, &renewed).await.is_some());
    for pause in [INSTANT, MINUTE.checked_sub(INSTANT).unwrap()] {
        world.after(pause);
        let resumed = resume(&world, &signed_in.cookie).await.unwrap();
        assert!(resumed.renewed_cookie.is_none());
        assert_eq!(resumed.current.session.id, signed_in.session.id);
    }

    assert!(resume(&world, &renewed).await.is_some());
    assert!(world.told.kinds().is_empty() && world.queued().await.is_empty());
}

#[tokio::test]
async fn whoever_lost_the_answer_with_the_new_cookie_gets_it_again_however_late() {
    let (world, signed_in, renewed) = rotated().await;
    for pause in [MINUTE, HOUR, DAY, 3 * DAY] {
        world.after(pause);
        let resumed = resume(&world, &signed_in.cookie).await.unwrap();
        assert_eq!(resumed.renewed_cookie.as_ref(), Some(&renewed), "{pause:?}");
        assert_eq!(resumed.current.session.id, signed_in.session.id);
        assert_eq!(resumed.current.session.last_seen_at, world.now());
    }

    let late = resume(&world, &renewed).await.unwrap();
    assert_eq!((late.current.session.generation, late.renewed_cookie), (1, None));
    world.after(DAY);
    assert_eq!(resume(&world, &renewed).await.unwrap().current.session.generation, 2);
    assert!(world.told.kinds().is_empty() && world.queued().await.is_empty());
}

#[tokio::test]
async fn each_tab_that_comes_with_the_old_cookie_gets_the_same_new_one() {
    let (world, signed_in, renewed) = rotated().await;

    for _ in 0..3 {
        let tab = resume(&world, &signed_in.cookie).await.unwrap();
        assert_eq!(tab.renewed_cookie.as_ref(), Some(&renewed));
    }

    assert!(resume(&world, &renewed).await.unwrap().renewed_cookie.is_none());
    assert!(resume(&world, &signed_in.cookie).await.unwrap().renewed_cookie.is_none());
}

/// A rotation shorter than the grace, an answer that got lost, and two requests at once: no accident is a theft.
#[tokio::test]
async fn a_cookie_that_comes_just_after_its_successor_is_no_copy_however_late_that_was() {
    for late in [7, 59, 61, 3_600] {
        let world = World::with(|settings| {
            settings.lifetimes.session_rotation = Duration::from_secs(6);
            settings.lifetimes.rotation_grace = Duration::from_mins(1);
        });
        world.member("ada").await;
        let old = remembered(&world, "ada").await.cookie;
        world.after(HOUR);
        let lost = resume(&world, &old).await.unwrap().renewed_cookie.unwrap();
        world.after(Duration::from_secs(late));

        // The first of two requests gets the new one, and a third follows it before the second is looked at.
        let found = resume(&world, &old).await.unwrap().renewed_cookie.unwrap();
        assert_eq!(found, lost);
        let followed = resume(&world, &found).await.unwrap().renewed_cookie;
        assert!(followed.is_none(), "not within the grace of its first presentation");
        assert!(resume(&world, &old).await.is_some(), "after {late} s");

        assert!(resume(&world, &found).await.is_some());
        world.after(MINUTE + INSTANT);
        let next = resume(&world, &found).await.unwrap().renewed_cookie.unwrap();
        assert!(resume(&world, &next).await.is_some());
        assert!(resume(&world, &found).await.is_some(), "under way");
        assert!(world.told.kinds().is_empty());
    }
}

#[tokio::test]
async fn that_a_cookie_came_back_is_written_once() {
    let (world, _, renewed) = rotated().await;
    let first = resume(&world, &renewed).await.unwrap().current.session;
    world.after(INSTANT);
    let before = world.snapshot().await;

    let second = resume(&world, &renewed).await.unwrap().current.session;

    assert_eq!(first, second);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_replaced_cookie_used_after_the_grace_ends_the_session_and_the_owner_is_told() {
    let (world, signed_in, renewed) = rotated().await;
    let ada = signed_in.user.id;
    let other = remembered(&world, "ada").await;
    resume(&world, &renewed).await.unwrap();
    world.after(MINUTE + INSTANT);

    let thief = visitor_from("203.0.113.66");
    assert!(world.users.resume(&signed_in.cookie, &thief).await.unwrap().is_none());

    assert!(resume(&world, &renewed).await.is_none());
    assert!(resume(&world, &other.cookie).await.is_some());
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REUSED]);
    assert_eq!(world.told.events()[0].user_id, Some(ada));
    assert_eq!(world.queued_kinds().await, [(MailKind::SESSION_REVOKED, address("ada"))]);
    let details = &world.queued().await[0].details;
    assert_eq!((details.at, details.address.as_deref()), (Some(world.now()), Some("203.0.113.66")));

    // Used once more, it is nobody's, and nobody is told again.
    assert!(resume(&world, &signed_in.cookie).await.is_none());
    assert_eq!(world.queued().await.len(), 1);
}

#[tokio::test]
async fn the_owner_is_not_mailed_where_that_is_off_and_the_session_ends_all_the_same() {
    let (world, signed_in, renewed) = rotated().await;
    let world = world.restarted_with(|settings| settings.mails.session_revoked = false);
    resume(&world, &renewed).await.unwrap();
    world.after(HOUR);

    assert!(resume(&world, &signed_in.cookie).await.is_none());

    assert!(resume(&world, &renewed).await.is_none());
    assert!(world.queued().await.is_empty());
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REUSED]);
}

#[tokio::test]
async fn a_cookie_two_generations_old_is_a_copy() {
    let (world, signed_in, renewed) = rotated().await;
    resume(&world, &renewed).await.unwrap();
    world.after(DAY);
    let third = resume(&world, &renewed).await.unwrap().renewed_cookie.unwrap();

    assert!(resume(&world, &signed_in.cookie).await.is_none());

    assert!(resume(&world, &third).await.is_none());
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REUSED]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_requests_at_the_moment_of_rotation_all_get_the_same_new_cookie() {
    for round in 0..10 {
        let world = World::new();
        world.member("ada").await;
        let signed_in = remembered(&world, "ada").await;
        world.after(DAY);

        let renewed: Vec<_> = at_once(&world, 16, |_| {
            let (users, cookie) = (world.users.clone(), signed_in.cookie.clone());
            async move { users.resume(&cookie, &visitor()).await.unwrap().unwrap().renewed_cookie }
        })
        .await
        .into_iter()
        .flatten()
        .collect();

        assert_eq!(renewed.len(), 16, "{round}");
        assert!(renewed.iter().all(|cookie| *cookie == renewed[0]), "{round}");
        let session = resume(&world, &renewed[0]).await.unwrap().current.session;
        assert_eq!(session.generation, 1, "{round}");
        assert!(world.told.kinds().is_empty(), "{round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_uses_of_a_copy_at_once_the_owner_is_told_of_one() {
    let (world, signed_in, renewed) = rotated().await;
    resume(&world, &renewed).await.unwrap();
    world.after(HOUR);

    let resumed = at_once(&world, 16, |_| {
        let (users, cookie) = (world.users.clone(), signed_in.cookie.clone());
        async move { users.resume(&cookie, &visitor()).await.unwrap().is_some() }
    })
    .await;

    assert!(resumed.into_iter().all(|resumed| !resumed));
    assert_eq!(world.queued().await.len(), 1);
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REUSED]);
}
