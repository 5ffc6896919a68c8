//! Sentences about many callers at once: rounds of sixteen that start together.

mod keys;
mod proofs;
mod readers;
mod revisions;
mod rows;

use std::future::Future;
use std::sync::Arc;

use tokio::sync::Barrier;
use tokio::task::JoinSet;
use user_core::ports::Changes;

pub use self::keys::*;
pub use self::proofs::*;
pub use self::readers::*;
pub use self::revisions::*;
pub use self::rows::*;
use super::probe::{Outcome, Subject, outcome};

/// How often each race is run.
const ROUNDS: usize = 10;
/// How many callers run it at once.
const CALLERS: usize = 16;

/// Runs one caller per number at the same moment and gives what each came to, in order of number.
async fn race<T, F>(store: &Subject, caller: impl Fn(Subject, usize) -> F + Send) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    race_of(CALLERS, store, caller).await
}

/// The same with this many callers.
async fn race_of<T, F>(count: usize, store: &Subject, caller: impl Fn(Subject, usize) -> F + Send) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let start = Arc::new(Barrier::new(count));
    let mut callers = JoinSet::new();
    for number in 0..count {
        let (start, run) = (Arc::clone(&start), caller(Arc::clone(store), number));
        callers.spawn(async move {
            start.wait().await;
            (number, run.await)
        });
    }
    let mut results: Vec<(usize, T)> = callers.join_all().await;
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Races commits, one per caller.
async fn race_commits(store: &Subject, changes: impl Fn(usize) -> Changes + Send) -> Vec<Outcome> {
    race_commits_of(CALLERS, store, changes).await
}

/// The same with this many callers.
async fn race_commits_of(
    count: usize,
    store: &Subject,
    changes: impl Fn(usize) -> Changes + Send,
) -> Vec<Outcome> {
    race_of(count, store, move |store, number| {
        let changes = changes(number);
        async move { outcome(&store, changes).await }
    })
    .await
}

/// Exactly one won, and every other was refused as expected. Gives the number of the winner.
fn one_won(outcomes: &[Outcome], lost: Outcome) -> usize {
    let winners: Vec<usize> =
        (0..).zip(outcomes).filter(|(_, o)| **o == Outcome::Done).map(|(n, _)| n).collect();
    let losers = outcomes.iter().filter(|outcome| **outcome == lost).count();
    assert!(
        winners.len() == 1 && losers == outcomes.len() - 1,
        "one must win and the rest be {lost:?}: {outcomes:?}"
    );
    winners[0]
}

/// The name in one of many mixtures of case.
fn in_case(name: &str, number: usize) -> String {
    let upper = |place: usize| number >> (place % 4) & 1 == 1;
    name.chars().enumerate().map(|(place, c)| if upper(place) { c.to_ascii_uppercase() } else { c }).collect()
}
