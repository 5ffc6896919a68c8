//! Sessions: resumed, listed, ended.

use user_core::domain::{EventKind, Session, SessionId, UserStatus};
use user_core::flows::{Current, RegisterForm, RevokeSessionError, SignInForm};
use user_core::ports::{Changes, Store, UserChange};
use user_core::seal::{Label, Secret};
use user_core::settings::Identifiers;
use user_testkit::signed_in;

use crate::world::{
    DAY, HOUR, INSTANT, MINUTE, PASSWORD, World, address, at_once, credentials, registration, visitor,
};

#[tokio::test]
async fn what_is_no_cookie_of_ours_is_refused_before_any_query() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let cookie = &signed_in.cookie;
    let seals = world.users.seals();
    let too_short = seals.seal(Label::Session, signed_in.session.id.as_bytes());
    let too_long = seals.seal(Label::Session, &[1; 21]);
    let flipped = if cookie.starts_with('A') { "B" } else { "A" }.to_owned() + &cookie[1..];
    let before = world.snapshot().await;

    for garbage in
        ["", "garbage", &cookie[1..], &flipped, &signed_in.device, &too_short, &too_long, &"A".repeat(9_999)]
    {
        assert!(world.visit(garbage).await.is_none(), "{garbage}");
        assert!(world.users.session_id(garbage).is_none(), "{garbage}");
    }

    assert!(world.store.take_calls().is_empty());
    assert_eq!(world.snapshot().await, before);
    let others = world.restarted(Secret::new([8; 32]).unwrap(), |builder| builder);
    assert!(others.visit(cookie).await.is_none());
    assert!(world.visit(cookie).await.is_some());
}

#[tokio::test]
async fn a_cookie_of_no_session_is_nobodys() {
    let world = World::new();
    let mut payload = SessionId::from_bytes([9; 16]).as_bytes().to_vec();
    payload.extend([0; 4]);

    assert!(world.visit(&world.users.seals().seal(Label::Session, &payload)).await.is_none());
    assert!(world.recorded().is_empty());
}

