//! Changes to the outbox.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};
use user_core::domain::MailId;
use user_core::ports::{CommitError, MailChange, MailLease};

use super::matched;
use crate::entity::mail::{Column, Entity};
use crate::rows::{mail_row, micros, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &MailChange, on: &C) -> Result<(), Trouble> {
    match change {
        MailChange::Queue(mail) => {
            Entity::insert(mail_row(mail)?).exec_without_returning(on).await?;
            Ok(())
        }
        MailChange::Sent(lease) => sent(*lease, on).await,
        MailChange::Retry { lease, due_at, error } => {
            update(tried(*lease, error).col_expr(Column::DueAt, Expr::value(micros(*due_at))), on).await
        }
        MailChange::Postpone { lease, due_at, error } => {
            update(failed(*lease, error).col_expr(Column::DueAt, Expr::value(micros(*due_at))), on).await
        }
        MailChange::Bury { lease, at, error } => {
            update(tried(*lease, error).col_expr(Column::DeadAt, Expr::value(micros(*at))), on).await
        }
        MailChange::Revive(id, due_at) => update(revived(*id, *due_at), on).await,
    }
}

async fn sent<C: ConnectionTrait>(lease: MailLease, on: &C) -> Result<(), Trouble> {
    let delete = Entity::delete_many()
        .filter(Column::Id.eq(uuid(lease.mail.as_bytes())))
        .filter(Column::LeasedUntil.eq(micros(lease.until)));
    matched(delete.exec(on).await?.rows_affected, CommitError::Gone)
}

/// A try that failed over this mail: it counts.
fn tried(lease: MailLease, error: &str) -> UpdateMany<Entity> {
    failed(lease, error).col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1_i64))
}

/// A try that failed, by the holder of this lease. A mail is lent once until one moment, so that moment names its
/// holder.
fn failed(lease: MailLease, error: &str) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(Column::Id.eq(uuid(lease.mail.as_bytes())))
        .filter(Column::LeasedUntil.eq(micros(lease.until)))
}

fn revived(id: MailId, due_at: DateTime<Utc>) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::DeadAt, Expr::value(None::<i64>))
        .col_expr(Column::DueAt, Expr::value(micros(due_at)))
        .col_expr(Column::Attempts, Expr::value(0_i64))
        .col_expr(Column::LastError, Expr::value(None::<String>))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::DeadAt.is_not_null())
}

async fn update<C: ConnectionTrait>(update: UpdateMany<Entity>, on: &C) -> Result<(), Trouble> {
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)
}
