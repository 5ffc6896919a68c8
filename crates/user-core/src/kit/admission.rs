//! Admission: the one door to a session. Whatever flow recognised somebody, they are let in here.

use crate::domain::{Event, EventKind, Factor, MailKind, Method, Proof, Proofs, Session, SessionId, User};
use crate::kit::{Current, PendingSignIn, SignedIn, StillAsked, Visitor};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, PortError, SessionChange, UserChange};
use crate::seal::Label;

/// The answer of every flow that may let a visitor in: `sign_in`, `register`, `confirm_email`, `reset_password` and
/// `reset_by_recovery_code`.
///
/// Exhaustive on purpose: a further step of signing in must not compile in a front end that has no page for it.
#[derive(Clone, Debug)]
pub enum Admission {
    /// The visitor is signed in: what the front end puts into the browser.
    SignedIn(Box<SignedIn>),
    /// The first proof was right, and a second one is asked for. Nobody is signed in:
    /// [`second_step`](UserManager::second_step) goes on from here.
    Pending(PendingSignIn),
}

/// How a user was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recognised {
    /// By the password.
    Password,
    /// By a link that was mailed to an address of theirs.
    Mail,
    /// By a credential: the factor that proves, and the method that events name.
    Credential(Factor, Method),
    /// By having registered in this moment.
    Registration,
}

impl Recognised {
    /// The way that leaves a proof of this factor.
    pub(crate) fn of(factor: Factor) -> Option<Self> {
        let code = Self::Credential(Factor::RECOVERY_CODE, Method::RECOVERY_CODE);
        let ways = [Self::Password, Self::Mail, code, Self::Registration];
        ways.into_iter().find(|way| way.factor() == factor)
    }

    pub(crate) const fn factor(self) -> Factor {
        match self {
            Self::Password => Factor::PASSWORD,
            Self::Mail => Factor::EMAIL,
            Self::Credential(factor, _) => factor,
            Self::Registration => Factor::REGISTRATION,
        }
    }

    const fn method(self) -> Method {
        match self {
            Self::Password => Method::PASSWORD,
            Self::Mail => Method::EMAIL,
            Self::Credential(_, method) => method,
            Self::Registration => Method::REGISTRATION,
        }
    }
}

/// A user who is to be let in.
pub(crate) struct Entrant<'a> {
    /// The user, as the commit leaves them.
    pub(crate) user: &'a User,
    pub(crate) by: Recognised,
    /// Whether the commit leaves them nothing of what the account had before, or makes it.
    pub(crate) begins: bool,
    pub(crate) remember_me: bool,
    pub(crate) visitor: &'a Visitor,
}

impl UserManager {
    /// Lets a user in, or asks for what is still asked of them after a first proof: adds to `changes` what that writes, and
    /// returns what the front end gets once they are committed.
    pub(crate) async fn admit(
        &self,
        entrant: &Entrant<'_>,
        changes: &mut Changes,
    ) -> Result<Admission, PortError> {
        let StillAsked { asked, stands_in } = self.still_asked(entrant).await?;
        if asked.is_empty() {
            let at = self.now();
            let proofs = Proofs::of(entrant.by.factor(), at);
            let proofs = stands_in.map_or(proofs.clone(), |by| proofs.with(Proof { by, at }));
            let signed_in = self.open_session(entrant, proofs, entrant.by.method(), changes);
            return Ok(Admission::SignedIn(Box::new(signed_in)));
        }
        Ok(Admission::Pending(self.pend(entrant, asked, changes)?))
    }

