//! What the operator is told while the mail server takes no mails of this site: once, and not once for each mail.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How often the operator is reminded of trouble that stays.
const REMINDER: TimeDelta = TimeDelta::hours(1);

/// Whether the site is in trouble, and when its operator was told last.
#[derive(Default)]
pub(crate) struct Trouble(Mutex<State>);

#[derive(Default)]
struct State {
    lasts: bool,
    told_at: Option<DateTime<Utc>>,
}

impl Trouble {
    /// No mail of this site is taken over. Whether the operator is to be told.
    pub(crate) fn goes_on(&self, now: DateTime<Utc>) -> bool {
        let mut state = self.state();
        state.lasts = true;
        let is_news = state.told_at.is_none_or(|told| now - told >= REMINDER);
        if is_news {
            state.told_at = Some(now);
        }
        is_news
    }

    /// A mail was taken over. Whether that is news.
    pub(crate) fn is_over(&self) -> bool {
        std::mem::take(&mut self.state().lasts)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operator_is_told_once_and_reminded_every_hour() {
        let trouble = Trouble::default();
        let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);

        let told: Vec<_> = (0..180).filter(|minute| trouble.goes_on(at(*minute))).collect();

        assert_eq!(told, [0, 60, 120]);
    }

    #[test]
    fn trouble_that_comes_and_goes_is_not_told_each_time() {
        let trouble = Trouble::default();
        let now = DateTime::UNIX_EPOCH;

        assert!(!trouble.is_over(), "it never began");
        assert!(trouble.goes_on(now));
        assert!(trouble.is_over() && !trouble.is_over());
        assert!(!trouble.goes_on(now));
    }
}
