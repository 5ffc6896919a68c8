//! The contract itself, tried: a store with one fault in it must break a sentence, and the same store without it none.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use user_core::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PositionedEvent, Purpose, QueuedMail, Session, SessionId, Token,
    TokenId, User, UserId, Username,
};
use user_core::ports::{
    Change, Changes, CommitError, InvitationChange, MailState, PortError, Purge, Store, TokenChange, UserKey,
};
use user_testkit::MemoryStore;
use user_testkit::contract::{Subject, clocks};

/// What is judged by the clock of the store, and not by the moment that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    Leases,
    Claims,
    Invitations,
    Sessions,
    Purges,
    Deletions,
}

struct Clocked {
    store: MemoryStore,
    fault: Fault,
}

impl Clocked {
    fn time(&self, fault: Fault, told: DateTime<Utc>) -> DateTime<Utc> {
        if self.fault == fault { now() } else { told }
    }

    fn judged(&self, change: &Change) -> Change {
        match change.clone() {
            Change::Token(TokenChange::Claim { id, purpose, at }) => {
                TokenChange::Claim { id, purpose, at: self.time(Fault::Claims, at) }.into()
            }
            Change::Invitation(InvitationChange::Accept { id, by, at }) => {
                InvitationChange::Accept { id, by, at: self.time(Fault::Invitations, at) }.into()
            }
            other => other,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the fault is to ask this clock")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Hands every other call on.
macro_rules! clocked_store {
    ($($name:ident($($arg:ident: $type:ty),*) -> $found:ty;)*) => {
        #[async_trait]
        impl Store for Clocked {
            $(async fn $name(&self, $($arg: $type),*) -> Result<$found, PortError> {
                self.store.$name($($arg),*).await
            })*

            async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError> {
                let found = self.store.session(id).await?;
                let is_over = |session: &Session| self.fault == Fault::Sessions && session.expires_at <= now();
                Ok(found.filter(|(session, _)| !is_over(session)))
            }

            async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
                self.store.commit(Changes::of(changes.iter().map(|change| self.judged(change)))).await
            }

            async fn lease_mail(
                &self,
                at: DateTime<Utc>,
                until: DateTime<Utc>,
                limit: u32,
            ) -> Result<Vec<QueuedMail>, PortError> {
                self.store.lease_mail(self.time(Fault::Leases, at), until, limit).await
            }

            async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
                let judged = if self.fault == Fault::Purges {
                    let tokens = before.tokens.min(now());
                    Purge { sessions: before.sessions.min(now()), tokens, ..before }
                } else {
                    before
                };
                self.store.purge(judged, limit).await
            }

            async fn users_to_delete(
                &self,
                at: DateTime<Utc>,
                after: Option<UserId>,
                limit: u32,
            ) -> Result<Vec<User>, PortError> {
                self.store.users_to_delete(self.time(Fault::Deletions, at), after, limit).await
            }
        }
    };
}

clocked_store! {
    user(key: UserKey<'_>) -> Option<User>;
    users(after: Option<UserId>, limit: u32) -> Vec<User>;
    username_is_kept(username: &Username, at: DateTime<Utc>) -> bool;
    registrants(email: &EmailAddress, limit: u32) -> Vec<User>;
    sessions_of(user: &UserId, limit: u32) -> Vec<Session>;
    token(id: &TokenId) -> Option<Token>;
    tokens(user: &UserId, purpose: Purpose) -> Vec<Token>;
    credentials_of(user: &UserId, kind: Option<CredentialKind>) -> Vec<Credential>;
    credential(kind: CredentialKind, handle: &str) -> Option<(Credential, User)>;
    credentials(after: Option<CredentialId>, limit: u32) -> Vec<Credential>;
    challenge(id: &ChallengeId) -> Option<Challenge>;
    invitation(id: &InvitationId) -> Option<Invitation>;
    invitations(inviter: Option<UserId>, limit: u32) -> Vec<Invitation>;
    events_of(user: &UserId, limit: u32) -> Vec<Event>;
    events_after(after: EventPosition, limit: u32) -> Vec<PositionedEvent>;
    cursor(name: CursorName) -> EventPosition;
    mails(state: MailState, limit: u32) -> Vec<QueuedMail>;
    ready() -> ();
}

type Sentence = fn(Subject) -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// Each sentence about clocks, with the faults that it must find.
const SENTENCES: [(Sentence, &[Fault]); 5] = [
    (|store| Box::pin(clocks::a_lease_is_judged_by_the_moments_named(store)), &[Fault::Leases]),
    (|store| Box::pin(clocks::a_token_is_claimed_by_the_moment_named(store)), &[Fault::Claims]),
    (|store| Box::pin(clocks::an_invitation_is_accepted_by_the_moment_named(store)), &[Fault::Invitations]),
    (|store| Box::pin(clocks::a_session_is_judged_by_nobody_but_the_caller(store)), &[Fault::Sessions]),
    (
        |store| Box::pin(clocks::a_purge_is_judged_by_the_moments_named(store)),
        &[Fault::Purges, Fault::Deletions, Fault::Sessions],
    ),
];

/// Whether a store with this fault keeps a sentence. What a sentence panics with is not shown.
async fn is_kept(sentence: Sentence, fault: Fault) -> bool {
    let store = Clocked { store: MemoryStore::new(), fault };
    tokio::spawn(sentence(Arc::new(store))).await.is_ok()
}

#[tokio::test]
async fn a_store_that_judges_by_its_own_clock_breaks_the_sentence_about_it() {
    for (number, (sentence, faults)) in SENTENCES.into_iter().enumerate() {
        for fault in faults {
            assert!(!is_kept(sentence, *fault).await, "sentence {number} lets {fault:?} through");
        }
    }
}

#[tokio::test]
async fn the_same_store_without_a_fault_keeps_every_sentence() {
    for (number, (sentence, _)) in SENTENCES.into_iter().enumerate() {
        assert!(is_kept(sentence, Fault::None).await, "sentence {number}");
    }
}
