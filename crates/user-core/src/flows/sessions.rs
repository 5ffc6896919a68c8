//! Sessions: made, resumed, listed, ended.

use std::fmt;

use chrono::TimeDelta;
use thiserror::Error;

use crate::domain::{EventKind, MailKind, Session, SessionId, User, UserId};
use crate::kit::{Current, SignedIn, Try, Visitor, attempt, refuses_as};
use crate::manager::{UserManager, is_over, span};
use crate::ports::{Changes, PortError, SessionChange, UserChange};
use crate::seal::Label;

/// So many sessions of a user are looked at; nobody reads more, and any number of them may be ended at once.
const SESSIONS_MAX: u32 = 100;
/// `last_seen_at` moves at most this often: a page view is a read.
const SEEN_EVERY_SECONDS: i64 = 60;

/// A valid session cookie, and the user it belongs to.
#[non_exhaustive]
pub struct Resumed {
    /// Who is signed in, and in which session.
    pub current: Current,
    /// A new value for the cookie: once a day, and again until the browser comes back with it.
    pub renewed_cookie: Option<String>,
}

impl fmt::Debug for Resumed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resumed").field("current", &self.current).finish_non_exhaustive()
    }
}

/// Why a session was not ended.
#[derive(Debug, Error)]
pub enum RevokeSessionError {
    /// It is not one of the user's, or ended already.
    #[error("there is no such session")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(RevokeSessionError: Failed; Own::Gone => Self::Unknown);

/// What the generation of a cookie says about it.
enum Generation {
    /// The session is at this generation.
    Current,
    /// The session is one further, and nobody has presented the cookie of that: the answer that brought it got lost.
    NotReplacedYet,
    /// A request that was under way when the next cookie was first presented.
    UnderWay,
    /// The browser that had it has presented a later one: this one is a copy.
    Copied,
}

impl UserManager {
    /// Returns the id of the session in a valid cookie, without looking up whether the session still exists.
    pub fn session_id(&self, cookie: &str) -> Option<SessionId> {
        self.open_cookie(cookie).map(|(id, _)| id)
    }

    fn open_cookie(&self, cookie: &str) -> Option<(SessionId, u32)> {
        let payload = self.seals().open(Label::Session, cookie)?;
        let (id, generation) = payload.split_first_chunk::<16>()?;
        Some((SessionId::from_bytes(*id), u32::from_be_bytes(generation.try_into().ok()?)))
    }

    /// Returns the user of a valid session cookie. It takes one look-up, and at most one write a minute.
    ///
    /// A cookie that was replaced is good until its successor was presented, and gets that successor again. A cookie
    /// that comes after its successor, and after the grace for requests under way, has been copied: the session ends,
    /// and the owner is told.
    pub async fn resume(&self, cookie: &str, visitor: &Visitor) -> Result<Option<Resumed>, PortError> {
        let Some((id, generation)) = self.open_cookie(cookie) else { return Ok(None) };
        attempt((), async |()| {
            let Some((session, user)) = self.store().session(&id).await? else { return Ok(Try::Done(None)) };
            if !self.is_in_force(&session, &user) {
                return Ok(Try::Done(None));
            }
            let resumed = match self.age(&session, generation) {
                Generation::Copied => {
                    self.end_copied(&session, &user, visitor).await?;
                    return Ok(Try::Done(None));
                }
                Generation::UnderWay => Some((session, None)),
                Generation::NotReplacedYet => {
                    let renewed = Some(self.session_cookie(&session.id, session.generation));
                    self.keep_up(session, Changes::none()).await?.map(|session| (session, renewed))
                }
                Generation::Current => self.take_up(session).await?,
            };
            Ok(resumed.map_or(Try::Again(()), |(session, renewed_cookie)| {
                Try::Done(Some(Resumed { current: Current { user, session }, renewed_cookie }))
            }))
        })
        .await
    }

    fn age(&self, session: &Session, generation: u32) -> Generation {
        let is_previous = generation.checked_add(1) == Some(session.generation);
        match session.presented_at {
            _ if generation == session.generation => Generation::Current,
            None if is_previous => Generation::NotReplacedYet,
            Some(at) if is_previous && self.now() - at <= span(self.settings().lifetimes.rotation_grace) => {
                Generation::UnderWay
            }
            _ => Generation::Copied,
        }
    }

    /// The browser holds the cookie of the present generation: notes so once, and replaces the cookie when it is time,
    /// counted from that note. So the browser has two cookies at any time, and while requests with the earlier one may
    /// be under way, it gets no third. `None` when another request replaced it first.
    async fn take_up(&self, mut session: Session) -> Result<Option<(Session, Option<String>)>, PortError> {
        let (id, generation, at) = (session.id, session.generation, self.now());
        if session.presented_at.is_some_and(|presented| self.is_to_be_replaced(at - presented)) {
            session.generation += 1;
            session.presented_at = None;
            let rotation = Changes::none().with(SessionChange::Rotate { id, generation });
            let renewed = self.session_cookie(&id, session.generation);
            return Ok(self.keep_up(session, rotation).await?.map(|session| (session, Some(renewed))));
        }
        let mut changes = Changes::none();
        if session.presented_at.is_none() {
            session.presented_at = Some(at);
            changes.add(SessionChange::Presented { id, generation, at });
        }
        Ok(self.keep_up(session, changes).await?.map(|session| (session, None)))
    }

