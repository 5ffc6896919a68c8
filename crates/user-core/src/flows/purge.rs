//! Tidying up: what has expired goes.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::domain::PictureId;
use crate::kit::Only;
use crate::manager::{UserManager, span};
use crate::ports::{Pictures, PortError, Purge};

/// So many rows of each kind at once: a purge never holds the store for long.
const BATCH: u32 = 1_000;
/// So many users whose deletion is due are looked at at once.
const USERS_BATCH: u32 = 100;
/// A picture that nobody refers to may be one that somebody is about to: an upload takes seconds, and never so long.
const UPLOAD: TimeDelta = TimeDelta::days(1);

impl UserManager {
    /// Deletes expired rows: sessions, tokens, old events, accounts never confirmed, users whose deletion is due,
    /// pictures that are nobody's. Tells how many rows and pictures went.
    pub async fn purge_expired(&self) -> Result<u64, PortError> {
        let lifetimes = &self.settings().lifetimes;
        let now = self.now();
        let longest_link = [lifetimes.change_email, lifetimes.reset_password, lifetimes.undo_email_change]
            .into_iter()
            .fold(lifetimes.confirm_email, std::time::Duration::max);
        let before = Purge {
            sessions: now,
            sessions_idle: now - span(lifetimes.session_idle),
            remembered_idle: now - span(lifetimes.remembered_session_idle),
            // A used link is told from an unknown one for as long as it would have been good.
            tokens: now - span(longest_link),
            credentials: now,
            challenges: now,
            invitations: now - span(lifetimes.events),
            events: now - span(lifetimes.events),
            pending_users: now - span(lifetimes.pending_users),
        };
        let mut gone = 0;
        loop {
            let some = self.store().purge(before, BATCH).await?;
            gone += some;
            if some < u64::from(BATCH) {
                break;
            }
        }
        gone += self.delete_due_users().await?;
        // After the accounts, whose pictures are nobody's by now.
        match &self.parts.pictures {
            Some(parts) => Ok(gone + self.purge_pictures(parts.keeper.as_ref()).await?),
            None => Ok(gone),
        }
    }

    /// Removes pictures that nobody refers to: replaced by others, of users who are gone, or kept for an account that
    /// never came to have them.
    async fn purge_pictures(&self, pictures: &dyn Pictures) -> Result<u64, PortError> {
        let before = self.now() - UPLOAD;
        let (mut after, mut gone) = (None, 0);
        loop {
            let some = pictures.kept_before(before, after, BATCH).await?;
            let Some(last) = some.last() else { return Ok(gone) };
            after = Some(*last);
            let in_use: BTreeSet<PictureId> =
                self.store().pictures_in_use(&some).await?.into_iter().collect();
            for id in some.into_iter().filter(|id| !in_use.contains(id)) {
                // One that cannot be removed must not keep all others.
                match pictures.remove(id).await {
                    Ok(()) => gone += 1,
                    Err(error) => tracing::error!(
                        error = &error as &dyn std::error::Error,
                        picture = %id,
                        "a picture that is nobody's cannot be removed"
                    ),
                }
            }
        }
    }

    /// Deletes the users whose deletion is due, and tells how many went. One that cannot be deleted is logged, and
    /// stays due.
    async fn delete_due_users(&self) -> Result<u64, PortError> {
        let (mut gone, mut after) = (0, None);
        loop {
            let due = self.store().users_to_delete(self.now(), after, USERS_BATCH).await?;
            let Some(last) = due.last() else { return Ok(gone) };
            after = Some(last.id);
            for user in &due {
                match self.delete(user.id, Only::Due, None).await {
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
}
