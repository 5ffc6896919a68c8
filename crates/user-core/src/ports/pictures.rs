//! Where pictures are kept, and who makes them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use thiserror::Error;

use super::PortError;
use crate::domain::{Picture, PictureFile, PictureId, PictureSize};

/// Keeps pictures under ids that nobody can guess.
///
/// The contract is in `docs/src/ports.md` and is enforced by `user_testkit::picture_contract!`.
#[async_trait]
pub trait Pictures: Send + Sync {
    /// Keeps a picture since `at`, both sizes or none, durably. An id is used once.
    async fn put(&self, id: PictureId, picture: &Picture, at: DateTime<Utc>) -> Result<(), PortError>;

    /// A picture in one size, if there is one of this id.
    async fn get(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError>;

    /// Forgets a picture; one that is not there is forgotten already.
    async fn remove(&self, id: PictureId) -> Result<(), PortError>;

    /// Up to `limit` ids in order, those after `after`, of what has been kept since before `before`: also what was left
    /// half made by a crash, should there be such a thing.
    async fn kept_before(
        &self,
        before: DateTime<Utc>,
        after: Option<PictureId>,
        limit: u32,
    ) -> Result<Vec<PictureId>, PortError>;
}

/// Why no picture was made of an upload.
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

/// Makes pictures out of what strangers upload, and trusts none of it.
#[async_trait]
pub trait PictureMaker: Send + Sync {
    /// Makes both sizes out of the bytes of a file. The format is told by its content and nothing else; sides of more
    /// than `max_pixels` are refused before anything is decoded; nothing but the pixels is taken over. Memory is bounded
    /// for all uploads together: what is above it is refused, or busy.
    async fn make(&self, upload: Vec<u8>, max_pixels: u32) -> Result<Picture, PictureError>;
}
