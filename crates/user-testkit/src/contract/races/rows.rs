//! Races for what can be had once, and for what many may do.

use user_core::domain::{Acceptance, PasswordHash, Purpose, QueuedMail};
use user_core::ports::{
    Changes, InvitationChange, MailChange, Purge, RoleChange, SessionChange, TokenChange, UserChange,
};

use super::{CALLERS, ROUNDS, one_won, race, race_commits};
use crate::altered;
use crate::contract::probe::{
    Outcome, Subject, commit, insert, insert_invitation, insert_session, insert_token, inserting, invitation,
    session, token, user,
};
use crate::contract::samples::{self, active, event, mail, minutes, noon, pending, role};

/// One token is claimed by exactly one of many, and the effect in the winner's commit is the only one.
pub async fn one_token_is_claimed_by_one_caller(store: Subject) {
    for round in 0..ROUNDS {
        let ada = active(&format!("ada{round}"));
        insert(&store, &ada).await;
        let link = samples::token(&ada, Purpose::RESET_PASSWORD);
        insert_token(&store, &link).await;

        let outcomes = race_commits(&store, |number| {
            Changes::none()
                .with(TokenChange::Claim { id: link.id, purpose: link.purpose, at: noon() })
                .with(UserChange::SetPassword(ada.id, PasswordHash::new(format!("plain${number}"))))
                .with(SessionChange::Insert(samples::session(&ada)))
                .with(event(&ada))
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Gone);
        let hash = user(&store, ada.id).await.password_hash.expect("a hash");
        assert_eq!(hash.reveal(), format!("plain${winner}"));
        assert_eq!(store.sessions_of(&ada.id, 100).await.expect("a look-up").len(), 1);
        assert_eq!(store.events_of(&ada.id, 99).await.expect("a look-up").len(), 1);
        assert_eq!(token(&store, link.id).await, Some(altered(link, |token| token.used_at = Some(noon()))));
    }
}

/// One generation of a session is renewed by exactly one of many; the rest are told `Gone`. That the cookie before was
/// presented at the same moment never marks the new one as presented.
pub async fn one_generation_is_renewed_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let sample = samples::session(&ada);
    insert_session(&store, &sample).await;

    for generation in (0..).take(ROUNDS) {
        let rotate = SessionChange::Rotate { id: sample.id, generation };
        let presented = SessionChange::Presented { id: sample.id, generation, at: noon() };
        let outcomes = race_commits(&store, |_| {
            Changes::none().with(presented.clone()).with(rotate.clone()).with(presented.clone())
        })
        .await;

        one_won(&outcomes, Outcome::Gone);
        let expected = altered(sample.clone(), |session| {
            session.generation = generation + 1;
            session.presented_at = None;
        });
        assert_eq!(session(&store, sample.id).await, Some(expected));
    }
}

/// One session is ended by exactly one of many; the rest are told `Gone`.
pub async fn one_session_is_ended_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for _ in 0..ROUNDS {
        let sample = samples::session(&ada);
        insert_session(&store, &sample).await;
        let outcomes = race_commits(&store, |number| {
            let owned = number % 2 == 0;
            let end = SessionChange::EndOwned(ada.id, sample.id);
            Changes::none().with(if owned { end } else { SessionChange::End(sample.id) })
        })
        .await;

        one_won(&outcomes, Outcome::Gone);
    }
}

/// One invitation is accepted by exactly one of many; the rest are told `Gone`.
pub async fn one_invitation_is_accepted_by_one_caller(store: Subject) {
    for _ in 0..ROUNDS {
        let open = samples::invitation("ada@example.com");
        insert_invitation(&store, &open).await;
        let everyone: Vec<_> = (0..CALLERS).map(|_| samples::user_id()).collect();

        let outcomes = race_commits(&store, |number| {
            let accept = InvitationChange::Accept { id: open.id, by: everyone[number], at: noon() };
            Changes::none().with(accept)
        })
        .await;

        let by = everyone[one_won(&outcomes, Outcome::Gone)];
        let accepted = Some(Acceptance { at: noon(), by });
        assert_eq!(
            invitation(&store, open.id).await,
            Some(altered(open, |invitation| invitation.accepted = accepted))
        );
    }
}

/// Of many moments at which a session was seen, the latest stays.
pub async fn the_latest_moment_seen_stays(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for _ in 0..ROUNDS {
        let sample = samples::session(&ada);
        insert_session(&store, &sample).await;
        let moment = |number: usize| minutes(i64::try_from(number * 7 % CALLERS).unwrap_or_default());
        let outcomes = race_commits(&store, |number| {
            Changes::none().with(SessionChange::Seen(sample.id, moment(number)))
        })
        .await;

        assert_eq!(outcomes, [Outcome::Done; CALLERS]);
        let kept = session(&store, sample.id).await.expect("the session");
        assert_eq!(kept.last_seen_at, minutes(15));
    }
}

/// A role granted by many at once is granted, to every one of them.
pub async fn one_role_is_granted_by_many(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for round in 0..ROUNDS {
        let granted = role(&format!("role{round}"));
        let outcomes =
            race_commits(&store, |_| Changes::none().with(RoleChange::Grant(ada.id, granted.clone()))).await;

        assert_eq!(outcomes, [Outcome::Done; CALLERS]);
        assert_eq!(user(&store, ada.id).await.roles.len(), round + 1);
    }
}

/// No mail is lent to two of many couriers, and none is left behind.
pub async fn no_mail_is_lent_twice(store: Subject) {
    for round in 0..ROUNDS {
        let mails: Vec<QueuedMail> = (0..40).map(|_| mail()).collect();
        let queued = mails.iter().map(|mail| MailChange::Queue(Box::new(mail.clone())).into());
        commit(&store, Changes::of(queued)).await;
        let now = minutes(i64::try_from(round).unwrap_or_default());

        let lent = race(&store, |store, _| async move {
            let mut mine = Vec::new();
            for _ in 0..3 {
                mine.extend(store.lease_mail(now, minutes(1_000), 2).await.expect("a lease"));
            }
            mine
        })
        .await;
        let rest = store.lease_mail(now, minutes(1_000), 1_000).await.expect("a lease");

        let mut ids: Vec<_> = lent.into_iter().flatten().chain(rest).map(|mail| mail.id).collect();
        ids.sort();
        assert_eq!(ids, mails.iter().map(|mail| mail.id).collect::<Vec<_>>());
    }
}

/// Many who purge at once never fail, and together count each row once.
pub async fn a_row_is_purged_once(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let all = Purge::before(minutes(1_000_000));

    for round in 0..ROUNDS {
        let mut rows = Changes::none();
        for number in 0..10 {
            rows.add(inserting(&pending(&format!("r{round}n{number}"))));
            rows.add(SessionChange::Insert(samples::session(&ada)));
            rows.add(TokenChange::Insert(samples::token(&ada, Purpose::CONFIRM_EMAIL)));
            rows.add(event(&ada));
        }
        commit(&store, rows).await;

        let counts =
            race(&store, |store, _| async move { store.purge(all, 3).await.expect("a purge") }).await;
        let rest = store.purge(all, 1_000).await.expect("a purge");

        assert_eq!(counts.iter().sum::<u64>() + rest, 40, "{counts:?} and then {rest}");
        assert_eq!(store.users(None, 9).await.expect("a look-up").len(), 1);
    }
}
