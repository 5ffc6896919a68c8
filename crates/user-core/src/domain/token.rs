//! Single-use tokens: what a mailed link stands for.

use std::ops::Range;

use chrono::{DateTime, Utc};

use super::name::open_name;
use super::{EmailAddress, EmailId, TokenId, UserId, Username};

open_name! {
    /// The purpose of a token. Each has a key of its own, so that a link of one purpose is invalid for another.
    pub struct Purpose {
        /// Confirms an email address.
        CONFIRM_EMAIL = "confirm_email",
        /// Sets a new password.
        RESET_PASSWORD = "reset_password",
        /// Reverts a change of a way in ("this was not me"), and gives the account back.
        UNDO_EMAIL_CHANGE = "undo_email_change",
        /// Recognises the browser that registered. There is no link: the id is the hash of a mark in that browser.
        REGISTRATION = "registration",
        /// Reserves a former username of a user. There is no link: a store counts the name as taken while the token is
        /// valid.
        FORMER_USERNAME = "former_username",
        /// Records since when a removed address was confirmed. There is no link.
        FORMER_EMAIL = "former_email",
    }
}

/// A token row: everything that the effect of a link depends on, so that the link itself carries only an id.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Token {
    /// The id of the row, sealed in the link.
    pub id: TokenId,
    /// Its purpose.
    pub purpose: Purpose,
    /// The user it belongs to.
    pub user_id: UserId,
    /// What it acts on.
    pub subject: TokenSubject,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// When it was used or revoked; `None` while it is unused.
    pub used_at: Option<DateTime<Utc>>,
}

/// What a token acts on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum TokenSubject {
    /// The address it was sent to, and the only one it confirms. The token goes with it.
    Email(EmailId),
    /// A change of a way in. The token outlives every address: an intruder could otherwise spoil it by
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
    /// Creates an unused token that was created at the start of `valid` and expires at its end.
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

    /// Returns the id of the address that it acts on, if it acts on one.
    pub const fn email_id(&self) -> Option<EmailId> {
        match self.subject {
            TokenSubject::Email(id) => Some(id),
            TokenSubject::Change { .. } | TokenSubject::Browser(_) | TokenSubject::Username(_) => None,
        }
    }

    /// Returns whether the token is unused and has not expired at this moment.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.used_at.is_none() && at < self.expires_at
    }

    /// Returns the username that this token reserves at this moment, if it reserves one.
    pub fn kept_username(&self, at: DateTime<Utc>) -> Option<&Username> {
        match &self.subject {
            TokenSubject::Username(username) if self.is_open(at) => Some(username),
            _ => None,
        }
    }
}
