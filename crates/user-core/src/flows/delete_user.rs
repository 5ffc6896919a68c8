//! Deleting a user, by code or an administrator: at once, or after a grace in which it can be called off.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::UserId;
use crate::kit::{AdministrationError, Only};
use crate::manager::UserManager;
use crate::ports::Changes;

impl UserManager {
    /// Deletes a user for good, with everything of theirs: addresses, roles, sessions, links, invitations they sent,
    /// accepted or were to get, mails to them, the picture. Names and addresses are free from then on. What stays of
    /// the events about the user, [`Deletion::events`](crate::settings::Deletion::events) says. Every confirmed
    /// address gets a mail, and so does one that left the account lately, unless that is switched off.
    ///
    /// A row of the app that refers to the user and does not go along refuses it: nothing is deleted then.
    pub async fn delete_user(&self, id: UserId) -> Result<(), AdministrationError> {
        self.delete(id, Only::Any, None).await.map(|_| ())
    }

    /// Has a user deleted after `grace`, by the [purge](Self::purge_expired), and answers when. Until then everything
    /// is as before: the user can sign in and [keep the account](Self::keep_account), and
    /// [`cancel_deletion`](Self::cancel_deletion) calls it off. A second call sets another moment. Every confirmed
    /// address gets a mail with the moment, and so does one that left the account lately, unless that is switched
    /// off.
    pub async fn schedule_deletion(
        &self,
        id: UserId,
        grace: Duration,
    ) -> Result<DateTime<Utc>, AdministrationError> {
        let due = self.due_after(grace);
        let former = self.former_emails(&id).await?;
        self.revise(id, |user| self.scheduling(user, due, &former, None)).await.map(|()| due)
    }

    /// Calls off a scheduled deletion, and tells the same addresses that the account stays. Where none is scheduled
    /// nothing changes.
    pub async fn cancel_deletion(&self, id: UserId) -> Result<(), AdministrationError> {
        let former = self.former_emails(&id).await?;
        self.revise(id, |user| {
            let mut changes = Changes::none();
            self.add_staying(user, &former, &mut changes);
            changes
        })
        .await
    }
}
