//! How one sentence of the contract is tried.

use std::future::Future;
use std::sync::Arc;

use tokio::runtime::Builder;
use user_core::ports::Store;

use super::Subject;

/// When set, a store that cannot be reached fails its tests instead of skipping them.
const REQUIRE_ALL: &str = "USER_TEST_REQUIRE_ALL";

/// Runs one sentence against a fresh store, on a runtime of its own with several threads.
///
/// `fresh` gives the store and whatever must live as long as it does, or `None` when its server is not at hand: then
/// the test is skipped with a line that says so, or fails if the environment has `USER_TEST_REQUIRE_ALL`.
/// [`store_contract!`](crate::store_contract) calls this; call it yourself to run a single sentence.
pub fn run<S, G, Fresh, Sentence>(
    name: &str,
    fresh: impl FnOnce() -> Fresh,
    sentence: impl FnOnce(Subject) -> Sentence,
) where
    S: Store + 'static,
    Fresh: Future<Output = Option<(Arc<S>, G)>>,
    Sentence: Future<Output = ()>,
{
    run_on(name, fresh, |store: Arc<S>| sentence(store));
}

/// Runs one sentence about whatever `fresh` makes.
#[expect(clippy::print_stderr, reason = "a skipped test must say so where people look")]
pub(crate) fn run_on<S, G, Fresh, Sentence>(
    name: &str,
    fresh: impl FnOnce() -> Fresh,
    sentence: impl FnOnce(Arc<S>) -> Sentence,
) where
    Fresh: Future<Output = Option<(Arc<S>, G)>>,
    Sentence: Future<Output = ()>,
{
    let runtime = Builder::new_multi_thread().worker_threads(4).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let Some((store, guard)) = fresh().await else {
            assert!(!all_required(), "{name}: nothing to try, and {REQUIRE_ALL} is set");
            eprintln!("skipped: {name}: nothing to try");
            return;
        };
        sentence(store).await;
        drop(guard);
    });
}

#[expect(clippy::disallowed_methods, reason = "the environment of a test run decides what it must cover")]
fn all_required() -> bool {
    std::env::var(REQUIRE_ALL).is_ok_and(|value| !value.is_empty())
}