#[tokio::test]
async fn s006_s007_a_session_is_resumed_with_one_look_up() {
    let world = World::new();
    let ada = world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let before = world.snapshot().await;

    let resumed = world.users.resume(&signed_in.cookie, &visitor()).await.unwrap().unwrap();

    assert_eq!((resumed.current.user.id, resumed.current.session), (ada.id, signed_in.session));
    assert!(resumed.renewed_cookie.is_none());
    assert_eq!(world.store.take_calls(), ["session"]);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_without_a_visit() {
    for (pause, alive) in [(12 * HOUR, true), (12 * HOUR + INSTANT, false)] {
        let world = World::new();
        world.member("ada").await;
        let signed_in = world.signed_in("ada").await;
        world.after(11 * HOUR);
        assert!(world.visit(&signed_in.cookie).await.is_some());
        world.after(pause);

        assert_eq!(world.visit(&signed_in.cookie).await.is_some(), alive);
        let listed = world.users.sessions(signed_in.user.id).await.unwrap().len();
        assert_eq!(listed, usize::from(alive));
    }
}

#[tokio::test]
async fn a_session_ends_after_its_lifetime_however_busy() {
    let world = World::with(|settings| settings.lifetimes.session_rotation = 365 * DAY);
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    for _ in 0..13 {
        world.after(12 * HOUR);
        assert!(world.visit(&signed_in.cookie).await.is_some());
    }

    world.after((12 * HOUR).checked_sub(INSTANT).unwrap());
    assert!(world.visit(&signed_in.cookie).await.is_some());
    world.after(INSTANT);
    assert!(world.visit(&signed_in.cookie).await.is_none());
    assert!(world.users.sessions(signed_in.user.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_remembered_session_outlives_a_pause_of_fourteen_days_and_no_longer_one() {
    for (pause, alive) in [(14 * DAY, true), (14 * DAY + INSTANT, false)] {
        let world = World::new();
        let ada = world.member("ada").await;
        let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
        let signed_in = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap());
        world.after(pause);

        assert_eq!(world.users.sessions(ada.id).await.unwrap().len(), usize::from(alive));
        assert_eq!(world.visit(&signed_in.cookie).await.is_some(), alive);
        world.users.purge_expired().await.unwrap();
        assert_eq!(world.store.inner().sessions_of(&ada.id, 100).await.unwrap().len(), usize::from(alive));
    }
}

#[tokio::test]
async fn a_remembered_session_ends_after_thirty_days_however_busy() {
    for (last, alive) in [((10 * DAY).checked_sub(INSTANT).unwrap(), true), (10 * DAY, false)] {
        let world = World::new();
        world.member("ada").await;
        let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
        let mut cookie = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap()).cookie;
        for _ in 0..2 {
            world.after(10 * DAY);
            let resumed = world.users.resume(&cookie, &visitor()).await.unwrap().unwrap();
            cookie = resumed.renewed_cookie.unwrap_or(cookie);
        }
        world.after(last);

        assert_eq!(world.visit(&cookie).await.is_some(), alive);
    }
}

#[tokio::test]
async fn the_sessions_of_a_disabled_user_are_over() {
    let world = World::new();
    let ada = world.member("ada").await;
    let (one, other) = (world.signed_in("ada").await, world.signed_in("ada").await);
    world.disable("ada").await;

    for cookie in [&one.cookie, &other.cookie] {
        assert!(world.visit(cookie).await.is_none());
    }
    world.users.enable_user(ada.id).await.unwrap();
    assert!(world.visit(&one.cookie).await.is_none());
}

#[tokio::test]
async fn a_session_that_somehow_survived_its_user_being_disabled_opens_nothing() {
    let world = World::new();
    let ada = world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    world.write(Changes::none().with(UserChange::SetStatus(ada.id, UserStatus::Disabled))).await;

    assert!(world.visit(&signed_in.cookie).await.is_none());
}

#[tokio::test]
async fn s116_an_unconfirmed_user_is_not_signed_in_where_that_is_not_allowed() {
    let lenient = World::with(|settings| settings.sign_in.before_confirmation = true);
    lenient.newcomer("ada").await;
    let signed_in = lenient.signed_in("ada").await;
    let strict = lenient.restarted_with(|settings| settings.sign_in.before_confirmation = false);

    assert!(strict.visit(&signed_in.cookie).await.is_none());
    assert!(lenient.visit(&signed_in.cookie).await.is_some());
}

#[tokio::test]
async fn that_a_user_was_seen_is_written_at_most_once_a_minute() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let start = world.now();

    world.after(MINUTE.checked_sub(INSTANT).unwrap());
    world.visit(&signed_in.cookie).await.unwrap();
    assert_eq!(world.store.take_calls(), ["session"]);

    world.after(INSTANT);
    let current = world.visit(&signed_in.cookie).await.unwrap();
    assert_eq!(world.store.take_calls(), ["session", "commit"]);
    assert_eq!(current.session.last_seen_at, start + MINUTE);
    assert_eq!(world.users.sessions(current.user.id).await.unwrap()[0].last_seen_at, start + MINUTE);

    world.store.take_calls();
    world.visit(&signed_in.cookie).await.unwrap();
    assert_eq!(world.store.take_calls(), ["session"]);
}

#[tokio::test]
async fn a_store_that_is_down_is_a_failure_and_not_a_visitor_without_a_session() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    world.store.break_down();

    assert!(world.users.resume(&signed_in.cookie, &visitor()).await.is_err());
    assert!(world.users.resume("garbage", &visitor()).await.unwrap().is_none());
    assert!(world.users.ready().await.is_err());
}

#[tokio::test]
async fn s059_s066_s108_signing_out_ends_the_session_and_no_other() {
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        world.member("ada").await;
        let other = world.signed_in("ada").await;
        let signed_in = world.signed_in("ada").await;
        let current = world.visit(&signed_in.cookie).await.unwrap();

        world.users.sign_out(&current, &visitor()).await.unwrap();

        assert!(world.visit(&signed_in.cookie).await.is_none());
        assert!(world.visit(&other.cookie).await.is_some());
        assert_eq!(world.told.kinds(), [EventKind::USER_SIGNED_OUT]);
    }
}

#[tokio::test]
async fn signing_out_twice_is_as_good_as_once_and_recorded_once() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.users.sign_out(&current, &visitor()).await.unwrap();
    let before = world.snapshot().await;

    world.users.sign_out(&current, &visitor()).await.unwrap();

    assert_eq!(world.snapshot().await, before);
    assert_eq!(world.told.kinds(), [EventKind::USER_SIGNED_OUT]);
}

#[tokio::test]
async fn a_session_that_ended_is_not_revived_by_a_slow_request() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let current = world.visit(&signed_in.cookie).await.unwrap();
    world.after(2 * MINUTE);
    world.users.sign_out(&current, &visitor()).await.unwrap();

    assert!(world.visit(&signed_in.cookie).await.is_none());
    assert!(world.users.sessions(current.user.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn sessions_are_listed_latest_seen_first_and_only_ones_own() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    world.signed_in("bob").await;
    let first = world.signed_in("ada").await;
    world.after(MINUTE);
    let second = world.signed_in("ada").await;
    let ids = |sessions: Vec<user_core::domain::Session>| -> Vec<SessionId> {
        sessions.iter().map(|session| session.id).collect()
    };
    assert_eq!(ids(world.users.sessions(ada.id).await.unwrap()), [second.session.id, first.session.id]);

    world.after(MINUTE);
    world.visit(&first.cookie).await.unwrap();

    assert_eq!(ids(world.users.sessions(ada.id).await.unwrap()), [first.session.id, second.session.id]);
}

#[tokio::test]
async fn nobody_ends_a_session_of_somebody_else_or_one_that_ended() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let bobs = world.signed_in("bob").await;
    let before = world.snapshot().await;

    for session in [bobs.session.id, SessionId::from_bytes([9; 16])] {
        let refusal = world.users.revoke_session(ada.id, session).await.unwrap_err();
        assert!(matches!(refusal, RevokeSessionError::Gone));
    }

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
    assert!(world.visit(&bobs.cookie).await.is_some());
}

