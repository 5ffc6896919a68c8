//! Pictures without pixels.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};
use user_core::ports::{PictureError, PictureMaker, Pictures, Port, PortError};

type Kept = BTreeMap<PictureId, (Picture, DateTime<Utc>)>;

/// [`Pictures`] in memory. Clones share what they keep.
#[derive(Clone, Debug, Default)]
pub struct MemoryPictures {
    kept: Arc<Mutex<Kept>>,
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

    fn all(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Pictures for MemoryPictures {
    async fn put(&self, id: PictureId, picture: &Picture, at: DateTime<Utc>) -> Result<(), PortError> {
        match self.all().entry(id) {
            Entry::Vacant(place) => {
                place.insert((picture.clone(), at));
                Ok(())
            }
            Entry::Occupied(_) => Err(PortError::new(Port::Pictures, "an id was used twice")),
        }
    }

    async fn get(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError> {
        Ok(self.all().get(&id).map(|(picture, _)| picture.size(size).clone()))
    }

    async fn remove(&self, id: PictureId) -> Result<(), PortError> {
        self.all().remove(&id);
        Ok(())
    }

    async fn kept_before(
        &self,
        before: DateTime<Utc>,
        after: Option<PictureId>,
        limit: u32,
    ) -> Result<Vec<PictureId>, PortError> {
        let all = self.all();
        let later = all.iter().filter(|(id, (_, at))| *at < before && after.is_none_or(|after| **id > after));
        Ok(later.map(|(id, _)| *id).take(usize::try_from(limit).unwrap_or(usize::MAX)).collect())
    }
}

/// A [`PictureMaker`] that knows no pictures: an upload `picture WIDTH` is taken for one so wide, and both sizes are
/// its bytes; anything else is malformed.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainPictureMaker;

#[async_trait]
impl PictureMaker for PlainPictureMaker {
    async fn make(&self, upload: Vec<u8>, max_pixels: u32) -> Result<Picture, PictureError> {
        let text = std::str::from_utf8(&upload).unwrap_or_default();
        let width = text.strip_prefix("picture ").and_then(|width| width.parse::<u32>().ok());
        match width {
            None => Err(PictureError::Malformed),
            Some(width) if width > max_pixels => Err(PictureError::TooManyPixels { max: max_pixels }),
            Some(_) => {
                let file = PictureFile { format: PictureFormat::Png, bytes: upload };
                Ok(Picture { small: file.clone(), large: file })
            }
        }
    }
}
