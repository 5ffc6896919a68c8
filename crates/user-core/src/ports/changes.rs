//! What a flow hands to the store: a list of changes that happens whole or not at all.
//!
//! Each change is one conditional statement. The tables say what "no row matched" means; where they say "any", the
//! change is content with whatever it finds.

mod credentials;
mod sessions;

use chrono::{DateTime, Utc};

pub use self::credentials::{ChallengeChange, CredentialChange};
pub use self::sessions::SessionChange;
use crate::domain::{
    CursorName, EmailAddress, EmailId, Event, EventPosition, Invitation, InvitationId, KeptEvents, Locale,
    MailId, PasswordHash, PictureId, Profile, Purpose, QueuedMail, Role, TimeZone, Token, TokenId, User,
    UserEmail, UserId, UserStatus, Username,
};

/// A change to a user row.
#[derive(Clone, Debug)]
pub enum UserChange {
    /// Adds a user with its addresses and roles. A username or a confirmed address in use: `Taken`, and so is a username
    /// that a token keeps for another user at `created_at` ([`Purpose::FORMER_USERNAME`]). An address that is not confirmed
    /// is listed, and taken from nobody.
    Insert(Box<User>),
    /// The user is still at this revision; holds the row until the commit ends. Otherwise `Stale`.
    Unchanged {
        /// The user.
        id: UserId,
        /// The revision the flow decided on.
        revision: i64,
    },
    /// The user is still at this revision, and moves to the next. Otherwise `Stale`.
    Revise {
        /// The user.
        id: UserId,
        /// The revision the flow decided on.
        revision: i64,
    },
    /// Another username. In use by another, or kept for another by a token at `at`: `Taken`; no such user: `Gone`.
    SetUsername {
        /// The user.
        id: UserId,
        /// The username.
        username: Username,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Another password hash. No such user: `Gone`.
    SetPassword(UserId, PasswordHash),
    /// Every mark of a known device is void: `device_epoch` moves on by one. No such user: `Gone`.
    VoidDevices(UserId),
    /// Somebody signed in: `last_signed_in_at` moves forward to this moment, never back. No such user: `Gone`.
    SignedIn(UserId, DateTime<Utc>),
    /// No password: none opens the account until it gets another. No such user: `Gone`.
    RemovePassword(UserId),
    /// Another status. No such user: `Gone`.
    SetStatus(UserId, UserStatus),
    /// Another language. No such user: `Gone`.
    SetLocale(UserId, Option<Locale>),
    /// Another time zone. No such user: `Gone`.
    SetTimeZone(UserId, Option<TimeZone>),
    /// Another profile, in place of the whole one before. No such user: `Gone`.
    SetProfile(UserId, Profile),
    /// Another picture, or none. No such user: `Gone`.
    SetPicture(UserId, Option<PictureId>),
    /// Another moment at which the user is to be deleted, or none. No such user: `Gone`.
    ScheduleDeletion(UserId, Option<DateTime<Utc>>),
    /// Deletes the user with all that is theirs, the invitations they sent and accepted, those to addresses that they had
    /// confirmed, and mails to these; of events stays what [`KeptEvents::left_of`] says. No such user: `Gone`. A row of the
    /// app that refers to the user, and does not go along: `Failed`.
    Delete(UserId, KeptEvents),
}

/// A change to an address.
#[derive(Clone, Debug)]
pub enum EmailChange {
    /// Adds an address to a user. A confirmed one is theirs from then on, with the effect of [`Self::Confirm`]; in use:
    /// `Taken`. One that is not confirmed is listed, and taken from nobody: no look-up finds it, and anybody may have it
    /// or list it, too. No such user: `Gone`.
    Insert(UserId, UserEmail),
    /// Confirms an address, unless it already is: it is its user's from then on. The tokens that act on the rows of other
    /// users who list the address are used up at that moment, so that their links lead nowhere, also when the owner leaves
    /// the address later. In use by another: `Taken`; no such address: `Gone`.
    Confirm {
        /// The row.
        id: EmailId,
        /// The address of that row.
        address: EmailAddress,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Makes a confirmed address the primary one of its user, who has none. Not confirmed, or not there: `Gone`.
    MakePrimary(EmailId),
    /// Makes the primary address of a user an ordinary one. Not primary, or not there: `Gone`.
    Demote(EmailId),
    /// Deletes an address of this user with its tokens. Not theirs, primary, or not there: `Gone`.
    Delete(UserId, EmailId),
}

/// A change to a user's roles.
#[derive(Clone, Debug)]
pub enum RoleChange {
    /// The user has this role from now on. Already so: any; no such user: `Gone`.
    Grant(UserId, Role),
    /// The user does not have this role any more. Any.
    Revoke(UserId, Role),
}

/// A change to a token.
#[derive(Clone, Debug)]
pub enum TokenChange {
    /// Adds a token.
    Insert(Token),
    /// Takes the token, once and for ever, if it has this purpose and at this moment is neither used nor expired.
    /// Otherwise `Gone`.
    Claim {
        /// The token.
        id: TokenId,
        /// What it must be for.
        purpose: Purpose,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Makes every unused token of this user and purpose unusable. Any.
    Void {
        /// The user.
        user: UserId,
        /// Which tokens.
        purpose: Purpose,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Makes every unused token of this user and purpose unusable whose subject is a change, told to an address that was
    /// confirmed at `since` or later. Any.
    VoidSince {
        /// The user.
        user: UserId,
        /// Which tokens.
        purpose: Purpose,
        /// Those of addresses confirmed from here on.
        since: DateTime<Utc>,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Makes every unused token of this purpose for this address unusable. Any.
    VoidFor {
        /// The address.
        email: EmailId,
        /// Which tokens.
        purpose: Purpose,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Makes every unused token of this user unusable. Any.
    VoidAll {
        /// The user.
        user: UserId,
        /// The moment.
        at: DateTime<Utc>,
    },
}

/// A change to an invitation.
#[derive(Clone, Debug)]
pub enum InvitationChange {
    /// Adds an invitation.
    Insert(Box<Invitation>),
    /// Accepts the invitation, once and for ever, if at this moment it is neither accepted nor revoked nor expired.
    /// Otherwise `Gone`.
    Accept {
        /// The invitation.
        id: InvitationId,
        /// Who accepts it.
        by: UserId,
        /// The moment.
        at: DateTime<Utc>,
    },
    /// Takes back the invitation, if it is neither accepted nor revoked. Otherwise `Gone`.
    Revoke(InvitationId, DateTime<Utc>),
    /// Takes back every invitation of this address that is neither accepted nor revoked. Any.
    RevokeAll(EmailAddress, DateTime<Utc>),
    /// Takes back every invitation of this inviter that gives roles and is neither accepted nor revoked. Any.
    RevokeGiving(UserId, DateTime<Utc>),
}

/// A change to the outbox.
#[derive(Clone, Debug)]
pub enum MailChange {
    /// Queues a mail.
    Queue(Box<QueuedMail>),
    /// The mail was taken over by the mailer: its row goes. Lease lost: `Gone`.
    Sent(MailLease),
    /// The try failed: due again at `due_at`, `attempts` one higher, lease given back. Lease lost: `Gone`.
    Retry {
        /// The lease under which it was tried.
        lease: MailLease,
        /// When to try again.
        due_at: DateTime<Utc>,
        /// Why it failed.
        error: String,
    },
    /// The try failed, and not over this mail: due again at `due_at`, `attempts` as before, lease given back. Lease lost:
    /// `Gone`.
    Postpone {
        /// The lease under which it was tried.
        lease: MailLease,
        /// When to try again.
        due_at: DateTime<Utc>,
        /// Why it failed.
        error: String,
    },
    /// The last try failed: a dead letter from now on. Lease lost: `Gone`.
    Bury {
        /// The lease under which it was tried.
        lease: MailLease,
        /// The moment.
        at: DateTime<Utc>,
        /// Why it failed.
        error: String,
    },
    /// A dead letter is due again, with its attempts forgotten. Not a dead letter: `Gone`.
    Revive(MailId, DateTime<Utc>),
}

/// A mail as lent: only the courier that holds it can say what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailLease {
    /// The mail.
    pub mail: MailId,
    /// Until when it was lent.
    pub until: DateTime<Utc>,
}

/// A change to a cursor: how far a reader of the events has come.
#[derive(Clone, Debug)]
pub enum CursorChange {
    /// Moves the cursor, if it still stands at `from`; one that was never moved stands at [`EventPosition::START`]. Otherwise
    /// `Stale`.
    Advance {
        /// The cursor.
        name: CursorName,
        /// Where the reader found it.
        from: EventPosition,
        /// Where it stands from now on.
        to: EventPosition,
    },
}

/// One change.
#[derive(Clone, Debug)]
pub enum Change {
    /// To a user.
    User(UserChange),
    /// To an address.
    Email(EmailChange),
    /// To a user's roles.
    Role(RoleChange),
    /// To a token.
    Token(TokenChange),
    /// To a credential.
    Credential(CredentialChange),
    /// To a challenge.
    Challenge(ChallengeChange),
    /// To a session.
    Session(SessionChange),
    /// To an invitation.
    Invitation(InvitationChange),
    /// To the outbox.
    Mail(MailChange),
    /// Records an event.
    Event(Event),
    /// To a cursor.
    Cursor(CursorChange),
}

macro_rules! into_change {
    ($($family:ident($inner:ty)),*) => {
        $(impl From<$inner> for Change {
            fn from(change: $inner) -> Self {
                Self::$family(change)
            }
        })*
    };
}

into_change!(
    User(UserChange),
    Email(EmailChange),
    Role(RoleChange),
    Token(TokenChange),
    Credential(CredentialChange),
    Challenge(ChallengeChange),
    Session(SessionChange),
    Invitation(InvitationChange),
    Mail(MailChange),
    Event(Event),
    Cursor(CursorChange)
);

/// A list of changes that happens in order and whole, or not at all. Data: a store may apply it again after a deadlock.
#[derive(Clone, Debug, Default)]
pub struct Changes(Vec<Change>);

impl Changes {
    /// No change yet.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// These changes.
    pub fn of(changes: impl IntoIterator<Item = Change>) -> Self {
        Self(changes.into_iter().collect())
    }

    /// Adds one change at the end.
    pub fn add(&mut self, change: impl Into<Change>) {
        self.0.push(change.into());
    }

    /// Adds one change at the end.
    #[must_use]
    pub fn with(mut self, change: impl Into<Change>) -> Self {
        self.add(change);
        self
    }

    /// The changes, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.0.iter()
    }

    /// Whether a mail is queued by them.
    pub fn queue_mail(&self) -> bool {
        self.0
            .iter()
            .any(|change| matches!(change, Change::Mail(MailChange::Queue(_) | MailChange::Revive(..))))
    }

    /// The events among them, which observers are told of after the commit.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.0.iter().filter_map(|change| match change {
            Change::Event(event) => Some(event),
            _ => None,
        })
    }
}

impl<C: Into<Change>> Extend<C> for Changes {
    fn extend<I: IntoIterator<Item = C>>(&mut self, changes: I) {
        self.0.extend(changes.into_iter().map(Into::into));
    }
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Change;
    type IntoIter = std::slice::Iter<'a, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
