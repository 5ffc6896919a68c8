//! Deleting a user for good.

use crate::domain::{EventKind, MailDetails, MailKind, QueuedMail, User, UserId};
use crate::kit::{AdministrationError, FormerEmail, Try, attempt, forget, refused};
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
            let former = self.former_emails(&user.id).await?;
            match self.commit(self.deletion(&user, &former)).await {
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

    fn deletion(&self, user: &User, former: &[FormerEmail]) -> Changes {
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(UserChange::Delete(user.id));
        let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
        // A mail about a user goes along with them: this one is for whoever they were.
        let mails = self.told_everywhere(MailKind::ACCOUNT_DELETED, &details, user, former);
        changes.extend(mails.into_iter().map(|mail| mail.of_account(None)));
        changes.with(self.event(EventKind::USER_DELETED, Some(user.id), None))
    }

    /// A mail to every address that is the user's, and to those that were until lately: whoever holds the account now may
    /// not be its owner.
    pub(crate) fn told_everywhere(
        &self,
        kind: MailKind,
        details: &MailDetails,
        user: &User,
        former: &[FormerEmail],
    ) -> Vec<QueuedMail> {
        let held = user.emails.iter().filter(|email| email.confirmed_at.is_some());
        let left = former.iter().filter(|former| former.is_proven);
        let left = left
            .map(|former| &former.address)
            .filter(|address| user.email(address).is_none_or(|held| held.confirmed_at.is_none()));
        let told = held.map(|email| &email.address).chain(left);
        told.filter_map(|to| self.letter(kind).saying(details.clone()).to_user(user, to)).collect()
    }
}
