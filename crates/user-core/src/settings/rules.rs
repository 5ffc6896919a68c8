//! The smaller groups: signing in, mails, passwords, cookies, languages.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::{Locale, MailKind};

/// When a flow signs the visitor in by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each named in a settings file")]
#[non_exhaustive]
pub struct AutoSignIn {
    /// A signed-in visitor of the sign-in or registration page is sent on at once. Default: on.
    pub when_signed_in: bool,
    /// After registering, where no confirmation is asked for. Default: on.
    pub after_register: bool,
    /// After confirming, in the browser that registered. Default: on.
    pub after_confirm_email: bool,
    /// After resetting the password. Default: off.
    pub after_reset_password: bool,
}

impl Default for AutoSignIn {
    fn default() -> Self {
        Self {
            when_signed_in: true,
            after_register: true,
            after_confirm_email: true,
            after_reset_password: false,
        }
    }
}

/// Rules for signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SignInRules {
    /// Users may sign in before they confirmed an address; guards can still ask for one. Default: off.
    pub before_confirmation: bool,
    /// The most sessions of one user. Signing in once more ends the one that was seen longest ago. Default: 100.
    pub sessions_max: u32,
}

impl Default for SignInRules {
    fn default() -> Self {
        Self { before_confirmation: false, sessions_max: 100 }
    }
}

/// Whether addresses are accepted that every mail server on the way must know SMTPUTF8 for (RFC 6531): those with
/// letters beyond ASCII before the `@`. A domain in another script asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Smtputf8 {
    /// As soon as the mailer knows that it can carry mail to them.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

/// Which mails are sent, and how patiently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each named in a settings file")]
#[non_exhaustive]
pub struct Mails {
    /// Who mails are from: `no-reply@example.com` or `My Site <no-reply@example.com>`.
    /// Default: `no-reply@localhost.localdomain`, which no server outside accepts.
    pub sender: String,
    /// Who is answered: an address, or a name and an address. Default: nobody else than the sender.
    pub reply_to: Option<String>,
    /// The address to which a mail comes back that cannot be delivered: the sender of the envelope. Default: that of
    /// the sender.
    pub return_path: Option<String>,
    /// Whether addresses with letters beyond ASCII before the `@` are accepted. Default: `auto`.
    pub smtputf8: Smtputf8,
    /// Welcome a new user. It carries the link to confirm, so it can be off only where nothing is to confirm.
    /// Default: on.
    pub registered: bool,
    /// Tell the owner when somebody registers with their address. Default: on.
    pub already_registered: bool,
    /// Tell when a password was changed or reset. Default: on.
    pub password_changed: bool,
    /// Tell when recovery codes were made, and when one was used. Default: on.
    pub recovery_codes: bool,
    /// Tell when an authenticator app was set up or removed, and when somebody fails at the second step of signing in again
    /// and again. Default: on.
    pub totp: bool,
    /// Tell when a username was changed. Default: on.
    pub username_changed: bool,
    /// Tell when an address was added to an account, and when it is confirmed. Default: on.
    pub email_added: bool,
    /// Tell when an address was removed from an account. Default: on.
    pub email_removed: bool,
    /// Tell the new primary address and the others of the change. Default: on.
    pub primary_email_changed: bool,
    /// Tell when somebody signs in from a device not seen before. Default: off.
    pub new_sign_in: bool,
    /// Tell when a copied session cookie was used. Default: on.
    pub session_revoked: bool,
    /// Tell when an account was deleted, is going to be, or is not any more. Default: on.
    pub account_deleted: bool,
    /// After this many tries a mail becomes a dead letter. Default: 10.
    pub tries: u32,
    /// The wait after the first failed try; doubles with each. Default: 30 seconds.
    #[serde(with = "crate::settings::time")]
    pub first_retry: Duration,
    /// The longest wait between two tries. Default: 6 hours.
    #[serde(with = "crate::settings::time")]
    pub longest_retry: Duration,
    /// How long a mail waits while the mail server takes none of this site; after that it becomes a dead letter.
    /// Default: 5 days.
    #[serde(with = "crate::settings::time")]
    pub give_up_after: Duration,
    /// How many mails a courier takes at once. Default: 8.
    pub batch: u32,
    /// How long a courier may hold a mail before another may take it over. Longer than the mailer's own time-out.
    /// Default: 2 minutes.
    #[serde(with = "crate::settings::time")]
    pub lease: Duration,
}

