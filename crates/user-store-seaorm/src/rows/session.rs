//! Sessions.

use std::net::IpAddr;

use sea_orm::{DbErr, Set};
use user_core::domain::{Proofs, Session, SessionId, UserId};

use super::{corrupt, micros, moment, uuid};
use crate::entity::session;

/// The session of this row.
pub(crate) fn session(row: session::Model) -> Result<Session, DbErr> {
    let (id, user) =
        (SessionId::from_bytes(row.id.into_bytes()), UserId::from_bytes(row.user_id.into_bytes()));
    let mut session = Session::new(id, user, moment(row.created_at)?, moment(row.expires_at)?);
    session.generation = u32::try_from(row.generation).map_err(|_| corrupt("generation"))?;
    session.presented_at = row.presented_at.map(moment).transpose()?;
    session.last_seen_at = moment(row.last_seen_at)?;
    session.persistent = row.persistent;
    session.proofs = proofs(&row.proofs)?;
    session.user_agent = row.user_agent;
    session.address = row.address.map(|text| address(&text)).transpose()?;
    Ok(session)
}

/// The row of a session.
pub(crate) fn session_row(session: &Session) -> Result<session::ActiveModel, DbErr> {
    Ok(session::ActiveModel {
        id: Set(uuid(session.id.as_bytes())),
        user_id: Set(uuid(session.user_id.as_bytes())),
        generation: Set(i64::from(session.generation)),
        presented_at: Set(session.presented_at.map(micros)),
        created_at: Set(micros(session.created_at)),
        last_seen_at: Set(micros(session.last_seen_at)),
        expires_at: Set(micros(session.expires_at)),
        persistent: Set(session.persistent),
        proofs: Set(proofs_json(&session.proofs)?),
        user_agent: Set(session.user_agent.clone()),
        address: Set(session.address.map(|address| address.to_string())),
    })
}

/// The proofs written here.
pub(crate) fn proofs(json: &str) -> Result<Proofs, DbErr> {
    serde_json::from_str(json).map_err(|_| corrupt("list of proofs"))
}

/// The proofs as they are kept.
pub(crate) fn proofs_json(proofs: &Proofs) -> Result<String, DbErr> {
    serde_json::to_string(proofs).map_err(|error| DbErr::Json(error.to_string()))
}

/// The network address written here.
pub(super) fn address(text: &str) -> Result<IpAddr, DbErr> {
    text.parse().map_err(|_| corrupt("network address"))
}
