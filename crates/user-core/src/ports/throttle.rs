//! Who keeps count of attempts.

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::PortError;

/// How many failures are free, how the delay grows after them, and how they are forgotten.
///
/// Failures are forgotten one by one, evenly, `free` of them in the time of `forget`. Failure number `n` of those that
/// are remembered is followed by a pause: none while `n` is less than `free`, then `delay`, doubled for each further
/// one up to `longest`. A client that goes on without end gets one attempt in each `forget / free`, or in each
/// `longest` where that is longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Limit {
    /// Failures that are remembered at once; the last of them is followed by the first pause.
    pub free: u32,
    /// The first pause.
    #[serde(with = "crate::settings::time")]
    pub delay: Duration,
    /// The longest pause.
    #[serde(with = "crate::settings::time")]
    pub longest: Duration,
    /// The time in which `free` failures are forgotten.
    #[serde(with = "crate::settings::time")]
    pub forget: Duration,
}

/// What a throttle keeps of one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// When the next attempt may be made. The beginning of 1970 for "at once", whatever the clock of the node says.
    pub free_at: DateTime<Utc>,
    /// When the last failure is forgotten.
    pub forgotten_at: DateTime<Utc>,
}

impl Count {
    /// Whether the next attempt has to wait.
    pub fn holds_up(&self, now: DateTime<Utc>) -> bool {
        self.free_at > now
    }

    /// Whether nothing of it matters any more.
    pub fn is_forgotten(&self, now: DateTime<Utc>) -> bool {
        self.forgotten_at <= now
    }
}

impl Limit {
    /// The pause that follows failure number `attempt` (the first is 1).
    pub fn pause_after(&self, attempt: u32) -> Duration {
        let Some(doublings) = attempt.checked_sub(self.free) else { return Duration::ZERO };
        self.delay.saturating_mul(1 << doublings.min(DOUBLINGS_MAX)).min(self.longest)
    }

    /// The time in which one failure is forgotten.
    pub fn forgets_one_in(&self) -> TimeDelta {
        TimeDelta::from_std(self.forget / self.free.max(1)).unwrap_or(TimeDelta::MAX)
    }

    /// The count after one more attempt, or how long that has to wait. `known` is what is kept of the key, if anything.
    ///
    /// Every throttle decides with this, and adds what makes it atomic.
    pub fn reserve(&self, known: Option<Count>, now: DateTime<Utc>) -> Result<Count, Duration> {
        let known = known.filter(|count| !count.is_forgotten(now));
        if let Some(count) = known.filter(|count| count.holds_up(now)) {
            return Err((count.free_at - now).to_std().unwrap_or_default());
        }
        let attempt = self.remembered(known, now).saturating_add(1).min(self.most()).max(1);
        let pause = self.pause_after(attempt);
        let from =
            known.map_or(now, |count| count.forgotten_at).min(later(now, self.forgets_one_in(), attempt - 1));
        Ok(Count {
            // A pause of nothing bars nobody, not even a caller who read the clock a moment before this one.
            free_at: if pause.is_zero() { DateTime::UNIX_EPOCH } else { after(now, pause) },
            forgotten_at: later(from, self.forgets_one_in(), 1),
        })
    }

    /// The count without one of its attempts, which was no failure after all.
    #[must_use]
    pub fn give_back(&self, count: Count) -> Count {
        let forgotten_at =
            count.forgotten_at.checked_sub_signed(self.forgets_one_in()).unwrap_or(DateTime::UNIX_EPOCH);
        Count { free_at: DateTime::UNIX_EPOCH, forgotten_at }
    }

    /// How many failures are remembered, to the nearest.
    fn remembered(&self, known: Option<Count>, now: DateTime<Utc>) -> u32 {
        let one = micros(self.forgets_one_in()).max(1);
        let left = known.map_or(0, |count| micros(count.forgotten_at - now));
        u32::try_from(left.saturating_add(one / 2) / one).unwrap_or(u32::MAX)
    }

