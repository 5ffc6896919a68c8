//! Deleting a user: at once, or after a grace in which it can be called off.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::{EventKind, MailDetails, MailKind, UserId};
use crate::kit::{AdministrationError, Only};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, UserChange};

impl UserManager {
    /// Deletes a user for good, with everything of theirs: addresses, roles, sessions, links, mails that wait, invitations
    /// they sent, the picture. Names and addresses are free from then on. Events about the user stay as long as all events;
    /// they hold ids and network addresses and no names. Every confirmed address gets a mail, and so does one that left the
    /// account lately, unless that is switched off.
    ///
    /// A row of the app that refers to the user and does not go along refuses it: nothing is deleted then.
    pub async fn delete_user(&self, id: UserId) -> Result<(), AdministrationError> {
        self.delete(id, Only::Any).await.map(|_| ())
    }

    /// Has a user deleted after `grace`, by the [purge](Self::purge_expired), and answers when. Until then everything is
    /// as before: the user can sign in, and [`cancel_deletion`](Self::cancel_deletion) calls it off. A second call sets
    /// another moment. Every confirmed address gets a mail with the moment, and so does one that left the account lately,
    /// unless that is switched off.
    pub async fn schedule_deletion(
        &self,
        id: UserId,
        grace: Duration,
    ) -> Result<DateTime<Utc>, AdministrationError> {
        let due = self.now().checked_add_signed(span(grace)).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let former = self.former_emails(&id).await?;
        self.revise(id, |user| {
            let details = MailDetails { at: Some(self.now()), due: Some(due), ..MailDetails::default() };
            let mut changes = Changes::none().with(UserChange::ScheduleDeletion(user.id, Some(due)));
            changes.extend(self.told_everywhere(MailKind::DELETION_SCHEDULED, &details, user, &former));
            changes.with(self.event(EventKind::DELETION_SCHEDULED, Some(user.id), None))
        })
        .await
        .map(|()| due)
    }

    /// Calls off a scheduled deletion, and tells the same addresses that the account stays. Where none is scheduled nothing changes.
    pub async fn cancel_deletion(&self, id: UserId) -> Result<(), AdministrationError> {
        let former = self.former_emails(&id).await?;
        self.revise(id, |user| {
            if user.deletion_at.is_none() {
                return Changes::none();
            }
            let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
            let mut changes = Changes::none().with(UserChange::ScheduleDeletion(user.id, None));
            changes.extend(self.told_everywhere(MailKind::DELETION_CANCELLED, &details, user, &former));
            changes.with(self.event(EventKind::DELETION_CANCELLED, Some(user.id), None))
        })
        .await
    }
}
