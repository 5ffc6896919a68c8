//! The file: read once, replaced whole, never written in place.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;
use user_core::tables::Tables;

use super::document::{self, ReadError};

/// Why the file cannot serve as a store. It was left as it is.
#[derive(Debug, Error)]
pub(crate) enum OpenError {
    /// Another process, or another store of this one, has it open.
    #[error("{0} is in use by another program")]
    InUse(PathBuf),
    /// It cannot be read, or its folder not be made.
    #[error("{path} cannot be opened")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It was read, and is no file of accounts that could be gone on with.
    #[error("{path} was left as it is")]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: ReadError,
    },
}

/// The file of a store that is open.
#[derive(Debug)]
pub(super) struct AccountsFile {
    path: PathBuf,
    /// Locked, and let go of by the operating system however this process ends.
    _lock: File,
}

impl AccountsFile {
    /// Locks the file and reads what it holds; nothing, where there is none yet.
    pub(super) fn open(path: PathBuf) -> Result<(Self, Tables), OpenError> {
        let path = by_real_folder(path)?;
        let lock = lock(&path)?;
        let tables = match std::fs::read(&path) {
            Ok(bytes) => {
                document::read(&bytes).map_err(|source| OpenError::Refused { path: path.clone(), source })?
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Tables::default(),
            Err(source) => return Err(OpenError::Io { path, source }),
        };
        Ok((Self { path, _lock: lock }, tables))
    }

    /// Puts these tables in the place of what the file holds: all of them or, when it fails, none.
    pub(super) fn replace(&self, tables: &Tables) -> io::Result<()> {
        let new = beside(&self.path, ".new");
        // What a crash left under this name was never acknowledged. It goes first, for others may be able to read it.
        match std::fs::remove_file(&new) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = private().write(true).create_new(true).open(&new)?;
        let mut writer = BufWriter::new(file);
        document::write(&mut writer, tables)?;
        writer.flush()?;
        writer.get_ref().sync_all()?;
        std::fs::rename(&new, &self.path)
    }

    /// Makes the replacement outlive a power cut: a rename is durable when its folder is.
    #[cfg_attr(
        not(unix),
        expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "folders are no files")
    )]
    pub(super) fn settle(&self) -> io::Result<()> {
        #[cfg(unix)]
        File::open(folder(&self.path))?.sync_all()?;
        Ok(())
    }
}

/// Two ways to one folder must meet in one lock. Makes the folder where there is none.
fn by_real_folder(path: PathBuf) -> Result<PathBuf, OpenError> {
    let real = std::fs::create_dir_all(folder(&path)).and_then(|()| folder(&path).canonicalize());
    match (real, path.file_name()) {
        (Ok(real), Some(name)) => Ok(real.join(name)),
        (Ok(_), None) => Err(OpenError::Io { path, source: io::ErrorKind::InvalidFilename.into() }),
        (Err(source), _) => Err(OpenError::Io { path, source }),
    }
}

/// A file of its own is locked, for the other one is replaced.
fn lock(path: &Path) -> Result<File, OpenError> {
    let failed = |source| OpenError::Io { path: path.to_owned(), source };
    let file = private().write(true).create(true).truncate(false).open(beside(path, ".lock"));
    let file = file.map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
        Err(TryLockError::Error(source)) => Err(failed(source)),
    }
}

/// Password hashes and addresses are nobody else's business.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
