//! How strong a password is that somebody is about to choose.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{EmailAddress, Password, PasswordStrength, Username};
use crate::kit::{Visitor, limits_fail_as, refuses_as};
use crate::manager::UserManager;
use crate::ports::{Limit, PortError};

/// A form asks when typing rests, some ten times for a password: enough for a classroom behind one address. Each costs
/// some milliseconds of this process at worst, and is counted here, not on all nodes.
const ADVICE: Limit = Limit {
    free: 600,
    delay: Duration::from_secs(1),
    longest: Duration::from_mins(1),
    forget: Duration::from_mins(10),
};

/// Why nothing is said of a password.
#[derive(Debug, Error)]
pub enum PasswordStrengthError {
    /// This client has asked too often.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(PasswordStrengthError: Throttled, Failed);

limits_fail_as!(PasswordStrengthError);

impl UserManager {
    /// Returns how strong the password policy finds `typed` for a user of this username and address, each empty where
    /// it is not known. None where there is no meter: the feature is off, the policy does not judge that, or `typed` is
    /// no password at all.
    pub async fn password_strength(
        &self,
        typed: &str,
        (username, email): (&str, &str),
        visitor: &Visitor,
    ) -> Result<Option<PasswordStrength>, PasswordStrengthError> {
        if !self.settings().features.password_strength {
            return Ok(None);
        }
        let Ok(password) = Password::parse(typed) else { return Ok(None) };
        self.reserve_advice(visitor, &ADVICE).await?;
        let (username, email) = (Username::parse(username).ok(), EmailAddress::parse(email).ok());
        Ok(self.judge(&password, (username.as_ref(), email.as_ref())).await?.strength)
    }
}
