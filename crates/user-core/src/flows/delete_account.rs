//! Deleting one's own account: after a grace in which its user may keep it, or at once.

use std::time::Duration;

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::domain::{Field, User, Violation, Violations};
use crate::kit::{AdministrationError, Current, Lost, Only, Visitor, limits_fail_as, lost_is, refuses_as};
use crate::manager::UserManager;
use crate::ports::{Changes, Limit, PortError, SessionChange, UserChange};

/// Each time costs a mail to every address of the user.
const ASKING: Limit = Limit {
    free: 10,
    delay: Duration::from_mins(30),
    longest: Duration::from_hours(2),
    forget: Duration::from_hours(24),
};

/// What was typed into the form.
#[derive(Clone, Debug, Default)]
pub struct DeleteAccountForm {
    /// The name of the account, by which somebody shows that they know which one goes.
    pub account_name: String,
}

/// What becomes of an account that its user deletes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountDeletion {
    /// It is gone.
    Done,
    /// It goes at this moment, unless its user keeps it.
    Due(DateTime<Utc>),
}

/// Why the account is not deleted.
#[derive(Debug, Error)]
pub enum DeleteAccountError {
    /// Nobody deletes their account in this app.
    #[error("accounts are not deleted by their users")]
    Off,
    /// The last proof is too old: sign in again first.
    #[error("the last proof is too old")]
    NotFresh,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too often.
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

refuses_as!(DeleteAccountError: Off, NotFresh, Invalid, Throttled, Gone, Failed);

limits_fail_as!(DeleteAccountError);
lost_is!(DeleteAccountError);

/// Why the account does not stay.
#[derive(Debug, Error)]
pub enum KeepAccountError {
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(KeepAccountError: Gone, Failed);

impl From<Lost> for KeepAccountError {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::NotFresh | Lost::Gone => Self::Gone,
            Lost::Failed(error) => Self::Failed(error),
        }
    }
}

impl UserManager {
    /// Has the account of the user deleted after `lifetimes.deletion`, or at once where that is zero. Asks for a
    /// proof given within `lifetimes.step_up`, and for the name of the account.
    ///
    /// With a grace, every session ends, and every confirmed address is told: those that are the owner's beyond doubt
    /// with a way back, by which they [take the account back](Self::undo_email_change) from whoever did this. Until
    /// the moment comes the user can sign in and [keep the account](Self::keep_account); then the
    /// [purge](Self::purge_expired) deletes it. Asking again sets no later moment.
    pub async fn delete_account(
        &self,
        current: &Current,
        form: &DeleteAccountForm,
        visitor: &Visitor,
    ) -> Result<AccountDeletion, DeleteAccountError> {
        if !self.settings().features.delete_account {
            return Err(DeleteAccountError::Off);
        }
        if !self.is_stepped_up(current) {
            return Err(DeleteAccountError::NotFresh);
        }
        named(&current.user, &form.account_name)?;
        let reserved = self.reserve(&format!("deletion:{}", current.user.id), &ASKING).await;
        self.note_throttled(reserved, Some(current.user.id), visitor).await?;
        let grace = self.settings().lifetimes.deletion;
        if grace.is_zero() {
            return self.delete_at_once(current).await;
        }
        let (due, former) = (self.due_after(grace), self.former_emails(&current.user.id).await?);
        let due = current.user.deletion_at.map_or(due, |earlier| earlier.min(due));
        self.decide(current, |user| {
            let mut changes =
                Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
            changes.extend(self.scheduling(user, due, &former, Some(visitor)).iter().cloned());
            changes.add(SessionChange::EndAll(user.id));
            Ok::<_, DeleteAccountError>(changes)
        })
        .await?;
        Ok(AccountDeletion::Due(due))
    }

    async fn delete_at_once(&self, current: &Current) -> Result<AccountDeletion, DeleteAccountError> {
        match self.delete(current.user.id, Only::Any, Some(current)).await {
            Ok(_) => Ok(AccountDeletion::Done),
            Err(AdministrationError::Failed(error)) => Err(error.into()),
            Err(_) => Err(DeleteAccountError::Gone),
        }
    }

    /// The account stays: its scheduled deletion is called off, and the addresses that were told of it learn of that.
    /// Where none is scheduled nothing changes.
    pub async fn keep_account(&self, current: &Current) -> Result<(), KeepAccountError> {
        let former = self.former_emails(&current.user.id).await?;
        self.decide(current, |user| {
            if user.deletion_at.is_none() {
                return Ok::<_, KeepAccountError>(Changes::none());
            }
            let mut changes =
                Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
            self.add_staying(user, &former, &mut changes);
            Ok(changes)
        })
        .await
    }
}

/// Whether somebody typed the name of their account, in whatever case.
fn named(user: &User, typed: &str) -> Result<(), DeleteAccountError> {
    let violation = match typed.trim() {
        "" => Violation::Required,
        typed if typed.to_lowercase() == user.display_name().to_lowercase() => return Ok(()),
        _ => Violation::Wrong,
    };
    Err(DeleteAccountError::Invalid(Violations::one(Field::AccountName, violation)))
}
