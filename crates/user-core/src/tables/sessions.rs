//! Sessions.

use std::cmp::Reverse;

use crate::domain::{Session, SessionId, User, UserId};
use crate::ports::{CommitError, SessionChange};

use super::{Tables, count, refuse_second_row};

impl Tables {
    /// A session with its user.
    pub fn session(&self, id: &SessionId) -> Option<(&Session, &User)> {
        let session = self.sessions.get(id)?;
        Some((session, self.users.get(&session.user_id)?))
    }

    /// Up to `limit` sessions of a user, latest seen first.
    pub fn sessions_of(&self, user: UserId, limit: u32) -> Vec<Session> {
        let mut sessions: Vec<Session> =
            self.sessions.values().filter(|session| session.user_id == user).cloned().collect();
        sessions.sort_by_key(|session| (Reverse(session.last_seen_at), session.id));
        sessions.truncate(count(limit));
        sessions
    }

    pub(super) fn change_session(&mut self, change: &SessionChange) -> Result<(), CommitError> {
        match change {
            SessionChange::Insert(session) => self.insert_session(session)?,
            SessionChange::Seen(id, at) => {
                if let Some(session) = self.sessions.get_mut(id) {
                    session.last_seen_at = session.last_seen_at.max(*at);
                }
            }
            SessionChange::Presented { id, generation, at } => {
                let session = self.sessions.get_mut(id).filter(|session| session.generation == *generation);
                if let Some(session) = session {
                    session.presented_at = session.presented_at.or(Some(*at));
                }
            }
            SessionChange::Rotate { id, generation } => {
                let session = self.session_where(*id, |session| session.generation == *generation)?;
                session.generation += 1;
                session.presented_at = None;
            }
            SessionChange::Prove { id, proof } => {
                let session = self.session_where(*id, |_| true)?;
                session.proofs = std::mem::take(&mut session.proofs).with(*proof);
            }
            SessionChange::End(id) => self.end_where(*id, |_| true)?,
            SessionChange::EndOwned(user, id) => self.end_where(*id, |session| session.user_id == *user)?,
            SessionChange::EndOthers(user, kept) => {
                self.sessions.retain(|id, session| session.user_id != *user || id == kept);
            }
            SessionChange::KeepLatest { user, most } => {
                for session in self.sessions_of(*user, u32::MAX).iter().skip(count(*most)) {
                    self.sessions.remove(&session.id);
                }
            }
            SessionChange::EndAll(user) => self.sessions.retain(|_, session| session.user_id != *user),
        }
        Ok(())
    }

    fn insert_session(&mut self, session: &Session) -> Result<(), CommitError> {
        refuse_second_row(self.sessions.contains_key(&session.id))?;
        self.user_mut(session.user_id)?;
        self.sessions.insert(session.id, session.clone());
        Ok(())
    }

    fn end_where(&mut self, id: SessionId, fits: impl Fn(&Session) -> bool) -> Result<(), CommitError> {
        self.session_where(id, fits)?;
        self.sessions.remove(&id);
        Ok(())
    }

    fn session_where(
        &mut self,
        id: SessionId,
        fits: impl Fn(&Session) -> bool,
    ) -> Result<&mut Session, CommitError> {
        self.sessions.get_mut(&id).filter(|session| fits(session)).ok_or(CommitError::Gone)
    }
}
