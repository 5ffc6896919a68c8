//! How the contract asks a store, and how it compares the answers.

use std::error::Error;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use user_core::domain::{
    Challenge, ChallengeId, Credential, EventKind, Invitation, InvitationId, PasswordHash, Session,
    SessionId, Token, TokenId, User, UserEmail, UserId,
};
use user_core::ports::{
    ChallengeChange, Changes, CommitError, CredentialChange, EmailChange, InvitationChange, SessionChange,
    Store, TokenChange, Unique, UserChange, UserKey,
};

/// The store under test, as the contract is handed it.
pub type Subject = Arc<dyn Store>;

/// What became of a commit. A store that did not work fails the test at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    Taken(Unique),
    Gone,
    Stale,
}

/// Commits, and tells what became of it.
pub(super) async fn outcome(store: &Subject, changes: impl Into<List>) -> Outcome {
    match store.commit(changes.into().0).await {
        Ok(()) => Outcome::Done,
        Err(CommitError::Taken(unique)) => Outcome::Taken(unique),
        Err(CommitError::Gone) => Outcome::Gone,
        Err(CommitError::Stale) => Outcome::Stale,
        Err(CommitError::Failed(error)) => panic!("the store failed: {}", chain(&error)),
    }
}

/// Commits what must be accepted.
pub(super) async fn commit(store: &Subject, changes: impl Into<List>) {
    assert_eq!(outcome(store, changes).await, Outcome::Done, "the commit must be accepted");
}

/// One change, or several.
pub(super) struct List(Changes);

impl From<Changes> for List {
    fn from(changes: Changes) -> Self {
        Self(changes)
    }
}

macro_rules! one_is_a_list {
    ($($change:ty),*) => {
        $(impl From<$change> for List {
            fn from(change: $change) -> Self {
                Self(Changes::none().with(change))
            }
        })*
    };
}

one_is_a_list!(
    user_core::ports::Change,
    user_core::ports::UserChange,
    user_core::ports::EmailChange,
    user_core::ports::RoleChange,
    user_core::ports::TokenChange,
    user_core::ports::CredentialChange,
    user_core::ports::ChallengeChange,
    user_core::ports::SessionChange,
    user_core::ports::InvitationChange,
    user_core::ports::CursorChange,
    user_core::ports::MailChange,
    user_core::domain::Event
);

fn chain(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", chain(source)),
        None => error.to_string(),
    }
}

/// Adds the user.
pub(super) async fn insert(store: &Subject, user: &User) {
    commit(store, inserting(user)).await;
}

/// The change that adds the user.
pub(super) fn inserting(user: &User) -> UserChange {
    UserChange::Insert(Box::new(user.clone()))
}

/// The change that confirms the address.
pub(super) fn confirming(email: &UserEmail, at: DateTime<Utc>) -> EmailChange {
    EmailChange::Confirm { id: email.id, address: email.address.clone(), at }
}

/// Adds the token.
pub(super) async fn insert_token(store: &Subject, token: &Token) {
    commit(store, TokenChange::Insert(token.clone())).await;
}

/// Adds the credential.
pub(super) async fn insert_credential(store: &Subject, credential: &Credential) {
    commit(store, CredentialChange::Insert(Box::new(credential.clone()))).await;
}

/// The credentials of a user, in order of id.
pub(super) async fn credentials_of(store: &Subject, user: UserId) -> Vec<Credential> {
    store.credentials_of(&user, None).await.expect("a look-up")
}

/// Adds the challenge.
pub(super) async fn insert_challenge(store: &Subject, challenge: &Challenge) {
    commit(store, ChallengeChange::Insert(Box::new(challenge.clone()))).await;
}

/// The challenge, if there.
pub(super) async fn challenge(store: &Subject, id: ChallengeId) -> Option<Challenge> {
    store.challenge(&id).await.expect("a look-up")
}

/// Adds the session.
pub(super) async fn insert_session(store: &Subject, session: &Session) {
    commit(store, SessionChange::Insert(session.clone())).await;
}

/// Adds the invitation.
pub(super) async fn insert_invitation(store: &Subject, invitation: &Invitation) {
    commit(store, InvitationChange::Insert(Box::new(invitation.clone()))).await;
}

/// The invitation, if there.
pub(super) async fn invitation(store: &Subject, id: InvitationId) -> Option<Invitation> {
    store.invitation(&id).await.expect("a look-up")
}

/// The user, if there.
pub(super) async fn find(store: &Subject, id: UserId) -> Option<User> {
    store.user(UserKey::Id(id)).await.expect("a look-up")
}

/// The user, who must be there.
pub(super) async fn user(store: &Subject, id: UserId) -> User {
    find(store, id).await.expect("the user")
}

/// Whose username this is.
pub(super) async fn holder_of_name(store: &Subject, name: &str) -> Option<UserId> {
    let name = super::samples::username(name);
    store.user(UserKey::Username(&name)).await.expect("a look-up").map(|user| user.id)
}

/// Whose address this is.
pub(super) async fn holder_of_address(store: &Subject, address: &str) -> Option<UserId> {
    let address = super::samples::address(address);
    store.user(UserKey::Email(&address)).await.expect("a look-up").map(|user| user.id)
}

/// The session, if there.
pub(super) async fn session(store: &Subject, id: SessionId) -> Option<Session> {
    store.session(&id).await.expect("a look-up").map(|(session, _)| session)
}

/// The token, if there.
pub(super) async fn token(store: &Subject, id: TokenId) -> Option<Token> {
    store.token(&id).await.expect("a look-up")
}

/// The kinds of the user's events, newest first.
pub(super) async fn events(store: &Subject, user: UserId) -> Vec<EventKind> {
    let events = store.events_of(&user, 1_000).await.expect("a look-up");
    events.into_iter().map(|event| event.kind).collect()
}

/// Every field of a user as text: addresses and names as typed, and the hash too, so that nothing escapes a
/// comparison.
pub(super) fn portrait(user: &User) -> String {
    format!("{user:?} {:?}", user.password_hash.as_ref().map(PasswordHash::reveal))
}