#[tokio::test]
async fn a_user_ends_one_session_or_all_others() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let bobs = world.signed_in("bob").await;
    let mut cookies = Vec::new();
    for _ in 0..4 {
        cookies.push(world.signed_in("ada").await);
    }
    let current = world.visit(&cookies[0].cookie).await.unwrap();

    world.users.revoke_session(ada.id, cookies[1].session.id).await.unwrap();
    assert!(world.visit(&cookies[1].cookie).await.is_none());
    assert_eq!(world.users.sessions(ada.id).await.unwrap().len(), 3);

    let moved = world.users.revoke_other_sessions(&current, &visitor()).await.unwrap().unwrap();
    let left = world.users.sessions(ada.id).await.unwrap();
    assert_eq!(left, std::slice::from_ref(&moved.session));
    assert!(world.visit(&cookies[0].cookie).await.is_none(), "a copy of the cookie ends, too");
    let here = world.visit(&moved.cookie).await.unwrap().session;
    let as_before = |session: &Session| (session.created_at, session.expires_at, session.proofs.clone());
    assert_eq!(as_before(&here), as_before(&current.session), "nothing was proven by it");
    assert!(world.users.revoke_other_sessions(&current, &visitor()).await.unwrap().is_none(), "it ended");
    assert!(world.visit(&bobs.cookie).await.is_some());
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REVOKED; 2]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_end_one_session_at_once_one_does() {
    let world = World::new();
    let ada = world.member("ada").await;
    let session = world.signed_in("ada").await.session.id;

    let outcomes = at_once(&world, 16, |_| {
        let users = world.users.clone();
        async move { users.revoke_session(ada.id, session).await.is_ok() }
    })
    .await;

    assert_eq!(outcomes.into_iter().filter(|ended| *ended).count(), 1);
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REVOKED]);
}

#[tokio::test]
async fn an_account_in_use_outlasts_strangers_who_register_its_address() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    let signed_in = world.signed_in("ada").await;

    let form = RegisterForm { email: address("ada"), ..registration("stranger") };
    world.register(&form).await.unwrap();

    assert!(world.visit(&signed_in.cookie).await.is_some());
}

#[tokio::test]
async fn the_ways_in_are_changed_within_fifteen_minutes_of_a_proof() {
    for (fresh, age, close) in [
        (12 * HOUR, 15 * MINUTE, true),
        (12 * HOUR, 15 * MINUTE + INSTANT, false),
        // Never longer than the pages are shown.
        (MINUTE, MINUTE, true),
        (MINUTE, MINUTE + INSTANT, false),
    ] {
        let world = World::with(|settings| settings.lifetimes.fresh = fresh);
        world.member("ada").await;
        let current = world.current("ada").await;
        world.after(age);

        assert_eq!(world.users.is_stepped_up(&current), close, "{fresh:?} {age:?}");
    }
}

#[tokio::test]
async fn freshness_is_the_time_since_the_password_was_proven() {
    let world = World::with(|settings| settings.lifetimes.fresh = HOUR);
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let fresh = async |time| -> bool {
        world.after(time);
        let current: Current = world.visit(&signed_in.cookie).await.unwrap();
        world.users.is_fresh(&current)
    };

    assert!(fresh(HOUR).await);
    assert!(!fresh(INSTANT).await);
    let again = world.current("ada").await;
    assert!(world.users.is_fresh(&again));
}

#[tokio::test]
async fn the_session_seen_longest_ago_ends_where_there_are_too_many() {
    let world = World::with(|settings| settings.sign_in.sessions_max = 3);
    world.member("ada").await;
    world.member("eve").await;
    let of_eve = world.signed_in("eve").await.cookie;
    let mut cookies = Vec::new();
    for _ in 0..3 {
        world.after(HOUR);
        cookies.push(world.signed_in("ada").await.cookie);
    }
    world.after(HOUR);
    assert!(world.visit(&cookies[0]).await.is_some(), "seen again");

    world.after(HOUR);
    cookies.push(world.signed_in("ada").await.cookie);

    let mut lives = Vec::new();
    for cookie in &cookies {
        lives.push(world.users.is_alive(cookie).await.unwrap());
    }
    assert_eq!(lives, [true, false, true, true]);
    assert!(world.visit(&of_eve).await.is_some());
}
