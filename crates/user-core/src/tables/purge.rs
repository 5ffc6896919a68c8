//! What is over goes.

use std::collections::BTreeSet;

use crate::domain::{Challenge, Credential, Event, Invitation, Session, Token, User, UserStatus};
use crate::ports::Purge;

use super::{Tables, count};

impl Tables {
    /// Deletes what ended, up to `limit` rows of each kind, and tells how many went. What goes along with a user is
    /// not counted.
    pub fn purge(&mut self, before: Purge, limit: u32) -> u64 {
        let limit = count(limit);
        let gone = self.purge_sessions(before, limit)
            + self.purge_tokens(before, limit)
            + self.purge_credentials(before, limit)
            + self.purge_challenges(before, limit)
            + self.purge_invitations(before, limit)
            + self.purge_events(before, limit)
            + self.purge_pending(before, limit);
        u64::try_from(gone).unwrap_or(u64::MAX)
    }

    fn purge_sessions(&mut self, before: Purge, limit: usize) -> usize {
        let over = |session: &&Session| {
            let idle = if session.persistent { before.remembered_idle } else { before.sessions_idle };
            session.expires_at < before.sessions || session.last_seen_at < idle
        };
        let ids: Vec<_> = self.sessions.values().filter(over).take(limit).map(|session| session.id).collect();
        ids.iter().filter_map(|id| self.sessions.remove(id)).count()
    }

    fn purge_tokens(&mut self, before: Purge, limit: usize) -> usize {
        let over = |token: &&Token| {
            token.expires_at < before.tokens || token.used_at.is_some_and(|at| at < before.tokens)
        };
        let ids: Vec<_> = self.tokens.values().filter(over).take(limit).map(|token| token.id).collect();
        ids.iter().filter_map(|id| self.tokens.remove(id)).count()
    }

    fn purge_credentials(&mut self, before: Purge, limit: usize) -> usize {
        let over = |found: &&Credential| found.expires_at.is_some_and(|end| end < before.credentials);
        let ids: Vec<_> = self.credentials.values().filter(over).take(limit).map(|found| found.id).collect();
        ids.iter().filter_map(|id| self.credentials.remove(id)).count()
    }

    fn purge_challenges(&mut self, before: Purge, limit: usize) -> usize {
        let over = |found: &&Challenge| found.expires_at < before.challenges;
        let ids: Vec<_> = self.challenges.values().filter(over).take(limit).map(|found| found.id).collect();
        ids.iter().filter_map(|id| self.challenges.remove(id)).count()
    }

    fn purge_invitations(&mut self, before: Purge, limit: usize) -> usize {
        let over = |found: &&Invitation| {
            let ends = [Some(found.expires_at), found.accepted.map(|accepted| accepted.at), found.revoked_at];
            ends.into_iter().flatten().any(|end| end < before.invitations)
        };
        let ids: Vec<_> = self.invitations.values().filter(over).take(limit).map(|found| found.id).collect();
        ids.iter().filter_map(|id| self.invitations.remove(id)).count()
    }

    fn purge_events(&mut self, before: Purge, limit: usize) -> usize {
        let mut left = limit;
        let held = self.events.len();
        self.events.retain(|_, event: &mut Event| {
            let goes = event.at < before.events && left > 0;
            left -= usize::from(goes);
            !goes
        });
        held - self.events.len()
    }

    fn purge_pending(&mut self, before: Purge, limit: usize) -> usize {
        let since = before.pending_users;
        let seen = self.sessions.values().filter(|session| session.last_seen_at >= since);
        let in_use: BTreeSet<_> = seen.map(|session| session.user_id).collect();
        let over = |user: &&User| {
            user.status == UserStatus::Pending
                && !user.has_confirmed_email()
                && user.created_at < since
                && user.last_signed_in_at.is_none_or(|at| at < since)
                && !in_use.contains(&user.id)
        };
        let ids: Vec<_> = self.users.values().filter(over).take(limit).map(|user| user.id).collect();
        for id in &ids {
            self.delete_user(*id);
        }
        ids.len()
    }
}
