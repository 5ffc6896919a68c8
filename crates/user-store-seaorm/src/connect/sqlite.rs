//! SQLite.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, DatabaseConnection, DbBackend, SqlxSqliteConnector};
use user_core::ports::Cause;

use super::{StoreOptions, unreadable};
use crate::settle::settle;
use crate::trouble::Trouble;

/// One writes at a time whatever the number; the others read.
const POOL_SIZE: u32 = 4;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Connects, and makes the file and its folder where they are missing. The driver logs statements without their
/// values, at level debug.
pub(super) async fn connect(options: &StoreOptions) -> Result<DatabaseConnection, Cause> {
    let driver = SqliteConnectOptions::from_str(&options.url).map_err(unreadable)?;
    let mut pool = options.pool("sqlite::memory:", POOL_SIZE);
    if is_in_memory(&options.url) {
        keep_one_for_ever(&mut pool);
        pool.map_sqlx_sqlite_opts(move |_| driver.clone());
    } else {
        make_folder(driver.get_filename())?;
        let driver = durable(driver);
        pool.map_sqlx_sqlite_opts(move |_| driver.clone());
    }
    // Of several processes that open a fresh file at once only one can put it in WAL mode, and the rest are not made to wait.
    let open = || async { Ok(SqlxSqliteConnector::connect(pool.clone()).await?) };
    settle(DbBackend::Sqlite, open).await.map_err(|trouble| match trouble {
        Trouble::Failed(error) => error.into(),
        other => other.into_port_error().into(),
    })
}

/// A commit that was acknowledged survives a power cut: WAL alone promises that only with `synchronous=FULL`.
fn durable(driver: SqliteConnectOptions) -> SqliteConnectOptions {
    driver
        .create_if_missing(true)
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

fn make_folder(file: &Path) -> std::io::Result<()> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder),
        _ => Ok(()),
    }
}
