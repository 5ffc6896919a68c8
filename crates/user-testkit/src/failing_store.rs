//! A store that can be taken down, and that counts what it is asked.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use user_core::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PictureId, PositionedEvent, Purpose, QueuedMail, Session,
    SessionId, Token, TokenId, User, UserId, Username,
};
use user_core::ports::{Changes, CommitError, MailState, Port, PortError, Purge, Store, UserKey};

/// A [`Store`] in front of another one: it remembers every call, answers with errors while it is down, refuses single
/// commits and takes its time when told to. Clones share switches and memory.
#[derive(Clone, Debug)]
pub struct FailingStore<S> {
    store: S,
    down: Arc<AtomicBool>,
    unhurried: Arc<AtomicBool>,
    calls: Arc<Mutex<Vec<&'static str>>>,
    refusals: Arc<Mutex<VecDeque<CommitError>>>,
}

impl<S: Store> FailingStore<S> {
    /// Stands in front of `store`, and lets everything through.
    pub fn new(store: S) -> Self {
        Self {
            store,
            down: Arc::default(),
            unhurried: Arc::default(),
            calls: Arc::default(),
            refusals: Arc::default(),
        }
    }

    /// The store behind.
    pub const fn inner(&self) -> &S {
        &self.store
    }

    /// From now on, every call fails as if the database were gone.
    pub fn break_down(&self) {
        self.down.store(true, Ordering::SeqCst);
    }

    /// From now on, calls reach the store again.
    pub fn recover(&self) {
        self.down.store(false, Ordering::SeqCst);
    }

    /// From now on, lets others go first at every call: callers at one moment all look before any of them commits, so
    /// that a race between them happens in every run.
    pub fn take_time(&self) {
        self.unhurried.store(true, Ordering::SeqCst);
    }

    /// Refuses one commit with this error, after those told before, without asking the store.
    pub fn refuse_next_commit(&self, error: CommitError) {
        lock(&self.refusals).push_back(error);
    }

