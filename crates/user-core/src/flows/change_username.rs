//! Changing the username.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{Field, Password, Username, Violation, Violations};
use crate::kit::{Current, Visitor, limits_fail_as, lost_is, refuses_as};
use crate::manager::UserManager;
use crate::ports::{PortError, Unique};

/// What was typed into the form.
#[derive(Clone, Default)]
pub struct ChangeUsernameForm {
    /// The new username.
    pub new_username: String,
    /// The current password.
    pub old_password: String,
}

/// Why the username was not changed.
#[derive(Debug, Error)]
pub enum ChangeUsernameError {
    /// Usernames are not changed in this app.
    #[error("usernames are not changed")]
    Off,
    /// The password was proven too long ago: sign in again first.
    #[error("the sign-in is too old")]
    NotFresh,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(ChangeUsernameError: Off, NotFresh, Invalid, Throttled, Gone, Failed);

limits_fail_as!(ChangeUsernameError);
lost_is!(ChangeUsernameError);

impl UserManager {
    /// Changes the username, also in nothing but its capitals, and returns the new one.
    pub async fn change_username(
        &self,
        current: &Current,
        form: &ChangeUsernameForm,
        visitor: &Visitor,
    ) -> Result<Username, ChangeUsernameError> {
        if !self.settings().changes_username() {
            return Err(ChangeUsernameError::Off);
        }
        if !self.is_fresh(current) {
            return Err(ChangeUsernameError::NotFresh);
        }
        let (username, password) = self.parse_rename(form).map_err(ChangeUsernameError::Invalid)?;
        if !self.proves(&current.user, &password, visitor).await? {
            return Err(ChangeUsernameError::Invalid(Violations::one(Field::OldPassword, Violation::Wrong)));
        }
        if current.user.username.as_ref().is_some_and(|held| held.as_str() == username.as_str()) {
            return Ok(username);
        }
        let taken = Violations::one(Field::NewUsername, Violation::Taken);
        let past = self.names_past(current.user.id).await?;
        self.decide_unless_taken(
            current,
            |user| Ok(self.username_change(user, &username, past, visitor)),
            |unique| (unique == Unique::Username).then(|| ChangeUsernameError::Invalid(taken.clone())),
        )
        .await?;
        Ok(username)
    }

    fn parse_rename(&self, form: &ChangeUsernameForm) -> Result<(Username, Password), Violations> {
        let mut violations = Violations::none();
        let username = violations.collect(Field::NewUsername, self.parse_username(&form.new_username));
        let password = violations.collect(Field::OldPassword, Password::parse(&form.old_password));
        match (username, password) {
            (Some(username), Some(password)) => Ok((username, password)),
            _ => Err(violations),
        }
    }
}
