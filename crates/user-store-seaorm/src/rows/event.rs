//! Events.

use sea_orm::{DbErr, Set};
use user_core::domain::{Event, EventId, EventKind, UserId};

use super::session::address;
use super::{corrupt, micros, moment, uuid};
use crate::entity::event;

/// The event of this row.
pub(crate) fn event(row: &event::Model) -> Result<Event, DbErr> {
    Ok(Event {
        id: EventId::from_bytes(row.id.into_bytes()),
        kind: EventKind::parse(&row.kind).ok_or_else(|| corrupt("kind of event"))?,
        at: moment(row.at)?,
        user_id: row.user_id.map(|user| UserId::from_bytes(user.into_bytes())),
        address: row.address.as_deref().map(address).transpose()?,
        actor: row.actor.clone(),
    })
}

/// The row of an event.
pub(crate) fn event_row(event: &Event) -> event::ActiveModel {
    event::ActiveModel {
        id: Set(uuid(event.id.as_bytes())),
        kind: Set(event.kind.as_str().to_owned()),
        at: Set(micros(event.at)),
        user_id: Set(event.user_id.map(|user| uuid(user.as_bytes()))),
        address: Set(event.address.map(|address| address.to_string())),
        actor: Set(event.actor.clone()),
    }
}
