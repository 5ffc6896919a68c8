//! Sentences about time that is told: each is tried long before now and long after, so that a store that judges by a clock
//! of its own keeps one half of it and breaks the other.

use chrono::{DateTime, TimeDelta, Utc};
use user_core::domain::{Invitation, MailId, Purpose, QueuedMail, Session, Token, User};
use user_core::ports::{InvitationChange, MailChange, Purge, SessionChange, TokenChange, UserChange};

use super::probe::{
    Outcome, Subject, commit, insert, insert_invitation, insert_session, insert_token, outcome, session,
    token,
};
use super::purge::nothing;
use super::samples::{self, TICK, active, eras, mail, pending, user_id};

fn after(moment: DateTime<Utc>, minutes: i64) -> DateTime<Utc> {
    moment + TimeDelta::minutes(minutes)
}

/// A mail is lent from the moment it is due until the lease ends, by the moments that are named, whatever the year.
pub async fn a_lease_is_judged_by_the_moments_named(store: Subject) {
    for now in eras() {
        let (due, later) =
            (QueuedMail { due_at: now, ..mail() }, QueuedMail { due_at: now + TICK, ..mail() });
        for queued in [&due, &later] {
            commit(&store, MailChange::Queue(Box::new(queued.clone()))).await;
        }
        let lease = async |at: DateTime<Utc>| -> Vec<MailId> {
            let lent = store.lease_mail(at, after(at, 5), 9).await.expect("a lease");
            lent.into_iter().map(|mail| mail.id).collect()
        };

        assert!(lease(now - TICK).await.is_empty(), "nothing is due before {now}");
        assert_eq!(lease(now).await, [due.id]);
        assert_eq!(lease(now + TICK).await, [later.id]);
        assert!(lease(after(now, 5) - TICK).await.is_empty(), "both are lent");
        assert_eq!(lease(after(now, 5)).await, [due.id]);
        for lent in [(due.id, after(now, 10)), (later.id, after(now, 5) + TICK)] {
            let lease = user_core::ports::MailLease { mail: lent.0, until: lent.1 };
            commit(&store, MailChange::Sent(lease)).await;
        }
    }
}

/// A token is claimed in the microsecond before it expires and refused from then on, whatever the year.
pub async fn a_token_is_claimed_by_the_moment_named(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    for end in eras() {
        let made = || Token { expires_at: end, ..samples::token(&ada, Purpose::RESET_PASSWORD) };
        let (late, early) = (made(), made());
        for link in [&late, &early] {
            insert_token(&store, link).await;
        }
        let claim = |link: &Token, at| TokenChange::Claim { id: link.id, purpose: link.purpose, at };

        assert_eq!(outcome(&store, claim(&late, end)).await, Outcome::Gone, "{end}");
        commit(&store, claim(&early, end - TICK)).await;

        assert_eq!(token(&store, late.id).await, Some(late));
    }
}

/// An invitation is accepted in the microsecond before it expires and refused from then on, whatever the year.
pub async fn an_invitation_is_accepted_by_the_moment_named(store: Subject) {
    for (number, end) in eras().into_iter().enumerate() {
        let made = |name: &str| {
            let open = samples::invitation(&format!("{name}{number}@example.com"));
            Invitation { expires_at: end, ..open }
        };
        let (late, early) = (made("late"), made("early"));
        for open in [&late, &early] {
            insert_invitation(&store, open).await;
        }
        let accept = |open: &Invitation, at| InvitationChange::Accept { id: open.id, by: user_id(), at };

        assert_eq!(outcome(&store, accept(&late, end)).await, Outcome::Gone, "{end}");
        commit(&store, accept(&early, end - TICK)).await;
    }
}

/// A session is found, listed and seen until it is ended, whatever the year it expires in.
pub async fn a_session_is_judged_by_nobody_but_the_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    for now in eras() {
        let (created_at, last_seen_at, expires_at) = (now, now, after(now, 60));
        let open = Session { created_at, last_seen_at, expires_at, ..samples::session(&ada) };
        insert_session(&store, &open).await;

        commit(&store, SessionChange::Seen(open.id, after(now, 9))).await;

        let seen = Session { last_seen_at: after(now, 9), ..open.clone() };
        assert_eq!(session(&store, open.id).await.as_ref(), Some(&seen));
        assert_eq!(store.sessions_of(&ada.id, 9).await.expect("a look-up"), [seen]);
        commit(&store, SessionChange::End(open.id)).await;
        assert_eq!(session(&store, open.id).await, None);
    }
}

/// A purge takes what lies before the moments that are named and nothing after them, whatever the year; so are users told
/// whose deletion is due.
pub async fn a_purge_is_judged_by_the_moments_named(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    for (number, now) in eras().into_iter().enumerate() {
        let ending = |expires_at| Session { expires_at, ..samples::session(&ada) };
        let expiring = |expires_at| Token { expires_at, ..samples::token(&ada, Purpose::RESET_PASSWORD) };
        let waiting = |name: &str, created_at| User { created_at, ..pending(&format!("{name}{number}")) };
        let (over, open) = ((ending(now - TICK), expiring(now - TICK)), (ending(now), expiring(now)));
        for (ending, expiring) in [&over, &open] {
            insert_session(&store, ending).await;
            insert_token(&store, expiring).await;
        }
        insert(&store, &waiting("old", now - TICK)).await;
        insert(&store, &waiting("new", now)).await;
        commit(&store, UserChange::ScheduleDeletion(ada.id, Some(now))).await;
        let before = Purge { sessions: now, tokens: now, pending_users: now, ..nothing() };

        assert_eq!(store.purge(before, 9).await.expect("a purge"), 3, "{now}");

        assert_eq!((session(&store, over.0.id).await, token(&store, over.1.id).await), (None, None));
        assert_eq!(session(&store, open.0.id).await.as_ref(), Some(&open.0));
        assert_eq!(token(&store, open.1.id).await.as_ref(), Some(&open.1));
        let due = async |at| store.users_to_delete(at, None, 9).await.expect("a look-up").len();
        assert_eq!((due(now - TICK).await, due(now).await), (0, 1), "{now}");
        commit(&store, SessionChange::End(open.0.id)).await;
        commit(&store, UserChange::ScheduleDeletion(ada.id, None)).await;
        let rest = Purge { tokens: now + TICK, pending_users: now + TICK, ..nothing() };
        assert_eq!(store.purge(rest, 9).await.expect("a purge"), 2, "{now}");
    }
}
