//! A form that was posted to a page of ours.

use user_core::flows::UploadTurn;

use crate::request::form::Fields;
use crate::uploads::UploadRoom;

/// A posted form that passed the anti-forgery check, or was open for too long and may be shown again.
#[derive(Debug)]
pub(crate) struct Posted {
    pub(crate) fields: Fields,
    /// Nothing is done but showing it again: it was open for too long, or the same was refused a moment ago.
    pub(crate) is_stale: bool,
    /// It was filled in by another user than the one who is signed in now, and so has lost what was typed.
    pub(crate) is_of_another: bool,
    upload: Option<Upload>,
}

/// A file that came along, on a page that takes one.
#[derive(Debug)]
pub(crate) struct Upload {
    pub(crate) file: Vec<u8>,
    pub(crate) turn: UploadTurn,
    /// Held for as long as the file is in memory.
    pub(crate) room: UploadRoom,
}

impl Posted {
    pub(crate) fn new(fields: Fields, is_stale: bool) -> Self {
        Self { fields, is_stale, is_of_another: false, upload: None }
    }

    /// The same, without what another user typed.
    pub(crate) fn of_another(self) -> Self {
        Self { fields: self.fields.without_what_was_typed(), is_of_another: true, ..self }
    }

    /// The same, with a file.
    pub(crate) fn with_upload(self, upload: Upload) -> Self {
        Self { upload: Some(upload), ..self }
    }

    /// The file, for the first who asks: it may be large, and is not copied.
    pub(crate) fn take_upload(&mut self) -> Option<Upload> {
        self.upload.take()
    }
}
