//! Who keeps count of attempts.

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::PortError;

/// How many attempts are free, and how the delay grows after them.
///
/// Attempt number `n` since the last quiet period is followed by a pause: none while `n` is less than `free`, then
/// `delay`, doubled for each further one up to `longest`. A quiet period of `forget` starts the count anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Limit {
    /// Attempts in a row; the last of them is followed by the first pause.
    pub free: u32,
    /// The first pause.
    #[serde(with = "crate::settings::time")]
    pub delay: Duration,
    /// The longest pause.
    #[serde(with = "crate::settings::time")]
    pub longest: Duration,
    /// The quiet period after which everything is forgotten.
    #[serde(with = "crate::settings::time")]
    pub forget: Duration,
}

impl Limit {
    /// The pause that follows attempt number `attempt` (the first is 1).
    pub fn pause_after(&self, attempt: u32) -> Duration {
        let Some(doublings) = attempt.checked_sub(self.free) else { return Duration::ZERO };
        self.delay.saturating_mul(1 << doublings.min(20)).min(self.longest)
    }
}

/// Whether an attempt may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reservation {
    /// It may, and has been counted.
    Granted,
    /// Not before this much time has passed. It was not counted.
    Refused {
        /// How long to wait.
        retry_after: Duration,
    },
}

/// Counts attempts per key. Reserving is atomic and comes *before* the work: of many callers at once no more get
/// through than the limit allows, on however many nodes share the throttle.
#[async_trait]
pub trait Throttle: Send + Sync {
    /// Reserves one attempt under `key`.
    async fn reserve(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<Reservation, PortError>;

    /// Forgets the attempts under `key`: the person has proven who they are.
    async fn clear(&self, key: &str) -> Result<(), PortError>;
}
