//! Trying again what lost against another transaction, or met a connection that was dead.

use std::time::Duration;

use sea_orm::{DbBackend, DbErr};
use tokio::time::{Instant, sleep};

use crate::inner::answered;
use crate::trouble::{Trouble, is_disconnected};

/// How often a transaction is tried before the store gives up on it.
const TRIES: u32 = 5;
/// After this much time it is tried once more and no oftener: a caller who waits is better off with an answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest pause before the second try; later ones are longer.
const PAUSE_MILLIS: u64 = 20;

/// Makes an attempt until it succeeds, is refused, or has lost too often.
pub(crate) async fn settle<T, Attempt, Trial>(backend: DbBackend, attempt: Attempt) -> Result<T, Trouble>
where
    Attempt: Fn() -> Trial,
    Trial: Future<Output = Result<T, Trouble>>,
{
    let deadline = Instant::now() + PATIENCE;
    let mut tries = 1;
    loop {
        let trouble = match attempt().await {
            Err(trouble) if trouble.is_transient(backend) => trouble,
            settled => return settled,
        };
        let last = if Instant::now() < deadline { TRIES } else { 2 };
        if tries >= last {
            return Err(trouble);
        }
        tracing::debug!(tries, "a transaction lost against another one and is made again");
        sleep(pause(tries)).await;
        tries += 1;
    }
}

/// Of random length, so that two that met do not meet again.
fn pause(tries: u32) -> Duration {
    Duration::from_millis(rand::random_range(1..=PAUSE_MILLIS * u64::from(tries)))
}

/// More dead connections than this in a row mean that something else is wrong.
const DEAD_CONNECTIONS: u32 = 32;

/// Asks until it meets a live connection. After a restart of the server every idle one is dead, and finding that out
/// is nothing to trouble a visitor with; while the server is down there is no connection at all, which is told at once.
/// For what may be asked twice: look-ups, and the beginning of a transaction.
pub(crate) async fn on_live_connection<T, Ask, Answer>(ask: Ask) -> Result<T, DbErr>
where
    Ask: Fn() -> Answer + Send + Sync,
    Answer: Future<Output = Result<T, DbErr>> + Send,
{
    let asking = async {
        for _ in 0..DEAD_CONNECTIONS {
            match ask().await {
                Err(error) if is_disconnected(&error) => tracing::debug!(%error, "a connection was dead"),
                answer => return answer,
            }
        }
        ask().await
    };
    answered(asking).await
}
