//! Attempts counted in the database, for several nodes.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, SqlErr};
use sha2::{Digest, Sha256};
use user_core::ports::{Limit, PortError, Reservation, Throttle};

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
            if let Some(wait) =
                known.as_ref().map(|row| attempt.wait(row)).transpose().map_err(failed)?.flatten()
            {
                return Ok(Reservation::Refused { retry_after: wait });
            }
            let (inner, attempt) = (Arc::clone(&self.inner), attempt.clone());
            let counted = to_its_end(async move { attempt.count(&inner, known).await }).await;
            if counted.map_err(|trouble| PortError::new("throttle", trouble.into_port_error()))? {
                return Ok(Reservation::Granted);
            }
        }
        Err(PortError::busy("throttle", RETRY_AFTER))
    }

    async fn clear(&self, key: &str) -> Result<(), PortError> {
        let (inner, key) = (Arc::clone(&self.inner), hash(key));
        let cleared = to_its_end(async move {
            settle(inner.backend(), || async {
                let _turn = inner.turn().await?;
                Ok(Entity::delete_by_id(key.clone()).exec(inner.db()).await?)
            })
            .await
        });
        cleared.await.map(drop).map_err(|trouble| PortError::new("throttle", trouble.into_port_error()))
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

    /// How long it must wait still.
    fn wait(&self, row: &Model) -> Result<Option<Duration>, DbErr> {
        if self.is_forgotten(row) {
            return Ok(None);
        }
        let wait = moment(row.free_at)? - self.now;
        Ok(wait.to_std().ok().filter(|wait| !wait.is_zero()))
    }

    fn is_forgotten(&self, row: &Model) -> bool {
        row.forgotten_at <= micros(self.now)
    }

    /// Counts it, unless the row is not any more as it was.
    async fn count(&self, inner: &Inner, known: Option<Model>) -> Result<bool, Trouble> {
        let next = self.next(known.as_ref());
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

    fn next(&self, known: Option<&Model>) -> Model {
        let before = known.filter(|row| !self.is_forgotten(row)).map_or(0, |row| row.attempts);
        let attempts = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let pause = self.limit.pause_after(attempts);
        Model {
            key_hash: self.key.clone(),
            attempts: i64::from(attempts),
            // A pause of nothing bars nobody, not even a node whose clock is a moment behind.
            free_at: if pause.is_zero() { 0 } else { micros(later(self.now, pause)) },
            forgotten_at: micros(later(self.now, self.limit.forget)),
        }
    }

    /// Attempts were counted, so a failure here is not the caller's.
    async fn make_room(&self, inner: &Inner) {
        if let Err(trouble) = forget_attempts(inner, self.now, FORGOTTEN_PER_NEWCOMER).await {
            tracing::warn!(?trouble, "forgotten attempts could not be deleted");
        }
    }
}

async fn insert(inner: &Inner, next: &Model) -> Result<bool, Trouble> {
    let _turn = inner.turn().await?;
    let row = ActiveModel {
        key_hash: Set(next.key_hash.clone()),
        attempts: Set(next.attempts),
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
        .col_expr(Column::Attempts, Expr::value(next.attempts))
        .col_expr(Column::FreeAt, Expr::value(next.free_at))
        .col_expr(Column::ForgottenAt, Expr::value(next.forgotten_at))
        .filter(Column::KeyHash.eq(known.key_hash.clone()))
        .filter(Column::Attempts.eq(known.attempts))
        .filter(Column::FreeAt.eq(known.free_at))
        .filter(Column::ForgottenAt.eq(known.forgotten_at));
    Ok(update.exec(inner.db()).await?.rows_affected == 1)
}

fn later(now: DateTime<Utc>, by: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(by).ok().and_then(|by| now.checked_add_signed(by)).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn hash(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}

fn failed(error: DbErr) -> PortError {
    PortError::new("throttle", error)
}
