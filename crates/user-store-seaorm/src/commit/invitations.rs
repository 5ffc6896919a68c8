//! Changes to invitations.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};
use user_core::domain::{InvitationId, UserId};
use user_core::ports::{CommitError, InvitationChange};

use super::matched;
use crate::entity::invitation::{Column, Entity};
use crate::rows::{invitation_row, micros, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &InvitationChange, on: &C) -> Result<(), Trouble> {
    match change {
        InvitationChange::Insert(invitation) => {
            Entity::insert(invitation_row(invitation)).exec_without_returning(on).await?;
            Ok(())
        }
        InvitationChange::Accept { id, by, at } => accept(*id, *by, *at, on).await,
        InvitationChange::Revoke(id, at) => {
            let revoke = revoke(*at).filter(Column::Id.eq(uuid(id.as_bytes())));
            matched(revoke.exec(on).await?.rows_affected, CommitError::Gone)
        }
        InvitationChange::RevokeAll(email, at) => {
            revoke(*at).filter(Column::AddressKey.eq(email.key())).exec(on).await?;
            Ok(())
        }
        InvitationChange::RevokeGiving(user, at) => {
            let theirs = revoke(*at).filter(Column::Inviter.eq(uuid(user.as_bytes())));
            theirs.filter(Column::Roles.ne("")).exec(on).await?;
            Ok(())
        }
    }
}

async fn accept<C: ConnectionTrait>(
    id: InvitationId,
    by: UserId,
    at: DateTime<Utc>,
    on: &C,
) -> Result<(), Trouble> {
    let accept = unanswered()
        .col_expr(Column::AcceptedAt, Expr::value(micros(at)))
        .col_expr(Column::AcceptedBy, Expr::value(uuid(by.as_bytes())))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::ExpiresAt.gt(micros(at)));
    matched(accept.exec(on).await?.rows_affected, CommitError::Gone)
}

fn revoke(at: DateTime<Utc>) -> UpdateMany<Entity> {
    unanswered().col_expr(Column::RevokedAt, Expr::value(micros(at)))
}

/// Neither accepted nor revoked before.
fn unanswered() -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::AcceptedAt.is_null()).filter(Column::RevokedAt.is_null())
}
