//! Mails: what is queued with a change, and what is handed to the mailer.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::name::open_name;
use super::{ChallengeId, EmailAddress, InvitationId, Locale, MailId, Purpose, TimeZone, TokenId, UserId};

open_name! {
    /// The kind of a mail, which is also the name of its three templates.
    pub struct MailKind {
        /// Welcome, with the link to confirm the address where the app asks for that.
        REGISTERED = "registered",
        /// Somebody registered with an address that already has an account.
        ALREADY_REGISTERED = "already_registered",
        /// The link to confirm an address, once more.
        CONFIRM_EMAIL = "confirm_email",
        /// The link to set a new password.
        FORGOT_PASSWORD = "forgot_password",
        /// The password was changed or reset.
        PASSWORD_CHANGED = "password_changed",
        /// Recovery codes were made, in place of all earlier ones.
        RECOVERY_CODES_MADE = "recovery_codes_made",
        /// A recovery code was used.
        RECOVERY_CODE_USED = "recovery_code_used",
        /// An authenticator app was set up.
        TOTP_ADDED = "totp_added",
        /// An authenticator app was removed.
        TOTP_REMOVED = "totp_removed",
        /// An administrator resets the second step of signing in.
        SECOND_STEP_RESET = "second_step_reset",
        /// Somebody got past the first step of signing in, and failed at the second one again and again.
        SECOND_STEP_REFUSED = "second_step_refused",
        /// The username was changed.
        USERNAME_CHANGED = "username_changed",
        /// An address was added to the account.
        EMAIL_ADDED = "email_added",
        /// An address that was added to the account is confirmed: it is a way in.
        EMAIL_CONFIRMED = "email_confirmed",
        /// An address was removed from the account.
        EMAIL_REMOVED = "email_removed",
        /// Another address became the primary one. To the others, with a link to take it back; and to the new one.
        PRIMARY_EMAIL_CHANGED = "primary_email_changed",
        /// Somebody signed in from a device not seen before.
        NEW_SIGN_IN = "new_sign_in",
        /// A copied session cookie was used, and that session ended.
        SESSION_REVOKED = "session_revoked",
        /// The account was deleted.
        ACCOUNT_DELETED = "account_deleted",
        /// The account is going to be deleted.
        DELETION_SCHEDULED = "deletion_scheduled",
        /// The account is not going to be deleted after all.
        DELETION_CANCELLED = "deletion_cancelled",
        /// The export that the user asked for can be fetched.
        EXPORT_READY = "export_ready",
        /// The link to accept an invitation.
        INVITE = "invite",
    }
}

impl MailKind {
    /// Returns the priority among due mails: smaller numbers are sent first.
    ///
    /// 0 is what somebody asked for and waits for, 1 tells the owner of a change, 2 is what strangers can cause by
    /// registering, 3 is everything else, and every kind
    /// that this program does not know. So no flood of registrations holds up a reset, or the mail about a theft.
    pub const fn urgency(self) -> u8 {
        match self {
            Self::FORGOT_PASSWORD | Self::CONFIRM_EMAIL => 0,
            Self::PASSWORD_CHANGED
            | Self::RECOVERY_CODES_MADE
            | Self::RECOVERY_CODE_USED
            | Self::TOTP_ADDED
            | Self::TOTP_REMOVED
            | Self::SECOND_STEP_REFUSED
            | Self::SECOND_STEP_RESET
            | Self::USERNAME_CHANGED
            | Self::EMAIL_ADDED
            | Self::EMAIL_CONFIRMED
            | Self::EMAIL_REMOVED
            | Self::PRIMARY_EMAIL_CHANGED
            | Self::SESSION_REVOKED
            | Self::ACCOUNT_DELETED
            | Self::DELETION_SCHEDULED
            | Self::DELETION_CANCELLED => 1,
            // Alike, so that nobody learns from a delay which of the two it was.
            Self::REGISTERED | Self::ALREADY_REGISTERED => 2,
            _ => 3,
        }
    }
}

/// The link in a mail, by what it refers to. The link itself is made when the mail is rendered, and stored nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum MailLink {
    /// A token of a user.
    Token {
        /// What the link is for.
        purpose: Purpose,
        /// The token it stands for.
        token: TokenId,
        /// How long it can be used, in minutes from when it was made.
        valid_minutes: i64,
    },
    /// An invitation of somebody who may not be a user yet.
    Invitation {
        /// The invitation it stands for.
        invitation: InvitationId,
        /// How long it can be accepted, in minutes from when it was made.
        valid_minutes: i64,
    },
    /// An export. The link is that of a page, and opens nothing by itself.
    Export {
        /// That it was asked for.
        export: ChallengeId,
        /// How long it can be fetched, in minutes from when it was made.
        valid_minutes: i64,
    },
}

impl MailLink {
    /// How long it can be used, in minutes from when it was made.
    pub const fn valid_minutes(&self) -> i64 {
        match self {
            Self::Token { valid_minutes, .. }
            | Self::Invitation { valid_minutes, .. }
            | Self::Export { valid_minutes, .. } => *valid_minutes,
        }
    }
}

/// A request by email address, before the owner of the address is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailRequest {
    /// A link to set a new password.
    ResetPassword,
    /// Another link to confirm the address.
    ConfirmEmail,
    /// The first mail of a registration, which had to wait.
    Registration,
    /// A link to confirm an address that a user says is theirs, which had to wait.
    OwnAddress,
    /// An export, which the courier makes.
    Export,
}

