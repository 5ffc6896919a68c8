//! A throttle in memory: for one process.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use crate::ports::{Count, Limit, PortError, Reservation, Throttle};

/// More keys than this are never kept of one family.
const KEYS_MAX: usize = 100_000;
/// Making room looks at every key. When it freed fewer than this, it is not tried again for a second.
const WORTH_LOOKING: usize = KEYS_MAX / 16;

/// A key as it is kept: its length is the same whatever strangers send, and nobody can choose two that meet.
type Key = (u64, u64);

/// Counts failures in the memory of this process. Several nodes behind one address need a shared one instead.
///
/// Of each family of keys at most 100,000 are kept. To make room, counts go that hold nobody up, those first that are
/// forgotten soonest. While all of them hold somebody up, the newcomers of the family share one count.
#[derive(Default)]
pub struct MemoryThrottle {
    families: Mutex<HashMap<String, Family>>,
    hashers: [RandomState; 2],
}

/// The keys that make room for each other.
#[derive(Default)]
struct Family {
    counts: HashMap<Key, Count>,
    /// What those share for whom there is no room.
    rest: Option<Count>,
    full_until: DateTime<Utc>,
}

impl MemoryThrottle {
    /// A throttle that has seen nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Does something with the family of `key`.
    fn with<T>(&self, key: &str, then: impl FnOnce(&mut Family, Key) -> T) -> T {
        let (family, _) = key.split_once(':').unwrap_or_default();
        let [one, two] = &self.hashers;
        let kept = (one.hash_one(key), two.hash_one(key));
        let mut families = self.families.lock().unwrap_or_else(PoisonError::into_inner);
        match families.get_mut(family) {
            Some(family) => then(family, kept),
            None => then(families.entry(family.to_owned()).or_default(), kept),
        }
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
        let refused = self.with(key, |family, key| family.reserve(key, limit, now).err());
        Ok(refused.map_or(Reservation::Granted, |retry_after| Reservation::Refused { retry_after }))
    }

    async fn give_back(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<(), PortError> {
        self.with(key, |family, key| family.give_back(key, limit, now));
        Ok(())
    }

    async fn clear(&self, key: &str) -> Result<(), PortError> {
        self.with(key, |family, key| family.counts.remove(&key));
        Ok(())
    }
}

impl Family {
    fn reserve(&mut self, key: Key, limit: &Limit, now: DateTime<Utc>) -> Result<(), std::time::Duration> {
        let known = self.counts.get(&key).copied();
        if known.is_none() && !self.has_room(now) {
            self.rest = Some(limit.reserve(self.rest, now)?);
            return Ok(());
        }
        self.counts.insert(key, limit.reserve(known, now)?);
        Ok(())
    }

    fn give_back(&mut self, key: Key, limit: &Limit, now: DateTime<Utc>) {
        if let Some(count) = self.counts.get_mut(&key) {
            *count = limit.give_back(*count);
            if count.is_forgotten(now) {
                self.counts.remove(&key);
            }
        } else {
            self.rest =
                self.rest.map(|count| limit.give_back(count)).filter(|count| !count.is_forgotten(now));
        }
    }

    /// Whether there is room for one more key, made where that is needed.
    fn has_room(&mut self, now: DateTime<Utc>) -> bool {
        if self.counts.len() >= KEYS_MAX && now >= self.full_until {
            self.make_room(now);
            if KEYS_MAX.saturating_sub(self.counts.len()) < WORTH_LOOKING {
                self.full_until = now + TimeDelta::seconds(1);
            }
        }
        self.counts.len() < KEYS_MAX
    }

