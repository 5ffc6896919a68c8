//! Deleting a user for good.

use crate::domain::{EventKind, MailDetails, MailKind, User, UserId};
use crate::kit::{AdministrationError, Try, attempt, forget, refused};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, UserChange, UserKey};

/// Which users a deletion takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
    /// Whoever it is.
    Any,
    /// One whose deletion is due: it may have been called off since somebody looked.
    Due,
}

impl UserManager {
    /// Whether somebody was deleted. `Only::Any` who is not there is an error.
    pub(crate) async fn delete(&self, id: UserId, only: Only) -> Result<bool, AdministrationError> {
        attempt((), async |()| {
            let found = self.store().user(UserKey::Id(id)).await?;
            let is_due = |user: &User| user.deletion_at.is_some_and(|at| at <= self.now());
            let user = match found {
                Some(user) if only == Only::Any || is_due(&user) => user,
                None if only == Only::Any => return Err(AdministrationError::Unknown),
                _ => return Ok(Try::Done(false)),
            };
            match self.commit(self.deletion(&user)).await {
                Ok(()) => {
                    if let (Some(parts), Some(picture)) = (&self.parts.pictures, user.picture) {
                        forget(parts, picture).await;
                    }
                    Ok(Try::Done(true))
                }
                Err(CommitError::Stale) => Ok(Try::Again(())),
                Err(error) => Err(refused(error)),
            }
        })
        .await
    }

    fn deletion(&self, user: &User) -> Changes {
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(UserChange::Delete(user.id));
        let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
        // A mail about a user goes along with them: this one is for whoever they were.
        let mail = self.letter(MailKind::AccountDeleted).saying(details).to_owner(user);
        changes.extend(mail.map(|mail| mail.of_account(None)));
        changes.with(self.event(EventKind::UserDeleted, Some(user.id), None))
    }
}
