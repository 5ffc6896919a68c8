//! Lending due mails to a courier.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, IdenStatic,
    Iterable, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use user_core::domain::QueuedMail;

use crate::commit::begin;
use crate::entity::mail::{Column, Entity, Model};
use crate::inner::Inner;
use crate::rows::{legible, mail, micros};
use crate::settle::settle;
use crate::trouble::Trouble;

/// What to lend.
#[derive(Clone, Copy)]
pub(crate) struct Lease {
    /// Now.
    pub(crate) now: DateTime<Utc>,
    /// Until when.
    pub(crate) until: DateTime<Utc>,
    /// How many mails at most.
    pub(crate) limit: u32,
}

/// Lends mails, each to one courier at a time.
pub(crate) async fn lease_mail(inner: &Inner, lease: Lease) -> Result<Vec<QueuedMail>, Trouble> {
    if lease.limit == 0 {
        return Ok(Vec::new());
    }
    let mut rows = settle(inner.backend(), || lend(inner, lease)).await?;
    rows.sort_by(|one, other| {
        (one.urgency, one.due_at, &one.id).cmp(&(other.urgency, other.due_at, &other.id))
    });
    // A mail that cannot be read stays lent: it comes up again when the lease has ended, perhaps to a newer program.
    Ok(rows.into_iter().filter_map(|row| legible("mail", row.id, mail(row))).collect())
}

async fn lend(inner: &Inner, lease: Lease) -> Result<Vec<Model>, Trouble> {
    match inner.backend() {
        DbBackend::MySql => Ok(lock_and_update(inner, lease).await?),
        backend => {
            let _turn = inner.turn().await?;
            Ok(update_returning(inner, backend, lease).await?)
        }
    }
}

/// One statement: finds, lends and gives back.
async fn update_returning(inner: &Inner, backend: DbBackend, lease: Lease) -> Result<Vec<Model>, DbErr> {
    let (until, now) = (micros(lease.until), micros(lease.now));
    let values = [until.into(), now.into(), now.into(), i64::from(lease.limit).into()];
    let statement = Statement::from_sql_and_values(backend, update_text(backend), values);
    let rows = inner.db().query_all_raw(statement).await?;
    rows.iter().map(|row| Model::from_query_result(row, "")).collect()
}

fn update_text(backend: DbBackend) -> String {
    let columns = Column::iter().map(|column| column.as_str()).collect::<Vec<_>>().join(", ");
    let due = "SELECT id FROM \"user_mail\" WHERE dead_at IS NULL AND due_at <= $2 \
         AND (leased_until IS NULL OR leased_until <= $3) ORDER BY urgency, due_at, id LIMIT $4";
    let which = if backend == DbBackend::Postgres {
        // An array is made once; a plain subquery may be run again while rows are updated, and pass the limit.
        format!("id = ANY(ARRAY({due} FOR UPDATE SKIP LOCKED))")
    } else {
        format!("id IN ({due})")
    };
    format!("UPDATE \"user_mail\" SET leased_until = $1 WHERE {which} RETURNING {columns}")
}

/// MySQL gives nothing back from an update, so the rows are locked while they are read.
async fn lock_and_update(inner: &Inner, lease: Lease) -> Result<Vec<Model>, DbErr> {
    let tx = begin(inner).await?;
    let mails = inner.db().within(&tx);
    let mut rows = due(lease).all(&mails).await?;
    if rows.is_empty() {
        tx.rollback().await?;
        return Ok(rows);
    }
    let until = micros(lease.until);
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(until))
        .filter(Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(&mails)
        .await?;
    tx.commit().await?;
    for row in &mut rows {
        row.leased_until = Some(until);
    }
    Ok(rows)
}

fn due(lease: Lease) -> sea_orm::Select<Entity> {
    let now = micros(lease.now);
    let free = Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lte(now));
    Entity::find()
        .filter(Column::DeadAt.is_null())
        .filter(Column::DueAt.lte(now))
        .filter(free)
        .order_by_asc(Column::Urgency)
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(u64::from(lease.limit))
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
}
