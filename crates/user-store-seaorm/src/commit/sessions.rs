//! Changes to sessions.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, DeleteMany, EntityTrait, QueryFilter};
use user_core::domain::{SessionId, UserId};
use user_core::ports::{CommitError, SessionChange};

use super::matched;
use crate::entity::session::{Column, Entity};
use crate::rows::{micros, session_row, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &SessionChange, on: &C) -> Result<(), Trouble> {
    match change {
        SessionChange::Insert(session) => {
            Entity::insert(session_row(session)).exec_without_returning(on).await?;
            Ok(())
        }
        SessionChange::Seen(id, at) => seen(*id, *at, on).await,
        SessionChange::Presented { id, generation, at } => presented(*id, *generation, *at, on).await,
        SessionChange::Rotate { id, generation } => rotate(*id, *generation, on).await,
        SessionChange::End(id) => end_one(session(*id), on).await,
        SessionChange::EndOwned(user, id) => {
            end_one(session(*id).filter(Column::UserId.eq(uuid(user.as_bytes()))), on).await
        }
        SessionChange::EndOthers(user, kept) => {
            end_any(sessions_of(*user).filter(Column::Id.ne(uuid(kept.as_bytes()))), on).await
        }
        SessionChange::EndAll(user) => end_any(sessions_of(*user), on).await,
    }
}

async fn seen<C: ConnectionTrait>(id: SessionId, at: DateTime<Utc>, on: &C) -> Result<(), Trouble> {
    Entity::update_many()
        .col_expr(Column::LastSeenAt, Expr::value(micros(at)))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::LastSeenAt.lt(micros(at)))
        .exec(on)
        .await?;
    Ok(())
}

async fn presented<C: ConnectionTrait>(
    id: SessionId,
    generation: u32,
    at: DateTime<Utc>,
    on: &C,
) -> Result<(), Trouble> {
    Entity::update_many()
        .col_expr(Column::PresentedAt, Expr::value(micros(at)))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::Generation.eq(i64::from(generation)))
        .filter(Column::PresentedAt.is_null())
        .exec(on)
        .await?;
    Ok(())
}

async fn rotate<C: ConnectionTrait>(id: SessionId, generation: u32, on: &C) -> Result<(), Trouble> {
    let update = Entity::update_many()
        .col_expr(Column::Generation, Expr::col(Column::Generation).add(1_i64))
        .col_expr(Column::PresentedAt, Expr::value(None::<i64>))
        .filter(Column::Id.eq(uuid(id.as_bytes())))
        .filter(Column::Generation.eq(i64::from(generation)));
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)
}

fn session(id: SessionId) -> DeleteMany<Entity> {
    Entity::delete_many().filter(Column::Id.eq(uuid(id.as_bytes())))
}

fn sessions_of(user: UserId) -> DeleteMany<Entity> {
    Entity::delete_many().filter(Column::UserId.eq(uuid(user.as_bytes())))
}

async fn end_one<C: ConnectionTrait>(delete: DeleteMany<Entity>, on: &C) -> Result<(), Trouble> {
    matched(delete.exec(on).await?.rows_affected, CommitError::Gone)
}

async fn end_any<C: ConnectionTrait>(delete: DeleteMany<Entity>, on: &C) -> Result<(), Trouble> {
    delete.exec(on).await?;
    Ok(())
}
