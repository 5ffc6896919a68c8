//! Waiting for something that can be seen.

use std::time::Duration;

use tokio::time::{Instant, sleep};

const LOOK_EVERY: Duration = Duration::from_millis(20);
const USUAL: Duration = Duration::from_secs(30);

/// Looks until there is something to see, and panics with `what` when there is nothing after thirty seconds.
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    within(USUAL, what, look).await
}

/// Looks until there is something to see, and panics with `what` when there is nothing after `time`.
pub async fn within<T>(time: Duration, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + time;
    loop {
        if let Some(seen) = look().await {
            return seen;
        }
        assert!(Instant::now() < end, "not within {time:?}: {what}");
        sleep(LOOK_EVERY).await;
    }
}
