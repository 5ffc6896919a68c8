//! Who is told of what happened.

use async_trait::async_trait;

use super::PortError;
use crate::domain::Event;

/// Receives each event after its commit. It cannot veto; its failure is logged and changes nothing.
/// An app that must not miss an event reads the recorded ones.
#[async_trait]
pub trait Observer: Send + Sync {
    /// Handles `event`.
    async fn notify(&self, event: &Event) -> Result<(), PortError>;
}
