//! The lane of strangers: how many pages are made at once for visitors who are not signed in.
//!
//! Making a page is work that a worker of the runtime does not put down. If strangers could have all workers, a hundred
//! of them would stand before everybody who is signed in, and before the probe that asks whether the site is alive. So
//! one worker is always left to the others. Strangers wait in the order in which they came.

use std::sync::OnceLock;

use tokio::runtime::Handle;
use tokio::sync::{Semaphore, SemaphorePermit};

/// The turns of strangers, one for each worker of the runtime but one.
#[derive(Debug, Default)]
pub(crate) struct Strangers(OnceLock<Semaphore>);

impl Strangers {
    /// Waits for a turn, which ends with the permit.
    pub(crate) async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        // The site may be built before there is a runtime.
        let turns = self.0.get_or_init(|| {
            let workers = Handle::try_current().map_or(1, |runtime| runtime.metrics().num_workers());
            Semaphore::new(at_once(workers))
        });
        turns.acquire().await.ok()
    }
}

/// How many pages are made for strangers at once, where there are so many workers.
fn at_once(workers: usize) -> usize {
    workers.saturating_sub(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_is_left_for_the_others_where_there_is_more_than_one() {
        let turns: Vec<usize> = [1, 2, 3, 9].map(at_once).into();

        assert_eq!(turns, [1, 1, 2, 8]);
    }

    #[tokio::test]
    async fn a_turn_that_ended_is_given_to_the_next() {
        let strangers = Strangers::default();
        let first = strangers.turn().await;
        assert!(first.is_some());

        let next = strangers.turn();
        tokio::pin!(next);
        assert!(futures_util::poll!(next.as_mut()).is_pending());
        drop(first);
        assert!(next.await.is_some());
    }
}
