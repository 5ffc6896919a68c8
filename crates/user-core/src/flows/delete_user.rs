//! Deleting a user: at once, or after a grace in which it can be called off.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::administration::refused;
use super::picture::forget;
use super::{ATTEMPTS, AdministrationError, contention};
use crate::domain::{EventKind, MailDetails, MailKind, QueuedMail, User, UserId};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, PortError, UserChange, UserKey};

/// So many users whose deletion is due are looked at at once.
const BATCH: u32 = 100;

/// Which users a deletion takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Only {
    /// Whoever it is.
    Any,
    /// One whose deletion is due: it may have been called off since somebody looked.
    Due,
}

impl UserManager {
    /// Deletes a user for good, with everything of theirs: addresses, roles, sessions, links, mails that wait, invitations
    /// they sent, the picture. Names and addresses are free from then on. Events about the user stay as long as all events;
    /// they hold ids and network addresses and no names. The primary address gets a mail, unless that is switched off.
    ///
    /// A row of the app that refers to the user and does not go along refuses it: nothing is deleted then.
    pub async fn delete_user(&self, id: UserId) -> Result<(), AdministrationError> {
        self.delete(id, Only::Any).await.map(|_| ())
    }

    /// Has a user deleted after `grace`, by the [purge](Self::purge_expired), and answers when. Until then everything is
    /// as before: the user can sign in, and [`cancel_deletion`](Self::cancel_deletion) calls it off. A second call sets
    /// another moment. The primary address gets a mail with the moment, unless that is switched off.
    pub async fn schedule_deletion(
        &self,
        id: UserId,
        grace: Duration,
    ) -> Result<DateTime<Utc>, AdministrationError> {
        let due = self.now().checked_add_signed(span(grace)).unwrap_or(DateTime::<Utc>::MAX_UTC);
        self.revise(id, |user| {
            let details = MailDetails { at: Some(self.now()), due: Some(due), ..MailDetails::default() };
            let mut changes = Changes::none().with(UserChange::ScheduleDeletion(user.id, Some(due)));
            changes.extend(self.mail_to_owner(MailKind::DeletionScheduled, user, details));
            changes.with(self.event(EventKind::DeletionScheduled, Some(user.id), None))
        })
        .await
        .map(|()| due)
    }

    /// Calls off a scheduled deletion, and mails the user that the account stays. Where none is scheduled nothing changes.
    pub async fn cancel_deletion(&self, id: UserId) -> Result<(), AdministrationError> {
        self.revise(id, |user| {
            if user.deletion_at.is_none() {
                return Changes::none();
            }
            let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
            let mut changes = Changes::none().with(UserChange::ScheduleDeletion(user.id, None));
            changes.extend(self.mail_to_owner(MailKind::DeletionCancelled, user, details));
            changes.with(self.event(EventKind::DeletionCancelled, Some(user.id), None))
        })
        .await
    }

    /// Deletes the users whose deletion is due, and tells how many went. One that cannot be deleted is logged, and stays due.
    pub(super) async fn delete_due_users(&self) -> Result<u64, PortError> {
        let (mut gone, mut after) = (0, None);
        loop {
            let due = self.store().users_to_delete(self.now(), after, BATCH).await?;
            let Some(last) = due.last() else { return Ok(gone) };
            after = Some(last.id);
            for user in &due {
                match self.delete(user.id, Only::Due).await {
                    Ok(was_there) => gone += u64::from(was_there),
                    Err(error) => tracing::error!(
                        error = &error as &dyn std::error::Error,
                        user = %user.id,
                        "a user whose deletion is due cannot be deleted"
                    ),
                }
            }
        }
    }

    /// Whether somebody was deleted. `Only::Any` who is not there is an error.
    async fn delete(&self, id: UserId, only: Only) -> Result<bool, AdministrationError> {
        for _ in 0..ATTEMPTS {
            let found = self.store().user(UserKey::Id(id)).await?;
            let is_due = |user: &User| user.deletion_at.is_some_and(|at| at <= self.now());
            let user = match found {
                Some(user) if only == Only::Any || is_due(&user) => user,
                None if only == Only::Any => return Err(AdministrationError::Unknown),
                _ => return Ok(false),
            };
            match self.commit(self.deletion(&user)).await {
                Ok(()) => {
                    if let (Some(parts), Some(picture)) = (&self.parts.pictures, user.picture) {
                        forget(parts, picture).await;
                    }
                    return Ok(true);
                }
                Err(CommitError::Stale) => {}
                Err(error) => return Err(refused(error)),
            }
        }
        Err(contention().into())
    }

    fn deletion(&self, user: &User) -> Changes {
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(UserChange::Delete(user.id));
        let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
        // A mail about a user goes along with them: this one is for whoever they were.
        let mail = self.mail_to_owner(MailKind::AccountDeleted, user, details);
        changes.extend(mail.map(|mail| QueuedMail { user_id: None, ..mail }));
        changes.with(self.event(EventKind::UserDeleted, Some(user.id), None))
    }
}
