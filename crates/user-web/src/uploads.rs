//! Files that are being uploaded: how much room they take together, and that each user sends one at a time.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use user_core::domain::UserId;
use user_core::ports::{Port, PortError};

use crate::request::form::FORM_MAX;

/// All files being uploaded take no more memory together.
const ROOM_KIB: usize = 48 * 1024;
/// When there may be room for another.
const COME_BACK: Duration = Duration::from_secs(2);

/// The uploads of one app in this process. Clones are the same.
#[derive(Clone)]
pub(crate) struct Uploads {
    room: Arc<Semaphore>,
    senders: Senders,
}

type Senders = Arc<Mutex<HashSet<UserId>>>;

/// The memory reserved for the upload of one user, until this is dropped.
pub struct UploadRoom {
    user: UserId,
    senders: Senders,
    /// What is as small as any form needs none of the room that is shared.
    shared: Option<OwnedSemaphorePermit>,
}

impl Uploads {
    pub(crate) fn new() -> Self {
        Self { room: Arc::new(Semaphore::new(ROOM_KIB)), senders: Arc::default() }
    }

    /// Room for a file of so many bytes, before a byte of it is read. It is busy where there is none just now, and for
    /// a user who is sending another: nobody takes the room of everybody.
    pub(crate) fn begin(&self, user: UserId, bytes: usize) -> Result<UploadRoom, PortError> {
        let is_alone = self.senders.lock().unwrap_or_else(PoisonError::into_inner).insert(user);
        if !is_alone {
            return Err(PortError::busy(Port::Pictures, COME_BACK));
        }
        // From here on it is taken back when it is dropped.
        let mut room = UploadRoom { user, senders: Arc::clone(&self.senders), shared: None };
        if bytes > FORM_MAX {
            room.shared = Some(self.share(bytes)?);
        }
        Ok(room)
    }

    fn share(&self, bytes: usize) -> Result<OwnedSemaphorePermit, PortError> {
        let kib = u32::try_from(bytes.div_ceil(1024).min(ROOM_KIB)).unwrap_or(u32::MAX);
        let permit = Arc::clone(&self.room).try_acquire_many_owned(kib);
        permit.map_err(|_| PortError::busy(Port::Pictures, COME_BACK))
    }
}

impl Drop for UploadRoom {
    fn drop(&mut self) {
        self.senders.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.user);
    }
}

impl std::fmt::Debug for UploadRoom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UploadRoom")
            .field("user", &self.user)
            .field("shared", &self.shared)
            .finish_non_exhaustive()
    }
}
