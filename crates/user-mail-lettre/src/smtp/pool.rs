//! A few connections, used for mail after mail.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};

use super::Failure;
use super::session::{Server, Session};

/// How long a connection without mail is kept. Servers close theirs after five minutes (RFC 5321 §4.5.3.2.7).
const IDLE_MAX: Duration = Duration::from_mins(1);

/// How long a connection that was kept may take to say that it is still there.
const ALIVE_WITHIN: Duration = Duration::from_secs(2);

pub(super) struct Pool {
    server: Server,
    free: Semaphore,
    /// Whether the server offered SMTPUTF8 when it was last asked; `None` before that.
    smtputf8: Mutex<Option<bool>>,
    kept: Mutex<Vec<Kept>>,
}

struct Kept {
    session: Session,
    since: Instant,
}

impl Pool {
    pub(super) fn new(server: Server, connections: usize) -> Self {
        Self { server, free: Semaphore::new(connections), smtputf8: Mutex::default(), kept: Mutex::default() }
    }

    /// Waits for its turn, and lends a connection that was kept or a new one, for mail from `domain`.
    pub(super) async fn lend(&self, domain: &str) -> Result<Lent<'_>, Failure> {
        let turn = self.free.acquire().await.map_err(|_| Failure::Closed)?;
        while let Some(mut session) = self.take() {
            if timeout(ALIVE_WITHIN, session.is_alive()).await.unwrap_or(false) {
                return Ok(Lent { session, pool: self, _turn: turn });
            }
        }
        let session = self.server.open(domain).await?;
        *self.smtputf8.lock().unwrap_or_else(PoisonError::into_inner) = Some(session.takes_smtputf8());
        Ok(Lent { session, pool: self, _turn: turn })
    }

    /// Whether the server offered SMTPUTF8 when a connection was made last; `None` before the first one.
    pub(super) fn takes_smtputf8(&self) -> Option<bool> {
        *self.smtputf8.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection used last; those that were idle for too long are closed.
    fn take(&self) -> Option<Session> {
        let mut kept = self.kept();
        kept.retain(|connection| connection.since.elapsed() < IDLE_MAX);
        kept.pop().map(|connection| connection.session)
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.server.fmt(f)
    }
}

/// A connection in use. Unless it is [kept](Self::keep), it is closed: nobody knows in what state it is.
pub(super) struct Lent<'pool> {
    session: Session,
    pool: &'pool Pool,
    _turn: SemaphorePermit<'pool>,
}

impl Lent<'_> {
    pub(super) fn session(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Keeps the connection for the next mail.
    pub(super) fn keep(self) {
        let Self { session, pool, _turn } = self;
        pool.kept().push(Kept { session, since: Instant::now() });
    }
}
