//! Single-use tokens: what a mailed link stands for.

use std::ops::Range;

use chrono::{DateTime, Utc};

use super::name::open_name;
use super::{EmailAddress, EmailId, TokenId, UserId, Username};

open_name! {
    /// What a token may be used for. Each purpose has a key of its own, so none passes for another.
    pub struct Purpose {
        /// To prove that mail to an address arrives.
        CONFIRM_EMAIL = "confirm_email",
        /// To set a new password.
        RESET_PASSWORD = "reset_password",
        /// To say "this was not me" about a change of a way in, and to take the account back.
        UNDO_EMAIL_CHANGE = "undo_email_change",
        /// To recognise the browser that registered. No link: its id is the hash of a mark that this browser keeps.
        REGISTRATION = "registration",
        /// To keep a former username from other users. No link: a store counts the name as taken while the token is good.
        FORMER_USERNAME = "former_username",
        /// To remember since when an address counted that left the account. No link: nobody is told of it.
        FORMER_EMAIL = "former_email",
    }
}

/// A token row: all that the effect of the link needs, so that nothing else is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Token {
    /// The row, and what the link seals.
    pub id: TokenId,
    /// What it may be used for.
    pub purpose: Purpose,
    /// Whose it is.
    pub user_id: UserId,
    /// What it acts on.
    pub subject: TokenSubject,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// From when on it is refused.
    pub expires_at: DateTime<Utc>,
    /// When it was claimed or voided; `None` while it can still be used.
    pub used_at: Option<DateTime<Utc>>,
}

/// What a token acts on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum TokenSubject {
    /// The address it was sent to, and the only one it confirms. The token goes with it.
    Email(EmailId),
    /// A change of a way in. The token outlives every address: whoever took over an account could otherwise spoil it by
    /// deleting them.
    Change {
        /// The address to which the link was sent, and which it restores.
        told: EmailAddress,
        /// When that address was confirmed: an older claim to an account beats a younger one.
        confirmed_at: DateTime<Utc>,
        /// The address that the account gained by the change, if it gained one. It goes with the change.
        gained: Option<EmailAddress>,
    },
    /// The browser that registered, as it describes itself.
    Browser(Option<String>),
    /// A username that the user had before. While the token is good, nobody else can take it.
    Username(Username),
}

impl Token {
    /// An unused token that is good from the start of `valid` to its end: from when it was made to when it expires.
    pub const fn new(
        id: TokenId,
        purpose: Purpose,
        user_id: UserId,
        subject: TokenSubject,
        valid: Range<DateTime<Utc>>,
    ) -> Self {
        let Range { start: created_at, end: expires_at } = valid;
        Self { id, purpose, user_id, subject, created_at, expires_at, used_at: None }
    }

    /// The address it was sent to, where it acts on one.
    pub const fn email_id(&self) -> Option<EmailId> {
        match self.subject {
            TokenSubject::Email(id) => Some(id),
            TokenSubject::Change { .. } | TokenSubject::Browser(_) | TokenSubject::Username(_) => None,
        }
    }

    /// Whether nobody has used the token, and it has not expired at this moment.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.used_at.is_none() && at < self.expires_at
    }

    /// The username that this token keeps from other users at this moment, if it keeps one.
    pub fn kept_username(&self, at: DateTime<Utc>) -> Option<&Username> {
        match &self.subject {
            TokenSubject::Username(username) if self.is_open(at) => Some(username),
            _ => None,
        }
    }
}
