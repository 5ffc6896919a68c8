//! A throttle of one's own: so many attempts within any stretch of time, and no more.
//!
//! The built-in ones let pauses grow; this one is what people know from gateways. It reads two parts of each limit: at
//! most `free` attempts within any `longest`.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use user_core::ports::{Limit, PortError, Reservation, Throttle};

/// More keys than this are never kept. Keys are made of what strangers send: without a bound they could fill the
/// memory.
const KEYS_MAX: usize = 100_000;

/// Counts in the memory of this process. Several nodes need one that they share, such as a script in Redis.
pub(crate) struct SlidingWindow {
    attempts: Mutex<HashMap<String, Attempts>>,
}

/// The attempts under one key within the window, oldest first.
#[derive(Default)]
struct Attempts {
    made: VecDeque<DateTime<Utc>>,
    over: DateTime<Utc>,
}

impl SlidingWindow {
    pub(crate) fn new() -> Self {
        Self { attempts: Mutex::default() }
    }
}

#[async_trait]
impl Throttle for SlidingWindow {
    /// Looks and counts under one lock: of a hundred callers at once no more than `free` get through. It comes before
    /// the work it limits, and what is refused is not counted, or a user who keeps trying would never be let in again.
    async fn reserve(&self, key: &str, limit: &Limit, now: DateTime<Utc>) -> Result<Reservation, PortError> {
        let window = TimeDelta::from_std(limit.longest).unwrap_or(TimeDelta::MAX);
        let mut all = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut all, now);
        let attempts = all.entry(key.to_owned()).or_default();
        attempts.made.retain(|at| now - *at < window);
        if attempts.made.len() >= usize::try_from(limit.free).unwrap_or(usize::MAX)
            && let Some(oldest) = attempts.made.front()
        {
            let retry_after = (*oldest + window - now).to_std().unwrap_or_default();
            return Ok(Reservation::Refused { retry_after });
        }
        attempts.made.push_back(now);
        attempts.over = now + window;
        Ok(Reservation::Granted)
    }

    /// The latest one goes. Which of several at once that is makes no difference to anybody.
    async fn give_back(&self, key: &str, _limit: &Limit, _now: DateTime<Utc>) -> Result<(), PortError> {
        let mut all = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(attempts) = all.get_mut(key) {
            attempts.made.pop_back();
        }
        Ok(())
    }

    async fn clear(&self, key: &str) -> Result<(), PortError> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
        Ok(())
    }
}

/// Forgets what is over, and where that is not enough, the half that would be over first: better than to refuse
/// everybody.
fn make_room(all: &mut HashMap<String, Attempts>, now: DateTime<Utc>) {
    if all.len() < KEYS_MAX {
        return;
    }
    all.retain(|_, attempts| attempts.over > now);
    if all.len() >= KEYS_MAX {
        let mut ends: Vec<_> = all.values().map(|attempts| attempts.over).collect();
        let middle = *ends.select_nth_unstable(KEYS_MAX / 2).1;
        all.retain(|_, attempts| attempts.over > middle);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use user_core::flows::{SignInError, SignInForm};
    use user_testkit::story::PASSWORD;

    use super::*;
    use crate::tests::{house, member};

    const LIMIT: Limit = Limit {
        free: 3,
        delay: Duration::from_secs(1),
        longest: Duration::from_mins(1),
        forget: Duration::from_hours(1),
    };

    async fn at(throttle: &SlidingWindow, second: i64) -> Option<u64> {
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(second);
        match throttle.reserve("key", &LIMIT, now).await.unwrap() {
            Reservation::Granted => None,
            Reservation::Refused { retry_after } => Some(retry_after.as_secs()),
        }
    }

    #[tokio::test]
    async fn a_fourth_attempt_within_any_minute_waits_for_the_first_to_be_over() {
        let throttle = SlidingWindow::new();
        let story = [
            (0, None),
            (20, None),
            (40, None),
            (41, Some(19)),
            (59, Some(1)),
            (60, None),
            (61, Some(19)),
            (80, None),
        ];

        for (second, expected) in story {
            assert_eq!(at(&throttle, second).await, expected, "at {second}");
        }
        throttle.clear("key").await.unwrap();
        assert_eq!(at(&throttle, 81).await, None);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn of_many_at_once_no_more_get_through_than_are_free() {
        let throttle = Arc::new(SlidingWindow::new());
        let callers: Vec<_> = (0..32).map(|_| Arc::clone(&throttle)).collect();
        let callers = callers.into_iter().map(|throttle| tokio::spawn(async move { at(&throttle, 0).await }));

        let mut granted = 0;
        for caller in callers.collect::<Vec<_>>() {
            granted += usize::from(caller.await.unwrap().is_none());
        }

        assert_eq!(granted, 3);
    }

    #[tokio::test]
    async fn memory_stays_bounded() {
        let throttle = SlidingWindow::new();
        let now = DateTime::<Utc>::UNIX_EPOCH;
        for index in 0..i64::try_from(KEYS_MAX).unwrap() + 10 {
            let at = now + TimeDelta::microseconds(index);
            throttle.reserve(&index.to_string(), &LIMIT, at).await.unwrap();
        }

        assert!(throttle.attempts.lock().unwrap().len() <= KEYS_MAX);
    }

    #[tokio::test]
    async fn guesses_at_one_account_end_after_five_and_begin_again_after_the_window() {
        let house = house();
        member(&house, "ada", &[]).await;
        let visitor = house.visitor().visitor().clone();
        let guess = |password: &str| SignInForm {
            identifier: "ada".to_owned(),
            password: password.to_owned(),
            remember_me: false,
        };
        for _ in 0..5 {
            let refused = house.users.sign_in(&guess("not this one"), &visitor).await;
            assert!(matches!(refused, Err(SignInError::Invalid(_))), "{refused:?}");
        }

        let sixth = house.users.sign_in(&guess(PASSWORD), &visitor).await;

        let Err(SignInError::Throttled { retry_after }) = sixth else { panic!("{sixth:?}") };
        assert_eq!(retry_after, Duration::from_mins(15), "`throttles.account_and_client.longest`");
        house.clock.advance(retry_after);
        assert!(house.users.sign_in(&guess(PASSWORD), &visitor).await.is_ok());
    }
}