    /// The methods that were called since the last time this was asked, in order: `user`, `commit`, …
    pub fn take_calls(&self) -> Vec<&'static str> {
        std::mem::take(&mut lock(&self.calls))
    }

    async fn called(&self, method: &'static str) -> Result<&S, PortError> {
        lock(&self.calls).push(method);
        if self.unhurried.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
        let down = self.down.load(Ordering::SeqCst);
        if down { Err(PortError::new(Port::Store, "told to be down")) } else { Ok(&self.store) }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[async_trait]
impl<S: Store> Store for FailingStore<S> {
    async fn user(&self, key: UserKey<'_>) -> Result<Option<User>, PortError> {
        self.called("user").await?.user(key).await
    }

    async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError> {
        self.called("users").await?.users(after, limit).await
    }

    async fn username_is_kept(&self, username: &Username, at: DateTime<Utc>) -> Result<bool, PortError> {
        self.called("username_is_kept").await?.username_is_kept(username, at).await
    }

    async fn registrants(&self, email: &EmailAddress, limit: u32) -> Result<Vec<User>, PortError> {
        self.called("registrants").await?.registrants(email, limit).await
    }

    async fn users_like(
        &self,
        text: &str,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        self.called("users_like").await?.users_like(text, after, limit).await
    }

    async fn users_to_delete(
        &self,
        now: DateTime<Utc>,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        self.called("users_to_delete").await?.users_to_delete(now, after, limit).await
    }

    async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError> {
        self.called("session").await?.session(id).await
    }

    async fn sessions_of(&self, user: &UserId, limit: u32) -> Result<Vec<Session>, PortError> {
        self.called("sessions_of").await?.sessions_of(user, limit).await
    }

    async fn token(&self, id: &TokenId) -> Result<Option<Token>, PortError> {
        self.called("token").await?.token(id).await
    }

    async fn tokens(&self, user: &UserId, purpose: Purpose) -> Result<Vec<Token>, PortError> {
        self.called("tokens").await?.tokens(user, purpose).await
    }

    async fn credentials_of(
        &self,
        user: &UserId,
        kind: Option<CredentialKind>,
    ) -> Result<Vec<Credential>, PortError> {
        self.called("credentials_of").await?.credentials_of(user, kind).await
    }

    async fn credential(
        &self,
        kind: CredentialKind,
        handle: &str,
    ) -> Result<Option<(Credential, User)>, PortError> {
        self.called("credential").await?.credential(kind, handle).await
    }

    async fn credentials(
        &self,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>, PortError> {
        self.called("credentials").await?.credentials(after, limit).await
    }

    async fn challenge(&self, id: &ChallengeId) -> Result<Option<Challenge>, PortError> {
        self.called("challenge").await?.challenge(id).await
    }

    async fn invitation(&self, id: &InvitationId) -> Result<Option<Invitation>, PortError> {
        self.called("invitation").await?.invitation(id).await
    }

    async fn invitations(&self, inviter: Option<UserId>, limit: u32) -> Result<Vec<Invitation>, PortError> {
        self.called("invitations").await?.invitations(inviter, limit).await
    }

    async fn events_of(&self, user: &UserId, limit: u32) -> Result<Vec<Event>, PortError> {
        self.called("events_of").await?.events_of(user, limit).await
    }

    async fn events_after(
        &self,
        after: EventPosition,
        limit: u32,
    ) -> Result<Vec<PositionedEvent>, PortError> {
        self.called("events_after").await?.events_after(after, limit).await
    }

    async fn cursor(&self, name: CursorName) -> Result<EventPosition, PortError> {
        self.called("cursor").await?.cursor(name).await
    }

    async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError> {
        self.called("mails").await?.mails(state, limit).await
    }

    async fn pictures_in_use(&self, of: &[PictureId]) -> Result<Vec<PictureId>, PortError> {
        self.called("pictures_in_use").await?.pictures_in_use(of).await
    }

    async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
        let store = self.called("commit").await?;
        let refusal = lock(&self.refusals).pop_front();
        match refusal {
            Some(error) => Err(error),
            None => store.commit(changes).await,
        }
    }

    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError> {
        self.called("lease_mail").await?.lease_mail(now, until, limit).await
    }

    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
        self.called("purge").await?.purge(before, limit).await
    }

    async fn ready(&self) -> Result<(), PortError> {
        self.called("ready").await?.ready().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryStore;

    #[tokio::test]
    async fn a_store_that_is_down_fails_and_still_counts() {
        let store = FailingStore::new(MemoryStore::new());
        store.break_down();
        assert!(store.ready().await.is_err());
        assert!(matches!(store.commit(Changes::none()).await, Err(CommitError::Failed(_))));

        store.recover();
        assert!(store.users(None, 1).await.unwrap().is_empty());

        assert_eq!(store.take_calls(), ["ready", "commit", "users"]);
        assert!(store.take_calls().is_empty());
    }

    #[tokio::test]
    async fn a_store_that_takes_its_time_lets_every_caller_look_before_any_goes_on() {
        let store = FailingStore::new(MemoryStore::new());
        store.take_time();
        let look_and_commit = async || {
            store.users(None, 1).await.unwrap();
            store.commit(Changes::none()).await.unwrap();
        };

        tokio::join!(look_and_commit(), look_and_commit());

        assert_eq!(store.take_calls(), ["users", "users", "commit", "commit"]);
    }

    #[tokio::test]
    async fn one_commit_is_refused_for_each_time_it_was_told() {
        let store = FailingStore::new(MemoryStore::new());
        store.refuse_next_commit(CommitError::Stale);

        assert!(matches!(store.commit(Changes::none()).await, Err(CommitError::Stale)));
        assert!(store.commit(Changes::none()).await.is_ok());
    }
}
