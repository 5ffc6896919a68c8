//! Where users of another program are read from.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::PortError;
use crate::domain::ImportedUser;

/// Users of another program, read one after the other. Must only read.
#[async_trait]
pub trait UserSource: Send {
    /// How many there are, those that cannot be read too, so that an import can report how many never came.
    async fn count(&mut self) -> Result<u64, PortError>;

    /// The next ones, at least one and at most `limit`, in an order that every run keeps; empty after the last one. Of
    /// two users with the same name or address the first one keeps it, so those with a proven address should come
    /// first.
    async fn next(&mut self, limit: usize) -> Result<Vec<ImportedUser>, PortError>;

    /// What is there and belongs to no user that comes, or is not taken over at all, by name, with how much of it there
    /// is.
    async fn left_behind(&mut self) -> Result<BTreeMap<String, u64>, PortError> {
        Ok(BTreeMap::new())
    }
}
