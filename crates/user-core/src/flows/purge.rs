//! Tidying up: what has expired goes.

use crate::manager::{UserManager, span};
use crate::ports::{PortError, Purge};

/// So many rows of each kind at once: a purge never holds the store for long.
const BATCH: u32 = 1_000;

impl UserManager {
    /// Deletes what ended: sessions, tokens, old events, accounts never confirmed. Tells how many rows went.
    pub async fn purge_expired(&self) -> Result<u64, PortError> {
        let lifetimes = &self.settings().lifetimes;
        let now = self.now();
        let longest_link =
            lifetimes.confirm_email.max(lifetimes.reset_password).max(lifetimes.undo_email_change);
        let before = Purge {
            sessions: now,
            sessions_idle: now - span(lifetimes.session_idle),
            // A used link is told from an unknown one for as long as it would have been good.
            tokens: now - span(longest_link),
            invitations: now - span(lifetimes.events),
            events: now - span(lifetimes.events),
            pending_users: now - span(lifetimes.pending_users),
        };
        let mut gone = 0;
        loop {
            let some = self.store().purge(before, BATCH).await?;
            gone += some;
            if some < u64::from(BATCH) {
                return Ok(gone);
            }
        }
    }
}
