//! Invitations.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::domain::{Acceptance, EmailAddress, Invitation, InvitationId, Role, UserId};

use super::text::Text;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationRow {
    id: InvitationId,
    email: Text<EmailAddress>,
    roles: Vec<Text<Role>>,
    inviter: Option<UserId>,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    accepted: Option<AcceptanceRow>,
    revoked_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AcceptanceRow {
    at: DateTime<Utc>,
    by: UserId,
}

impl InvitationRow {
    pub(crate) fn of(invitation: &Invitation) -> Self {
        Self {
            id: invitation.id,
            email: Text(invitation.email.clone()),
            roles: invitation.roles.iter().cloned().map(Text).collect(),
            inviter: invitation.inviter,
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
            accepted: invitation.accepted.map(|accepted| AcceptanceRow { at: accepted.at, by: accepted.by }),
            revoked_at: invitation.revoked_at,
        }
    }

    pub(crate) fn into_invitation(self) -> Invitation {
        Invitation {
            id: self.id,
            email: self.email.0,
            roles: self.roles.into_iter().map(|text| text.0).collect(),
            inviter: self.inviter,
            created_at: self.created_at,
            expires_at: self.expires_at,
            accepted: self.accepted.map(|accepted| Acceptance { at: accepted.at, by: accepted.by }),
            revoked_at: self.revoked_at,
        }
    }
}
