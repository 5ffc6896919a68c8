//! Where accounts are kept: a few narrow look-ups, and one commit.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use thiserror::Error;

use super::{Changes, PortError};
use crate::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CredentialKind, CursorName, EmailAddress, Event,
    EventPosition, Invitation, InvitationId, PictureId, PositionedEvent, Purpose, QueuedMail, Session,
    SessionId, Token, TokenId, User, UserId, Username,
};

/// Page size when scanning all users.
const PAGE: u32 = 1_000;

/// The key of a look-up of one user. It matches exactly, by canonical key: no pattern, no collation.
#[derive(Clone, Copy, Debug)]
pub enum UserKey<'a> {
    /// By id.
    Id(UserId),
    /// By username, without regard to case.
    Username(&'a Username),
    /// By any confirmed address of the user. An unconfirmed address finds nobody.
    Email(&'a EmailAddress),
}

/// The state of a mail in the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// Waiting for the next attempt.
    Waiting,
    /// Failed permanently: a dead letter.
    Dead,
}

/// A unique constraint that a commit violated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unique {
    /// The username belongs to another user.
    Username,
    /// Another user has confirmed the address.
    Email,
    /// Another credential of the same kind has the handle.
    Credential,
}

/// The error of a commit. None of its changes was made.
#[derive(Debug, Error)]
pub enum CommitError {
    /// A unique value is in use.
    #[error("in use by somebody else: {0:?}")]
    Taken(Unique),
    /// A row that a change needs is gone: the token was used, the session ended, the row was deleted.
    #[error("already used or gone")]
    Gone,
    /// A user or a cursor changed since it was read: read it again and decide anew.
    #[error("changed in the meantime")]
    Stale,
    /// The store failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

/// Stores users, addresses, roles, tokens, credentials, challenges, sessions, invitations, mails and events.
///
/// The contract is in `docs/src/ports.md` and is enforced by `user_testkit::store_contract!`. In short: a commit
/// happens whole and durably, or leaves no trace; each change is one conditional write whose row count decides;
/// uniqueness is a constraint on canonical keys; a token is claimed at most once, ever.
#[async_trait]
pub trait Store: Send + Sync {
    /// Returns one user with addresses and roles.
    async fn user(&self, key: UserKey<'_>) -> Result<Option<User>, PortError>;

    /// Returns whether a token reserves this username at this moment, for any user.
    async fn username_is_kept(&self, username: &Username, at: DateTime<Utc>) -> Result<bool, PortError>;

    /// Returns up to `limit` users after `after`, in order of id.
    async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError>;

    /// Returns up to `limit` pending users who list this address and have not confirmed it, in reverse order of the ids
    /// of those addresses: the latest first.
    async fn registrants(&self, email: &EmailAddress, limit: u32) -> Result<Vec<User>, PortError>;

    /// Returns up to `limit` users after `after`, in order of id, whose username or one of whose addresses, confirmed
    /// or not, contains `text`, without regard to the case of ASCII letters. No character of `text` is a pattern.
    /// Unless a store has a better way, this looks at every user.
    async fn users_like(
        &self,
        text: &str,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        let text = text.to_ascii_lowercase();
        let contains = |part: &str| part.to_ascii_lowercase().contains(&text);
        let wanted = move |user: &User| {
            user.username.as_ref().is_some_and(|name| contains(name.as_str()))
                || user.emails.iter().any(|email| contains(email.address.as_str()))
        };
        chosen(self, &wanted, after, limit).await
    }

    /// Returns up to `limit` users after `after`, in order of id, whose deletion is due at `now`. Unless a store has a
    /// better way, this looks at every user.
    async fn users_to_delete(
        &self,
        now: DateTime<Utc>,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        let is_due = move |user: &User| user.deletion_at.is_some_and(|at| at <= now);
        chosen(self, &is_due, after, limit).await
    }

    /// Returns a session with its user, addresses and roles, in one round trip.
    async fn session(&self, id: &SessionId) -> Result<Option<(Session, User)>, PortError>;

    /// Returns up to `limit` sessions of a user, latest seen first.
    async fn sessions_of(&self, user: &UserId, limit: u32) -> Result<Vec<Session>, PortError>;

    /// Returns a token, used or not. It changes nothing; claiming is a change.
    async fn token(&self, id: &TokenId) -> Result<Option<Token>, PortError>;

    /// Returns the tokens of a user for one purpose, used or not, newest first.
    async fn tokens(&self, user: &UserId, purpose: Purpose) -> Result<Vec<Token>, PortError>;

    /// Returns the credentials of a user in order of id: those of one kind, or all.
    async fn credentials_of(
        &self,
        user: &UserId,
        kind: Option<CredentialKind>,
    ) -> Result<Vec<Credential>, PortError>;

    /// Returns the credential of this kind with this handle, expired or not, with its user, addresses and roles, in one
    /// round trip. Exact, byte by byte: no case is folded, no blank is cut off.
    async fn credential(
        &self,
        kind: CredentialKind,
        handle: &str,
    ) -> Result<Option<(Credential, User)>, PortError>;

    /// Returns up to `limit` credentials of all users after `after`, in order of id.
    async fn credentials(
        &self,
        after: Option<CredentialId>,
        limit: u32,
    ) -> Result<Vec<Credential>, PortError>;

    /// Returns a challenge, used or not. It changes nothing; claiming is a change.
    async fn challenge(&self, id: &ChallengeId) -> Result<Option<Challenge>, PortError>;

    /// Returns an invitation, open or not. It changes nothing; accepting is a change.
    async fn invitation(&self, id: &InvitationId) -> Result<Option<Invitation>, PortError>;

    /// Returns the latest invitations, newest first: those of `inviter` or, without one, of all users.
    async fn invitations(&self, inviter: Option<UserId>, limit: u32) -> Result<Vec<Invitation>, PortError>;

    /// Returns the latest events about a user, newest first.
    async fn events_of(&self, user: &UserId, limit: u32) -> Result<Vec<Event>, PortError>;

    /// Returns up to `limit` events after `after`, in order of position.
    ///
    /// Every event that was committed has a position or gets one that is higher than any this ever returned: an event
    /// whose commit took long comes late, and is never skipped. No events mean that there are no more.
    async fn events_after(&self, after: EventPosition, limit: u32)
    -> Result<Vec<PositionedEvent>, PortError>;

    /// Returns the position of a cursor; one that was never moved is at the start.
    async fn cursor(&self, name: CursorName) -> Result<EventPosition, PortError>;

    /// Returns up to `limit` mails of the outbox in this state, in order of id.
    async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError>;

    /// Returns those of these pictures that are the picture of a user, in any order. Unless a store has a better way,
    /// this looks at every user.
    async fn pictures_in_use(&self, of: &[PictureId]) -> Result<Vec<PictureId>, PortError> {
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let users = self.users(after, PAGE).await?;
            let Some(last) = users.last() else { return Ok(found) };
            after = Some(last.id);
            found.extend(users.iter().filter_map(|user| user.picture).filter(|id| of.contains(id)));
        }
    }

