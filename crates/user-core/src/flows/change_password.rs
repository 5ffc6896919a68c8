//! Changing the password, by a user who knows the current one.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{
    EventKind, Field, MailKind, Method, Password, PasswordHash, User, Violation, Violations,
};
use crate::kit::{
    Claimant, Current, News, SignedIn, Try, Typed, Visitor, attempt, limits_fail_as, refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{Changes, PortError, UserChange};

/// What was typed into the form.
#[derive(Clone, Default)]
pub struct ChangePasswordForm {
    /// The current password.
    pub old_password: String,
    /// The new one.
    pub new_password: String,
    /// The new one once more.
    pub retype_password: String,
}

/// Why the password was not changed.
#[derive(Debug, Error)]
pub enum ChangePasswordError {
    /// Passwords are not changed in this app.
    #[error("passwords are not changed")]
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

refuses_as!(ChangePasswordError: Off, NotFresh, Invalid, Throttled, Gone, Failed);

limits_fail_as!(ChangePasswordError);

impl UserManager {
    /// Changes the password. Every other session ends, this one gets a new id, and no other device is known any more:
    /// everybody else who was signed in is out. Addresses confirmed in the last days count as proposed again: see
    /// [`doubtful_emails`](Self::doubtful_emails). Recovery codes made in the last days go, and so does a list of which
    /// one was used then: they would set a password again.
    pub async fn change_password(
        &self,
        current: &Current,
        form: &ChangePasswordForm,
        visitor: &Visitor,
    ) -> Result<SignedIn, ChangePasswordError> {
        if !self.settings().features.change_password {
            return Err(ChangePasswordError::Off);
        }
        if !self.is_fresh(current) {
            return Err(ChangePasswordError::NotFresh);
        }
        self.reserve_client(visitor).await?;
        let (old, new) = self.parse_change(form, &current.user).await?;
        self.require_proof(&current.user, &old, visitor).await?;
        let hash = self.hash_in_turn(&new, &current.user, visitor).await?;
        attempt(current.user.clone(), async |user: User| {
            let lists = self.code_lists(user.id).await?;
            let (mut changes, renewed) = self.password_change(&user, hash.clone(), current, visitor);
            self.add_end_of_codes(&user, &lists, Claimant::Owner, &mut changes);
            if self.commit_unless_lost(changes.in_session(current).done_by(current)).await? {
                return Ok(Try::Done(renewed));
            }
            // Somebody changed the account: the old password may be another by now, so it is proven again.
            let user = self.reread(&user).await?.ok_or(ChangePasswordError::Gone)?;
            self.require_proof(&user, &old, visitor).await?;
            let is_here = self.still_here(current).await?.is_some();
            if is_here { Ok(Try::Again(user)) } else { Err(ChangePasswordError::Gone) }
        })
        .await
    }

    async fn parse_change(
        &self,
        form: &ChangePasswordForm,
        user: &User,
    ) -> Result<(Password, Password), ChangePasswordError> {
        let mut violations = Violations::none();
        let old = violations.collect(Field::OldPassword, Password::parse(&form.old_password));
        let (password, retyped) = (form.new_password.as_str(), form.retype_password.as_str());
        let typed = Typed { field: Field::NewPassword, password, retyped };
        let whose = (user.username.as_ref(), user.primary_email().map(|email| &email.address));
        let new = self.parse_new_password(typed, whose, &mut violations).await?;
        match (old, new) {
            (Some(old), Some(new)) if violations.is_empty() => Ok((old, new)),
            _ => Err(ChangePasswordError::Invalid(violations)),
        }
    }

    async fn require_proof(
        &self,
        user: &User,
        old: &Password,
        visitor: &Visitor,
    ) -> Result<(), ChangePasswordError> {
        if self.proves(user, old, visitor).await? {
            return Ok(());
        }
        Err(ChangePasswordError::Invalid(Violations::one(Field::OldPassword, Violation::Wrong)))
    }

    /// What a new password writes, and the session, under a new id, on what is the only known device from now on.
    fn password_change(
        &self,
        user: &User,
        hash: PasswordHash,
        current: &Current,
        visitor: &Visitor,
    ) -> (Changes, SignedIn) {
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        let left = self.add_new_password(user, hash, Claimant::Owner, &mut changes);
        let renewed = self.renew_session(&user.clone().with_devices_void(), current, visitor, &mut changes);
        changes
            .add(self.event(EventKind::PASSWORD_CHANGED, Some(user.id), Some(visitor)).by(Method::PASSWORD));
        let (kind, details) = (MailKind::PASSWORD_CHANGED, self.where_and_when(visitor));
        self.add_news(&left, &News { kind, details, gained: None }, &mut changes);
        (changes, renewed)
    }
}
