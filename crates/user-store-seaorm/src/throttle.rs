//! Attempts counted in the database, for several nodes.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, SqlErr};
use sha2::{Digest, Sha256};
use user_core::ports::{Count, Limit, Port, PortError, Reservation, Throttle};

use crate::entity::throttle::{ActiveModel, Column, Entity, Model};
use crate::inner::{Inner, to_its_end};
use crate::purge::forget_attempts;
use crate::rows::{micros, moment};
use crate::settle::{on_live_connection, settle};
use crate::trouble::Trouble;

/// So often does a caller try to be the one who counts. Each failure means that another caller got through.
const TRIES: usize = 1_000;
/// For each key that comes, so many that are forgotten go: the table does not outgrow what it is needed for.
const FORGOTTEN_PER_NEWCOMER: u64 = 4;
/// What a caller is told who met more rivals than that.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// Counts attempts in the database: as many nodes as share it share the count.
///
/// Reserving is a compare-and-set: the row moves on only from the state that was decided on, so that of many callers
/// at once no more get through than the limit allows. Keys are kept as SHA-256 only.
#[derive(Clone)]
pub struct SeaOrmThrottle {
    inner: Arc<Inner>,
}

impl SeaOrmThrottle {
    pub(crate) fn new(inner: Arc<Inner>) -> Self {
        Self { inner }
    }
}

impl std::fmt::Debug for SeaOrmThrottle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SeaOrmThrottle")
    }
}

#[async_trait]
impl Throttle for SeaOrmThrottle {
    async fn reserve(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<Reservation, PortError> {
        let attempt = Attempt { key: hash(key), limit: *limit, now };
        for _ in 0..TRIES {
            let known = attempt.known(&self.inner).await.map_err(failed)?;
            let next = match limit.reserve(known.as_ref().map(count).transpose().map_err(failed)?, now) {
                Ok(next) => attempt.row(next),
                Err(retry_after) => return Ok(Reservation::Refused { retry_after }),
            };
            let (inner, attempt) = (Arc::clone(&self.inner), attempt.clone());
            let counted = to_its_end(async move { attempt.count(&inner, known, next).await }).await;
            if counted.map_err(|trouble| PortError::new(Port::Throttle, trouble.into_port_error()))? {
                return Ok(Reservation::Granted);
            }
        }
        Err(PortError::busy(Port::Throttle, RETRY_AFTER))
    }

    async fn give_back(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<(), PortError> {
        let attempt = Attempt { key: hash(key), limit: *limit, now };
        self.write(move |inner| {
            let attempt = attempt.clone();
            async move { attempt.give_back(&inner).await }
        })
        .await
    }

    async fn clear(&self, key: &str) -> Result<(), PortError> {
        let key = hash(key);
        self.write(move |inner| {
            let key = key.clone();
            async move {
                let _turn = inner.turn().await?;
                Entity::delete_by_id(key).exec(inner.db()).await?;
                Ok(())
            }
        })
        .await
    }
}

impl SeaOrmThrottle {
    /// Writes to its end, also when the caller goes away, and again after a deadlock.
    async fn write<W, F>(&self, write: W) -> Result<(), PortError>
    where
        W: Fn(Arc<Inner>) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), Trouble>> + Send,
    {
        let inner = Arc::clone(&self.inner);
        let written =
            to_its_end(async move { settle(inner.backend(), || write(Arc::clone(&inner))).await }).await;
        written.map_err(|trouble| PortError::new(Port::Throttle, trouble.into_port_error()))
    }
}

/// One attempt to be counted.
#[derive(Clone)]
struct Attempt {
    key: Vec<u8>,
    limit: Limit,
    now: DateTime<Utc>,
}

impl Attempt {
    async fn known(&self, inner: &Inner) -> Result<Option<Model>, DbErr> {
        on_live_connection(|| Entity::find_by_id(self.key.clone()).one(inner.db())).await
    }

    fn row(&self, count: Count) -> Model {
        Model {
            key_hash: self.key.clone(),
            free_at: micros(count.free_at),
            forgotten_at: micros(count.forgotten_at),
        }
    }

    /// Increments the count only if the row has not changed since it was read.
    async fn count(&self, inner: &Inner, known: Option<Model>, next: Model) -> Result<bool, Trouble> {
        let backend = inner.backend();
        let Some(known) = known else {
            let counted = settle(backend, || insert(inner, &next)).await?;
            if counted {
                self.make_room(inner).await;
            }
            return Ok(counted);
        };
        settle(backend, || replace(inner, &known, &next)).await
    }

    /// One statement, which needs to know nothing of the row: whatever others counted in the meantime stays counted.
    async fn give_back(&self, inner: &Inner) -> Result<(), Trouble> {
        let _turn = inner.turn().await?;
        let one = self.limit.forgets_one_in().num_microseconds().unwrap_or(i64::MAX);
        Entity::update_many()
            .col_expr(Column::FreeAt, Expr::value(0_i64))
            .col_expr(Column::ForgottenAt, Expr::col(Column::ForgottenAt).sub(one))
            .filter(Column::KeyHash.eq(self.key.clone()))
            .filter(Column::ForgottenAt.gt(micros(self.now)))
            .exec(inner.db())
            .await?;
        Ok(())
    }

    /// Attempts were counted, so a failure here is not the caller's.
    async fn make_room(&self, inner: &Inner) {
        if let Err(trouble) = forget_attempts(inner, self.now, FORGOTTEN_PER_NEWCOMER).await {
            tracing::warn!(?trouble, "forgotten attempts could not be deleted");
        }
    }
}

fn count(row: &Model) -> Result<Count, DbErr> {
    Ok(Count { free_at: moment(row.free_at)?, forgotten_at: moment(row.forgotten_at)? })
}

async fn insert(inner: &Inner, next: &Model) -> Result<bool, Trouble> {
    let _turn = inner.turn().await?;
    let row = ActiveModel {
        key_hash: Set(next.key_hash.clone()),
        free_at: Set(next.free_at),
        forgotten_at: Set(next.forgotten_at),
    };
    match Entity::insert(row).exec_without_returning(inner.db()).await {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn replace(inner: &Inner, known: &Model, next: &Model) -> Result<bool, Trouble> {
    let _turn = inner.turn().await?;
    let update = Entity::update_many()
        .col_expr(Column::FreeAt, Expr::value(next.free_at))
        .col_expr(Column::ForgottenAt, Expr::value(next.forgotten_at))
        .filter(Column::KeyHash.eq(known.key_hash.clone()))
        .filter(Column::FreeAt.eq(known.free_at))
        .filter(Column::ForgottenAt.eq(known.forgotten_at));
    Ok(update.exec(inner.db()).await?.rows_affected == 1)
}

fn hash(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}

fn failed(error: DbErr) -> PortError {
    PortError::new(Port::Throttle, error)
}
