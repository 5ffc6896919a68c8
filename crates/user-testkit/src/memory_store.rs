//! A store that lives in memory.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use user_core::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PositionedEvent, Purpose, QueuedMail, Session, SessionId, Token,
    TokenId, User, UserId, Username,
};
use user_core::ports::{Changes, CommitError, Departure, MailState, Port, PortError, Purge, Store, UserKey};
use user_core::tables::Tables;

/// A complete [`Store`] in memory: it keeps the whole contract, except that nothing outlives the process.
///
/// A commit works on a copy of everything and puts it in place only when every change was accepted. Clones share
/// what they hold.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    tables: Arc<Mutex<Tables>>,
    /// Held while a commit or a purge is under way: the app may take its time over its own rows.
    turn: Arc<tokio::sync::Mutex<()>>,
    departures: Departures,
}

/// What an app does when a user goes.
#[derive(Clone, Default)]
struct Departures(Arc<Mutex<Vec<Arc<dyn Departure<Tables>>>>>);

impl std::fmt::Debug for Departures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Departures")
    }
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// Every event there is, oldest first: also those of nobody, which no look-up of the port gives.
    pub fn events(&self) -> Vec<Event> {
        let mut events: Vec<Event> = self.tables().events.values().cloned().collect();
        events.sort_by_key(|event| (event.at, event.id));
        events
    }

    /// Every token of a user, used or not, in order of age.
    pub fn tokens_of(&self, user: &UserId) -> Vec<Token> {
        let mut tokens: Vec<Token> =
            self.tables().tokens.values().filter(|token| token.user_id == *user).cloned().collect();
        tokens.sort_by_key(|token| (token.created_at, token.id));
        tokens
    }

    /// Has `departure` move or delete rows of the app whenever a user goes. It is given the tables as they were before, and
    /// called when everything else of the commit is accepted: an error of its refuses the commit.
    pub fn on_departure(&self, departure: impl Departure<Tables> + 'static) {
        self.departures.0.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::new(departure));
    }

    /// Puts the tables in place, once the app has done what it does about users who are in them no more.
    async fn put(&self, next: Tables) -> Result<(), PortError> {
        let departures = self.departures.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if !departures.is_empty() {
            let before = self.tables().clone();
            for user in before.users.keys().filter(|user| !next.users.contains_key(user)) {
                for departure in &departures {
                    let done = departure.depart(*user, &before).await;
                    done.map_err(|error| PortError::new(Port::Store, error))?;
                }
            }
        }
        *self.tables() = next;
        Ok(())
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        // A panic while the lock was held left the last whole state in place, so it is still good.
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn user(&self, key: UserKey<'_>) -> Result<Option<User>, PortError> {
        Ok(self.tables().user(key).cloned())
    }

    async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError> {
        Ok(self.tables().users_after(after, limit))
    }

    async fn username_is_kept(&self, username: &Username, at: DateTime<Utc>) -> Result<bool, PortError> {
        Ok(self.tables().username_is_kept(username, at))
    }

    async fn registrants(&self, email: &EmailAddress, limit: u32) -> Result<Vec<User>, PortError> {
        Ok(self.tables().registrants(email, limit))
    }

    async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError> {
        Ok(self.tables().session(id).map(|(session, user)| (session.clone(), user.clone())))
    }

    async fn sessions_of(&self, user: &UserId, limit: u32) -> Result<Vec<Session>, PortError> {
        Ok(self.tables().sessions_of(*user, limit))
    }

    async fn token(&self, id: &TokenId) -> Result<Option<Token>, PortError> {
        Ok(self.tables().tokens.get(id).cloned())
    }

    async fn tokens(&self, user: &UserId, purpose: Purpose) -> Result<Vec<Token>, PortError> {
        Ok(self.tables().tokens_of(*user, purpose))
    }

    async fn credentials_of(
        &self,
        user: &UserId,
        kind: Option<CredentialKind>,
    ) -> Result<Vec<Credential>, PortError> {
        Ok(self.tables().credentials_of(*user, kind))
    }

    async fn credential(
        &self,
        kind: CredentialKind,
        handle: &str,
    ) -> Result<Option<(Credential, User)>, PortError> {
        Ok(self.tables().credential(kind, handle).map(|(found, user)| (found.clone(), user.clone())))
    }

    async fn credentials(
        &self,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>, PortError> {
        Ok(self.tables().credentials_after(after, limit))
    }

    async fn challenge(&self, id: &ChallengeId) -> Result<Option<Challenge>, PortError> {
        Ok(self.tables().challenges.get(id).cloned())
    }

    async fn invitation(&self, id: &InvitationId) -> Result<Option<Invitation>, PortError> {
        Ok(self.tables().invitations.get(id).cloned())
    }

    async fn invitations(&self, inviter: Option<UserId>, limit: u32) -> Result<Vec<Invitation>, PortError> {
        Ok(self.tables().latest_invitations(inviter, limit))
    }

    async fn events_of(&self, user: &UserId, limit: u32) -> Result<Vec<Event>, PortError> {
        Ok(self.tables().events_of(*user, limit))
    }

    async fn events_after(
        &self,
        after: EventPosition,
        limit: u32,
    ) -> Result<Vec<PositionedEvent>, PortError> {
        Ok(self.tables().events_after(after, limit))
    }

    async fn cursor(&self, name: CursorName) -> Result<EventPosition, PortError> {
        Ok(self.tables().cursor(name))
    }

    async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError> {
        Ok(self.tables().mails_in(state, limit))
    }

    async fn commit(&self, changes: Changes) -> Result<(), CommitError> {
        let _turn = self.turn.lock().await;
        let next = self.tables().after(&changes)?;
        Ok(self.put(next).await?)
    }

    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError> {
        let _turn = self.turn.lock().await;
        Ok(self.tables().lease_mail(now, until, limit))
    }

    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
        let _turn = self.turn.lock().await;
        let mut next = self.tables().clone();
        let gone = next.purge(before, limit);
        self.put(next).await?;
        Ok(gone)
    }

    async fn ready(&self) -> Result<(), PortError> {
        Ok(())
    }
}
