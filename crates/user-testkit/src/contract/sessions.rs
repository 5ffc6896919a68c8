//! Sentences about sessions.

use user_core::domain::{Factor, Proofs, Session, User};
use user_core::ports::SessionChange;

use super::probe::{Outcome, Subject, commit, insert, insert_session, outcome, portrait, session};
use super::samples::{self, TICK, active, minutes, noon, role, session_id, user_id};
use crate::altered;

async fn with_sessions(store: &Subject, name: &str, count: usize) -> (User, Vec<Session>) {
    let owner = active(name);
    insert(store, &owner).await;
    let sessions: Vec<Session> = (0..count).map(|_| samples::session(&owner)).collect();
    for sample in &sessions {
        insert_session(store, sample).await;
    }
    (owner, sessions)
}

async fn assert_kept(store: &Subject, sessions: &[Session]) {
    for sample in sessions {
        assert_eq!(session(store, sample.id).await.as_ref(), Some(sample));
    }
}

/// A session comes back as it went in: long descriptions in any script, IPv4, IPv6 and nothing.
pub async fn a_session_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let plain = samples::session(&ada);
    let full = altered(samples::session(&ada), |session| {
        session.generation = 4_000_000_000;
        session.presented_at = None;
        session.created_at = minutes(-3);
        session.last_seen_at = minutes(-2) - TICK;
        session.expires_at = minutes(1_000_000);
        session.persistent = true;
        session.proofs = Proofs::of(Factor::EMAIL, minutes(-1) + TICK);
        session.user_agent = Some("\u{1f98a}".repeat(255));
        session.address = Some("2001:db8:0:1234:5678:9abc:def0:1234".parse().expect("an address"));
    });
    let mapped = altered(samples::session(&ada), |session| {
        session.address = Some("::ffff:192.0.2.1".parse().expect("an address"));
        session.user_agent = Some(" Moz'\"\\%_; -- \t ".to_owned());
    });
    let four = altered(samples::session(&ada), |session| {
        session.address = Some("192.0.2.255".parse().expect("an address"));
    });

    for sample in [plain, full, mapped, four] {
        insert_session(&store, &sample).await;
        assert_eq!(session(&store, sample.id).await, Some(sample));
    }
}

/// A session is found with its whole user; an expired one too, for the store judges no time. An unknown id finds none.
pub async fn a_session_is_found_with_its_user(store: Subject) {
    let ada = altered(active("ada"), |user| user.roles = [role("admin"), role("editor")].into());
    insert(&store, &ada).await;
    let expired = altered(samples::session(&ada), |session| session.expires_at = minutes(-1_000));
    insert_session(&store, &expired).await;

    let (found, owner) = store.session(&expired.id).await.expect("a look-up").expect("the session");

    assert_eq!(found, expired);
    assert_eq!(portrait(&owner), portrait(&ada));
    assert!(store.session(&session_id()).await.expect("a look-up").is_none());
}

/// A user's sessions are listed latest seen first, those seen at one moment by id, and no more than were asked for.
pub async fn sessions_are_listed_latest_seen_first(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let seen = |at| altered(samples::session(&ada), |session| session.last_seen_at = at);
    let samples = [seen(noon()), seen(noon() + TICK), seen(minutes(-5)), seen(noon())];
    for sample in samples.iter().rev() {
        insert_session(&store, sample).await;
    }
    insert_session(&store, &samples::session(&bob)).await;

    let listed = store.sessions_of(&ada.id, 100).await.expect("a look-up");

    let [first, latest, oldest, second] = samples;
    assert_eq!(store.sessions_of(&ada.id, 2).await.expect("a look-up"), [latest.clone(), first.clone()]);
    assert_eq!(listed, [latest, first, second, oldest]);
    assert!(store.sessions_of(&user_id(), 100).await.expect("a look-up").is_empty());
}

/// A session of nobody is refused as `Gone`.
pub async fn a_session_of_nobody_is_gone(store: Subject) {
    let stray = samples::session(&active("nobody"));

    assert_eq!(outcome(&store, SessionChange::Insert(stray.clone())).await, Outcome::Gone);
    assert_eq!(session(&store, stray.id).await, None);
}

/// `Seen` moves the moment forward and never back; an ended session stays ended.
pub async fn being_seen_never_goes_back_and_revives_nothing(store: Subject) {
    let (_, sessions) = with_sessions(&store, "ada", 2).await;
    let (seen, ended) = (&sessions[0], &sessions[1]);
    commit(&store, SessionChange::End(ended.id)).await;

    for at in [minutes(3), minutes(3), minutes(2), minutes(-2)] {
        commit(&store, SessionChange::Seen(seen.id, at)).await;
        commit(&store, SessionChange::Seen(ended.id, at)).await;
    }

    let expected = altered(seen.clone(), |session| session.last_seen_at = minutes(3));
    assert_eq!(session(&store, seen.id).await, Some(expected));
    assert_eq!(session(&store, ended.id).await, None);
}

