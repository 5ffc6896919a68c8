//! Pictures without pixels.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};
use user_core::ports::{PictureError, PictureMaker, Pictures, PortError};

/// [`Pictures`] in memory. Clones share what they keep.
#[derive(Clone, Debug, Default)]
pub struct MemoryPictures {
    kept: Arc<Mutex<BTreeMap<PictureId, Picture>>>,
}

impl MemoryPictures {
    /// Nothing kept yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The ids of what is kept, in order.
    pub fn ids(&self) -> Vec<PictureId> {
        self.all().keys().copied().collect()
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<PictureId, Picture>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Pictures for MemoryPictures {
    async fn put(&self, id: PictureId, picture: &Picture) -> Result<(), PortError> {
        match self.all().insert(id, picture.clone()) {
            None => Ok(()),
            Some(_) => Err(PortError::new("pictures", "an id was used twice")),
        }
    }

    async fn get(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError> {
        Ok(self.all().get(&id).map(|picture| picture.size(size).clone()))
    }

    async fn remove(&self, id: PictureId) -> Result<(), PortError> {
        self.all().remove(&id);
        Ok(())
    }
}

/// A [`PictureMaker`] that knows no pictures: an upload `picture WIDTH` is taken for one so wide, and both sizes are its
/// bytes; anything else is malformed.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainPictureMaker;

#[async_trait]
impl PictureMaker for PlainPictureMaker {
    async fn make(&self, upload: Vec<u8>, max_pixels: u32) -> Result<Picture, PictureError> {
        let text = std::str::from_utf8(&upload).unwrap_or_default();
        let width = text.strip_prefix("picture ").and_then(|width| width.parse::<u32>().ok());
        match width {
            None => Err(PictureError::Malformed),
            Some(width) if width > max_pixels => Err(PictureError::TooManyPixels),
            Some(_) => {
                let file = PictureFile { format: PictureFormat::Png, bytes: upload };
                Ok(Picture { small: file.clone(), large: file })
            }
        }
    }
}
