//! A store that is opened for each call and closed after it.

use std::path::PathBuf;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::sync::{Mutex, MutexGuard};
use user_core::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PositionedEvent, Purpose, QueuedMail, Session, SessionId, Token,
    TokenId, User, UserId, Username,
};
use user_core::ports::{Changes, CommitError, MailState, PortError, Purge, Store, UserKey};

use crate::json_store::JsonStore;

pub(super) struct Reopening {
    path: Mutex<PathBuf>,
}

impl Reopening {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path: Mutex::new(path) }
    }

    /// One caller at a time. An abandoned one may still be writing: its store is waited for.
    async fn opened(&self) -> (MutexGuard<'_, PathBuf>, JsonStore) {
        let path = self.path.lock().await;
        loop {
            match JsonStore::open(path.as_path()) {
                Ok(store) => return (path, store),
                Err(crate::json_store::OpenError::InUse(_)) => tokio::task::yield_now().await,
                Err(error) => panic!("{error:?}"),
            }
        }
    }
}

#[async_trait]
impl Store for Reopening {
    async fn user(&self, key: UserKey<'_>) -> Result<Option<User>, PortError> {
        self.opened().await.1.user(key).await
    }

    async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError> {
        self.opened().await.1.users(after, limit).await
    }

    async fn username_is_kept(&self, username: &Username, at: DateTime<Utc>) -> Result<bool, PortError> {
        self.opened().await.1.username_is_kept(username, at).await
    }

    async fn registrants(&self, email: &EmailAddress, limit: u32) -> Result<Vec<User>, PortError> {
        self.opened().await.1.registrants(email, limit).await
    }

    async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError> {
        self.opened().await.1.session(id).await
    }

    async fn sessions_of(&self, user: &UserId, limit: u32) -> Result<Vec<Session>, PortError> {
        self.opened().await.1.sessions_of(user, limit).await
    }

    async fn token(&self, id: &TokenId) -> Result<Option<Token>, PortError> {
        self.opened().await.1.token(id).await
    }

    async fn tokens(&self, user: &UserId, purpose: Purpose) -> Result<Vec<Token>, PortError> {
        self.opened().await.1.tokens(user, purpose).await
    }

    async fn credentials_of(
        &self,
        user: &UserId,
        kind: Option<CredentialKind>,
    ) -> Result<Vec<Credential>, PortError> {
        self.opened().await.1.credentials_of(user, kind).await
    }

    async fn credential(
        &self,
        kind: CredentialKind,
        handle: &str,
    ) -> Result<Option<(Credential, User)>, PortError> {
        self.opened().await.1.credential(kind, handle).await
    }

    async fn credentials(
        &self,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>, PortError> {
        self.opened().await.1.credentials(after, limit).await
    }

    async fn challenge(&self, id: &ChallengeId) -> Result<Option<Challenge>, PortError> {
        self.opened().await.1.challenge(id).await
    }

    async fn invitation(&self, id: &InvitationId) -> Result<Option<Invitation>, PortError> {
        self.opened().await.1.invitation(id).await
    }

    async fn invitations(&self, inviter: Option<UserId>, limit: u32) -> Result<Vec<Invitation>, PortError> {
        self.opened().await.1.invitations(inviter, limit).await
    }

    async fn events_of(&self, user: &UserId, limit: u32) -> Result<Vec<Event>, PortError> {
        self.opened().await.1.events_of(user, limit).await
    }

    async fn events_after(
        &self,
        after: EventPosition,
        limit: u32,
    ) -> Result<Vec<PositionedEvent>, PortError> {
        self.opened().await.1.events_after(after, limit).await
    }

    async fn cursor(&self, name: CursorName) -> Result<EventPosition, PortError> {
        self.opened().await.1.cursor(name).await
    }

    async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError> {
        self.opened().await.1.mails(state, limit).await
    }

    async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
        self.opened().await.1.commit(changes).await
    }

    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError> {
        self.opened().await.1.lease_mail(now, until, limit).await
    }

    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
        self.opened().await.1.purge(before, limit).await
    }

    async fn ready(&self) -> Result<(), PortError> {
        self.opened().await.1.ready().await
    }
}
