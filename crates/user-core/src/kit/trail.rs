//! The trail: what was refused, recorded so that no stranger can fill the table of events with it.

use std::time::Duration;

use crate::domain::{Event, EventKind, Method, UserId};
use crate::kit::{LimitError, Visitor};
use crate::manager::UserManager;
use crate::ports::{Changes, Limit, Reservation, Throttle};

/// So many events of one kind that strangers cause are recorded of one client: 100 an hour.
const OF_CLIENT: Limit = steady(100);
/// So many of one kind are recorded of all clients together: 10,000 an hour, about two megabytes.
const OF_ALL: Limit = steady(10_000);

const HOUR: u64 = 3_600_000;

/// This many at once, and then as many in each hour, evenly.
const fn steady(an_hour: u32) -> Limit {
    let one = Duration::from_millis(HOUR / an_hour as u64);
    Limit { free: an_hour, delay: one, longest: one, forget: Duration::from_millis(HOUR) }
}

/// A request that a front end refused by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefusedRequest {
    /// A request that could change something and did not come from a form of this site.
    ForgedRequest,
    /// A page that this user may not see.
    ForbiddenPage,
    /// A link that is none of ours, or no longer.
    ForeignLink,
}

impl RefusedRequest {
    const fn kind(self) -> EventKind {
        match self {
            Self::ForgedRequest => EventKind::REQUEST_FORGED,
            Self::ForbiddenPage => EventKind::ACCESS_FORBIDDEN,
            Self::ForeignLink => EventKind::LINK_REFUSED,
        }
    }
}

impl UserManager {
    /// Records what a front end refused by itself. `user` is who was signed in. The answer does not depend on it, so a
    /// failure is logged.
    pub async fn note_refusal(&self, refusal: RefusedRequest, user: Option<UserId>, visitor: &Visitor) {
        self.note_event(refusal.kind(), user, visitor).await;
    }

    /// Records one event by itself, within the bounds. Nothing else depends on it, so a failure is logged.
    pub(crate) async fn note_event(&self, kind: EventKind, user: Option<UserId>, visitor: &Visitor) {
        let Some(event) = self.strangers_event(kind, user, visitor).await else { return };
        if let Err(error) = self.commit(Changes::none().with(event)).await {
            tracing::warn!(
                event = kind.as_str(),
                error = &error as &dyn std::error::Error,
                "an event was not recorded"
            );
        }
    }

    /// Records that a limit refused something, and hands the refusal on.
    pub(crate) async fn note_throttled<T>(
        &self,
        reserved: Result<T, LimitError>,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<T, LimitError> {
        if matches!(reserved, Err(LimitError::Throttled(_))) {
            self.note_event(EventKind::ATTEMPT_THROTTLED, user, visitor).await;
        }
        reserved
    }

    /// An event that a stranger can cause as often as they like: none, once this client or all of them together had as
    /// many of this kind as are recorded. Known and unknown names and addresses count alike.
    pub(crate) async fn strangers_event(
        &self,
        kind: EventKind,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Option<Event> {
        let (name, client) = (kind.as_str(), visitor.client());
        let keys = [(format!("client:{name}:{client}"), OF_CLIENT), (format!("all:{name}"), OF_ALL)];
        for (key, limit) in &keys {
            // It counts in memory and cannot fail.
            let reserved = self.parts.trail.reserve(key, limit, self.now()).await;
            if !matches!(reserved, Ok(Reservation::Granted)) {
                tracing::debug!(event = name, client, "too many events of this kind: not recorded");
                return None;
            }
        }
        let event = self.event(kind, user, Some(visitor));
        let is_of_password = matches!(kind, EventKind::SIGN_IN_FAILED | EventKind::PROOF_REFUSED);
        Some(if is_of_password { event.by(Method::PASSWORD) } else { event })
    }
}
