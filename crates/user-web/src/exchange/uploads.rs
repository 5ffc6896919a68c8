//! A form with a file that was posted to a page of the app's own.

use user_core::flows::UploadTurn;

use super::{Exchange, Posted, lock};
use crate::exchange::Upload;
use crate::request::form::Fields;
use crate::uploads::UploadRoom;

/// A form with a file, posted to the app's own page in the place of [`Page::Picture`](crate::Page::Picture).
///
/// It has passed the anti-forgery check by the token among its fields, comes from a user who is signed in, and is
/// counted.
#[derive(Debug)]
pub struct Uploaded {
    /// The file, at most one byte longer than `pictures.max_bytes`; empty where none was chosen.
    pub file: Vec<u8>,
    /// The user's turn, for [`UserManager::set_picture`](user_core::UserManager::set_picture).
    pub turn: UploadTurn,
    /// The memory that the file takes, reserved until this is dropped. Keep it until the picture is made.
    pub room: UploadRoom,
    fields: Fields,
}

impl Uploaded {
    /// Returns what was typed into the field `name`; empty when it was not posted.
    pub fn text(&self, name: &str) -> &str {
        self.fields.text(name)
    }
}

impl Exchange {
    /// Takes the file that was posted to the app's own page in the place of [`Page::Picture`](crate::Page::Picture),
    /// after [`UserWeb::leave_out`](crate::UserWeb::leave_out). `None` for any other request, for a visitor who is not
    /// signed in, and when it was taken already.
    ///
    /// The body of such a request was read for that and reaches the handler empty.
    pub fn take_upload(&self) -> Option<Uploaded> {
        let mut posted = lock(&self.0.uploaded).take()?;
        let Upload { file, turn, room } = posted.take_upload()?;
        Some(Uploaded { file, turn, room, fields: posted.fields })
    }

    pub(crate) fn keep_upload(&self, posted: Posted) {
        *lock(&self.0.uploaded) = Some(posted);
    }
}
