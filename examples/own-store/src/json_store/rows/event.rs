//! Events.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::domain::{Event, EventId, EventKind, UserId};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventRow {
    id: EventId,
    kind: EventKind,
    at: DateTime<Utc>,
    user: Option<UserId>,
    address: Option<IpAddr>,
}

impl EventRow {
    pub(crate) fn of(event: &Event) -> Self {
        Self { id: event.id, kind: event.kind, at: event.at, user: event.user_id, address: event.address }
    }

    pub(crate) fn into_event(self) -> Event {
        Event { id: self.id, kind: self.kind, at: self.at, user_id: self.user, address: self.address }
    }
}
