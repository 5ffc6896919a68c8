//! The pictures of users, made with the `image` crate out of what they upload.
//!
//! [`ImageMaker`] takes PNG, JPEG, WebP and GIF, told by their content and by nothing else. Dimensions are read and judged
//! before anything is decoded; decoding is bounded in memory, runs beside the async threads, and a few at a time. What
//! comes out is made anew from the pixels: a centred square in two sizes, upright, the first frame of an animation, without
//! anything else that the file told.
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

mod make;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use user_core::domain::Picture;
use user_core::ports::{PictureError, PictureMaker, PortError};

/// So many pictures are made at once. Each takes up to 256 MiB once decoded, and as much again while it is turned.
const AT_ONCE: usize = 2;
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// Makes pictures with the `image` crate. Cheap to clone; clones share their limit.
#[derive(Clone, Debug)]
pub struct ImageMaker {
    permits: Arc<Semaphore>,
}

impl ImageMaker {
    /// A maker that makes two pictures at once and sends others away for a moment.
    pub fn new() -> Self {
        Self { permits: Arc::new(Semaphore::new(AT_ONCE)) }
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
        let permit = permit.map_err(|_| PortError::busy("picture maker", RETRY_AFTER))?;
        let work = spawn_blocking(move || {
            // Held until the work is done, also when nobody waits for it any more.
            let _permit = permit;
            make::make(&upload, max_pixels)
        });
        work.await.unwrap_or_else(|_| {
            tracing::error!("making a picture panicked");
            Err(PictureError::Malformed)
        })
    }
}
