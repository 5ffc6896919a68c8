//! Usernames and addresses: parsed by the rules of the app.

use crate::domain::{EMAIL_MAX, EmailAddress, Field, Username, Violation};
use crate::manager::UserManager;
use crate::settings::{Identifiers, Smtputf8};

/// What was typed, by what it is.
pub(crate) enum Identifier {
    Username(Username),
    Email(EmailAddress),
    /// Nothing that anybody could be called. Treated like an unknown name.
    Nobody(String),
}

impl Identifier {
    pub(crate) fn key(&self) -> &str {
        match self {
            Self::Username(username) => username.key(),
            Self::Email(email) => email.key(),
            Self::Nobody(typed) => typed,
        }
    }
}

impl UserManager {
    /// Which field of the form holds the identifier.
    pub fn identifier_field(&self) -> Field {
        if self.settings().identifiers == Identifiers::Email { Field::Email } else { Field::Username }
    }

    pub(crate) fn parse_identifier(&self, raw: &str) -> Result<Identifier, Violation> {
        let typed = raw.trim();
        if typed.is_empty() {
            return Err(Violation::Required);
        }
        let nobody = || Identifier::Nobody(typed.chars().take(EMAIL_MAX).collect());
        let email = || EmailAddress::parse(typed).map(Identifier::Email);
        match self.settings().identifiers {
            Identifiers::Email => email(),
            Identifiers::UsernameAndEmail if typed.contains('@') => Ok(email().unwrap_or_else(|_| nobody())),
            _ => Ok(Username::parse(typed).map_or_else(|_| nobody(), Identifier::Username)),
        }
    }

    /// A username by shape and by the app's own rule.
    pub(crate) fn parse_username(&self, raw: &str) -> Result<Username, Violation> {
        let username = Username::parse(raw)?;
        self.parts.username_policy.check(&username).map_or(Ok(username), Err)
    }

    /// An address by shape, by what can be mailed, and by the app's own rule.
    pub(crate) fn parse_email(&self, raw: &str) -> Result<EmailAddress, Violation> {
        let email = EmailAddress::parse(raw)?;
        if email.needs_smtputf8() && !self.carries_smtputf8() {
            return Err(Violation::NotAscii);
        }
        self.parts.email_policy.check(&email).map_or(Ok(email), Err)
    }

    /// Whether mail goes to addresses with letters beyond ASCII before the `@`: no form promises one that cannot be
    /// sent.
    pub fn carries_smtputf8(&self) -> bool {
        match self.settings().mails.smtputf8 {
            Smtputf8::Auto => self.parts.mailer.carries_smtputf8(),
            Smtputf8::On => true,
            Smtputf8::Off => false,
        }
    }
}
