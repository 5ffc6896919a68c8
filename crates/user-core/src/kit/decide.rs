//! Deciding on a user who may change meanwhile.

use crate::domain::{User, UserStatus};
use crate::kit::{Current, Try, attempt};
use crate::manager::UserManager;
use crate::ports::{Change, Changes, CommitError, PortError, SessionChange, Unique, UserKey};

/// Why a decision on a signed-in user could not be carried out.
pub(crate) enum Lost {
    /// The password changed meanwhile, so the requester may be the intruder it was changed against.
    NotFresh,
    /// The session has ended, or the account is gone or disabled.
    Gone,
    /// The store did not work.
    Failed(PortError),
}

macro_rules! lost_is {
    ($($error:ty),*) => {
        $(impl From<$crate::kit::Lost> for $error {
            fn from(lost: $crate::kit::Lost) -> Self {
                match lost {
                    $crate::kit::Lost::NotFresh => Self::NotFresh,
                    $crate::kit::Lost::Gone => Self::Gone,
                    $crate::kit::Lost::Failed(error) => Self::Failed(error),
                }
            }
        })*
    };
}
pub(crate) use lost_is;

impl UserManager {
    /// Commits what `decide` makes of the user, if the session is still there; once more, of the user as they are by
    /// then, when somebody else was faster.
    pub(crate) async fn decide<E: From<Lost> + From<PortError>>(
        &self,
        current: &Current,
        decide: impl Fn(&User) -> Result<Changes, E> + Send + Sync,
    ) -> Result<(), E> {
        self.decide_unless_taken(current, decide, |_| None).await
    }

    /// The same, where `taken` may say that a value in use is the end of it.
    pub(crate) async fn decide_unless_taken<E: From<Lost> + From<PortError>>(
        &self,
        current: &Current,
        decide: impl Fn(&User) -> Result<Changes, E> + Send + Sync,
        taken: impl Fn(Unique) -> Option<E> + Send + Sync,
    ) -> Result<(), E> {
        attempt(current.user.clone(), async |user: User| {
            let ends = match self.commit(decide(&user)?.in_session(current).done_by(current)).await {
                Ok(()) => return Ok(Try::Done(())),
                Err(CommitError::Failed(error)) => Some(Lost::Failed(error).into()),
                Err(CommitError::Taken(unique)) => taken(unique),
                Err(CommitError::Stale | CommitError::Gone) => None,
            };
            if let Some(error) = ends {
                return Err(error);
            }
            let Some(now) = self.still_here(current).await.map_err(Lost::Failed)? else {
                return Err(self.lost(&user).await.into());
            };
            if same_password(&now, &user) { Ok(Try::Again(now)) } else { Err(Lost::NotFresh.into()) }
        })
        .await
    }

    /// The user as they are now, if the session is still there and they may still be here.
    pub(crate) async fn still_here(&self, current: &Current) -> Result<Option<User>, PortError> {
        let found = self.store().session(&current.session.id).await?;
        Ok(found.map(|(_, user)| user).filter(|user| user.status != UserStatus::Disabled))
    }

    /// Why a session is not there any more.
    async fn lost(&self, user: &User) -> Lost {
        match self.reread(user).await {
            Ok(Some(now)) if !same_password(&now, user) => Lost::NotFresh,
            Ok(_) => Lost::Gone,
            Err(error) => Lost::Failed(error),
        }
    }

    /// The user as they are now, if they may still be here.
    pub(crate) async fn reread(&self, user: &User) -> Result<Option<User>, PortError> {
        let user = self.store().user(UserKey::Id(user.id)).await?;
        Ok(user.filter(|user| user.status != UserStatus::Disabled))
    }
}

impl Changes {
    /// The same changes, unless the session has ended: then they are `Gone`. To prove once more what was proven in it
    /// moves nothing. So what was begun in a session does not outlive it, whoever ended it.
    pub(crate) fn in_session(self, current: &Current) -> Self {
        let Some(proof) = current.session.proofs.iter().next() else { return self };
        let present = SessionChange::Prove { id: current.session.id, proof };
        // After the user is held, and before a change that ends the session itself.
        let mut changes: Vec<Change> = self.iter().cloned().collect();
        changes.insert(changes.len().min(1), present.into());
        Self::of(changes)
    }
}

/// Whether both have the same password, by its hash.
pub(crate) fn same_password(one: &User, other: &User) -> bool {
    let text = |user: &User| user.password_hash.as_ref().map(|hash| hash.reveal().to_owned());
    text(one) == text(other)
}
