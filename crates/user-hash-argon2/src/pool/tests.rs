use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::task::{Context, Waker};

use super::*;

/// As long as an ordinary hash, for a pool that has measured nothing yet: 20 ms.
const ONE: Work = Work::of_argon2(19_456, 2);

fn pool(permits: usize, longest_queue: Duration) -> Arc<Pool> {
    Arc::new(Pool::start(permits, longest_queue, 8).unwrap())
}

/// Keeps one thread of a pool at work until it is opened or dropped.
pub(crate) struct Gate {
    open: mpsc::Sender<()>,
    task: Held,
}

type Held = Pin<Box<dyn Future<Output = Result<(), PoolError>> + Send>>;

impl Gate {
    /// Answers once the thread is at work.
    pub(crate) async fn shut<P>(pool: P) -> Self
    where
        P: AsRef<Pool> + Send + 'static,
    {
        let (open, opened) = mpsc::channel::<()>();
        let (at_work, started) = oneshot::channel();
        let wait = move |_: &mut Memory| {
            at_work.send(()).unwrap();
            opened.recv().unwrap_err();
        };
        let mut task: Held = Box::pin(async move { pool.as_ref().run(Lane::Stranger, ONE, wait).await });
        assert!(polled(task.as_mut()).is_none());
        started.await.unwrap();
        Self { open, task }
    }

    /// Answers once the thread is free.
    pub(crate) async fn open(self) {
        drop(self.open);
        self.task.await.unwrap();
    }
}

impl Pool {
    pub(crate) fn queued(&self) -> usize {
        {
            let state = self.shared.lock();
            state.strangers.jobs.len() + state.known.jobs.len()
        }
    }
}

/// Polls once: that is when a place in the queue is taken.
pub(crate) fn polled<F: Future + ?Sized>(future: Pin<&mut F>) -> Option<F::Output> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        std::task::Poll::Ready(output) => Some(output),
        std::task::Poll::Pending => None,
    }
}

#[tokio::test]
async fn who_would_wait_too_long_is_told_so() {
    let pool = pool(1, Duration::from_millis(30));
    let gate = Gate::shut(Arc::clone(&pool)).await;

    let mut second = pin!(pool.run(Lane::Stranger, ONE, |_| 2));
    assert_eq!(polled(second.as_mut()), None, "20 ms to wait: taken");
    let third = pool.run(Lane::Stranger, ONE, |_| 3).await;
    assert_eq!(third, Err(PoolError::Busy(Duration::from_secs(1))), "40 ms to wait: refused");

    gate.open().await;
    assert_eq!(second.await, Ok(2));
}

#[tokio::test]
async fn a_full_queue_of_strangers_turns_away_nobody_who_is_known() {
    let pool = pool(1, Duration::from_millis(70));
    let gate = Gate::shut(Arc::clone(&pool)).await;
    let mut strangers = Vec::new();
    loop {
        let mut stranger = Box::pin(pool.run(Lane::Stranger, ONE, |_| "stranger"));
        match polled(stranger.as_mut()) {
            None => strangers.push(stranger),
            Some(refused) => break assert!(matches!(refused, Err(PoolError::Busy(_)))),
        }
    }

    let mut known = Box::pin(pool.run(Lane::Known, ONE, |_| "known"));
    assert_eq!(polled(known.as_mut()), None, "taken");
    assert_eq!(strangers.len(), 3);
    gate.open().await;
    assert_eq!(known.await, Ok("known"));
    for stranger in strangers {
        assert_eq!(stranger.await, Ok("stranger"));
    }
}

#[test]
fn the_two_queues_are_served_in_turn() {
    let mut state = State::default();
    let job = |ticket| Job { ticket, work: ONE, task: Box::new(|_| Box::new(|| ())) };
    for ticket in 0..3 {
        state.queue(Lane::Known).push(job(ticket));
        state.queue(Lane::Stranger).push(job(10 + ticket));
    }
    state.queue(Lane::Known).push(job(3));

    let order: Vec<_> = std::iter::from_fn(|| state.take()).map(|job| job.ticket).collect();

    assert_eq!(order, [0, 10, 1, 11, 2, 12, 3]);
}

#[tokio::test]
async fn those_who_are_known_have_a_bounded_queue_too() {
    let pool = pool(1, Duration::from_millis(30));
    let gate = Gate::shut(Arc::clone(&pool)).await;

    let mut first = Box::pin(pool.run(Lane::Known, ONE, |_| ()));
    assert_eq!(polled(first.as_mut()), None);
    assert!(matches!(pool.run(Lane::Known, ONE, |_| ()).await, Err(PoolError::Busy(_))));
    gate.open().await;
    assert_eq!(first.await, Ok(()));
}