    fn make_room(&mut self, now: DateTime<Utc>) {
        self.counts.retain(|_, count| !count.is_forgotten(now));
        let idle = self.counts.values().filter(|count| !count.holds_up(now));
        let mut ends: Vec<_> = idle.map(|count| count.forgotten_at).collect();
        if self.counts.len() < KEYS_MAX || ends.is_empty() {
            return;
        }
        let half = ends.len() / 2;
        let (_, middle, _) = ends.select_nth_unstable(half);
        let middle = *middle;
        self.counts.retain(|_, count| count.holds_up(now) || count.forgotten_at > middle);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// One is forgotten in each 50 s.
    const LIMIT: Limit = Limit {
        free: 2,
        delay: Duration::from_secs(10),
        longest: Duration::from_secs(25),
        forget: Duration::from_secs(100),
    };

    fn second(second: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(second)
    }

    async fn of(throttle: &MemoryThrottle, key: &str, now: DateTime<Utc>) -> Option<u64> {
        match throttle.reserve(key, &LIMIT, now).await.unwrap() {
            Reservation::Granted => None,
            Reservation::Refused { retry_after } => Some(retry_after.as_secs()),
        }
    }

    async fn at(throttle: &MemoryThrottle, moment: i64) -> Option<u64> {
        of(throttle, "key", second(moment)).await
    }

    #[tokio::test]
    async fn pauses_grow_to_the_longest_and_failures_are_forgotten_one_by_one() {
        let throttle = MemoryThrottle::new();
        let story = [
            (0, None),
            (0, None),
            (0, Some(10)),
            (9, Some(1)),
            (10, None),
            (10, Some(20)),
            (30, None),
            (30, Some(20)),
            (50, None),
            (50, Some(25)),
            (300, None),
            (300, None),
            (300, Some(10)),
            (351, None),
            (351, Some(10)),
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
    async fn what_is_given_back_was_never_there() {
        let throttle = MemoryThrottle::new();
        throttle.give_back("key", &LIMIT, second(0)).await.unwrap();
        for _ in 0..1_000 {
            assert_eq!(at(&throttle, 0).await, None);
            throttle.give_back("key", &LIMIT, second(0)).await.unwrap();
        }

        assert!(throttle.families.lock().unwrap().values().all(|family| family.counts.is_empty()));
    }

    fn kept(throttle: &MemoryThrottle) -> Vec<usize> {
        throttle.families.lock().unwrap().values().map(|family| family.counts.len()).collect()
    }

    #[tokio::test]
    async fn memory_stays_bounded() {
        let throttle = MemoryThrottle::new();
        for index in 0..i64::try_from(KEYS_MAX).unwrap() + 10 {
            of(&throttle, &index.to_string(), second(0) + TimeDelta::microseconds(index)).await;
        }

        assert!(kept(&throttle).iter().all(|count| *count <= KEYS_MAX));
    }

    #[tokio::test]
    async fn a_hundred_thousand_counts_of_one_family_evict_none_of_another() {
        let throttle = MemoryThrottle::new();
        for _ in 0..2 {
            of(&throttle, "guess:ada", second(0)).await;
        }
        for index in 0..2 * KEYS_MAX {
            of(&throttle, &format!("mail:{index}"), second(1)).await;
        }

        assert_eq!(of(&throttle, "guess:ada", second(1)).await, Some(9));
    }

    #[tokio::test]
    async fn what_holds_somebody_up_is_kept_and_newcomers_share_what_is_left() {
        let throttle = MemoryThrottle::new();
        for _ in 0..2 {
            of(&throttle, "guess:ada", second(0)).await;
        }
        for index in 0..2 * KEYS_MAX {
            of(&throttle, &format!("guess:{index}"), second(1)).await;
        }
        assert_eq!(of(&throttle, "guess:ada", second(1)).await, Some(9), "idle counts went first");

        for index in 0..KEYS_MAX {
            for _ in 0..2 {
                of(&throttle, &format!("guess:held {index}"), second(20)).await;
            }
        }
        assert!(kept(&throttle).iter().all(|count| *count <= KEYS_MAX));
        assert_eq!(of(&throttle, "guess:held 0", second(21)).await, Some(9));
        assert!(of(&throttle, "guess:newcomer", second(20)).await.is_some(), "somebody was evicted for them");
    }

    #[tokio::test]
    async fn a_flood_evicts_no_count_of_who_guessed_too_often_when_the_pause_is_over() {
        let throttle = MemoryThrottle::new();
        for _ in 0..2 {
            of(&throttle, "guess:ada", second(0)).await;
        }
        assert_eq!(of(&throttle, "guess:ada", second(10)).await, None, "its pause is over");
        for index in 0..2 * KEYS_MAX {
            of(&throttle, &format!("guess:{index}"), second(31)).await;
        }

        assert_eq!(of(&throttle, "guess:ada", second(31)).await, None);
        assert_eq!(of(&throttle, "guess:ada", second(31)).await, Some(20), "it began anew");
    }
}
