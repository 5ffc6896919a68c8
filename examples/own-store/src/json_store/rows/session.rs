//! Sessions.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::domain::{Proofs, Session, SessionId, UserId};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionRow {
    id: SessionId,
    user: UserId,
    generation: u32,
    presented_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    persistent: bool,
    proofs: Proofs,
    user_agent: Option<String>,
    address: Option<IpAddr>,
}

impl SessionRow {
    pub(crate) fn of(session: &Session) -> Self {
        Self {
            id: session.id,
            user: session.user_id,
            generation: session.generation,
            presented_at: session.presented_at,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
            expires_at: session.expires_at,
            persistent: session.persistent,
            proofs: session.proofs.clone(),
            user_agent: session.user_agent.clone(),
            address: session.address,
        }
    }

    pub(crate) fn into_session(self) -> Session {
        Session {
            id: self.id,
            user_id: self.user,
            generation: self.generation,
            presented_at: self.presented_at,
            created_at: self.created_at,
            last_seen_at: self.last_seen_at,
            expires_at: self.expires_at,
            persistent: self.persistent,
            proofs: self.proofs,
            user_agent: self.user_agent,
            address: self.address,
        }
    }
}