#[tokio::test]
async fn a_long_wait_is_named() {
    let pool = pool(1, Duration::from_millis(1));
    let gate = Gate::shut(Arc::clone(&pool)).await;
    pool.shared.lock().pace.learn(ONE, Duration::from_secs(7));

    let Err(PoolError::Busy(retry_after)) = pool.run(Lane::Stranger, ONE, |_| ()).await else {
        panic!("was not busy")
    };

    assert_eq!(retry_after.as_millis().div_ceil(100), 70);
    gate.open().await;
}

#[tokio::test]
async fn a_free_thread_is_used_whatever_the_queue_may_be() {
    let pool = pool(2, Duration::ZERO);
    let gate = Gate::shut(Arc::clone(&pool)).await;

    assert_eq!(pool.run(Lane::Stranger, ONE, |_| 1).await, Ok(1));
    assert_eq!(
        pool.run(Lane::Stranger, ONE, |_| 2).await,
        Ok(2),
        "the first has given up its place when its caller hears of it"
    );

    gate.open().await;
}

#[tokio::test]
async fn a_caller_that_goes_away_gives_up_its_place_and_its_work_is_not_done() {
    let pool = pool(1, Duration::from_millis(30));
    let gate = Gate::shut(Arc::clone(&pool)).await;
    let done = Arc::new(AtomicUsize::new(0));
    let count = |done: &Arc<AtomicUsize>| {
        let done = Arc::clone(done);
        move |_: &mut Memory| done.fetch_add(1, Ordering::Relaxed)
    };

    for _ in 0..100 {
        let mut gone = Box::pin(pool.run(Lane::Stranger, ONE, count(&done)));
        assert_eq!(polled(gone.as_mut()), None);
        drop(gone);
    }
    let mut last = pin!(pool.run(Lane::Stranger, ONE, count(&done)));
    assert_eq!(polled(last.as_mut()), None, "there is room again");
    gate.open().await;

    assert_eq!(last.await, Ok(0), "nothing was done before");
    let state = pool.shared.lock();
    assert_eq!((state.strangers.jobs.len(), state.running), (0, 0));
    assert_eq!((state.strangers.work, state.at_work), (Work::units(0), Work::units(0)));
}

#[tokio::test]
async fn a_caller_that_goes_away_while_its_work_is_done_loses_no_thread() {
    let pool = pool(1, Duration::from_secs(1));
    let gate = Gate::shut(Arc::clone(&pool)).await;

    drop(gate);

    assert_eq!(pool.run(Lane::Stranger, ONE, |_| 1).await, Ok(1));
}

#[tokio::test]
async fn a_panic_is_answered_and_loses_no_thread() {
    let pool = pool(1, Duration::from_secs(1));

    let panicked = pool.run(Lane::Stranger, ONE, |_| panic!("on purpose")).await;

    assert_eq!(panicked, Err::<(), _>(PoolError::Panicked));
    assert_eq!(pool.run(Lane::Stranger, ONE, |_| 1).await, Ok(1));
}

#[test]
fn the_threads_end_with_the_pool() {
    let mut pool = Pool::start(3, Duration::ZERO, 8).unwrap();
    let threads = std::mem::take(&mut pool.threads);

    drop(pool);

    assert_eq!(threads.len(), 3);
    for thread in threads {
        thread.join().unwrap();
    }
}

#[tokio::test]
async fn one_hash_after_the_other_is_made_by_one_thread() {
    let pool = pool(3, Duration::from_secs(1));
    let mut threads = std::collections::HashSet::new();

    for _ in 0..50 {
        while pool.shared.lock().idle.len() < 3 {
            std::thread::yield_now();
        }
        threads.insert(pool.run(Lane::Stranger, ONE, |_| std::thread::current().id()).await.unwrap());
    }

    assert_eq!(threads.len(), 1, "each further one has memory of its own");
}

#[tokio::test]
async fn every_thread_is_woken_where_there_is_work_for_all() {
    let pool = pool(3, Duration::from_secs(1));

    let mut gates = Vec::new();
    for _ in 0..3 {
        gates.push(Gate::shut(Arc::clone(&pool)).await);
    }

    assert_eq!(pool.shared.lock().running, 3);
    assert!(pool.shared.lock().idle.is_empty());
    for gate in gates {
        gate.open().await;
    }
}
