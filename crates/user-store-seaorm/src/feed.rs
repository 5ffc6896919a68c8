//! The events in an order that no late commit breaks.
//!
//! A number that is given with the insert is given before the commit: a reader may pass it, and never sees the event
//! that is committed after that. So events are numbered when somebody reads them in order, and only those that are
//! committed by then, one numberer at a time. What is committed later gets a higher number, whenever it was begun.

use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};
use user_core::domain::EventPosition;

use crate::commit::{begin, begin_at_start};
use crate::entity::cursor;
use crate::entity::event::{Column, Entity, Model};
use crate::inner::Inner;
use crate::rows::position;
use crate::settle::{on_live_connection, settle};
use crate::trouble::Trouble;

/// The row that counts the positions given. No cursor has this name.
const GIVEN: &str = "";
/// How many events are numbered by one statement.
const AT_ONCE: u64 = 500;

/// The rows after a position, in order, once those that are committed have theirs.
pub(crate) async fn events_after(
    inner: &Inner,
    after: EventPosition,
    limit: u32,
) -> Result<Vec<Model>, Trouble> {
    let mut left = u64::from(limit);
    while left > 0 {
        let numbered = settle(inner.backend(), || number(inner, left.min(AT_ONCE))).await?;
        left -= numbered;
        if numbered < AT_ONCE {
            break;
        }
    }
    let found = Entity::find().filter(Column::Position.gt(position(after))).order_by_asc(Column::Position);
    let found = found.limit(u64::from(limit));
    Ok(on_live_connection(|| found.clone().all(inner.db())).await?)
}

/// Numbers up to `limit` events, and returns how many.
async fn number(inner: &Inner, limit: u64) -> Result<u64, Trouble> {
    if unnumbered(inner.db(), 1).await?.is_empty() {
        return Ok(0);
    }
    let _turn = inner.turn().await?;
    let tx = begin(inner).await?;
    let tables = inner.db().within(&tx);
    match number_alone(&tables, limit).await {
        Ok(count) => {
            tx.commit().await?;
            Ok(count)
        }
        Err(error) => {
            // If this fails, the connection is gone, and the transaction with it.
            if let Err(error) = tx.rollback().await {
                tracing::debug!(%error, "a transaction could not be rolled back");
            }
            Err(error.into())
        }
    }
}

/// Holds the counter before it looks: what it sees then includes all that was numbered before.
async fn number_alone<C: ConnectionTrait>(on: &C, limit: u64) -> Result<u64, DbErr> {
    begin_at_start(GIVEN, on).await?;
    let counter = cursor::Entity::find_by_id(GIVEN.to_owned()).lock_exclusive().one(on).await?;
    let given = counter.map_or(0, |row| row.position);
    let ids = unnumbered(on, limit).await?;
    let Some(count) = i64::try_from(ids.len()).ok().filter(|count| *count > 0) else { return Ok(0) };
    let mut positions = CaseStatement::new();
    for (id, position) in ids.iter().zip(given + 1..) {
        positions = positions.case(Column::Id.eq(*id), Expr::value(position));
    }
    Entity::update_many()
        .col_expr(Column::Position, positions.into())
        .filter(Column::Id.is_in(ids))
        .exec(on)
        .await?;
    cursor::Entity::update_many()
        .col_expr(cursor::Column::Position, Expr::value(given + count))
        .filter(cursor::Column::Name.eq(GIVEN))
        .exec(on)
        .await?;
    Ok(count.unsigned_abs())
}

async fn unnumbered<C: ConnectionTrait>(on: &C, limit: u64) -> Result<Vec<Uuid>, DbErr> {
    let found = Entity::find().select_only().column(Column::Id).filter(Column::Position.is_null());
    let found = found.order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit);
    found.into_tuple().all(on).await
}
