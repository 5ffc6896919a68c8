//! What happened: recorded with the change itself, told to observers after it.

use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::name::open_name;
use super::{EventId, SessionId, UserId};

open_name! {
    /// What kind of thing happened.
    pub struct EventKind {
        /// Somebody registered.
        USER_REGISTERED = "user_registered",
        /// A user of another program was taken over.
        USER_IMPORTED = "user_imported",
        /// Somebody registered with an address that already has an account.
        REGISTRATION_FOR_EXISTING_EMAIL = "registration_for_existing_email",
        /// An address was confirmed.
        EMAIL_CONFIRMED = "email_confirmed",
        /// Somebody signed in.
        USER_SIGNED_IN = "user_signed_in",
        /// An attempt to sign in failed. `user_id` tells for whom, when that is known.
        SIGN_IN_FAILED = "sign_in_failed",
        /// Somebody who is signed in was asked for a proof once more, and it was wrong; or a recovery code was.
        PROOF_REFUSED = "proof_refused",
        /// A limit refused an attempt. `user_id` tells at whom, when that is known.
        ATTEMPT_THROTTLED = "attempt_throttled",
        /// A request that could change something did not come from a form of this site.
        REQUEST_FORGED = "request_forged",
        /// A user asked for a page that they may not see.
        ACCESS_FORBIDDEN = "access_forbidden",
        /// A link was used that is none of ours, or no longer.
        LINK_REFUSED = "link_refused",
        /// Somebody signed out.
        USER_SIGNED_OUT = "user_signed_out",
        /// A link to reset a password was asked for. Without `user_id`: for an address nobody has.
        PASSWORD_RESET_REQUESTED = "password_reset_requested",
        /// A password was reset by a mailed link or a recovery code.
        PASSWORD_RESET = "password_reset",
        /// A password was changed.
        PASSWORD_CHANGED = "password_changed",
        /// Recovery codes were made, in place of all earlier ones.
        RECOVERY_CODES_MADE = "recovery_codes_made",
        /// A recovery code was used: to prove who a user is, or to set a new password.
        RECOVERY_CODE_USED = "recovery_code_used",
        /// An authenticator app was set up.
        TOTP_ADDED = "totp_added",
        /// An authenticator app got another label.
        TOTP_RENAMED = "totp_renamed",
        /// An authenticator app was removed.
        TOTP_REMOVED = "totp_removed",
        /// An administrator resets the second step of a user, now or after a delay.
        SECOND_STEP_RESET = "second_step_reset",
        /// A device is trusted from now on: no second step is asked for on it.
        DEVICE_TRUSTED = "device_trusted",
        /// A device is trusted no longer.
        DEVICE_FORGOTTEN = "device_forgotten",
        /// A first proof was right, and the second step of signing in was refused.
        SECOND_STEP_REFUSED = "second_step_refused",
        /// A username was changed.
        USERNAME_CHANGED = "username_changed",
        /// An address was added, which counts once it is confirmed.
        EMAIL_ADDED = "email_added",
        /// An address was removed.
        EMAIL_REMOVED = "email_removed",
        /// Another address became the primary one.
        PRIMARY_EMAIL_CHANGED = "primary_email_changed",
        /// A change of the primary address was taken back by a mailed link.
        EMAIL_CHANGE_UNDONE = "email_change_undone",
        /// A user's profile, language, time zone or picture was changed.
        PROFILE_CHANGED = "profile_changed",
        /// A new link to confirm an address was asked for.
        CONFIRMATION_REQUESTED = "confirmation_requested",
        /// A session was ended from another one, or by an administrator.
        SESSION_REVOKED = "session_revoked",
        /// A session cookie was used that had been replaced: a copy exists. The session was ended.
        SESSION_REUSED = "session_reused",
        /// A user was disabled.
        USER_DISABLED = "user_disabled",
        /// A user was enabled.
        USER_ENABLED = "user_enabled",
        /// A user was deleted.
        USER_DELETED = "user_deleted",
        /// The deletion of a user was scheduled.
        DELETION_SCHEDULED = "deletion_scheduled",
        /// A scheduled deletion was called off.
        DELETION_CANCELLED = "deletion_cancelled",
        /// A user asked for an export of what the site keeps about them.
        EXPORT_REQUESTED = "export_requested",
        /// An export was fetched.
        EXPORT_FETCHED = "export_fetched",
        /// A role was granted.
        ROLE_GRANTED = "role_granted",
        /// A role was taken away.
        ROLE_REVOKED = "role_revoked",
        /// Somebody was invited. `user_id` tells by whom, unless code or an administrator did.
        USER_INVITED = "user_invited",
        /// An invitation was accepted.
        INVITATION_ACCEPTED = "invitation_accepted",
        /// An invitation was taken back. `user_id` tells by whom, as for `UserInvited`.
        INVITATION_REVOKED = "invitation_revoked",
    }
}

