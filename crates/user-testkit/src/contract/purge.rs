//! Sentences about what is over.

use chrono::{DateTime, Utc};
use user_core::domain::{Purpose, Session, User, UserStatus};
use user_core::ports::{MailChange, MailState, Purge};

use super::probe::{
    Subject, challenge, commit, credentials_of, find, insert, insert_challenge, insert_credential,
    insert_session, insert_token, session, token, user,
};
use super::samples::{
    self, TICK, active, confirmed, event_at, event_of_nobody, mail, mail_about, minutes, noon, pending,
};
use crate::altered;

/// Long before anything: purges nothing.
pub(super) fn nothing() -> Purge {
    Purge::before(minutes(-1_000_000))
}

async fn purge(store: &Subject, before: Purge, limit: u32) -> u64 {
    store.purge(before, limit).await.expect("a purge")
}

/// Sessions go that expired before the moment, not at it, whether persistent or not.
pub async fn sessions_that_expired_before_the_moment_go(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let expiring = |at, persistent| {
        altered(samples::session(&ada), |session| {
            session.expires_at = at;
            session.persistent = persistent;
        })
    };
    let gone = [expiring(noon() - TICK, true), expiring(minutes(-9), false)];
    let kept = [expiring(noon(), true), expiring(noon(), false), expiring(minutes(9), false)];
    for sample in gone.iter().chain(&kept) {
        insert_session(&store, sample).await;
    }

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.sessions = noon()), 100).await, 2);

    for sample in gone {
        assert_eq!(session(&store, sample.id).await, None);
    }
    for sample in kept {
        assert_eq!(session(&store, sample.id).await, Some(sample));
    }
}

/// Sessions go that were last seen before the moment for their kind: persistent or not.
pub async fn idle_sessions_go_each_kind_at_its_own_moment(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let seen = |at, persistent| {
        altered(samples::session(&ada), |session| {
            session.last_seen_at = at;
            session.persistent = persistent;
        })
    };
    let closed = seen(noon() - TICK, false);
    let remembered = seen(minutes(-9) - TICK, true);
    let kept = [seen(noon(), false), seen(noon() - TICK, true), seen(minutes(-9), true)];
    for sample in kept.iter().chain([&closed, &remembered]) {
        insert_session(&store, sample).await;
    }

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.sessions_idle = noon()), 100).await, 1);
    assert_eq!(session(&store, closed.id).await, None);
    assert_eq!(session(&store, remembered.id).await.as_ref(), Some(&remembered));
    assert_eq!(purge(&store, altered(nothing(), |purge| purge.remembered_idle = minutes(-9)), 100).await, 1);

    assert_eq!(session(&store, remembered.id).await, None);
    for sample in kept {
        assert_eq!(session(&store, sample.id).await, Some(sample));
    }
}

/// Tokens go that expired or were used before the moment, not at it.
pub async fn tokens_that_expired_or_were_used_before_the_moment_go(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let made = |expires_at: DateTime<Utc>, used_at: Option<DateTime<Utc>>| {
        altered(samples::token(&ada, Purpose::CONFIRM_EMAIL), |token| {
            token.expires_at = expires_at;
            token.used_at = used_at;
        })
    };
    let gone = [
        made(noon() - TICK, None),
        made(minutes(60), Some(noon() - TICK)),
        made(minutes(-9), Some(minutes(-9))),
    ];
    let kept = [made(noon(), None), made(noon(), Some(noon())), made(minutes(60), None)];
    for sample in gone.iter().chain(&kept) {
        insert_token(&store, sample).await;
    }

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.tokens = noon()), 100).await, 3);

    for sample in gone {
        assert_eq!(token(&store, sample.id).await, None);
    }
    for sample in kept {
        assert_eq!(token(&store, sample.id).await, Some(sample));
    }
}

/// Credentials go that expired before the moment, not at it; those that never expire stay.
pub async fn credentials_that_expired_before_the_moment_go(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let expiring = |at| {
        let mut code = samples::credential(&ada);
        code.expires_at = at;
        code
    };
    let gone = [expiring(Some(noon() - TICK)), expiring(Some(minutes(-9)))];
    let kept = [expiring(Some(noon())), expiring(Some(minutes(9))), expiring(None)];
    for sample in gone.iter().chain(&kept) {
        insert_credential(&store, sample).await;
    }

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.credentials = noon()), 100).await, 2);

    assert_eq!(credentials_of(&store, ada.id).await, kept);
}

