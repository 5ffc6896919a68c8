//! A store of one's own: everything in memory, and in one JSON file that is replaced by each commit.
//!
//! Good for a site of some thousand users on one machine. Read in this order: this file has the port; `file` makes a
//! commit durable; `document` says what stands in the file: the values of the core, which its feature `rows` writes by
//! serde. What each change means is not written here: [`Tables`] of the core knows, and a database would be taught the
//! same in its own language.

mod document;
mod file;

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::sync::Mutex;
use user_core::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PositionedEvent, Purpose, QueuedMail, Session, SessionId, Token,
    TokenId, User, UserId, Username,
};
use user_core::ports::{Changes, CommitError, MailState, Port, PortError, Purge, Store, UserKey};
use user_core::tables::Tables;

use self::file::AccountsFile;
pub(crate) use self::file::OpenError;

/// Accounts in a JSON file. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct JsonStore {
    /// What the file holds. Readers take it whole and never wait for a writer's disk.
    tables: Arc<RwLock<Arc<Tables>>>,
    /// Held by one writer at a time.
    file: Arc<Mutex<AccountsFile>>,
}

impl JsonStore {
    /// Opens the file, or begins it with its folder. It belongs to this process until the last clone is dropped.
    ///
    /// # Errors
    ///
    /// A file that another process has open, that cannot be read, or that holds something else. It is left as it is.
    pub(crate) fn open(path: impl Into<PathBuf>) -> Result<Self, OpenError> {
        let (file, tables) = AccountsFile::open(path.into())?;
        Ok(Self { tables: Arc::new(RwLock::new(Arc::new(tables))), file: Arc::new(Mutex::new(file)) })
    }

    fn tables(&self) -> Arc<Tables> {
        // Nothing panics while it holds the lock; whole tables would be in place if something did.
        Arc::clone(&self.tables.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn publish(&self, tables: Tables) {
        *self.tables.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(tables);
    }

    /// Decides on the tables as they are, and answers when what was decided is in the file; `None` leaves it alone.
    ///
    /// Writers come one after the other. The work is off the async threads, and goes on when its caller goes away.
    async fn write<T, E>(&self, decide: impl Decide<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<PortError> + Send + 'static,
    {
        let file = Arc::clone(&self.file).lock_owned().await;
        let store = self.clone();
        let work = tokio::task::spawn_blocking(move || {
            let (next, answer) = decide(&store.tables())?;
            if let Some(next) = next {
                file.replace(&next).map_err(failed)?;
                // From here on a restart would read it, so look-ups may as well.
                store.publish(next);
                file.settle().map_err(failed)?;
            }
            Ok(answer)
        });
        work.await.unwrap_or_else(|panicked| Err(failed(panicked).into()))
    }
}

/// From the tables to those after it, if anything changes, and an answer.
trait Decide<T, E>: FnOnce(&Tables) -> Result<(Option<Tables>, T), E> + Send + 'static {}

impl<T, E, F: FnOnce(&Tables) -> Result<(Option<Tables>, T), E> + Send + 'static> Decide<T, E> for F {}

fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> PortError {
    PortError::new(Port::Store, error)
}

#[async_trait]
impl Store for JsonStore {
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
        self.write(move |tables| Ok((Some(tables.after(&changes)?), ()))).await
    }

    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError> {
        self.write(move |tables| {
            let mut next = tables.clone();
            let lent = next.lease_mail(now, until, limit);
            Ok(((!lent.is_empty()).then_some(next), lent))
        })
        .await
    }

    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError> {
        self.write(move |tables| {
            let mut next = tables.clone();
            let gone = next.purge(before, limit);
            Ok(((gone > 0).then_some(next), gone))
        })
        .await
    }

    async fn ready(&self) -> Result<(), PortError> {
        Ok(())
    }
}
