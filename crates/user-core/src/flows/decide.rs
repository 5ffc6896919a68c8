//! Deciding on a user who may change meanwhile.

use super::{ATTEMPTS, Current, contention};
use crate::domain::User;
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, PortError};

/// Why a decision on a signed-in user could not be carried out.
pub(crate) enum Lost {
    /// Their password is another one by now: whoever asks may be the one who was shut out.
    NotFresh,
    /// The account is gone or disabled.
    Gone,
    /// The store did not work.
    Failed(PortError),
}

macro_rules! lost_is {
    ($($error:ty),*) => {
        $(impl From<$crate::flows::decide::Lost> for $error {
            fn from(lost: $crate::flows::decide::Lost) -> Self {
                match lost {
                    $crate::flows::decide::Lost::NotFresh => Self::NotFresh,
                    $crate::flows::decide::Lost::Gone => Self::Gone,
                    $crate::flows::decide::Lost::Failed(error) => Self::Failed(error),
                }
            }
        })*
    };
}
pub(crate) use lost_is;

impl UserManager {
    /// Commits what `decide` makes of the user; once more, of the user as they are by then, when somebody else was
    /// faster.
    pub(crate) async fn decide<E: From<Lost>>(
        &self,
        current: &Current,
        decide: impl Fn(&User) -> Result<Changes, E> + Send,
    ) -> Result<(), E> {
        let mut user = current.user.clone();
        for _ in 0..ATTEMPTS {
            match self.commit(decide(&user)?).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Failed(error)) => return Err(Lost::Failed(error).into()),
                Err(CommitError::Stale | CommitError::Gone | CommitError::Taken(_)) => {
                    let now = self.reread(&user).await.map_err(Lost::Failed)?.ok_or(Lost::Gone)?;
                    if !same_password(&now, &user) {
                        return Err(Lost::NotFresh.into());
                    }
                    user = now;
                }
            }
        }
        Err(Lost::Failed(contention()).into())
    }
}

/// Whether both have the same password, by its hash.
pub(crate) fn same_password(one: &User, other: &User) -> bool {
    let text = |user: &User| user.password_hash.as_ref().map(|hash| hash.reveal().to_owned());
    text(one) == text(other)
}
