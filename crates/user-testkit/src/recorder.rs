//! An observer that remembers.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use user_core::domain::{Event, EventKind};
use user_core::ports::{Observer, Port, PortError};

/// An [`Observer`] that remembers every event it was told of, also those it was made to fail on. Clones share their
/// memory.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    events: Arc<Mutex<Vec<Event>>>,
    failing: Arc<AtomicBool>,
}

impl Recorder {
    /// A recorder that was told of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The events, in the order they were told.
    pub fn events(&self) -> Vec<Event> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What kinds of events they were, in order.
    pub fn kinds(&self) -> Vec<EventKind> {
        self.events().into_iter().map(|event| event.kind).collect()
    }

    /// Forgets the events so far.
    pub fn clear(&self) {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// From now on, answers every event with an error.
    pub fn break_down(&self) {
        self.failing.store(true, Ordering::SeqCst);
    }

    /// From now on, answers well again.
    pub fn recover(&self) {
        self.failing.store(false, Ordering::SeqCst);
    }
}

#[async_trait]
impl Observer for Recorder {
    async fn notify(&self, event: &Event) -> Result<(), PortError> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).push(event.clone());
        if self.failing.load(Ordering::SeqCst) {
            return Err(PortError::new(Port::Observer, "told to fail"));
        }
        Ok(())
    }
}
