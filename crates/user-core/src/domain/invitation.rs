//! An invitation: somebody may come in, with these roles, by a mailed link.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{EmailAddress, InvitationId, Role, UserId};

/// An invitation row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Invitation {
    /// The id of the row, sealed in the link.
    pub id: InvitationId,
    /// The invited address, and the only one that can accept.
    pub email: EmailAddress,
    /// The roles that a user gets who accepts it.
    pub roles: BTreeSet<Role>,
    /// The user who invited; `None` if code or an administrator did.
    pub inviter: Option<UserId>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// When and by whom it was accepted.
    pub accepted: Option<Acceptance>,
    /// When it was revoked, or replaced by a newer one.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// When and by whom an invitation was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Acceptance {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
}

/// The state of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// It can be accepted.
    Open,
    /// It was accepted.
    Accepted,
    /// It was taken back, or replaced by a newer one.
    Revoked,
    /// It is too old.
    Expired,
}

impl Invitation {
    /// An open invitation by code, without roles. The other fields are set on it.
    pub const fn new(
        id: InvitationId,
        email: EmailAddress,
        created_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            email,
            roles: BTreeSet::new(),
            inviter: None,
            created_at,
            expires_at,
            accepted: None,
            revoked_at: None,
        }
    }

    /// Returns the state at this moment. Accepted and revoked take precedence over expired.
    pub fn state(&self, now: DateTime<Utc>) -> InvitationState {
        match (self.accepted, self.revoked_at) {
            (Some(_), _) => InvitationState::Accepted,
            (None, Some(_)) => InvitationState::Revoked,
            (None, None) if now >= self.expires_at => InvitationState::Expired,
            (None, None) => InvitationState::Open,
        }
    }
}
