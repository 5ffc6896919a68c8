//! How strong a password is that somebody is about to choose.

use crate::domain::{EmailAddress, Password, PasswordStrength, Username};
use crate::manager::UserManager;
use crate::ports::PasswordContext;

impl UserManager {
    /// How strong the password policy finds `typed` for somebody of this username and address, each empty where it is
    /// not known. None where there is no meter: the feature is off, the policy does not judge that, or `typed` is no
    /// password at all. May take milliseconds of work: not for a thread that others wait for.
    pub fn password_strength(&self, typed: &str, username: &str, email: &str) -> Option<PasswordStrength> {
        if !self.settings().features.password_strength {
            return None;
        }
        let password = Password::parse(typed).ok()?;
        let (username, email) = (Username::parse(username).ok(), EmailAddress::parse(email).ok());
        let context = PasswordContext {
            username: username.as_ref(),
            email: email.as_ref(),
            app_name: &self.settings().app_name,
        };
        self.parts.password_policy.strength(&password, &context)
    }
}
