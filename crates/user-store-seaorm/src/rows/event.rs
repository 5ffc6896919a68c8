//! Events.

use sea_orm::{DbErr, Set};
use user_core::domain::{
    Actor, ActorKind, Event, EventDetails, EventId, EventKind, EventPosition, Method, PositionedEvent,
    SessionId, UserId,
};

use super::session::address;
use super::{corrupt, micros, moment, uuid};
use crate::entity::event;

/// The event of this row.
pub(crate) fn event(row: &event::Model) -> Result<Event, DbErr> {
    let id = EventId::from_bytes(row.id.into_bytes());
    let kind = EventKind::parse(&row.kind).ok_or_else(|| corrupt("kind of event"))?;
    let actor_kind = ActorKind::parse(&row.actor_kind).ok_or_else(|| corrupt("kind of actor"))?;
    let mut event = Event::new(id, kind, moment(row.at)?);
    event.user_id = row.user_id.map(|user| UserId::from_bytes(user.into_bytes()));
    event.actor = Actor::new(actor_kind, row.actor.clone());
    event.session = row.session.map(|session| SessionId::from_bytes(session.into_bytes()));
    event.address = row.address.as_deref().map(address).transpose()?;
    event.user_agent.clone_from(&row.user_agent);
    event.method = row.method.as_deref().map(method).transpose()?;
    event.details = row.details.as_deref().map_or(Ok(EventDetails::none()), details)?;
    Ok(event)
}

/// The event of this row, where it stands.
pub(crate) fn positioned(row: &event::Model) -> Result<PositionedEvent, DbErr> {
    Ok(PositionedEvent::new(position_of(row), event(row)?))
}

/// Where this row stands; at the start, if it has no position yet.
pub(crate) fn position_of(row: &event::Model) -> EventPosition {
    EventPosition::new(row.position.and_then(|number| u64::try_from(number).ok()).unwrap_or_default())
}

fn method(name: &str) -> Result<Method, DbErr> {
    Method::parse(name).ok_or_else(|| corrupt("method"))
}

fn details(json: &str) -> Result<EventDetails, DbErr> {
    serde_json::from_str(json).map_err(|_| corrupt("details of an event"))
}

/// The row of an event, which gets its position later.
pub(crate) fn event_row(event: &Event) -> Result<event::ActiveModel, DbErr> {
    let details = (!event.details.is_empty()).then(|| serde_json::to_string(&event.details)).transpose();
    Ok(event::ActiveModel {
        id: Set(uuid(event.id.as_bytes())),
        kind: Set(event.kind.as_str().to_owned()),
        at: Set(micros(event.at)),
        user_id: Set(event.user_id.map(|user| uuid(user.as_bytes()))),
        address: Set(event.address.map(|address| address.to_string())),
        actor_kind: Set(event.actor.kind.as_str().to_owned()),
        actor: Set(event.actor.id.clone()),
        session: Set(event.session.map(|session| uuid(session.as_bytes()))),
        user_agent: Set(event.user_agent.clone()),
        method: Set(event.method.map(|method| method.as_str().to_owned())),
        details: Set(details.map_err(|error| DbErr::Json(error.to_string()))?),
        position: Set(None),
    })
}