    /// Lets a user in who has proven all that is asked, at last by `method`.
    pub(crate) fn open_session(
        &self,
        entrant: &Entrant<'_>,
        proofs: Proofs,
        method: Method,
        changes: &mut Changes,
    ) -> SignedIn {
        let Entrant { user, by, remember_me, visitor, .. } = *entrant;
        let signed_in = self.fresh_session(user, proofs, remember_me, visitor);
        // What is decided on somebody's having signed in stands on the account, and is read from no record of events.
        changes.add(UserChange::SignedIn(user.id, self.now()));
        changes.add(SessionChange::Insert(signed_in.session.clone()));
        // Each sign-in is a row: nobody fills the table with those of one account.
        let most = self.settings().sign_in.sessions_max;
        changes.add(SessionChange::KeepLatest { user: user.id, most });
        changes.add(self.event_of_admission(&signed_in.session, method, visitor));
        // Whoever comes by a mail, or has just registered, would read of themselves. A mark that is not at home may be a copy.
        let is_at_home = self.known_device(user, visitor).is_some_and(|device| device.is_at_home());
        if by == Recognised::Password && !is_at_home {
            let mail = self.letter(MailKind::NEW_SIGN_IN).saying(self.where_and_when(visitor));
            changes.extend(mail.to_owner(user));
        }
        signed_in
    }

    fn event_of_admission(&self, session: &Session, method: Method, visitor: &Visitor) -> Event {
        let event = self.event(EventKind::USER_SIGNED_IN, Some(session.user_id), Some(visitor));
        event.in_session(session.id).by(method)
    }

    /// What follows when an admission is committed: the session that the browser had before ends, so that no cookie of it
    /// stays good.
    pub(crate) async fn follow_admission(&self, admission: &Admission, visitor: &Visitor) {
        match admission {
            Admission::SignedIn(_) => self.end_previous(visitor).await,
            Admission::Pending(_) => {}
        }
    }

    /// Puts the session of a user who is signed in under a new id, after a change that ends all sessions and for which they
    /// gave the password.
    pub(crate) fn renew_session(
        &self,
        user: &User,
        current: &Current,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> SignedIn {
        let proof = Proof { by: Factor::PASSWORD, at: self.now() };
        let proofs = current.session.proofs.clone().with(proof);
        let proven = Session { proofs, ..current.session.clone() };
        self.move_session(user, &proven, visitor, changes)
    }

    /// The same after a change that proves nothing. The session lives no longer than before, and keeps its proofs.
    pub(crate) fn move_session(
        &self,
        user: &User,
        from: &Session,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> SignedIn {
        let fresh = self.fresh_session(user, from.proofs.clone(), from.persistent, visitor);
        let Session { created_at, expires_at, .. } = *from;
        let session = Session { created_at, expires_at, ..fresh.session };
        changes.add(SessionChange::Insert(session.clone()));
        SignedIn { session, ..fresh }
    }

    /// A session for `user`, not stored yet, and what the browser gets.
    fn fresh_session(&self, user: &User, proofs: Proofs, remember_me: bool, visitor: &Visitor) -> SignedIn {
        let lifetimes = &self.settings().lifetimes;
        let now = self.now();
        let persistent = remember_me && self.settings().features.remember_me;
        let lifetime = if persistent { lifetimes.remembered_session } else { lifetimes.session };
        let session = Session {
            id: SessionId::fresh(self.parts.entropy.as_ref()),
            user_id: user.id,
            generation: 0,
            // There is no earlier cookie that could still be in use.
            presented_at: Some(now),
            created_at: now,
            last_seen_at: now,
            expires_at: now + span(lifetime),
            persistent,
            proofs,
            user_agent: visitor.user_agent(),
            address: visitor.address,
        };
        let cookie = self.session_cookie(&session.id, session.generation);
        SignedIn { user: user.clone(), session, cookie, device: self.device_mark(user, visitor) }
    }

    pub(crate) fn session_cookie(&self, id: &SessionId, generation: u32) -> String {
        let mut payload = id.as_bytes().to_vec();
        payload.extend_from_slice(&generation.to_be_bytes());
        self.seals().seal(Label::Session, &payload)
    }

    /// It follows a commit that nothing undoes, so its failure is logged.
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
