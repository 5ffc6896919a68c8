//! Following the events: what a webhook, an export or a search index stands on.

use crate::domain::{CursorName, EventPosition, PositionedEvent};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, CursorChange, PortError};

impl UserManager {
    /// Returns up to `limit` events after `after`, in order of position. None is skipped, however long its commit took.
    pub async fn events_after(
        &self,
        after: EventPosition,
        limit: u32,
    ) -> Result<Vec<PositionedEvent>, PortError> {
        self.store().events_after(after, limit).await
    }

    /// Returns where a cursor stands: the position of the last event that its reader has done with.
    pub async fn event_cursor(&self, name: CursorName) -> Result<EventPosition, PortError> {
        self.store().cursor(name).await
    }

    /// Moves a cursor from where its reader found it. Returns whether it did: of several readers with one cursor, one
    /// moves it, and the others read again.
    pub async fn advance_event_cursor(
        &self,
        name: CursorName,
        from: EventPosition,
        to: EventPosition,
    ) -> Result<bool, PortError> {
        match self.commit(Changes::none().with(CursorChange::Advance { name, from, to })).await {
            Ok(()) => Ok(true),
            Err(CommitError::Failed(error)) => Err(error),
            Err(_) => Ok(false),
        }
    }
}
