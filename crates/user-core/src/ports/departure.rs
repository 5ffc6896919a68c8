//! What an app does with rows of its own when a user goes.

use async_trait::async_trait;

use super::Cause;
use crate::domain::UserId;

/// Moves or deletes rows of an app when a user goes, in the transaction that deletes the user: all of it happens, or
/// nothing.
///
/// `T` is the transaction as the store has it: `DatabaseTransaction` for SeaORM, the
/// [`Tables`](crate::tables::Tables) for a store in memory. The app hands its departure to the store, which calls it
/// before the row of the user goes, whoever deletes it: the user, an administrator, or the purge, also of an account
/// that was never confirmed.
#[async_trait]
pub trait Departure<T: ?Sized>: Send + Sync {
    /// Does to the app's rows about this user what is to be done. An error refuses the deletion: nothing is deleted
    /// then, and a purge goes on with others.
    ///
    /// It may be called again for the same user, where the transaction is tried again, and must do nothing that is
    /// not undone with the transaction.
    async fn depart(&self, user: UserId, transaction: &T) -> Result<(), Cause>;
}
