//! Several addresses: adding one, choosing the primary one, removing one.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{
    Detail, EMAILS_MAX, EmailAddress, EmailId, EventKind, Field, MailDetails, MailKind, Unmet, User,
    UserEmail, Violation, Violations,
};
use crate::kit::{Current, News, ToConfirm, Visitor, limits_fail_as, lost_is, refuses_as};
use crate::manager::UserManager;
use crate::ports::{Changes, PortError, UserChange};

/// What was typed into the form that adds an address.
#[derive(Clone, Debug, Default)]
pub struct AddEmailForm {
    /// The address.
    pub email: String,
}

/// Why no address was added. That somebody else has it is not among it: nobody is told.
#[derive(Debug, Error)]
pub enum AddEmailError {
    /// Users have one address in this app.
    #[error("users have one address")]
    Off,
    /// The password was proven too long ago: sign in again first.
    #[error("the sign-in is too old")]
    NotFresh,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many addresses of this user.
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

refuses_as!(AddEmailError: Off, NotFresh, Invalid, Throttled, Gone, Failed);

/// Why nothing was done to an address.
#[derive(Debug, Error)]
pub enum ManageEmailError {
    /// Users have one address in this app.
    #[error("users have one address")]
    Off,
    /// The password was proven too long ago: sign in again first.
    #[error("the sign-in is too old")]
    NotFresh,
    /// There is no such address, or it is somebody else's.
    #[error("not an address of this user")]
    Unknown,
    /// An address that nobody has proven cannot be the primary one.
    #[error("the address is not confirmed")]
    Unconfirmed,
    /// The primary address cannot be removed, nor the first one while none is confirmed: make another one primary
    /// first.
    #[error("the address is the primary one")]
    Primary,
    /// Too many mails to addresses of this user.
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

refuses_as! {
    ManageEmailError: Off, NotFresh, Unknown, Throttled, Gone, Failed;
    Own::Unconfirmed => Self::Unmet(Unmet::EmailNotConfirmed),
    Own::Primary => Self::Unmet(Unmet::NotAllowed)
}

limits_fail_as!(AddEmailError, ManageEmailError);
lost_is!(AddEmailError, ManageEmailError);

impl UserManager {
    /// Adds an address, which counts once it is confirmed, and mails it a link to do so. Answers the address.
    ///
    /// Where somebody else has the address, everything looks the same: it stands unconfirmed on the list, its owner
    /// is told by mail, and no link is sent.
    pub async fn add_email(
        &self,
        current: &Current,
        form: &AddEmailForm,
        visitor: &Visitor,
    ) -> Result<EmailAddress, AddEmailError> {
        if !self.settings().manages_emails() {
            return Err(AddEmailError::Off);
        }
        if !self.is_stepped_up(current) {
            return Err(AddEmailError::NotFresh);
        }
        let email = self.parse_email(&form.email).map_err(refused)?;
        may_be_added(&current.user, &email)?;
        let wait = self.reserve_own_address(current.user.id, &email, visitor).await?;
        self.decide(current, |user| {
            may_be_added(user, &email)?;
            let proposed = self.proposed_email(&email);
            Ok::<_, AddEmailError>(self.proposal(user, ToConfirm { email: &proposed, wait }, visitor))
        })
        .await?;
        Ok(email)
    }

    /// Mails an address another link to confirm it. One that is confirmed already is left alone.
    pub async fn send_confirmation(
        &self,
        current: &Current,
        id: EmailId,
        visitor: &Visitor,
    ) -> Result<EmailAddress, ManageEmailError> {
        let email = self.managed(current, id)?;
        let wait = self.reserve_own_address(current.user.id, &email, visitor).await?;
        self.decide(current, |user| {
            let held = theirs(user, id)?;
            let mut changes =
                Changes::none().with(UserChange::Unchanged { id: user.id, revision: user.revision });
            if held.confirmed_at.is_none() {
                let event = self.event(EventKind::CONFIRMATION_REQUESTED, Some(user.id), Some(visitor));
                changes.add(event.with(Detail::ADDRESS, email.to_string()));
                self.add_confirmation(user, ToConfirm { email: held, wait }, visitor, &mut changes);
            }
            Ok::<_, ManageEmailError>(changes)
        })
        .await?;
        Ok(email)
    }

    /// Makes a confirmed address the primary one. Every other one is told, with a way back.
    pub async fn make_primary(
        &self,
        current: &Current,
        id: EmailId,
        visitor: &Visitor,
    ) -> Result<EmailAddress, ManageEmailError> {
        let email = self.managed(current, id)?;
        self.decide(current, |user| {
            let held = theirs(user, id)?;
            if held.confirmed_at.is_none() {
                return Err(ManageEmailError::Unconfirmed);
            }
            if held.primary {
                return Ok(Changes::none());
            }
            let mut changes =
                Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
            self.add_primary_change(user, held, visitor, &mut changes);
            Ok(changes)
        })
        .await?;
        Ok(email)
    }

    /// Removes an address that is not the primary one, nor the one a user came with and has not confirmed yet, and
    /// every link that was mailed to it to confirm it or to reset the password.
    pub async fn remove_email(
        &self,
        current: &Current,
        id: EmailId,
        visitor: &Visitor,
    ) -> Result<EmailAddress, ManageEmailError> {
        let email = self.managed(current, id)?;
        self.decide(current, |user| {
            // Without any address the user could neither sign in by one nor ever confirm one.
            let held = theirs(user, id)?;
            if user.main_email().map(|main| main.id) == Some(held.id) {
                return Err(ManageEmailError::Primary);
            }
            let mut changes =
                Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision }).with(
                    self.event(EventKind::EMAIL_REMOVED, Some(user.id), Some(visitor))
                        .with(Detail::ADDRESS, email.to_string()),
                );
            self.add_removal(user, held, &mut changes);
            // To the removed one as well: its reader may be the owner.
            let (kind, about) = (MailKind::EMAIL_REMOVED, Some(email.to_string()));
            let details = MailDetails { about, ..self.where_and_when(visitor) };
            self.add_news(user, &News { kind, details, gained: None }, &mut changes);
            Ok(changes)
        })
        .await?;
        Ok(email)
    }

    /// The address of this id, where the user may do something to it now.
    fn managed(&self, current: &Current, id: EmailId) -> Result<EmailAddress, ManageEmailError> {
        if !self.settings().manages_emails() {
            return Err(ManageEmailError::Off);
        }
        if !self.is_stepped_up(current) {
            return Err(ManageEmailError::NotFresh);
        }
        theirs(&current.user, id).map(|held| held.address.clone())
    }
}

fn refused(why: Violation) -> AddEmailError {
    AddEmailError::Invalid(Violations::one(Field::Email, why))
}

fn may_be_added(user: &User, email: &EmailAddress) -> Result<(), AddEmailError> {
    if user.email(email).is_some() {
        return Err(refused(Violation::Taken));
    }
    if user.emails.len() >= EMAILS_MAX {
        return Err(refused(Violation::TooMany { max: EMAILS_MAX }));
    }
    Ok(())
}

fn theirs(user: &User, id: EmailId) -> Result<&UserEmail, ManageEmailError> {
    user.emails.iter().find(|held| held.id == id).ok_or(ManageEmailError::Unknown)
}
