//! SQLite.

use std::fs::{DirBuilder, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, DatabaseConnection, DbBackend, SqlxSqliteConnector};
use thiserror::Error;
use user_core::ports::Cause;

use super::{StoreOptions, unreadable};
use crate::settle::settle;
use crate::trouble::Trouble;

/// One writes at a time whatever the number; the others read.
const POOL_SIZE: u32 = 4;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Connects, and makes the file and its folder where they are missing and may be made. The driver logs statements
/// without their values, at level debug.
pub(super) async fn connect(options: &StoreOptions) -> Result<DatabaseConnection, Cause> {
    let driver = SqliteConnectOptions::from_str(&options.url).map_err(unreadable)?;
    let mut pool = options.pool("sqlite::memory:", POOL_SIZE);
    if is_in_memory(&options.url) {
        keep_one_for_ever(&mut pool);
        pool.map_sqlx_sqlite_opts(move |_| driver.clone());
    } else {
        if options.create_if_missing {
            let file = driver.get_filename();
            make(file).map_err(|source| FileError::new(file, "made", source))?;
        } else if !driver.get_filename().exists() {
            return Err(format!("there is no file {}", driver.get_filename().display()).into());
        }
        let driver = durable(driver);
        pool.map_sqlx_sqlite_opts(move |_| driver.clone());
    }
    // Of several processes that open a fresh file at once only one can put it in WAL mode, and the rest are not made to
    // wait.
    let open = || async { Ok(SqlxSqliteConnector::connect(pool.clone()).await?) };
    let opened: Result<_, Cause> = settle(DbBackend::Sqlite, open).await.map_err(|trouble| match trouble {
        Trouble::Failed(error) => error.into(),
        other => other.into_port_error().into(),
    });
    match file(&options.url) {
        Some(file) => opened.map_err(|source| FileError::new(&file, "opened", source).into()),
        None => opened,
    }
}

/// Which file cannot be used: SQLite's own errors do not name it.
#[derive(Debug, Error)]
#[error("the file {} cannot be {done}", .file.display())]
struct FileError {
    file: PathBuf,
    done: &'static str,
    source: Cause,
}

impl FileError {
    fn new(file: &Path, done: &'static str, source: impl Into<Cause>) -> Self {
        Self { file: file.to_owned(), done, source: source.into() }
    }
}

/// The file that a URL names, unless it is for a database in memory.
pub(super) fn file(url: &str) -> Option<PathBuf> {
    let names_one = url.starts_with("sqlite:") && !is_in_memory(url);
    let driver = names_one.then(|| SqliteConnectOptions::from_str(url).ok()).flatten()?;
    Some(driver.get_filename().to_owned())
}

/// A commit that was acknowledged survives a power cut: WAL alone promises that only with `synchronous=FULL`.
fn durable(driver: SqliteConnectOptions) -> SqliteConnectOptions {
    driver
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
}

/// A database in memory lives as long as its connection.
fn keep_one_for_ever(pool: &mut ConnectOptions) {
    pool.max_connections(1).min_connections(1).idle_timeout(None::<Duration>).max_lifetime(None::<Duration>);
}

fn is_in_memory(url: &str) -> bool {
    url.contains(":memory:") || url.contains("mode=memory")
}

/// Makes the file, and its folder, for its owner alone: there are hashes of passwords in it. SQLite gives the files
/// that it puts beside it the same mode.
fn make(file: &Path) -> std::io::Result<()> {
    let (mut folders, mut options) = (DirBuilder::new(), OpenOptions::new());
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        folders.recursive(true).create(folder)?;
    }
    match options.write(true).create_new(true).open(file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}
