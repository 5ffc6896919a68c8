//! Another address in place of the only one.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{EmailAddress, Field, Password, User, Violation, Violations};
use crate::kit::{Current, ToConfirm, Visitor, limits_fail_as, lost_is, refuses_as};
use crate::manager::UserManager;
use crate::ports::{EmailChange, PortError};

/// What was typed into the form.
#[derive(Clone, Default)]
pub struct ChangeEmailForm {
    /// The new address.
    pub new_email: String,
    /// The current password.
    pub old_password: String,
}

/// Why the address is not being changed. That somebody else has it is not among it: nobody is told.
#[derive(Debug, Error)]
pub enum ChangeEmailError {
    /// Addresses are not changed in this app, or are managed as several.
    #[error("addresses are not changed")]
    Off,
    /// The password was proven too long ago: sign in again first.
    #[error("the sign-in is too old")]
    NotFresh,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts, or too many addresses of this user.
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

refuses_as!(ChangeEmailError: Off, NotFresh, Invalid, Throttled, Gone, Failed);

limits_fail_as!(ChangeEmailError);
lost_is!(ChangeEmailError);

impl UserManager {
    /// Mails the new address a link. Opening it puts the address in place of the present one, which stays until then.
    pub async fn change_email(
        &self,
        current: &Current,
        form: &ChangeEmailForm,
        visitor: &Visitor,
    ) -> Result<EmailAddress, ChangeEmailError> {
        if !self.settings().changes_email() {
            return Err(ChangeEmailError::Off);
        }
        if !self.is_fresh(current) {
            return Err(ChangeEmailError::NotFresh);
        }
        let (email, password) =
            self.parse_email_change(form, &current.user).map_err(ChangeEmailError::Invalid)?;
        if !self.proves(&current.user, &password, visitor).await? {
            return Err(ChangeEmailError::Invalid(Violations::one(Field::OldPassword, Violation::Wrong)));
        }
        let wait = self.reserve_own_address(current.user.id, &email, visitor).await?;
        self.decide(current, |user| {
            let proposed = self.proposed_email(&email);
            let mut changes = self.proposal(user, ToConfirm { email: &proposed, wait }, visitor);
            // One address at a time is on its way: a new wish replaces the earlier one, and never the address by which
            // somebody who has confirmed none yet is known.
            let own = user.main_email().map(|own| own.id);
            let earlier =
                user.emails.iter().filter(|held| held.confirmed_at.is_none() && Some(held.id) != own);
            changes.extend(earlier.map(|held| EmailChange::Delete(user.id, held.id)));
            Ok::<_, ChangeEmailError>(changes)
        })
        .await?;
        Ok(email)
    }

    fn parse_email_change(
        &self,
        form: &ChangeEmailForm,
        user: &User,
    ) -> Result<(EmailAddress, Password), Violations> {
        let mut violations = Violations::none();
        let is_new = |email: EmailAddress| {
            let same = user.main_email().is_some_and(|held| held.address == email);
            if same { Err(Violation::Same) } else { Ok(email) }
        };
        let email = violations.collect(Field::NewEmail, self.parse_email(&form.new_email).and_then(is_new));
        let password = violations.collect(Field::OldPassword, Password::parse(&form.old_password));
        match (email, password) {
            (Some(email), Some(password)) => Ok((email, password)),
            _ => Err(violations),
        }
    }
}