/// The details of a mail. They contain no secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct MailDetails {
    /// The request; the courier looks up the owner of the address, and sends the answer in place of this mail.
    pub request: Option<MailRequest>,
    /// How to greet the recipient: the username, where they have proven that the address is theirs.
    pub name: Option<String>,
    /// The link to act on.
    pub link: Option<MailLink>,
    /// The new username, for `username_changed`.
    pub new_username: Option<String>,
    /// The address that was added, removed or made primary.
    pub about: Option<String>,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
    /// When it is going to happen, for `deletion_scheduled`.
    pub due: Option<DateTime<Utc>>,
    /// The time zone of the recipient; `None` tells times in UTC.
    pub time_zone: Option<TimeZone>,
    /// The browser it happened in.
    pub user_agent: Option<String>,
    /// The network address it happened from.
    pub address: Option<String>,
    /// The name of the inviter, for `invite`.
    pub inviter: Option<String>,
}

/// A mail row in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(Serialize, Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct QueuedMail {
    /// The id of the row, and the Message-ID, by which a mail that was sent twice is recognised.
    pub id: MailId,
    /// The kind of the mail.
    pub kind: MailKind,
    /// The user it is about; it is deleted with the user. `None` for a mail to a stranger.
    pub user_id: Option<UserId>,
    /// The recipient.
    pub to: EmailAddress,
    /// The recipient's language.
    pub locale: Locale,
    /// The details.
    pub details: MailDetails,
    /// When the change that caused it was made.
    pub created_at: DateTime<Utc>,
    /// When it is due next.
    pub due_at: DateTime<Utc>,
    /// The number of attempts to deliver it.
    pub attempts: u32,
    /// Until when a courier has leased it.
    pub leased_until: Option<DateTime<Utc>>,
    /// When the last attempt failed permanently; such a mail is a dead letter.
    pub dead_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed, without secrets.
    pub last_error: Option<String>,
}

impl QueuedMail {
    /// A mail about no user, without details, due at once and never tried. The other fields are set on it.
    pub fn new(
        id: MailId,
        kind: MailKind,
        to: EmailAddress,
        locale: Locale,
        created_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            kind,
            user_id: None,
            to,
            locale,
            details: MailDetails::default(),
            created_at,
            due_at: created_at,
            attempts: 0,
            leased_until: None,
            dead_at: None,
            last_error: None,
        }
    }
}

/// A display name and an address, as in a `From` header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The display name, if any. Never holds control characters.
    pub name: Option<String>,
    /// The address.
    pub address: EmailAddress,
}

impl Mailbox {
    /// Reads `ada@example.com` or `Ada <ada@example.com>`, with or without quotes around the name.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let (name, address) = match raw.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"').trim(), address),
            None => ("", raw),
        };
        if name.chars().any(char::is_control) {
            return None;
        }
        let address = EmailAddress::parse(address).ok()?;
        Some(Self { name: Some(name).filter(|n| !n.is_empty()).map(str::to_owned), address })
    }
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "\"{name}\" <{}>", self.address),
            None => write!(f, "{}", self.address),
        }
    }
}

/// A mail ready to be sent. Its bodies may hold a live link: it is not `Debug`-printed and not stored.
#[derive(Clone)]
#[non_exhaustive]
pub struct ComposedMail {
    /// The value for the `Message-ID` header, with its angle brackets.
    pub message_id: String,
    /// The sender.
    pub from: Mailbox,
    /// The `Reply-To` header. `None` is the sender.
    pub reply_to: Option<Mailbox>,
    /// The sender of the envelope, to which an undeliverable mail returns (RFC 5321 §3.6.2). `None` is the sender.
    pub return_path: Option<EmailAddress>,
    /// The recipient.
    pub to: EmailAddress,
    /// When it was queued: the `Date` header.
    pub date: DateTime<Utc>,
    /// The language of its words: the `Content-Language` header.
    pub locale: Locale,
    /// The subject, in one line.
    pub subject: String,
    /// The HTML body.
    pub html: String,
    /// The plain-text body.
    pub text: String,
}

impl ComposedMail {
    /// A mail in English without a subject or a body. The other fields are set on it.
    pub fn new(message_id: impl Into<String>, from: Mailbox, to: EmailAddress, date: DateTime<Utc>) -> Self {
        Self {
            message_id: message_id.into(),
            from,
            reply_to: None,
            return_path: None,
            to,
            date,
            locale: Locale::english(),
            subject: String::new(),
            html: String::new(),
            text: String::new(),
        }
    }
}

impl fmt::Debug for ComposedMail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ComposedMail")
            .field("message_id", &self.message_id)
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_read_with_and_without_a_name() {
        let named = Mailbox::parse("\"The Site\" <no-reply@example.com>").unwrap();
        let bare = Mailbox::parse("no-reply@example.com").unwrap();

        assert_eq!(named.name.as_deref(), Some("The Site"));
        assert_eq!(named.address, bare.address);
        assert_eq!(bare.name, None);
    }

    #[test]
    fn a_sender_that_could_forge_a_header_is_refused() {
        assert_eq!(Mailbox::parse("Site\r\nBcc: x <no-reply@example.com>"), None);
        assert_eq!(Mailbox::parse("nobody"), None);
    }
}
