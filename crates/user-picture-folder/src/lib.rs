//! Stores the pictures of users as plain files in a folder, which a backup includes and other users of the machine
//! cannot list.
//!
//! [`FolderPictures`] keeps each picture in a folder of its own, named by its random id, in one of 256 folders by the
//! first byte of that id:
//!
//! ```text
//! pictures/3f/3f2a…-…/64.jpg
//! pictures/3f/3f2a…-…/256.jpg
//! pictures/.making/            what is being written
//! ```
//!
//! A picture appears whole or not at all, and is on the disk when it was taken over. Nothing that a visitor typed
//! becomes part of a path: every name is made of a [`PictureId`], which holds 16 bytes and no text. Several processes
//! may share a folder, over a network too where renaming is atomic. Work on files happens beside the async threads.
//!
//! ```
//! use user_core::domain::{PictureId, PictureSize};
//! use user_core::ports::Pictures;
//! use user_picture_folder::FolderPictures;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path().join("pictures");
//! let pictures = FolderPictures::open(folder)?;
//! let nobodys = PictureId::from_bytes([7; 16]);
//! assert_eq!(pictures.get(nobodys, PictureSize::Small).await?, None);
//! # Ok(())
//! # }
//! ```

mod files;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::task::spawn_blocking;
use user_core::domain::{Picture, PictureFile, PictureId, PictureSize};
use user_core::ports::{Pictures, Port, PortError};

use crate::files::Files;

/// Keeps pictures in a folder. Cheap to clone.
#[derive(Clone, Debug)]
pub struct FolderPictures {
    files: Arc<Files>,
}

impl FolderPictures {
    /// Keeps pictures in this folder, which is made if it is not there. Refuses one that cannot be written to.
    pub fn open(folder: impl Into<PathBuf>) -> io::Result<Self> {
        Ok(Self { files: Arc::new(Files::open(folder.into())?) })
    }

    /// Whether [`open`](Self::open) would do, as far as can be seen without making anything: for a program that looks
    /// at its configuration and is not to change a thing.
    pub fn probe(folder: impl AsRef<Path>) -> io::Result<()> {
        files::probe(folder.as_ref())
    }

    /// Runs to its end, also when nobody waits for it any more.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Files) -> io::Result<T> + Send + 'static,
    ) -> Result<T, PortError> {
        let files = Arc::clone(&self.files);
        let done = spawn_blocking(move || work(&files)).await;
        done.map_err(|error| PortError::new(Port::Pictures, error))?
            .map_err(|error| PortError::new(Port::Pictures, error))
    }
}

#[async_trait]
impl Pictures for FolderPictures {
    async fn put(&self, id: PictureId, picture: &Picture, at: DateTime<Utc>) -> Result<(), PortError> {
        let picture = picture.clone();
        self.work(move |files| files.put(id, &picture, at)).await
    }

    async fn get(&self, id: PictureId, size: PictureSize) -> Result<Option<PictureFile>, PortError> {
        self.work(move |files| files.get(id, size)).await
    }

    async fn remove(&self, id: PictureId) -> Result<(), PortError> {
        self.work(move |files| files.remove(id)).await
    }

    async fn kept_before(
        &self,
        before: DateTime<Utc>,
        after: Option<PictureId>,
        limit: u32,
    ) -> Result<Vec<PictureId>, PortError> {
        self.work(move |files| files.kept_before(before, after, limit)).await
    }
}
