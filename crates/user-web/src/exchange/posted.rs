//! A form that was posted to a page of ours.

use std::mem;

use tokio::sync::OwnedSemaphorePermit;

use crate::request::form::Fields;

/// A posted form that passed the anti-forgery check, or was open for too long and may be shown again.
#[derive(Debug)]
pub(crate) struct Posted {
    pub(crate) fields: Fields,
    /// Nothing is done but showing it again: it was open for too long, or the same was refused a moment ago.
    pub(crate) is_stale: bool,
    /// It was filled in by another user than the one who is signed in now, and so has lost what was typed.
    pub(crate) is_of_another: bool,
    /// The file that came along, on a page that takes one.
    file: Vec<u8>,
    /// Room for the file, held for as long as the request.
    _room: Option<Room>,
}

/// Room for an upload.
#[derive(Debug)]
pub(crate) struct Room(
    #[expect(dead_code, reason = "held, never looked at")] pub(crate) OwnedSemaphorePermit,
);

impl Posted {
    pub(crate) fn new(fields: Fields, is_stale: bool) -> Self {
        Self { fields, is_stale, is_of_another: false, file: Vec::new(), _room: None }
    }

    /// The same, without what another user typed.
    pub(crate) fn of_another(self) -> Self {
        Self { fields: self.fields.without_what_was_typed(), is_of_another: true, ..self }
    }

    /// The same, with a file.
    pub(crate) fn with_file(self, file: Vec<u8>, room: Option<Room>) -> Self {
        Self { file, _room: room, ..self }
    }

    /// The file, for the first who asks: it may be large, and is not copied.
    pub(crate) fn take_file(&mut self) -> Vec<u8> {
        mem::take(&mut self.file)
    }
}
