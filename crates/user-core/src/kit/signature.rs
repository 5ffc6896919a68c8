//! Who signs for what happened.

use crate::domain::{Actor, ActorKind, Event, SessionId};
use crate::kit::Current;
use crate::ports::{Change, Changes};

impl Changes {
    /// The same changes, done by the user who is signed in: their events name the user and the session, unless they
    /// name an administrator.
    pub(crate) fn done_by(self, current: &Current) -> Self {
        self.signed(&Actor::user(current.user.id), Some(current.session.id))
    }

    /// The same changes, done by code: their events name the system, unless they name an administrator.
    pub(crate) fn done_by_code(self) -> Self {
        self.signed(&Actor::SYSTEM, None)
    }

    fn signed(&self, actor: &Actor, session: Option<SessionId>) -> Self {
        let signed = self.iter().cloned().map(|change| match change {
            Change::Event(event) if event.actor.kind != ActorKind::ADMINISTRATOR => {
                Change::Event(Event { actor: actor.clone(), session: session.or(event.session), ..event })
            }
            other => other,
        });
        Self::of(signed)
    }
}
