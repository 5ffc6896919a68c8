//! A clock that stands still until it is moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use user_core::ports::Clock;

/// 2030-01-01 00:00:00 UTC, in microseconds since 1970.
const START: i64 = 1_893_456_000_000_000;

/// A [`Clock`] that stands still until a test moves it. Clones show the same time.
#[derive(Clone, Debug)]
pub struct FixedClock {
    micros: Arc<AtomicI64>,
}

impl FixedClock {
    /// A clock that stands at `moment`, cut to whole microseconds.
    pub fn at(moment: DateTime<Utc>) -> Self {
        Self { micros: Arc::new(AtomicI64::new(moment.timestamp_micros())) }
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
        self.micros.fetch_add(micros, Ordering::SeqCst);
    }

    /// Sets the clock, forward or back.
    pub fn set(&self, moment: DateTime<Utc>) {
        self.micros.store(moment.timestamp_micros(), Ordering::SeqCst);
    }
}

impl Default for FixedClock {
    /// A clock that stands at 2030-01-01 00:00:00 UTC.
    fn default() -> Self {
        Self { micros: Arc::new(AtomicI64::new(START)) }
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.micros.load(Ordering::SeqCst)).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_moves_only_when_told_to_and_for_every_clone() {
        let clock = FixedClock::default();
        let other = clock.clone();
        let before = clock.now();

        clock.advance(Duration::from_millis(1_500));

        assert_eq!(before.to_rfc3339(), "2030-01-01T00:00:00+00:00");
        assert_eq!((other.now() - before).num_milliseconds(), 1_500);

        other.set(before);
        assert_eq!(clock.now(), before);
    }
}
