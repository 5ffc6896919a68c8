//! An invitation: somebody may come in, with these roles, by a mailed link.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{EmailAddress, InvitationId, Role, UserId};

/// An invitation row. The link in the mail seals its id.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Invitation {
    /// The row, and what the link seals.
    pub id: InvitationId,
    /// Who is invited: the only address that it is good for.
    pub email: EmailAddress,
    /// The roles that accepting it gives.
    pub roles: BTreeSet<Role>,
    /// Who invites; `None` when code or an administrator did.
    pub inviter: Option<UserId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// From when on it is refused.
    pub expires_at: DateTime<Utc>,
    /// When and by whom it was accepted.
    pub accepted: Option<Acceptance>,
    /// When it was taken back, or replaced by a newer one.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// That an invitation was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Acceptance {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
}

/// Where an invitation stands.
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

    /// Where it stands at this moment. What happened to it counts before its age.
    pub fn state(&self, now: DateTime<Utc>) -> InvitationState {
        match (self.accepted, self.revoked_at) {
            (Some(_), _) => InvitationState::Accepted,
            (None, Some(_)) => InvitationState::Revoked,
            (None, None) if now >= self.expires_at => InvitationState::Expired,
            (None, None) => InvitationState::Open,
        }
    }
}