    /// Applies all of `changes`, in order and durably, or none of them.
    async fn commit(&self, changes: Changes) -> Result<(), CommitError>;

    /// Leases up to `limit` mails that are due at `now` to this caller until `until`: in order of
    /// [`MailKind::urgency`](crate::domain::MailKind::urgency), then oldest due first.
    /// No mail is lent to two callers at once; a lease that ran out can be taken over.
    async fn lease_mail(
        &self,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<QueuedMail>, PortError>;

    /// Deletes up to `limit` rows of each kind that ended before the given moments, and returns how many.
    async fn purge(&self, before: Purge, limit: u32) -> Result<u64, PortError>;

    /// Checks that the store can serve, in one cheap round trip.
    async fn ready(&self) -> Result<(), PortError>;
}

/// Those `wanted` among the users after `after`, in order of id, up to `limit`: looks at one after the other.
async fn chosen<S: Store + ?Sized>(
    store: &S,
    wanted: &(dyn Fn(&User) -> bool + Send + Sync),
    mut after: Option<UserId>,
    limit: u32,
) -> Result<Vec<User>, PortError> {
    let (mut found, limit) = (Vec::new(), usize::try_from(limit).unwrap_or(usize::MAX));
    while found.len() < limit {
        let users = store.users(after, PAGE).await?;
        let Some(last) = users.last() else { break };
        after = Some(last.id);
        found.extend(users.into_iter().filter(|user| wanted(user)));
    }
    found.truncate(limit);
    Ok(found)
}

/// What a purge deletes: rows that ended before these moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Purge {
    /// Sessions whose `expires_at` lies before this.
    pub sessions: DateTime<Utc>,
    /// Sessions that are not persistent and were last seen before this.
    pub sessions_idle: DateTime<Utc>,
    /// Sessions that are persistent and were last seen before this.
    pub remembered_idle: DateTime<Utc>,
    /// Tokens that expired or were used before this.
    pub tokens: DateTime<Utc>,
    /// Credentials whose `expires_at` lies before this.
    pub credentials: DateTime<Utc>,
    /// Challenges whose `expires_at` lies before this.
    pub challenges: DateTime<Utc>,
    /// Invitations that expired, or were accepted or revoked, before this.
    pub invitations: DateTime<Utc>,
    /// Events recorded before this.
    pub events: DateTime<Utc>,
    /// Pending users (never confirmed) who were created before this, have not signed in since, and have no session that
    /// was seen since.
    pub pending_users: DateTime<Utc>,
}

impl Purge {
    /// A purge of everything that ended before this moment. The moments are set apart on it.
    pub const fn before(moment: DateTime<Utc>) -> Self {
        Self {
            sessions: moment,
            sessions_idle: moment,
            remembered_idle: moment,
            tokens: moment,
            credentials: moment,
            challenges: moment,
            invitations: moment,
            events: moment,
            pending_users: moment,
        }
    }
}
