//! Where users of another program are read from.

use async_trait::async_trait;

use super::PortError;
use crate::domain::ImportedUser;

/// Users of another program, read one after the other. Must only read.
#[async_trait]
pub trait UserSource: Send {
    /// How many there are, for whoever shows the progress.
    async fn count(&mut self) -> Result<u64, PortError>;

    /// The next ones, at least one and at most `limit`, in an order that every run keeps; empty after the last one.
    async fn next(&mut self, limit: usize) -> Result<Vec<ImportedUser>, PortError>;
}
