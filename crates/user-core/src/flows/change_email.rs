//! Another address in place of the only one.

use std::time::Duration;

use thiserror::Error;

use super::limits::limits_fail_as;
use super::way_back::News;
use super::{Current, Visitor};
use crate::domain::{
    EmailAddress, EventKind, Field, MailDetails, MailKind, Password, Purpose, User, UserEmail, Violation,
    Violations,
};
use crate::letters::Reader;
use crate::manager::UserManager;
use crate::ports::{Changes, EmailChange, PortError, TokenChange};

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
    /// Too many attempts, or too many mails to that address.
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

limits_fail_as!(ChangeEmailError);
super::decide::lost_is!(ChangeEmailError);

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
        self.reserve_own_address(current.user.id, &email, visitor).await?;
        self.decide(current, |user| {
            let proposed = self.proposed_email(&email);
            let mut changes = self.proposal(user, &proposed, visitor);
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

    /// The confirmed address takes the place of the primary one, which goes.
    pub(crate) fn add_replacement(
        &self,
        user: &User,
        confirmed: &UserEmail,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        self.add_primary_change(user, confirmed, visitor, changes);
        changes.extend(user.primary_email().map(|old| EmailChange::Delete(user.id, old.id)));
    }

    /// Another primary address. The new one is told, too, and every other one gets a way back.
    pub(crate) fn add_primary_change(
        &self,
        user: &User,
        to: &UserEmail,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        if let Some(from) = user.primary_email() {
            changes.add(EmailChange::Demote(from.id));
            // Whoever reads the former address may have asked for a link before.
            let (email, purpose, at) = (from.id, Purpose::ResetPassword, self.now());
            changes.add(TokenChange::VoidFor { email, purpose, at });
        }
        changes.add(EmailChange::MakePrimary(to.id));
        changes.add(self.event(EventKind::PrimaryEmailChanged, Some(user.id), Some(visitor)));
        let (kind, gained) = (MailKind::PrimaryEmailChanged, &to.address);
        let details = MailDetails { about: Some(gained.to_string()), ..self.where_and_when(visitor) };
        changes.extend(self.letter(kind, Reader::of(user, gained), details.clone()));
        self.add_news(user, &News { kind, details, gained: Some(gained) }, changes);
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
