//! A fixed number of threads that hash, and two queues before them that are never long: one for strangers, one for
//! those who are known. Threads take from them in turn, so that neither keeps the other waiting.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::engine::Memory;
use crate::work::{Pace, Work};

/// After this long without a hash a thread wipes its memory. At once would keep the next hash waiting, which overwrites
/// it anyway.
const PAUSE: Duration = Duration::from_millis(100);
/// After this long without a hash a thread gives its memory back to the system. Fresh memory makes the next one take
/// half as long again, which matters where one follows the other.
const QUIET: Duration = Duration::from_secs(5);

/// Work that is no hash is reckoned as five milliseconds of an ordinary machine, and tells nothing of how long one
/// takes.
pub(crate) const ASIDE: Work = Work::of_argon2(4_864, 2);

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
    /// One for each thread.
    something_to_do: Vec<Condvar>,
    longest_queue: Duration,
}

/// Who asks. Strangers can fill their own queue only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    Known,
    Stranger,
}

#[derive(Default)]
struct State {
    known: Queue,
    strangers: Queue,
    /// Whether the thread that took the last job took it from the queue of those who are known.
    known_was_last: bool,
    running: usize,
    /// All that is running.
    at_work: Work,
    pace: Pace,
    last_ticket: u64,
    /// The threads that wait for a job. The last to begin is the first to be woken: its memory is there, so that a site
    /// where one after the other signs in has the memory of one thread.
    idle: Vec<usize>,
    closed: bool,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    work: Work,
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
        let something_to_do = (0..permits).map(|_| Condvar::new()).collect();
        let shared = Arc::new(Shared { state: Mutex::default(), something_to_do, longest_queue });
        let mut pool = Self { shared, threads: Vec::with_capacity(permits) };
        for number in 0..permits {
            let shared = Arc::clone(&pool.shared);
            let thread = std::thread::Builder::new().name("password-hasher".to_owned());
            pool.threads.push(thread.spawn(move || shared.serve(number, Memory::keeping(blocks)))?);
        }
        Ok(pool)
    }

    /// Runs `task` on one of the threads, for somebody in this lane. Dropping the future before a thread took it gives
    /// up its place in the queue.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        work: Work,
        task: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, PoolError> {
        let (answer, outcome) = oneshot::channel();
        // Nobody listening is no failure: the caller went away.
        let ticket = self.shared.admit(lane, work, deliver(task, |outcome| drop(answer.send(outcome))))?;
        let _place = Place { shared: &self.shared, lane, ticket };
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
        self.shared.something_to_do.iter().for_each(Condvar::notify_all);
    }
}

