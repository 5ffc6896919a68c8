//! Usernames and addresses: parsed by the rules of the app.

use crate::domain::{EmailAddress, Username, Violation};
use crate::manager::UserManager;
use crate::settings::Smtputf8;

impl UserManager {
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

    /// Whether mail goes to addresses with letters beyond ASCII before the `@`: no form promises one that cannot be sent.
    pub fn carries_smtputf8(&self) -> bool {
        match self.settings().mails.smtputf8 {
            Smtputf8::Auto => self.parts.mailer.carries_smtputf8(),
            Smtputf8::On => true,
            Smtputf8::Off => false,
        }
    }
}
