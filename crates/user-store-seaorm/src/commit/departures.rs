//! What the app does to rows of its own when a user goes, in the transaction that deletes the user.

use std::sync::{Arc, PoisonError, RwLock};

use sea_orm::{DatabaseTransaction, DbErr};
use user_core::domain::UserId;
use user_core::ports::Departure;

use crate::inner::Inner;
use crate::trouble::Trouble;

type AppDeparture = Arc<dyn Departure<DatabaseTransaction>>;

/// What the app does when a user goes.
#[derive(Default)]
pub(crate) struct Departures(RwLock<Vec<AppDeparture>>);

impl Departures {
    pub(crate) fn add(&self, departure: AppDeparture) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).push(departure);
    }

    fn all(&self) -> Vec<AppDeparture> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether the app does nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).is_empty()
    }
}

/// Has the app move or delete its rows about this user.
pub(crate) async fn depart(inner: &Inner, user: UserId, tx: &DatabaseTransaction) -> Result<(), Trouble> {
    for departure in inner.departures().all() {
        departure.depart(user, tx).await.map_err(|error| {
            // A deadlock among the statements of the app is one like any other: it is tried again.
            let error =
                error.downcast::<DbErr>().map_or_else(|other| DbErr::Custom(other.to_string()), |e| *e);
            Trouble::AppFailed(error)
        })?;
    }
    Ok(())
}
