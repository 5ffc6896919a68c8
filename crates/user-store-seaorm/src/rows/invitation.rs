//! Invitations.

use std::collections::BTreeSet;

use sea_orm::prelude::Uuid;
use sea_orm::{DbErr, Set};
use user_core::domain::{Acceptance, EmailAddress, Invitation, InvitationId, Role, UserId};

use super::{corrupt, micros, moment, uuid};
use crate::entity::invitation;

/// The invitation of this row.
pub(crate) fn invitation(row: &invitation::Model) -> Result<Invitation, DbErr> {
    let user = |id: Uuid| UserId::from_bytes(id.into_bytes());
    let roles: Result<BTreeSet<Role>, _> = row.roles.split_whitespace().map(Role::parse).collect();
    let accepted = match (row.accepted_at, row.accepted_by) {
        (Some(at), Some(by)) => Some(Acceptance { at: moment(at)?, by: user(by) }),
        _ => None,
    };
    let (created_at, expires_at) = (moment(row.created_at)?, moment(row.expires_at)?);
    let id = InvitationId::from_bytes(row.id.into_bytes());
    let email = EmailAddress::parse(&row.address).map_err(|_| corrupt("address"))?;
    let mut invitation = Invitation::new(id, email, created_at, expires_at);
    invitation.roles = roles.map_err(|_| corrupt("roles"))?;
    invitation.inviter = row.inviter.map(user);
    invitation.accepted = accepted;
    invitation.revoked_at = row.revoked_at.map(moment).transpose()?;
    Ok(invitation)
}

/// The row of an invitation.
pub(crate) fn invitation_row(invitation: &Invitation) -> invitation::ActiveModel {
    let user = |id: UserId| uuid(id.as_bytes());
    let roles: Vec<&str> = invitation.roles.iter().map(Role::as_str).collect();
    invitation::ActiveModel {
        id: Set(uuid(invitation.id.as_bytes())),
        address: Set(invitation.email.as_str().to_owned()),
        address_key: Set(invitation.email.key().to_owned()),
        roles: Set(roles.join(" ")),
        inviter: Set(invitation.inviter.map(user)),
        created_at: Set(micros(invitation.created_at)),
        expires_at: Set(micros(invitation.expires_at)),
        accepted_at: Set(invitation.accepted.map(|accepted| micros(accepted.at))),
        accepted_by: Set(invitation.accepted.map(|accepted| user(accepted.by))),
        revoked_at: Set(invitation.revoked_at.map(micros)),
    }
}
