//! Attempts in flight in this process, by the key under which they are reserved. A throttle counts what is reserved as
//! a failure until it is given back; here is what tells the two apart, so that an attempt can wait for those before it.

use std::collections::{HashMap, VecDeque};
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// Everything that is asked for and in flight.
#[derive(Clone, Debug, Default)]
pub(crate) struct InFlight(Arc<Mutex<HashMap<String, Traffic>>>);

/// What goes on under one key.
#[derive(Debug, Default)]
struct Traffic {
    /// Attempts that ask the throttle at this moment.
    asking: usize,
    /// Attempts that were granted, and of which nobody knows yet what becomes.
    flying: usize,
    /// How many have landed.
    landed: u64,
    /// Attempts that were refused, in order, and wait for one to land.
    waiting: VecDeque<(u64, Waker)>,
    /// Attempts of any state. While there are some, this is kept.
    present: usize,
    /// The number of the next attempt.
    next: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Asking,
    Flying,
    Refused,
}

/// One attempt under one key. It lands when it is dropped.
#[derive(Debug)]
pub(crate) struct Flight {
    all: InFlight,
    key: String,
    number: u64,
    state: State,
    /// How many had landed when it began to ask.
    seen: u64,
}

impl InFlight {
    /// An attempt that is about to ask the throttle.
    pub(crate) fn ask(&self, key: &str) -> Flight {
        let mut all = self.lock();
        let traffic = all.entry(key.to_owned()).or_default();
        traffic.present += 1;
        traffic.asking += 1;
        traffic.next += 1;
        let (number, seen) = (traffic.next, traffic.landed);
        Flight { all: self.clone(), key: key.to_owned(), number, state: State::Asking, seen }
    }

    /// One more in flight under this key, unless there are `most` already. Nobody waits for it.
    pub(crate) fn enter(&self, key: &str, most: usize) -> Option<Flight> {
        let mut all = self.lock();
        let traffic = all.entry(key.to_owned()).or_default();
        if traffic.flying >= most {
            return None;
        }
        traffic.present += 1;
        traffic.flying += 1;
        traffic.next += 1;
        let (number, seen) = (traffic.next, traffic.landed);
        Some(Flight { all: self.clone(), key: key.to_owned(), number, state: State::Flying, seen })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Traffic>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Traffic {
    fn wake_one(&mut self) {
        if let Some((_, waker)) = self.waiting.pop_front() {
            waker.wake();
        }
    }

    /// Nobody waits for what cannot come.
    fn wake_all_if_idle(&mut self) {
        if self.asking == 0 && self.flying == 0 {
            self.waiting.drain(..).for_each(|(_, waker)| waker.wake());
        }
    }
}

impl Flight {
    /// The throttle granted it.
    pub(crate) fn granted(&mut self) {
        self.change(|traffic| traffic.flying += 1, State::Flying);
    }

    /// The throttle refused it. Waits until another attempt has landed, and answers whether one has: then it may ask
    /// again, and counts as asking. Otherwise what refused it are failures.
    pub(crate) async fn refused(&mut self) -> bool {
        self.change(|_| {}, State::Refused);
        let landed = poll_fn(|context| self.poll_landed(context)).await;
        if landed {
            let mut all = self.all.lock();
            if let Some(traffic) = all.get_mut(&self.key) {
                traffic.asking += 1;
                self.seen = traffic.landed;
            }
            drop(all);
            self.state = State::Asking;
        }
        landed
    }

    /// Ends asking.
    fn change(&mut self, then: impl FnOnce(&mut Traffic), state: State) {
        if let Some(traffic) = self.all.lock().get_mut(&self.key) {
            traffic.asking = traffic.asking.saturating_sub(1);
            then(traffic);
            traffic.wake_all_if_idle();
        }
        self.state = state;
    }

    fn poll_landed(&self, context: &Context<'_>) -> Poll<bool> {
        let mut all = self.all.lock();
        let Some(traffic) = all.get_mut(&self.key) else { return Poll::Ready(false) };
        traffic.waiting.retain(|(number, _)| *number != self.number);
        if traffic.landed != self.seen {
            return Poll::Ready(true);
        }
        if traffic.asking == 0 && traffic.flying == 0 {
            return Poll::Ready(false);
        }
        traffic.waiting.push_back((self.number, context.waker().clone()));
        Poll::Pending
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        let mut all = self.all.lock();
        let Some(traffic) = all.get_mut(&self.key) else { return };
        traffic.present = traffic.present.saturating_sub(1);
        match self.state {
            State::Asking => traffic.asking = traffic.asking.saturating_sub(1),
            State::Flying => {
                traffic.flying = traffic.flying.saturating_sub(1);
                traffic.landed += 1;
                traffic.wake_one();
            }
            State::Refused => {
                traffic.waiting.retain(|(number, _)| *number != self.number);
                // It may have been woken and gone away: the next one takes its turn.
                if traffic.landed != self.seen {
                    traffic.wake_one();
                }
            }
        }
        traffic.wake_all_if_idle();
        if traffic.present == 0 {
            all.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn flying(all: &InFlight) -> Flight {
        let mut flight = all.ask("key");
        flight.granted();
        flight
    }

    #[test]
    fn an_attempt_that_meets_nobody_is_refused_at_once() {
        let all = InFlight::default();
        let other = all.ask("other");

        assert_eq!(all.ask("key").refused().now_or_never(), Some(false));
        drop(other);
        assert!(all.lock().is_empty());
    }

    #[test]
    fn no_more_enter_than_may_and_whoever_leaves_makes_room() {
        let all = InFlight::default();
        let first = all.enter("key", 2);
        let second = all.enter("key", 2);

        assert!(first.is_some() && second.is_some() && all.enter("key", 2).is_none());
        assert!(all.enter("other", 2).is_some());
        drop(first);
        assert!(all.enter("key", 2).is_some());
        drop(second);
        assert!(all.lock().is_empty());
    }

    #[tokio::test]
    async fn of_those_that_wait_one_asks_again_for_each_that_lands() {
        let all = InFlight::default();
        let mut first = Some(flying(&all));
        let second = flying(&all);
        let waits = |all: &InFlight| {
            let mut flight = all.ask("key");
            tokio::spawn(async move {
                let landed = flight.refused().await;
                (flight, landed)
            })
        };
        let (one, two) = (waits(&all), waits(&all));
        tokio::task::yield_now().await;
        first.take();
        tokio::task::yield_now().await;
        assert!(one.is_finished() && !two.is_finished());

        // Refused again, by failures: it waits for the second.
        let (mut flight, landed) = one.await.unwrap();
        assert!(landed);
        assert_eq!(flight.refused().now_or_never(), None);
        drop(second);
        assert!(two.await.unwrap().1);
        assert!(flight.refused().now_or_never().is_some());
        drop(flight);
        assert!(all.lock().is_empty());
    }

    #[tokio::test]
    async fn who_goes_away_leaves_its_turn_to_the_next_and_nothing_behind() {
        let all = InFlight::default();
        let flight = flying(&all);
        let (mut gone, mut next) = (all.ask("key"), all.ask("key"));
        assert_eq!(gone.refused().now_or_never(), None);
        let waits = tokio::spawn(async move { next.refused().await });
        tokio::task::yield_now().await;

        drop(flight);
        drop(gone);

        assert!(waits.await.unwrap());
        assert!(all.lock().is_empty());
    }
}