open_name! {
    /// What kind of actor did something.
    pub struct ActorKind {
        /// A visitor who was not signed in.
        VISITOR = "visitor",
        /// A user, in a session.
        USER = "user",
        /// An administrator, or a program in the place of one.
        ADMINISTRATOR = "administrator",
        /// The system by itself.
        SYSTEM = "system",
    }
}

open_name! {
    /// How something was done.
    pub struct Method {
        /// With the password.
        PASSWORD = "password",
        /// With a link that was mailed to an address.
        EMAIL = "email",
        /// With a recovery code.
        RECOVERY_CODE = "recovery_code",
        /// With a time-based code.
        TOTP = "totp",
        /// By registering.
        REGISTRATION = "registration",
    }
}

open_name! {
    /// What a detail of an event is about.
    pub struct Detail {
        /// An email address.
        ADDRESS = "address",
        /// A role.
        ROLE = "role",
        /// What the user calls something of theirs.
        LABEL = "label",
    }
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Actor {
    /// What kind of actor.
    pub kind: ActorKind,
    /// Which one: a user id, or a word such as `command line`. At most 64 characters.
    pub id: Option<String>,
}

impl Actor {
    /// A visitor who was not signed in.
    pub const VISITOR: Self = Self::new(ActorKind::VISITOR, None);
    /// The system by itself.
    pub const SYSTEM: Self = Self::new(ActorKind::SYSTEM, None);

    /// An actor as a store kept it.
    pub const fn new(kind: ActorKind, id: Option<String>) -> Self {
        Self { kind, id }
    }

    /// A user, in a session.
    pub fn user(id: UserId) -> Self {
        Self::new(ActorKind::USER, Some(id.to_string()))
    }

    /// An administrator, or a program in the place of one.
    pub fn administrator(id: impl Into<String>) -> Self {
        Self::new(ActorKind::ADMINISTRATOR, Some(id.into()))
    }
}

/// Prints the kind, and the id where there is one: `administrator:command line`.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.id {
            Some(id) => write!(f, "{}:{id}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

/// The details of an event: a small map of texts. Never a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventDetails(BTreeMap<Detail, String>);

impl EventDetails {
    /// No details.
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// With one detail more.
    #[must_use]
    pub fn with(mut self, detail: Detail, value: impl Into<String>) -> Self {
        self.0.insert(detail, value.into());
        self
    }

    /// The value of a detail.
    pub fn get(&self, detail: Detail) -> Option<&str> {
        self.0.get(&detail).map(String::as_str)
    }

    /// Every detail, in order of its name.
    pub fn iter(&self) -> impl Iterator<Item = (Detail, &str)> {
        self.0.iter().map(|(detail, value)| (*detail, value.as_str()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One thing that happened. As JSON it is what a journal or a webhook can hand on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Event {
    /// The row.
    pub id: EventId,
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub at: DateTime<Utc>,
    /// The user it happened to, where that is known.
    pub user_id: Option<UserId>,
    /// Who did it.
    pub actor: Actor,
    /// The session in which it was done, or which it began or ended.
    pub session: Option<SessionId>,
    /// The network address it came from, where a visitor caused it.
    pub address: Option<IpAddr>,
    /// What the visitor's browser calls itself, cut to 255 characters.
    pub user_agent: Option<String>,
    /// How it was done, where there is more than one way.
    pub method: Option<Method>,
    /// What it was about.
    pub details: EventDetails,
}

impl Event {
    /// An event by the system, about nobody. The other fields are set on it.
    pub const fn new(id: EventId, kind: EventKind, at: DateTime<Utc>) -> Self {
        Self {
            id,
            kind,
            at,
            user_id: None,
            actor: Actor::SYSTEM,
            session: None,
            address: None,
            user_agent: None,
            method: None,
            details: EventDetails::none(),
        }
    }

    /// The same event with one detail more.
    #[must_use]
    pub fn with(mut self, detail: Detail, value: impl Into<String>) -> Self {
        self.details = self.details.with(detail, value);
        self
    }

    /// The same event, done in this way.
    #[must_use]
    pub fn by(self, method: Method) -> Self {
        Self { method: Some(method), ..self }
    }

    /// The same event in this session.
    #[must_use]
    pub fn in_session(self, session: SessionId) -> Self {
        Self { session: Some(session), ..self }
    }
}

/// Where an event stands among all events of a store: later ones are higher, and none comes in before one that was
/// read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventPosition(u64);

impl EventPosition {
    /// Before every event.
    pub const START: Self = Self(0);

    /// The position with this number, as a store kept it.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Its number, from 1; 0 is before every event.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The next one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// An event, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PositionedEvent {
    /// Where it stands.
    pub position: EventPosition,
    /// What happened.
    pub event: Event,
}

impl PositionedEvent {
    /// An event at this position, as a store kept it.
    pub const fn new(position: EventPosition, event: Event) -> Self {
        Self { position, event }
    }
}

open_name! {
    /// The name of a cursor: how far a reader of the events has come. Each reader chooses one, such as `webhooks`.
    pub struct CursorName {}
}
