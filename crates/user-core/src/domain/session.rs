//! A session: one browser in which somebody is signed in.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use super::{Factor, Proofs, SessionId, UserId};

/// The most characters of a browser's description that a session keeps.
pub const USER_AGENT_MAX: usize = 255;

/// A session row. The cookie holds the sealed pair of `id` and `generation`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Session {
    /// The id of the row, sealed in the cookie.
    pub id: SessionId,
    /// The user who is signed in.
    pub user_id: UserId,
    /// The number of renewals, sealed in the cookie.
    pub generation: u32,
    /// When a browser first presented the cookie of this generation; `None` until then. From then on, a cookie of an
    /// earlier generation is a copy.
    pub presented_at: Option<DateTime<Utc>>,
    /// When the user signed in.
    pub created_at: DateTime<Utc>,
    /// When the user was last seen, to the minute.
    pub last_seen_at: DateTime<Utc>,
    /// When the session expires at the latest.
    pub expires_at: DateTime<Utc>,
    /// Whether the browser keeps it when it closes ("remember me").
    pub persistent: bool,
    /// How and when the user proved who they are in this browser.
    pub proofs: Proofs,
    /// The user agent of the browser, cut to 255 characters.
    pub user_agent: Option<String>,
    /// The network address it signed in from.
    pub address: Option<IpAddr>,
}

impl Session {
    /// A session of the first generation, whose cookie no browser has presented yet, without proofs. It is not
    /// persistent, and was last seen when it was made. The other fields are set on it.
    pub const fn new(
        id: SessionId,
        user_id: UserId,
        created_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            user_id,
            generation: 0,
            presented_at: None,
            created_at,
            last_seen_at: created_at,
            expires_at,
            persistent: false,
            proofs: Proofs::none(),
            user_agent: None,
            address: None,
        }
    }

    /// Returns when the user last proved who they are in this browser, by any factor.
    pub fn authenticated_at(&self) -> Option<DateTime<Utc>> {
        self.proofs.latest()
    }

    /// Whether a second factor was proven in this browser: a code of an app, or a recovery code on top of another proof.
    pub fn has_second_factor(&self) -> bool {
        let has = |factor| self.proofs.at(factor).is_some();
        let first = [Factor::PASSWORD, Factor::EMAIL].into_iter().any(has);
        has(Factor::TOTP) || has(Factor::TRUSTED_DEVICE) || (has(Factor::RECOVERY_CODE) && first)
    }
}
