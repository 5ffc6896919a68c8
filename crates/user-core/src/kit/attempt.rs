//! Trying again when somebody else changed what was decided on.

use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, Port, PortError};

/// How often a flow decides anew when others changed what it decided on.
const ATTEMPTS: usize = 4;

/// What one try came to.
pub(crate) enum Try<T, S = ()> {
    /// It is done, with this result.
    Done(T),
    /// Somebody else changed what was decided on: try once more, from here.
    Again(S),
}

/// Tries until it is done, four times at most: first from `start`, then from where the try before ended. Fails when
/// others changed the same account each time. The one loop of its kind: a flow says what one try does.
pub(crate) async fn attempt<S, T, E, F>(start: S, once: impl Fn(S) -> F) -> Result<T, E>
where
    E: From<PortError>,
    F: Future<Output = Result<Try<T, S>, E>>,
{
    let mut from = start;
    for _ in 0..ATTEMPTS {
        match once(from).await? {
            Try::Done(done) => return Ok(done),
            Try::Again(again) => from = again,
        }
    }
    Err(contention().into())
}

/// Others changed the same account again and again while this flow decided.
pub(crate) fn contention() -> PortError {
    PortError::new(Port::Store, "the account kept changing")
}

impl UserManager {
    /// Commits, and answers whether it was done: not, where somebody else changed what was decided on.
    pub(crate) async fn commit_unless_lost(&self, changes: Changes) -> Result<bool, PortError> {
        match self.commit(changes).await {
            Ok(()) => Ok(true),
            Err(CommitError::Stale | CommitError::Gone | CommitError::Taken(_)) => Ok(false),
            Err(CommitError::Failed(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn tried(needed: usize) -> Option<Result<usize, PortError>> {
        let once =
            async |tries: usize| Ok(if tries == needed { Try::Done(tries) } else { Try::Again(tries + 1) });
        attempt(1, once).now_or_never()
    }

    #[test]
    fn what_is_done_at_the_fourth_try_is_done() {
        for needed in 1..=ATTEMPTS {
            assert_eq!(tried(needed).unwrap().unwrap(), needed);
        }
    }

    #[test]
    fn nobody_tries_a_fifth_time() {
        let failed = tried(ATTEMPTS + 1).unwrap().unwrap_err();

        assert_eq!(failed.to_string(), contention().to_string());
    }
}
