//! Where pictures are kept, and who makes them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use thiserror::Error;

use super::PortError;
use crate::domain::{Picture, PictureFile, PictureId, PictureSize};

/// Stores pictures under ids that nobody can guess.
///
/// The contract is in `docs/src/ports.md` and is enforced by `user_testkit::picture_contract!`.
#[async_trait]
pub trait Pictures: Send + Sync {
    /// Stores a picture from `at` on, both sizes or none, durably. An id is used once.
    async fn put(&self, id: PictureId, picture: &Picture, at: DateTime<Utc>) -> Result<(), PortError>;

    /// Returns a picture in one size, if there is one with this id.
    async fn get(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError>;

    /// Deletes a picture; it succeeds if there is none.
    async fn remove(&self, id: PictureId) -> Result<(), PortError>;

    /// Returns up to `limit` ids after `after`, in order, of pictures stored before `before`, including those that a
    /// crash left half made.
    async fn kept_before(
        &self,
        before: DateTime<Utc>,
        after: Option<PictureId>,
        limit: u32,
    ) -> Result<Vec<PictureId>, PortError>;
}

/// Why an upload was refused.
#[derive(Debug, Error)]
pub enum PictureError {
    /// Not a picture, cut short, or of a format that is not taken.
    #[error("not a picture that can be read")]
    Malformed,
    /// More pixels than are taken, or than there is memory for.
    #[error("too many pixels: at most {max} on each side")]
    TooManyPixels {
        /// The most pixels of each side that a picture of this kind may have.
        max: u32,
    },
    /// The maker does not work, or has more to do than it takes on.
    #[error(transparent)]
    Failed(#[from] PortError),
}

/// Makes pictures out of untrusted uploads.
#[async_trait]
pub trait PictureMaker: Send + Sync {
    /// Makes both sizes out of the bytes of a file. The format is told by its content and nothing else; sides of more
    /// than `max_pixels` are refused before anything is decoded; nothing but the pixels is taken over. Memory is
    /// bounded for all uploads together: what is above it is refused, or busy.
    async fn make(&self, upload: Vec<u8>, max_pixels: u32) -> Result<Picture, PictureError>;
}
