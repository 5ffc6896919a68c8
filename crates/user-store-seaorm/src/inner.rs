//! What the store and its throttle share.

use std::time::Duration;

use sea_orm::{ConnAcquireErr, ConnectionTrait, DbBackend, DbErr};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;
use tracing::Instrument;

use crate::commit::Departures;
use crate::selects::Selects;
use crate::tables::Tables;
use crate::trouble::Trouble;

/// How long a write waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the database may take over anything before its caller is told that the store failed: over a connection
/// that went dead, no answer comes for as long as the system believes in it.
const ANSWERED_WITHIN: Duration = Duration::from_secs(10);

/// A connection, and what goes with its kind of database.
pub(crate) struct Inner {
    db: Tables,
    selects: Selects,
    writers: Option<Semaphore>,
    departures: Departures,
}

impl Inner {
    /// Takes over this connection.
    pub(crate) fn new(db: Tables) -> Self {
        let backend = db.get_database_backend();
        let writers = (backend == DbBackend::Sqlite).then(|| Semaphore::new(1));
        Self { db, selects: Selects::new(backend), writers, departures: Departures::default() }
    }

    /// What the app does when a user goes.
    pub(crate) fn departures(&self) -> &Departures {
        &self.departures
    }

    /// The way to the tables.
    pub(crate) fn db(&self) -> &Tables {
        &self.db
    }

    /// The kind of database.
    pub(crate) fn backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    /// The prepared look-ups.
    pub(crate) fn selects(&self) -> &Selects {
        &self.selects
    }

    /// Waits for the turn to write. SQLite has one writer at a time and lets the others sleep and ask again; standing
    /// in line here is fair, wakes at once, and leaves the connections to those who read.
    pub(crate) async fn turn(&self) -> Result<Option<SemaphorePermit<'_>>, DbErr> {
        let Some(writers) = &self.writers else { return Ok(None) };
        match timeout(PATIENCE, writers.acquire()).await {
            Ok(Ok(turn)) => Ok(Some(turn)),
            Ok(Err(_)) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)),
            Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        }
    }
}

/// Runs work to its end even when its caller goes away: a write that is dropped half-way could leave a transaction open
/// on a connection that others are going to use. After the time-out the caller gets an error; the write may still have
/// happened.
pub(crate) async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, Trouble>> + Send + 'static,
) -> Result<T, Trouble> {
    let working = tokio::spawn(work.in_current_span());
    match answered(async { Ok(working.await) }).await? {
        Ok(result) => result,
        Err(error) => Err(Trouble::Failed(DbErr::Custom(error.to_string()))),
    }
}

/// An answer of the database, or the error that there was none in time.
pub(crate) async fn answered<T>(answer: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
    let silence = |_| DbErr::Custom(format!("the database did not answer within {ANSWERED_WITHIN:?}"));
    timeout(ANSWERED_WITHIN, answer).await.map_err(silence)?
}