    /// Whether a cookie is replaced that was first presented this long ago.
    fn is_to_be_replaced(&self, since: TimeDelta) -> bool {
        let lifetimes = &self.settings().lifetimes;
        since >= span(lifetimes.session_rotation) && since > span(lifetimes.rotation_grace)
    }

    /// Makes `changes`, and notes that the user was seen: with them, or by itself once a minute. `None` when the
    /// session is not there any more as it was.
    async fn keep_up(
        &self,
        mut session: Session,
        mut changes: Changes,
    ) -> Result<Option<Session>, PortError> {
        let now = self.now();
        let is_time = (now - session.last_seen_at).num_seconds() >= SEEN_EVERY_SECONDS;
        if !is_time && changes.iter().next().is_none() {
            return Ok(Some(session));
        }
        changes.add(SessionChange::Seen(session.id, now));
        session.last_seen_at = now;
        Ok(self.commit_unless_lost(changes).await?.then_some(session))
    }

    async fn end_copied(&self, session: &Session, user: &User, visitor: &Visitor) -> Result<(), PortError> {
        let event =
            self.event(EventKind::SESSION_REUSED, Some(user.id), Some(visitor)).in_session(session.id);
        let mut changes = Changes::none().with(SessionChange::End(session.id)).with(event);
        changes.extend(
            self.letter(MailKind::SESSION_REVOKED).saying(self.where_and_when(visitor)).to_owner(user),
        );
        self.commit_unless_lost(changes).await.map(drop)
    }

    /// Returns whether the session in a valid cookie exists, whatever the generation of the cookie. It changes nothing,
    /// and presents nothing.
    pub async fn is_alive(&self, cookie: &str) -> Result<bool, PortError> {
        let Some(id) = self.session_id(cookie) else { return Ok(false) };
        let found = self.store().session(&id).await?;
        Ok(found.is_some_and(|(session, user)| self.is_in_force(&session, &user)))
    }

    /// Whether the session is not over, and its user may be signed in.
    fn is_in_force(&self, session: &Session, user: &User) -> bool {
        let may = user.may_sign_in(self.settings().sign_in.before_confirmation).is_ok();
        may && !is_over(session, self.settings(), self.now())
    }

    /// Signs out: the session ends. It succeeds if the session has ended already.
    pub async fn sign_out(&self, current: &Current, visitor: &Visitor) -> Result<(), PortError> {
        let event = self.event(EventKind::USER_SIGNED_OUT, Some(current.user.id), Some(visitor));
        let changes = Changes::none().with(SessionChange::End(current.session.id)).with(event);
        self.commit_unless_lost(changes.done_by(current)).await.map(drop)
    }

    /// Returns the sessions of a user, latest seen first, up to a hundred.
    pub async fn sessions(&self, user: UserId) -> Result<Vec<Session>, PortError> {
        let now = self.now();
        let mut sessions = self.store().sessions_of(&user, SESSIONS_MAX).await?;
        sessions.retain(|session| !is_over(session, self.settings(), now));
        Ok(sessions)
    }

    /// Ends one session of a user.
    pub async fn revoke_session(&self, user: UserId, session: SessionId) -> Result<(), RevokeSessionError> {
        let event = self.event(EventKind::SESSION_REVOKED, Some(user), None).in_session(session);
        let changes = Changes::none().with(SessionChange::EndOwned(user, session)).with(event);
        if self.commit_unless_lost(changes).await? { Ok(()) } else { Err(RevokeSessionError::Gone) }
    }

    /// Ends every session of the user, and voids the marks of all devices. Returns what this browser gets instead: the
    /// same session under a new id, so that a copy of its cookie opens nothing any more. `None` when the session had
    /// ended.
    pub async fn revoke_other_sessions(
        &self,
        current: &Current,
        visitor: &Visitor,
    ) -> Result<Option<SignedIn>, PortError> {
        let (user, session) = (&current.user, &current.session);
        let mut changes = Changes::none()
            .with(SessionChange::EndOwned(user.id, session.id))
            .with(SessionChange::EndAll(user.id))
            .with(UserChange::VoidDevices(user.id))
            .with(self.event(EventKind::SESSION_REVOKED, Some(user.id), Some(visitor)));
        let moved = self.move_session(&user.clone().with_devices_void(), session, visitor, &mut changes);
        Ok(self.commit_unless_lost(changes.done_by(current)).await?.then_some(moved))
    }
}