    /// The number of the failure after which pauses grow no more: so many are remembered at most, or somebody who was
    /// held up for days would have to wait for days to be forgotten.
    fn most(&self) -> u32 {
        let doublings = (0..DOUBLINGS_MAX).find(|n| self.delay.saturating_mul(1 << n) >= self.longest);
        self.free.saturating_add(doublings.unwrap_or(DOUBLINGS_MAX))
    }
}

/// After so many doublings every pause is the longest.
const DOUBLINGS_MAX: u32 = 20;

fn micros(span: TimeDelta) -> i64 {
    span.num_microseconds().unwrap_or(i64::MAX)
}

fn after(now: DateTime<Utc>, pause: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(pause).map_or(DateTime::<Utc>::MAX_UTC, |pause| later(now, pause, 1))
}

fn later(from: DateTime<Utc>, by: TimeDelta, times: u32) -> DateTime<Utc> {
    let by = i32::try_from(times).ok().and_then(|times| by.checked_mul(times));
    by.and_then(|by| from.checked_add_signed(by)).unwrap_or(DateTime::<Utc>::MAX_UTC)
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

/// Counts failures per key. Reserving is atomic and comes *before* the work: of many callers at once no more get
/// through than the limit allows, on however many nodes share the throttle. What turns out to be no failure is given
/// back.
///
/// A key begins with the name of its family, up to the first colon. Where a throttle has to make room, it does so
/// within the family of the newcomer, and keeps every count that still holds somebody up: otherwise strangers could
/// wash away the guesses at an account with counts of something else.
#[async_trait]
pub trait Throttle: Send + Sync {
    /// Reserves one attempt under `key`: it counts as a failure until it is given back.
    async fn reserve(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<Reservation, PortError>;

    /// Gives back one attempt that was reserved under `key`, because it was no failure. The next one need not wait.
    /// Where nothing is counted, nothing happens.
    async fn give_back(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<(), PortError>;

    /// Forgets the failures under `key`: the person has proven who they are.
    async fn clear(&self, key: &str) -> Result<(), PortError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One is forgotten in each 50 s.
    const LIMIT: Limit = Limit {
        free: 2,
        delay: Duration::from_secs(10),
        longest: Duration::from_secs(25),
        forget: Duration::from_secs(100),
    };

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(second)
    }

    #[test]
    fn a_steady_guesser_gets_one_attempt_each_time_one_is_forgotten() {
        let (mut count, mut granted) = (None, 0);
        for second in 0..5_000 {
            if let Ok(next) = LIMIT.reserve(count, at(second)) {
                (count, granted) = (Some(next), granted + 1);
            }
        }

        // As many as are forgotten in that time, those that are free, and those that the pauses let through.
        assert!((100..=105 + 100).contains(&granted), "{granted}");
    }

    #[test]
    fn what_is_given_back_leaves_the_count_as_it_was() {
        let one = LIMIT.reserve(None, at(0)).unwrap();
        let two = LIMIT.reserve(Some(one), at(0)).unwrap();

        assert_eq!(LIMIT.reserve(Some(two), at(1)), Err(Duration::from_secs(9)));
        assert_eq!(LIMIT.give_back(two), one);
        assert!(LIMIT.give_back(one).is_forgotten(at(0)));
    }

    #[test]
    fn however_long_somebody_goes_on_they_are_forgotten_in_a_bounded_time() {
        let (mut count, mut now) = (LIMIT.reserve(None, at(0)).unwrap(), at(0));
        for _ in 0..1_000 {
            now = now.max(count.free_at);
            count = LIMIT.reserve(Some(count), now).unwrap();
        }

        assert!(count.forgotten_at - now <= TimeDelta::seconds(4 * 50), "{:?}", count.forgotten_at - now);
    }

    #[test]
    fn absurd_limits_saturate() {
        let most =
            Limit { free: u32::MAX, delay: Duration::MAX, longest: Duration::MAX, forget: Duration::MAX };
        let none = Limit { free: 0, delay: Duration::ZERO, longest: Duration::ZERO, forget: Duration::ZERO };

        for limit in [most, none, Limit { free: 1, ..most }] {
            let count = limit.reserve(None, at(0)).unwrap();
            assert!(limit.give_back(count).free_at <= at(0));
        }
    }
}
