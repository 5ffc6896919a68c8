//! Changes to sessions.

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, DeleteMany, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use user_core::domain::{Proof, SessionId, UserId};
use user_core::ports::{CommitError, SessionChange};

use super::matched;
use crate::entity::session::{Column, Entity};
use crate::rows::{micros, proofs, proofs_json, session_row, uuid};
use crate::trouble::Trouble;

/// No more sessions end at once: a list that an older program let grow ends with the next few sign-ins.
const ENDED_MAX: u64 = 500;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &SessionChange, on: &C) -> Result<(), Trouble> {
    match change {
        SessionChange::Insert(session) => {
            Entity::insert(session_row(session)?).exec_without_returning(on).await?;
            Ok(())
        }
        SessionChange::Seen(id, at) => seen(*id, *at, on).await,
        SessionChange::Presented { id, generation, at } => presented(*id, *generation, *at, on).await,
        SessionChange::Rotate { id, generation } => rotate(*id, *generation, on).await,
        SessionChange::Prove { id, proof } => prove(*id, *proof, on).await,
        SessionChange::End(id) => end_one(session(*id), on).await,
        SessionChange::EndOwned(user, id) => {
            end_one(session(*id).filter(Column::UserId.eq(uuid(user.as_bytes()))), on).await
        }
        SessionChange::EndOthers(user, kept) => {
            end_any(sessions_of(*user).filter(Column::Id.ne(uuid(kept.as_bytes()))), on).await
        }
        SessionChange::KeepLatest { user, most } => keep_latest(*user, *most, on).await,
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

/// The proofs are one value of the row. A writer holds the row before it looks, so that no other proof is lost.
async fn prove<C: ConnectionTrait>(id: SessionId, proof: Proof, on: &C) -> Result<(), Trouble> {
    let held = Entity::find_by_id(uuid(id.as_bytes())).lock_exclusive().one(on).await?;
    let held = held.ok_or(CommitError::Gone)?;
    let proven = proofs(&held.proofs)?.with(proof);
    let update = Entity::update_many()
        .col_expr(Column::Proofs, Expr::value(proofs_json(&proven)?))
        .filter(Column::Id.eq(uuid(id.as_bytes())));
    matched(update.exec(on).await?.rows_affected, CommitError::Gone)
}

/// Those that go are looked up first: MySQL and MariaDB delete by no list of their own table that has a limit.
async fn keep_latest<C: ConnectionTrait>(user: UserId, most: u32, on: &C) -> Result<(), Trouble> {
    let beyond = Entity::find()
        .filter(Column::UserId.eq(uuid(user.as_bytes())))
        .order_by_desc(Column::LastSeenAt)
        .order_by_asc(Column::Id)
        .offset(u64::from(most))
        .limit(ENDED_MAX)
        .select_only()
        .column(Column::Id);
    let beyond: Vec<Uuid> = beyond.into_tuple().all(on).await?;
    if beyond.is_empty() {
        return Ok(());
    }
    end_any(Entity::delete_many().filter(Column::Id.is_in(beyond)), on).await
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
