//! A store that lives in memory.

mod emails;
mod invitations;
mod mails;
mod purge;
mod sessions;
mod state;
mod tokens;
mod users;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use user_core::domain::{
    Event, Invitation, InvitationId, QueuedMail, Session, SessionId, Token, TokenId, User, UserId,
};
use user_core::ports::{Changes, CommitError, MailState, PortError, Purge, Store, UserKey};

use self::state::State;

/// A complete [`Store`] in memory: it keeps the whole contract, except that nothing outlives the process.
///
/// A commit works on a copy of everything and puts it in place only when every change was accepted. Clones share
/// what they hold.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    state: Arc<Mutex<State>>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every event there is, oldest first: also those of nobody, which no look-up of the port gives.
    pub fn events(&self) -> Vec<Event> {
        let mut events = self.state().events.clone();
        events.sort_by_key(|event| (event.at, event.id));
        events
    }

    /// Every token of a user, used or not, in order of age.
    pub fn tokens_of(&self, user: &UserId) -> Vec<Token> {
        let mut tokens: Vec<Token> =
            self.state().tokens.values().filter(|token| token.user_id == *user).cloned().collect();
        tokens.sort_by_key(|token| (token.created_at, token.id));
        tokens
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic while the lock was held left the last whole state in place, so it is still good.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn user(&self, key: UserKey<'_>) -> Result<Option<User>, PortError> {
        Ok(self.state().user(key).cloned())
    }

    async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError> {
        let state = self.state();
        let later = state.users.values().filter(|user| after.is_none_or(|after| user.id > after));
        Ok(later.take(state::count(limit)).cloned().collect())
    }

    async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError> {
        let state = self.state();
        let found = state.sessions.get(id);
        Ok(found.and_then(|session| Some((session.clone(), state.users.get(&session.user_id)?.clone()))))
    }

    async fn sessions_of(&self, user: &UserId) -> Result<Vec<Session>, PortError> {
        Ok(self.state().sessions_of(*user))
    }

    async fn token(&self, id: &TokenId) -> Result<Option<Token>, PortError> {
        Ok(self.state().tokens.get(id).cloned())
    }

    async fn invitation(&self, id: &InvitationId) -> Result<Option<Invitation>, PortError> {
        Ok(self.state().invitations.get(id).cloned())
    }

    async fn invitations(&self, inviter: Option<UserId>, limit: u32) -> Result<Vec<Invitation>, PortError> {
        Ok(self.state().invitations(inviter, limit))
    }

    async fn events_of(&self, user: &UserId, limit: u32) -> Result<Vec<Event>, PortError> {
        Ok(self.state().events_of(*user, limit))
    }

    async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError> {
        Ok(self.state().mails_in(state, limit))
    }

    async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
        let mut state = self.state();
        let mut next = state.clone();
        changes.iter().try_for_each(|change| next.apply(change))?;
        *state = next;
        Ok(())
    }

    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError> {
        Ok(self.state().lease_mail(now, until, limit))
    }

    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
        Ok(self.state().purge(before, limit))
    }

    async fn ready(&self) -> Result<(), PortError> {
        Ok(())
    }
}
