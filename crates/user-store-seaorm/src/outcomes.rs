//! The outcomes of posted forms in the database, for several nodes.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, SqlErr};
use user_core::ports::{Claim, Outcomes, Port, PortError, PostedForm};

use crate::entity::outcome::{ActiveModel, Column, Entity, Model};
use crate::inner::{Inner, to_its_end};
use crate::purge::forget_outcomes;
use crate::rows::micros;
use crate::settle::{on_live_connection, settle};
use crate::trouble::Trouble;

/// So often does a caller try to be the first. Each failure means that another caller was.
const TRIES: usize = 100;
/// For each slot that comes, so many whose time is over go: the table does not outgrow what it is needed for.
const FORGOTTEN_PER_NEWCOMER: u64 = 4;

/// Keeps the outcomes of posted forms in the database: the second of two posts finds what the first came to, whichever
/// node it meets.
///
/// Claiming is a compare-and-set: the row moves on only from the state that was decided on, so that of many callers at
/// once with one form one is the first.
#[derive(Clone)]
pub struct SeaOrmOutcomes {
    inner: Arc<Inner>,
}

impl SeaOrmOutcomes {
    pub(crate) fn new(inner: Arc<Inner>) -> Self {
        Self { inner }
    }

    async fn row(&self, form: &PostedForm) -> Result<Option<Model>, PortError> {
        let (inner, slot) = (&self.inner, form.slot.to_vec());
        on_live_connection(|| Entity::find_by_id(slot.clone()).one(inner.db())).await.map_err(failed)
    }
}

impl std::fmt::Debug for SeaOrmOutcomes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SeaOrmOutcomes")
    }
}

#[async_trait]
impl Outcomes for SeaOrmOutcomes {
    async fn claim(
        &self,
        form: &PostedForm,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Claim, PortError> {
        for _ in 0..TRIES {
            let known = self.row(form).await?;
            if let Some(row) = known.as_ref().filter(|row| is_good(row, form, now)) {
                return Ok(row.outcome.clone().map_or(Claim::UnderWay, Claim::Done));
            }
            let (inner, form) = (Arc::clone(&self.inner), *form);
            let claimed = to_its_end(async move { take(&inner, known, &form, (now, until)).await }).await;
            if claimed.map_err(troubled)? {
                return Ok(Claim::First);
            }
        }
        Ok(Claim::UnderWay)
    }

    async fn find(&self, form: &PostedForm, now: DateTime<Utc>) -> Result<Option<Vec<u8>>, PortError> {
        let row = self.row(form).await?.filter(|row| is_good(row, form, now));
        Ok(row.and_then(|row| row.outcome))
    }

    async fn keep(&self, form: &PostedForm, outcome: Vec<u8>, until: DateTime<Utc>) -> Result<(), PortError> {
        let (inner, form) = (Arc::clone(&self.inner), *form);
        let kept = to_its_end(async move {
            settle(inner.backend(), || async {
                let _turn = inner.turn().await?;
                let update = Entity::update_many()
                    .col_expr(Column::Outcome, Expr::value(outcome.clone()))
                    .col_expr(Column::GoodUntil, Expr::value(micros(until)))
                    .filter(Column::Slot.eq(form.slot.to_vec()))
                    .filter(Column::Work.eq(form.work.to_vec()));
                Ok(update.exec(inner.db()).await?)
            })
            .await
        });
        kept.await.map(drop).map_err(troubled)
    }

    async fn release(&self, form: &PostedForm) -> Result<(), PortError> {
        let (inner, form) = (Arc::clone(&self.inner), *form);
        let released = to_its_end(async move {
            settle(inner.backend(), || async {
                let _turn = inner.turn().await?;
                let delete = Entity::delete_many()
                    .filter(Column::Slot.eq(form.slot.to_vec()))
                    .filter(Column::Work.eq(form.work.to_vec()));
                Ok(delete.exec(inner.db()).await?)
            })
            .await
        });
        released.await.map(drop).map_err(troubled)
    }
}

/// Whether a row is that of a form whose time is not over.
fn is_good(row: &Model, form: &PostedForm, now: DateTime<Utc>) -> bool {
    row.work == form.work && row.good_until > micros(now)
}

/// Takes the slot, unless the row is not any more as it was.
async fn take(
    inner: &Inner,
    known: Option<Model>,
    form: &PostedForm,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<bool, Trouble> {
    if let Some(known) = known {
        return settle(inner.backend(), || replace(inner, &known, form, until)).await;
    }
    let taken = settle(inner.backend(), || insert(inner, form, until)).await?;
    if taken && let Err(trouble) = forget_outcomes(inner, now, FORGOTTEN_PER_NEWCOMER).await {
        tracing::warn!(?trouble, "outcomes whose time is over could not be deleted");
    }
    Ok(taken)
}

async fn insert(inner: &Inner, form: &PostedForm, until: DateTime<Utc>) -> Result<bool, Trouble> {
    let _turn = inner.turn().await?;
    let row = ActiveModel {
        slot: Set(form.slot.to_vec()),
        work: Set(form.work.to_vec()),
        outcome: Set(None),
        good_until: Set(micros(until)),
    };
    match Entity::insert(row).exec_without_returning(inner.db()).await {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn replace(
    inner: &Inner,
    known: &Model,
    form: &PostedForm,
    until: DateTime<Utc>,
) -> Result<bool, Trouble> {
    let _turn = inner.turn().await?;
    let update = Entity::update_many()
        .col_expr(Column::Work, Expr::value(form.work.to_vec()))
        .col_expr(Column::Outcome, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::GoodUntil, Expr::value(micros(until)))
        .filter(Column::Slot.eq(known.slot.clone()))
        .filter(Column::Work.eq(known.work.clone()))
        .filter(Column::GoodUntil.eq(known.good_until));
    Ok(update.exec(inner.db()).await?.rows_affected == 1)
}

fn failed(error: DbErr) -> PortError {
    PortError::new(Port::Outcomes, error)
}

fn troubled(trouble: Trouble) -> PortError {
    PortError::new(Port::Outcomes, trouble.into_port_error())
}
