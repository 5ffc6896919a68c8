//! Changes to credentials.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DeleteMany, EntityTrait, QueryFilter, UpdateMany};
use user_core::domain::{CredentialId, CredentialKind, UserId};
use user_core::ports::{CommitError, CredentialChange};

use super::matched;
use crate::entity::credential::{Column, Entity};
use crate::rows::{credential_row, micros, secret_bytes, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &CredentialChange, on: &C) -> Result<(), Trouble> {
    match change {
        CredentialChange::Insert(credential) => {
            Entity::insert(credential_row(credential)?).exec_without_returning(on).await?;
            Ok(())
        }
        CredentialChange::Use { id, from, to, at } => {
            let used = update(*id)
                .col_expr(Column::Count, Expr::value(*to))
                .col_expr(Column::LastUsedAt, Expr::value(micros(*at)))
                .filter(Column::Count.eq(*from))
                .filter(is_good(*at));
            one(used, on).await
        }
        CredentialChange::Rename { user, id, label } => {
            let renamed = update(*id)
                .col_expr(Column::Label, Expr::value(label.clone()))
                .filter(Column::UserId.eq(uuid(user.as_bytes())));
            one(renamed, on).await
        }
        CredentialChange::Delete { user, id } => {
            let delete = credentials_of(*user).filter(Column::Id.eq(uuid(id.as_bytes())));
            matched(delete.exec(on).await?.rows_affected, CommitError::Gone)
        }
        CredentialChange::DeleteKind { user, kind } => {
            credentials_of(*user).filter(Column::Kind.eq(kind.as_str())).exec(on).await?;
            Ok(())
        }
        CredentialChange::DeleteSince { user, since, kept } => {
            let delete = credentials_of(*user).filter(Column::CreatedAt.gte(micros(*since)));
            delete.filter(Column::Kind.is_not_in(kept.iter().map(CredentialKind::as_str))).exec(on).await?;
            Ok(())
        }
        CredentialChange::Rewrap { id, from, to } => {
            let rewrapped = update(*id)
                .col_expr(Column::Secret, Expr::value(secret_bytes(to)))
                .filter(Column::Secret.eq(secret_bytes(from)));
            one(rewrapped, on).await
        }
    }
}

fn update(id: CredentialId) -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Id.eq(uuid(id.as_bytes())))
}

fn credentials_of(user: UserId) -> DeleteMany<Entity> {
    Entity::delete_many().filter(Column::UserId.eq(uuid(user.as_bytes())))
}

fn is_good(at: DateTime<Utc>) -> Condition {
    Condition::any().add(Column::ExpiresAt.is_null()).add(Column::ExpiresAt.gt(micros(at)))
}

async fn one<C: ConnectionTrait>(update: UpdateMany<Entity>, on: &C) -> Result<(), Trouble> {
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)
}
