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
    actor: Option<String>,
}

impl EventRow {
    pub(crate) fn of(event: &Event) -> Self {
        let Event { id, kind, at, user_id, address, ref actor } = *event;
        Self { id, kind, at, user: user_id, address, actor: actor.clone() }
    }

    pub(crate) fn into_event(self) -> Event {
        let Self { id, kind, at, user, address, actor } = self;
        Event { id, kind, at, user_id: user, address, actor }
    }
}
