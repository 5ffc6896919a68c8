//! A fixed number of threads that hash, and a queue before them that is never long.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::memory::Memory;
use crate::work::{Pace, Work};

/// After this long without a hash a thread gives its memory back to the system.
const QUIET: Duration = Duration::from_secs(30);

/// Why the pool did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PoolError {
    /// The queue is as long as it may be. It will have drained after so long.
    Busy(Duration),
    /// The task panicked. The thread did not end.
    Panicked,
}

/// Dropping the pool ends its threads.
pub(crate) struct Pool {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

struct Shared {
    state: Mutex<State>,
    something_to_do: Condvar,
    permits: usize,
    longest_queue: Duration,
}

#[derive(Default)]
struct State {
    queue: VecDeque<Job>,
    running: usize,
    /// All that is queued or running.
    outstanding: Work,
    pace: Pace,
    last_ticket: u64,
    closed: bool,
}

struct Job {
    ticket: u64,
    work: Work,
    task: Task,
}

/// Computes, and answers with what is left to do once the thread counts as free again: telling the caller. Otherwise a
/// caller could come back before its own place was given up, and be refused because of itself.
type Task = Box<dyn FnOnce(&mut Memory) -> Delivery + Send>;
type Delivery = Box<dyn FnOnce() + Send>;

impl Pool {
    /// Starts `permits` threads, each keeping `blocks` blocks of memory.
    pub(crate) fn start(permits: usize, longest_queue: Duration, blocks: usize) -> std::io::Result<Self> {
        let state = Mutex::new(State::default());
        let shared = Arc::new(Shared { state, something_to_do: Condvar::new(), permits, longest_queue });
        let mut pool = Self { shared, threads: Vec::with_capacity(permits) };
        for _ in 0..permits {
            let shared = Arc::clone(&pool.shared);
            let thread = std::thread::Builder::new().name("password-hasher".to_owned());
            pool.threads.push(thread.spawn(move || shared.serve(Memory::keeping(blocks)))?);
        }
        Ok(pool)
    }

    /// Runs `task` on one of the threads. Dropping the future before a thread took it gives up its place in the queue.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: Work,
        task: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, PoolError> {
        let (answer, outcome) = oneshot::channel();
        // Nobody listening is no failure: the caller went away.
        let ticket = self.shared.admit(work, deliver(task, |outcome| drop(answer.send(outcome))))?;
        let _place = Place { shared: &self.shared, ticket };
        outcome.await.map_err(|_| PoolError::Panicked)
    }
}

fn deliver<T: Send + 'static>(
    task: impl FnOnce(&mut Memory) -> T + Send + 'static,
    answer: impl FnOnce(T) + Send + 'static,
) -> Task {
    Box::new(move |memory| {
        let outcome = task(memory);
        Box::new(move || answer(outcome))
    })
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.something_to_do.notify_all();
    }
}

impl Shared {
    /// A panic while the lock was held cannot have left the numbers half changed.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn admit(&self, work: Work, task: Task) -> Result<u64, PoolError> {
        let mut state = self.lock();
        let wait = state.wait(self.permits);
        if wait > self.longest_queue {
            return Err(PoolError::Busy(wait.max(Duration::from_secs(1))));
        }
        state.last_ticket += 1;
        let ticket = state.last_ticket;
        state.outstanding = state.outstanding.plus(work);
        state.queue.push_back(Job { ticket, work, task });
        drop(state);
        self.something_to_do.notify_one();
        Ok(ticket)
    }

    /// Takes a job back, unless a thread has it already.
    fn abandon(&self, ticket: u64) {
        let mut state = self.lock();
        let Some(place) = state.queue.iter().position(|job| job.ticket == ticket) else { return };
        if let Some(job) = state.queue.remove(place) {
            state.outstanding = state.outstanding.minus(job.work);
        }
    }

    /// What a thread does all its life.
    fn serve(&self, mut memory: Memory) {
        while let Some(Job { work, task, .. }) = self.next(&mut memory) {
            let started = now();
            let outcome = catch_unwind(AssertUnwindSafe(|| task(&mut memory)));
            self.finish(work, started.elapsed());
            match outcome {
                Ok(deliver) => deliver(),
                Err(panic) => report(panic.as_ref()),
            }
        }
    }

    /// Waits for a job. Memory that nobody needed for a while goes back to the system: a site at rest is small.
    fn next(&self, memory: &mut Memory) -> Option<Job> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(job) = state.queue.pop_front() {
                state.running += 1;
                return Some(job);
            }
            let waited =
                self.something_to_do.wait_timeout(state, QUIET).unwrap_or_else(PoisonError::into_inner);
            state = waited.0;
            if waited.1.timed_out() {
                memory.give_back();
            }
        }
    }

    fn finish(&self, work: Work, elapsed: Duration) {
        let mut state = self.lock();
        state.running -= 1;
        state.outstanding = state.outstanding.minus(work);
        state.pace.learn(work, elapsed);
    }
}

impl State {
    /// How long a newcomer would wait for a thread.
    fn wait(&self, permits: usize) -> Duration {
        if self.queue.len() + self.running < permits {
            return Duration::ZERO;
        }
        self.pace.time_for(self.outstanding) / u32::try_from(permits).unwrap_or(u32::MAX).max(1)
    }
}

/// A caller's place in the queue.
struct Place<'pool> {
    shared: &'pool Shared,
    ticket: u64,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.shared.abandon(self.ticket);
    }
}

fn report(panic: &(dyn Any + Send)) {
    let message = panic.downcast_ref::<&str>().copied().unwrap_or("");
    tracing::error!(message, "a password hash panicked");
}

#[expect(
    clippy::disallowed_methods,
    reason = "measures how long a hash took; nothing is decided by the hour"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
pub(crate) mod tests;