impl Shared {
    /// A panic while the lock was held cannot have left the numbers half changed.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn admit(&self, lane: Lane, work: Work, task: Task) -> Result<u64, PoolError> {
        let mut state = self.lock();
        let wait = state.wait(lane, self.something_to_do.len());
        if wait > self.longest_queue {
            return Err(PoolError::Busy(wait.max(Duration::from_secs(1))));
        }
        state.last_ticket += 1;
        let ticket = state.last_ticket;
        state.queue(lane).push(Job { ticket, work, task });
        let woken = state.idle.pop();
        drop(state);
        if let Some(waits) = woken.and_then(|number| self.something_to_do.get(number)) {
            waits.notify_one();
        }
        Ok(ticket)
    }

    fn abandon(&self, lane: Lane, ticket: u64) {
        self.lock().queue(lane).abandon(ticket);
    }

    /// What a thread does all its life.
    fn serve(&self, number: usize, mut memory: Memory) {
        while let Some(Job { work, task, .. }) = self.next(number, &mut memory) {
            let started = now();
            let outcome = catch_unwind(AssertUnwindSafe(|| task(&mut memory)));
            self.finish(work, started.elapsed());
            match outcome {
                Ok(deliver) => deliver(),
                Err(panic) => report(panic.as_ref()),
            }
        }
    }

    /// Waits for a job. Memory that nobody needed for a moment is wiped, and for a while goes back to the system: a
    /// site at rest is small.
    fn next(&self, number: usize, memory: &mut Memory) -> Option<Job> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(job) = state.take() {
                // Where it found the job by itself, nobody took it off.
                state.idle.retain(|idle| *idle != number);
                return Some(job);
            }
            let rest = if memory.is_used() { PAUSE } else { QUIET };
            let (waited, is_over) = self.wait_for(number, rest, state);
            state = waited;
            if is_over {
                // Nobody else waits for the lock meanwhile.
                drop(state);
                if memory.is_used() {
                    memory.wipe();
                } else {
                    memory.give_back();
                }
                state = self.lock();
            }
        }
    }

    /// Waits until the thread is woken, or for so long; tells whether it was for so long. It keeps its place among the
    /// idle ones until it has a job.
    fn wait_for<'a>(
        &'a self,
        number: usize,
        rest: Duration,
        mut state: MutexGuard<'a, State>,
    ) -> (MutexGuard<'a, State>, bool) {
        let Some(something_to_do) = self.something_to_do.get(number) else { return (state, true) };
        if !state.idle.contains(&number) {
            state.idle.push(number);
        }
        let waited = something_to_do.wait_timeout(state, rest).unwrap_or_else(PoisonError::into_inner);
        (waited.0, waited.1.timed_out())
    }

    fn finish(&self, work: Work, elapsed: Duration) {
        let mut state = self.lock();
        state.running -= 1;
        state.at_work = state.at_work.minus(work);
        if work != ASIDE {
            state.pace.learn(work, elapsed);
        }
    }
}

impl State {
    fn queue(&mut self, lane: Lane) -> &mut Queue {
        match lane {
            Lane::Known => &mut self.known,
            Lane::Stranger => &mut self.strangers,
        }
    }

    /// The next job: from each queue in turn, as long as both have any.
    fn take(&mut self) -> Option<Job> {
        let knowns_turn = self.strangers.jobs.is_empty() || !self.known_was_last;
        let lane = if knowns_turn && !self.known.jobs.is_empty() { Lane::Known } else { Lane::Stranger };
        let job = self.queue(lane).take()?;
        self.known_was_last = lane == Lane::Known;
        self.running += 1;
        self.at_work = self.at_work.plus(job.work);
        Some(job)
    }

    /// How long a newcomer would wait for a thread: for those before them in their own queue, for as many of the other
    /// one as take turns with them, and for what is running.
    fn wait(&self, lane: Lane, permits: usize) -> Duration {
        let (own, other) = match lane {
            Lane::Known => (&self.known, &self.strangers),
            Lane::Stranger => (&self.strangers, &self.known),
        };
        if own.jobs.len() + other.jobs.len() + self.running < permits {
            return Duration::ZERO;
        }
        let before = self.at_work.plus(own.work).plus(own.work.min(other.work));
        self.pace.time_for(before) / u32::try_from(permits).unwrap_or(u32::MAX).max(1)
    }
}

impl Queue {
    fn push(&mut self, job: Job) {
        self.work = self.work.plus(job.work);
        self.jobs.push_back(job);
    }

    fn take(&mut self) -> Option<Job> {
        let job = self.jobs.pop_front()?;
        self.work = self.work.minus(job.work);
        Some(job)
    }

    /// Takes a job back, unless a thread has it already.
    fn abandon(&mut self, ticket: u64) {
        let Some(place) = self.jobs.iter().position(|job| job.ticket == ticket) else { return };
        if let Some(job) = self.jobs.remove(place) {
            self.work = self.work.minus(job.work);
        }
    }
}

/// A caller's place in the queue.
struct Place<'pool> {
    shared: &'pool Shared,
    lane: Lane,
    ticket: u64,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.shared.abandon(self.lane, self.ticket);
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
pub(crate) fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
pub(crate) mod tests;
