//! New sessions: made for somebody who has proven who they are.

use crate::domain::{Session, SessionId, User};
use crate::kit::{SignedIn, Visitor};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, SessionChange};
use crate::seal::Label;

impl UserManager {
    /// A session for `user`, not stored yet, and what the browser gets.
    pub(crate) fn fresh_session(&self, user: &User, remember_me: bool, visitor: &Visitor) -> SignedIn {
        let lifetimes = &self.settings().lifetimes;
        let now = self.now();
        let persistent = remember_me && self.settings().features.remember_me;
        let lifetime = if persistent { lifetimes.remembered_session } else { lifetimes.session };
        let session = Session {
            id: SessionId::fresh(self.parts.entropy.as_ref()),
            user_id: user.id,
            generation: 0,
            rotated_at: now,
            // There is no earlier cookie that could still be in use.
            presented_at: Some(now),
            created_at: now,
            last_seen_at: now,
            expires_at: now + span(lifetime),
            persistent,
            authenticated_at: now,
            user_agent: visitor.user_agent(),
            address: visitor.address,
        };
        self.signed_in(user.clone(), session, visitor)
    }

    pub(crate) fn signed_in(&self, user: User, session: Session, visitor: &Visitor) -> SignedIn {
        let cookie = self.session_cookie(&session.id, session.generation);
        let device = self.device_mark(&user, visitor);
        SignedIn { user, session, cookie, device }
    }

    pub(crate) fn session_cookie(&self, id: &SessionId, generation: u32) -> String {
        let mut payload = id.as_bytes().to_vec();
        payload.extend_from_slice(&generation.to_be_bytes());
        self.seals().seal(Label::Session, &payload)
    }

    /// The browser was signed in before: that session ends, so that no cookie of it stays good. It follows a commit
    /// that nothing undoes, so its failure is logged.
    pub(crate) async fn end_previous(&self, visitor: &Visitor) {
        let Some(previous) = visitor.session else { return };
        let ended = self.commit(Changes::none().with(SessionChange::End(previous))).await;
        if let Err(CommitError::Failed(error)) = ended {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "the earlier session of a browser goes on until it expires"
            );
        }
    }
}