impl Mails {
    /// Whether mails of this kind are sent. Those that somebody asked for, to go on, always are, and
    /// so are those of a kind that no setting is about.
    pub const fn sends(&self, kind: MailKind) -> bool {
        match kind {
            MailKind::REGISTERED => self.registered,
            MailKind::ALREADY_REGISTERED => self.already_registered,
            MailKind::PASSWORD_CHANGED => self.password_changed,
            MailKind::RECOVERY_CODES_MADE | MailKind::RECOVERY_CODE_USED => self.recovery_codes,
            MailKind::TOTP_ADDED
            | MailKind::TOTP_REMOVED
            | MailKind::SECOND_STEP_REFUSED
            | MailKind::SECOND_STEP_RESET => self.totp,
            MailKind::USERNAME_CHANGED => self.username_changed,
            MailKind::EMAIL_ADDED | MailKind::EMAIL_CONFIRMED => self.email_added,
            MailKind::EMAIL_REMOVED => self.email_removed,
            MailKind::PRIMARY_EMAIL_CHANGED => self.primary_email_changed,
            MailKind::NEW_SIGN_IN => self.new_sign_in,
            MailKind::SESSION_REVOKED => self.session_revoked,
            MailKind::ACCOUNT_DELETED | MailKind::DELETION_SCHEDULED | MailKind::DELETION_CANCELLED => {
                self.account_deleted
            }
            // Somebody asked for it; or it is of a kind that no setting is about.
            _ => true,
        }
    }
}

impl Default for Mails {
    fn default() -> Self {
        Self {
            sender: "no-reply@localhost.localdomain".to_owned(),
            reply_to: None,
            return_path: None,
            smtputf8: Smtputf8::Auto,
            registered: true,
            already_registered: true,
            password_changed: true,
            recovery_codes: true,
            totp: true,
            username_changed: true,
            email_added: true,
            email_removed: true,
            primary_email_changed: true,
            new_sign_in: false,
            session_revoked: true,
            account_deleted: true,
            tries: 10,
            first_retry: Duration::from_secs(30),
            longest_retry: Duration::from_hours(6),
            give_up_after: Duration::from_hours(5 * 24),
            batch: 8,
            lease: Duration::from_mins(2),
        }
    }
}

/// Which of the ready password policies applies. An app may bring its own instead, with the builder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadyPasswordPolicy {
    /// At least 8 characters, not easily guessed, not made of the username, address or site name.
    #[default]
    Default,
    /// NIST SP 800-63B-4 for passwords used alone: at least 15 characters, not easily guessed.
    Nist,
    /// Flask-User's own: at least 6 characters with an upper-case letter, a lower-case letter and a digit.
    FlaskUser,
}

/// Rules for passwords.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Passwords {
    /// Which policy. Default: `default`.
    pub policy: ReadyPasswordPolicy,
}

/// Cookies. All are `HttpOnly`, `SameSite=Lax`, `Path=/`; over https also `Secure` with the `__Host-` prefix. Below a
/// path they have that path, and the `__Secure-` prefix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Cookies {
    /// The first part of each cookie's name. Two apps on one host need different ones. Default: `user`.
    pub name: String,
    /// Accept plain http on a host that is not loopback. For development in a trusted network only: anybody who sees
    /// the traffic can take over every session. Default: off.
    pub insecure_development: bool,
}

impl Default for Cookies {
    fn default() -> Self {
        Self { name: "user".to_owned(), insecure_development: false }
    }
}

/// Languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Languages {
    /// The language for a visitor who asks for none that is offered. Default: `en`.
    pub default: Locale,
    /// The languages offered. Default: none listed, which offers all the renderer has.
    pub offered: Vec<Locale>,
}

impl Default for Languages {
    fn default() -> Self {
        Self { default: Locale::english(), offered: Vec::new() }
    }
}

/// Limits on what is uploaded as a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct PictureLimits {
    /// The largest file, in bytes. Default: 16 MiB, at most 64 MiB.
    pub max_bytes: u64,
    /// The most pixels of each side. Default and maximum: 8192.
    pub max_pixels: u32,
}

impl Default for PictureLimits {
    fn default() -> Self {
        Self { max_bytes: 16 * 1024 * 1024, max_pixels: 8_192 }
    }
}