/// `Rotate` moves the generation by one from the one named, and from no other: `Gone`. Ended: `Gone`. `Presented` then
/// notes the first moment at which the new generation came back, and nothing about any other.
pub async fn a_session_is_renewed_from_the_generation_named_and_no_other(store: Subject) {
    let (_, sessions) = with_sessions(&store, "ada", 2).await;
    let sample = &sessions[0];
    let rotate = |generation| SessionChange::Rotate { id: sample.id, generation };

    assert_eq!(outcome(&store, rotate(1)).await, Outcome::Gone);
    commit(&store, rotate(0)).await;
    assert_eq!(outcome(&store, rotate(0)).await, Outcome::Gone);

    let renewed = altered(sample.clone(), |session| {
        session.generation = 1;
        session.presented_at = None;
    });
    let presented = |generation, at| SessionChange::Presented { id: sample.id, generation, at };
    for generation in [0, 2] {
        commit(&store, presented(generation, minutes(8))).await;
        assert_eq!(session(&store, sample.id).await.as_ref(), Some(&renewed));
    }
    for at in [minutes(8), minutes(7), minutes(9)] {
        commit(&store, presented(1, at)).await;
    }
    let expected = altered(renewed, |session| session.presented_at = Some(minutes(8)));
    assert_eq!(session(&store, sample.id).await, Some(expected));
    assert_kept(&store, &sessions[1..]).await;
    commit(&store, SessionChange::End(sample.id)).await;
    assert_eq!(outcome(&store, rotate(1)).await, Outcome::Gone);
    commit(&store, presented(1, minutes(9))).await;
    assert_eq!(session(&store, sample.id).await, None);
}

/// `End` ends one session once; ended already, or never there: `Gone`.
pub async fn a_session_ends_once(store: Subject) {
    let (_, sessions) = with_sessions(&store, "ada", 2).await;

    commit(&store, SessionChange::End(sessions[0].id)).await;

    assert_eq!(session(&store, sessions[0].id).await, None);
    assert_eq!(outcome(&store, SessionChange::End(sessions[0].id)).await, Outcome::Gone);
    assert_eq!(outcome(&store, SessionChange::End(session_id())).await, Outcome::Gone);
    assert_kept(&store, &sessions[1..]).await;
}

/// `EndOwned` ends a session of that user only: another's is `Gone` and goes on.
pub async fn a_session_is_ended_only_by_its_owner(store: Subject) {
    let (ada, sessions) = with_sessions(&store, "ada", 2).await;
    let (bob, bobs) = with_sessions(&store, "bob", 1).await;

    assert_eq!(outcome(&store, SessionChange::EndOwned(bob.id, sessions[0].id)).await, Outcome::Gone);
    assert_kept(&store, &sessions).await;
    commit(&store, SessionChange::EndOwned(ada.id, sessions[0].id)).await;
    assert_eq!(outcome(&store, SessionChange::EndOwned(ada.id, sessions[0].id)).await, Outcome::Gone);

    assert_eq!(session(&store, sessions[0].id).await, None);
    assert_kept(&store, &sessions[1..]).await;
    assert_kept(&store, &bobs).await;
}

/// `EndOthers` ends all sessions of the user but the one named, and no other user's; none to end is accepted.
pub async fn ending_the_others_keeps_this_one(store: Subject) {
    let (ada, sessions) = with_sessions(&store, "ada", 3).await;
    let (_, bobs) = with_sessions(&store, "bob", 1).await;

    for _ in 0..2 {
        commit(&store, SessionChange::EndOthers(ada.id, sessions[1].id)).await;
    }

    let left = store.sessions_of(&ada.id, 100).await.expect("a look-up");
    assert_eq!(left, sessions[1..2]);
    assert_kept(&store, &bobs).await;
    commit(&store, SessionChange::EndOthers(ada.id, bobs[0].id)).await;
    assert!(store.sessions_of(&ada.id, 100).await.expect("a look-up").is_empty());
    assert_kept(&store, &bobs).await;
}

/// `KeepLatest` ends the sessions of the user beyond those that were seen latest, and no other user's; where there are
/// no more, none.
pub async fn only_the_sessions_seen_latest_are_kept(store: Subject) {
    let (ada, sessions) = with_sessions(&store, "ada", 5).await;
    let (_, bobs) = with_sessions(&store, "bob", 2).await;
    for (session, later) in sessions.iter().zip([4, 1, 5, 2, 3]) {
        commit(&store, SessionChange::Seen(session.id, minutes(later))).await;
    }

    for (most, expected) in [(5, vec![2, 0, 4, 3, 1]), (3, vec![2, 0, 4]), (3, vec![2, 0, 4]), (1, vec![2])] {
        commit(&store, SessionChange::KeepLatest { user: ada.id, most }).await;

        let left = store.sessions_of(&ada.id, 100).await.expect("a look-up");
        let expected: Vec<_> = expected.into_iter().map(|index: usize| sessions[index].id).collect();
        assert_eq!(left.iter().map(|session| session.id).collect::<Vec<_>>(), expected, "{most}");
    }
    assert_kept(&store, &bobs).await;
}

/// `EndAll` ends all sessions of the user and no other's; none to end is accepted.
pub async fn ending_all_ends_all_of_that_user(store: Subject) {
    let (ada, _) = with_sessions(&store, "ada", 3).await;
    let (_, bobs) = with_sessions(&store, "bob", 1).await;

    for _ in 0..2 {
        commit(&store, SessionChange::EndAll(ada.id)).await;
    }

    assert!(store.sessions_of(&ada.id, 100).await.expect("a look-up").is_empty());
    assert_kept(&store, &bobs).await;
}
