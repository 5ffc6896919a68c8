//! A throttle in memory: for one process.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::manager::span;
use crate::ports::{Limit, PortError, Reservation, Throttle};

/// More keys than this are never kept at once: the ones forgotten soonest make room.
const KEYS_MAX: usize = 100_000;

#[derive(Clone, Copy)]
struct Count {
    attempts: u32,
    free_at: DateTime<Utc>,
    forgotten_at: DateTime<Utc>,
}

/// Counts attempts in the memory of this process. Several nodes behind one address need a shared one instead.
#[derive(Default)]
pub struct MemoryThrottle {
    counts: Mutex<HashMap<String, Count>>,
}

impl MemoryThrottle {
    /// A throttle that has seen nobody yet.
    pub fn new() -> Self {
        Self::default()
    }
}

impl std::fmt::Debug for MemoryThrottle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MemoryThrottle")
    }
}

#[async_trait]
impl Throttle for MemoryThrottle {
    async fn reserve(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<Reservation, PortError> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let known = counts.get(key).filter(|count| count.forgotten_at > now).copied();
        if let Some(wait) =
            known.and_then(|count| (count.free_at - now).to_std().ok()).filter(|w| !w.is_zero())
        {
            return Ok(Reservation::Refused { retry_after: wait });
        }
        make_room(&mut counts, now);
        let attempts = known.map_or(1, |count| count.attempts.saturating_add(1));
        // A pause of nothing bars nobody, not even a caller who read the clock a moment before this one.
        let pause = limit.pause_after(attempts);
        let free_at = if pause.is_zero() { DateTime::<Utc>::UNIX_EPOCH } else { now + span(pause) };
        counts.insert(key.to_owned(), Count { attempts, free_at, forgotten_at: now + span(limit.forget) });
        Ok(Reservation::Granted)
    }

    async fn clear(&self, key: &str) -> Result<(), PortError> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
        Ok(())
    }
}

fn make_room(counts: &mut HashMap<String, Count>, now: DateTime<Utc>) {
    if counts.len() < KEYS_MAX {
        return;
    }
    counts.retain(|_, count| count.forgotten_at > now);
    if counts.len() >= KEYS_MAX {
        let mut ends: Vec<_> = counts.values().map(|count| count.forgotten_at).collect();
        let (_, middle, _) = ends.select_nth_unstable(KEYS_MAX / 2);
        let middle = *middle;
        counts.retain(|_, count| count.forgotten_at > middle);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use chrono::TimeDelta;

    use super::*;

    const LIMIT: Limit = Limit {
        free: 2,
        delay: Duration::from_secs(10),
        longest: Duration::from_secs(25),
        forget: Duration::from_secs(100),
    };

    async fn at(throttle: &MemoryThrottle, second: i64) -> Option<u64> {
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(second);
        match throttle.reserve("key", &LIMIT, now).await.unwrap() {
            Reservation::Granted => None,
            Reservation::Refused { retry_after } => Some(retry_after.as_secs()),
        }
    }

    #[tokio::test]
    async fn pauses_grow_to_the_longest_and_are_forgotten() {
        let throttle = MemoryThrottle::new();
        let story = [
            (0, None),
            (0, None),
            (0, Some(10)),
            (9, Some(1)),
            (10, None),
            (11, Some(19)),
            (30, None),
            (54, Some(1)),
            (55, None),
            (155, None),
            (155, None),
            (155, Some(10)),
        ];

        for (second, expected) in story {
            assert_eq!(at(&throttle, second).await, expected, "at {second}");
        }
    }

    #[tokio::test]
    async fn a_free_attempt_bars_nobody_who_read_the_clock_before() {
        let throttle = MemoryThrottle::new();

        assert_eq!(at(&throttle, 7).await, None);
        assert_eq!(at(&throttle, 6).await, None);
        assert_eq!(at(&throttle, 6).await, Some(10));
    }

    #[tokio::test]
    async fn a_cleared_key_starts_anew_and_others_are_untouched() {
        let throttle = MemoryThrottle::new();
        for _ in 0..2 {
            at(&throttle, 0).await;
        }

        throttle.clear("other").await.unwrap();
        assert!(at(&throttle, 0).await.is_some());
        throttle.clear("key").await.unwrap();
        assert_eq!(at(&throttle, 0).await, None);
    }

    #[tokio::test]
    async fn memory_stays_bounded() {
        let throttle = MemoryThrottle::new();
        let now = DateTime::<Utc>::UNIX_EPOCH;
        for index in 0..i64::try_from(KEYS_MAX).unwrap() + 10 {
            let later = now + TimeDelta::microseconds(index);
            throttle.reserve(&index.to_string(), &LIMIT, later).await.unwrap();
        }

        assert!(throttle.counts.lock().unwrap().len() <= KEYS_MAX);
    }
}