/// Challenges go that expired before the moment, not at it, used or not.
pub async fn challenges_that_expired_before_the_moment_go(store: Subject) {
    let made = |expires_at, used_at| {
        let mut step = samples::challenge();
        (step.expires_at, step.used_at) = (expires_at, used_at);
        step
    };
    let gone = [made(noon() - TICK, None), made(minutes(-9), Some(minutes(-8)))];
    let kept = [made(noon(), None), made(minutes(9), Some(minutes(-9)))];
    for sample in gone.iter().chain(&kept) {
        insert_challenge(&store, sample).await;
    }

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.challenges = noon()), 100).await, 2);

    for sample in gone {
        assert_eq!(challenge(&store, sample.id).await, None);
    }
    for sample in kept {
        assert_eq!(challenge(&store, sample.id).await, Some(sample));
    }
}

/// Events go that were recorded before the moment, not at it, those of nobody too.
pub async fn events_recorded_before_the_moment_go(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let kept = [event_at(&ada, minutes(1)), event_at(&ada, noon())];
    commit(&store, event_of_nobody(minutes(-9))).await;
    commit(&store, event_at(&ada, noon() - TICK)).await;
    for sample in &kept {
        commit(&store, sample.clone()).await;
    }

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.events = noon()), 100).await, 2);

    assert_eq!(store.events_of(&ada.id, 10).await.expect("a look-up"), kept);
}

/// Pending users go that were made before the moment, have not signed in since and have no session that was seen since,
/// with all that is theirs, which is not counted; users in use, disabled ones and those who proved an address stay.
/// What events tell changes nothing.
pub async fn pending_users_made_before_the_moment_go(store: Subject) {
    let made = |name: &str, at| altered(pending(name), |user| user.created_at = at);
    let used = |name: &str, at| altered(made(name, minutes(-99)), |user| user.last_signed_in_at = Some(at));
    let gone = made("gone", noon() - TICK);
    let left = used("left", noon() - TICK);
    let visiting = used("visiting", minutes(-99));
    commit(&store, event_at(&left, noon())).await;
    let kept = [
        used("used", noon()),
        visiting.clone(),
        made("later", noon()),
        altered(made("active", minutes(-99)), |user| user.status = UserStatus::Active),
        altered(made("disabled", minutes(-99)), |user| user.status = UserStatus::Disabled),
        altered(made("proven", minutes(-99)), |user| user.emails = vec![confirmed("proven@example.com")]),
    ];
    for someone in kept.iter().chain([&gone, &left]) {
        insert(&store, someone).await;
    }
    insert_session(&store, &altered(samples::session(&visiting), |session| session.last_seen_at = noon()))
        .await;
    insert_session(&store, &old_session(&left)).await;
    let (link, visit, stranger) = (samples::token(&gone, Purpose::CONFIRM_EMAIL), old_session(&gone), mail());
    insert_token(&store, &link).await;
    insert_session(&store, &visit).await;
    commit(&store, MailChange::Queue(Box::new(mail_about(&gone)))).await;
    commit(&store, MailChange::Queue(Box::new(stranger.clone()))).await;

    assert_eq!(purge(&store, altered(nothing(), |purge| purge.pending_users = noon()), 100).await, 2);

    assert!(find(&store, gone.id).await.is_none() && find(&store, left.id).await.is_none());
    assert_eq!(token(&store, link.id).await, None);
    assert_eq!(session(&store, visit.id).await, None);
    assert_eq!(store.mails(MailState::Waiting, 10).await.expect("a look-up"), [stranger]);
    for someone in kept {
        user(&store, someone.id).await;
    }
}

/// Last seen a tick before noon.
fn old_session(user: &User) -> Session {
    altered(samples::session(user), |session| session.last_seen_at = noon() - TICK)
}

/// A purge takes up to the limit of each kind and tells how many went; again and again, until nothing is left.
pub async fn a_purge_takes_up_to_its_limit_of_each_kind(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    for number in 0..5 {
        insert_session(&store, &samples::session(&ada)).await;
        insert_token(&store, &samples::token(&ada, Purpose::CONFIRM_EMAIL)).await;
        insert_challenge(&store, &samples::challenge()).await;
        let mut code = samples::credential(&ada);
        code.expires_at = Some(noon());
        insert_credential(&store, &code).await;
        commit(&store, samples::event(&ada)).await;
        insert(&store, &pending(&format!("pending{number}"))).await;
    }
    let all = Purge::before(minutes(1_000_000));

    assert_eq!(purge(&store, nothing(), 100).await, 0);
    assert_eq!(purge(&store, all, 0).await, 0);
    for expected in [12, 12, 6, 0] {
        assert_eq!(purge(&store, all, 2).await, expected);
    }

    assert_eq!(store.users(None, 10).await.expect("a look-up").len(), 1);
}
