//! Makes the pictures of users out of uploaded files, with the `image` crate.
//!
//! [`ImageMaker`] takes PNG, JPEG, WebP and GIF, told by their content and by nothing else. Dimensions are read and
//! judged before anything is decoded. Decoding runs beside the async threads, two at a time, and all of them together
//! take no more than 72 MiB; large photographs (JPEG) are decoded at an eighth, a quarter or half their size. What
//! comes out is made anew from the pixels: a centred square in two sizes, upright, the first frame of an animation,
//! without anything else that the file told.
//!
//! ```
//! use user_core::ports::{PictureError, PictureMaker};
//! use user_picture_image::ImageMaker;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let refused = ImageMaker::new().make(b"<svg/>".to_vec(), 4_096).await;
//! assert!(matches!(refused, Err(PictureError::Malformed)));
//! # }
//! ```

mod codes;
mod decode;
mod lossless;
mod make;
mod scans;
mod webp;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use user_core::domain::Picture;
use user_core::ports::{PictureError, PictureMaker, Port, PortError};

/// So many pictures are made at once.
const AT_ONCE: usize = 2;
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// Makes pictures with the `image` crate. Cheap to clone; clones share their limits.
#[derive(Clone, Debug)]
pub struct ImageMaker {
    permits: Arc<Semaphore>,
    memory: Arc<Semaphore>,
}

impl ImageMaker {
    /// A maker that makes two pictures at once, within its memory, and sends others away for a moment.
    pub fn new() -> Self {
        let memory = usize::try_from(decode::MEMORY / decode::UNIT).unwrap_or_default();
        Self { permits: Arc::new(Semaphore::new(AT_ONCE)), memory: Arc::new(Semaphore::new(memory)) }
    }
}

impl Default for ImageMaker {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl PictureMaker for ImageMaker {
    async fn make(&self, upload: Vec<u8>, max_pixels: u32) -> Result<Picture, PictureError> {
        let permit = Arc::clone(&self.permits).try_acquire_owned();
        let permit = permit.map_err(|_| PortError::busy(Port::PictureMaker, RETRY_AFTER))?;
        let memory = Arc::clone(&self.memory);
        let work = spawn_blocking(move || {
            // Held until the work is done, also when nobody waits for it any more.
            let _permit = permit;
            let plan = decode::plan(&upload, max_pixels)?;
            let units = u32::try_from(plan.memory().div_ceil(decode::UNIT)).unwrap_or(u32::MAX);
            let room = memory.try_acquire_many_owned(units);
            let _room = room.map_err(|_| PortError::busy(Port::PictureMaker, RETRY_AFTER))?;
            make::make(plan.decode()?)
        });
        work.await.unwrap_or_else(|_| {
            tracing::error!("making a picture panicked");
            Err(PictureError::Malformed)
        })
    }
}
