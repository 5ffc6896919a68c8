//! The files, and the folders they are in.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};

/// Where pictures are written before they appear, and where they go to disappear: in the same file system.
const MAKING: &str = ".making";
const FORMATS: [PictureFormat; 2] = [PictureFormat::Jpeg, PictureFormat::Png];

#[derive(Debug)]
pub(crate) struct Files {
    folder: PathBuf,
}

impl Files {
    pub(crate) fn open(folder: PathBuf) -> io::Result<Self> {
        let making = folder.join(MAKING);
        private().recursive(true).create(&making)?;
        // A file without a name, which goes with its handle.
        tempfile::tempfile_in(&making)?.write_all(b"writable")?;
        Ok(Self { folder })
    }

    /// Written aside and then renamed, a whole folder at once: a reader sees both sizes or none.
    pub(crate) fn put(&self, id: PictureId, picture: &Picture, at: DateTime<Utc>) -> io::Result<()> {
        let making = self.making(id);
        // Made by one caller and no other, even if another comes at the same time with the same id.
        private().create(&making)?;
        let put = write_both(&making, picture, at).and_then(|()| self.appear(id));
        if put.is_err() {
            // Should this fail too, it is listed with what has been kept for long.
            let _ = fs::remove_dir_all(&making);
        }
        put
    }

    pub(crate) fn get(&self, id: PictureId, size: PictureSize) -> io::Result<Option<PictureFile>> {
        let place = self.place(id);
        for format in FORMATS {
            if let Some(bytes) = if_there(fs::read(place.join(name(size, format))))? {
                return Ok(Some(PictureFile { format, bytes }));
            }
        }
        Ok(None)
    }

    pub(crate) fn remove(&self, id: PictureId) -> io::Result<()> {
        for place in [self.place(id), self.making(id)] {
            if_there(fs::remove_dir_all(place))?;
        }
        Ok(())
    }

    pub(crate) fn kept_before(
        &self,
        before: DateTime<Utc>,
        after: Option<PictureId>,
        limit: u32,
    ) -> io::Result<Vec<PictureId>> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let half_made = ids_in(&self.folder.join(MAKING))?;
        let first = after.map_or(0, first_byte);
        let mut found = Vec::new();
        for byte in first..=u8::MAX {
            let mut ids = ids_in(&self.folder.join(shard(byte)))?;
            ids.extend(half_made.iter().filter(|id| first_byte(**id) == byte));
            for id in ids.into_iter().filter(|id| after.is_none_or(|after| *id > after)) {
                if found.len() == limit {
                    return Ok(found);
                }
                if self.since(id)?.is_some_and(|since| DateTime::<Utc>::from(since) < before) {
                    found.push(id);
                }
            }
        }
        Ok(found)
    }

    /// From here on it is there.
    fn appear(&self, id: PictureId) -> io::Result<()> {
        let shard = self.folder.join(shard(first_byte(id)));
        if !shard.is_dir() {
            private().recursive(true).create(&shard)?;
        }
        // The caller that made the shard may not have come to this yet.
        settle(&self.folder)?;
        // Refused where there is a folder with something in it: an id is used once.
        fs::rename(self.making(id), self.place(id))?;
        settle(&shard)
    }

    /// Since when a picture, or what a crash left of one, has been there.
    fn since(&self, id: PictureId) -> io::Result<Option<SystemTime>> {
        for place in [self.place(id), self.making(id)] {
            let Some(folder) = if_there(fs::metadata(&place))? else { continue };
            for format in FORMATS {
                if let Some(file) = if_there(fs::metadata(place.join(name(PictureSize::Large, format))))? {
                    return file.modified().map(Some);
                }
            }
            return folder.modified().map(Some);
        }
        Ok(None)
    }

    fn place(&self, id: PictureId) -> PathBuf {
        self.folder.join(shard(first_byte(id))).join(id.to_string())
    }

    fn making(&self, id: PictureId) -> PathBuf {
        self.folder.join(MAKING).join(id.to_string())
    }
}

/// Whether pictures can be kept here: the folder, or the nearest one above it that is there, can be written to.
pub(crate) fn probe(folder: &Path) -> io::Result<()> {
    let above = folder.ancestors().find(|above| !above.as_os_str().is_empty() && above.exists());
    let there = above.unwrap_or(Path::new("."));
    // A file without a name, which goes with its handle.
    tempfile::tempfile_in(there).map(|_| ())
}

/// The names in it tell where pictures are served from: nobody else on the machine is to list them.
fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn write_both(folder: &Path, picture: &Picture, at: DateTime<Utc>) -> io::Result<()> {
    for size in PictureSize::ALL {
        let PictureFile { format, bytes } = picture.size(size);
        let mut file =
            OpenOptions::new().write(true).create_new(true).open(folder.join(name(size, *format)))?;
        file.write_all(bytes)?;
        file.set_modified(at.into())?;
        file.sync_all()?;
    }
    settle(folder)
}

/// Names are on the disk when their folder is.
#[cfg(unix)]
fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder is no file, and there is nothing to ask for.
#[cfg(not(unix))]
fn settle(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The ids that are names in a folder; nothing else in it is ours.
fn ids_in(folder: &Path) -> io::Result<BTreeSet<PictureId>> {
    let Some(entries) = if_there(fs::read_dir(folder))? else { return Ok(BTreeSet::new()) };
    let mut ids = BTreeSet::new();
    for entry in entries {
        let name = entry?.file_name();
        let id =
            name.to_str().and_then(|name| name.parse().ok().filter(|id: &PictureId| id.to_string() == name));
        ids.extend(id);
    }
    Ok(ids)
}

fn if_there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn name(size: PictureSize, format: PictureFormat) -> String {
    let extension = match format {
        PictureFormat::Png => "png",
        PictureFormat::Jpeg => "jpg",
    };
    format!("{}.{extension}", size.pixels())
}

fn first_byte(id: PictureId) -> u8 {
    let [first, ..] = *id.as_bytes();
    first
}

fn shard(byte: u8) -> String {
    format!("{byte:02x}")
}
