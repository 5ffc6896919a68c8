//! A fresh database for each test: a file, a schema in PostgreSQL, a database in MariaDB.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use sea_orm::{ConnectionTrait, Database, DbErr};
use tempfile::TempDir;
use user_store_seaorm::{Pooling, SeaOrmStore, StoreOptions, sea_orm};

/// A store, its URL, and what goes when the test is over.
pub(crate) struct Fresh {
    pub(crate) store: Arc<SeaOrmStore>,
    pub(crate) url: String,
    pub(crate) guard: Guard,
}

/// Removes what was made for one test.
pub(crate) enum Guard {
    Folder(#[expect(dead_code, reason = "held until the test is over")] TempDir),
    Server { url: String, undo: String },
}

impl Drop for Guard {
    fn drop(&mut self) {
        let Self::Server { url, undo } = self else { return };
        let (url, undo) = (std::mem::take(url), std::mem::take(undo));
        // On a thread of its own, because it may be dropped inside a runtime.
        let undone = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(execute(&url, &undo))
        });
        assert!(undone.join().unwrap().is_ok(), "what the test made could not be removed");
    }
}

/// Tries each sentence on each database: `async fn sentence(fresh: Fresh)`.
macro_rules! on_each_database {
    ($($sentence:ident)*) => {
        mod sqlite {
            $(#[test]
            fn $sentence() {
                crate::databases::run(stringify!($sentence), crate::databases::sqlite, super::$sentence);
            })*
        }
        mod postgres {
            $(#[test]
            fn $sentence() {
                crate::databases::run(stringify!($sentence), crate::databases::postgres, super::$sentence);
            })*
        }
        mod mariadb {
            $(#[test]
            fn $sentence() {
                crate::databases::run(stringify!($sentence), crate::databases::mariadb, super::$sentence);
            })*
        }
    };
}

/// Runs a test on a fresh database; skips it with a line that says so where there is none, or fails if the environment
/// has `USER_TEST_REQUIRE_ALL`.
pub(crate) fn run<Made, Test>(name: &str, fresh: impl FnOnce() -> Made, test: impl FnOnce(Fresh) -> Test)
where
    Made: Future<Output = Option<Fresh>>,
    Test: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    runtime.block_on(async {
        match fresh().await {
            Some(fresh) => test(fresh).await,
            None if variable("USER_TEST_REQUIRE_ALL").is_some() => panic!("{name}: no database to try"),
            None => eprintln!("skipped: {name}: no database to try"),
        }
    });
}

/// A store in a file of its own, with its tables.
pub(crate) async fn sqlite() -> Option<Fresh> {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("made/accounts.db").display());
    Some(migrated(url, Guard::Folder(folder)).await)
}

/// A store in a schema of its own, with its tables, if there is a server.
pub(crate) async fn postgres() -> Option<Fresh> {
    let server = variable("USER_TEST_POSTGRES_URL")?;
    let name = unique_name();
    execute(&server, &format!("CREATE SCHEMA {name}")).await.unwrap();
    let undo = format!("DROP SCHEMA {name} CASCADE");
    let mark = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{mark}options=-csearch_path%3D{name}");
    Some(migrated(url, Guard::Server { url: server, undo }).await)
}

/// A store in a database of its own, with its tables, if there is a server.
pub(crate) async fn mariadb() -> Option<Fresh> {
    let server = variable("USER_TEST_MARIADB_URL")?;
    let name = unique_name();
    // With the collation that would do most harm if keys relied on it.
    let create = format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    execute(&server, &create).await.unwrap();
    let (address, query) = server.split_once('?').unwrap_or((&server, ""));
    let (host, _) = address.rsplit_once('/').unwrap();
    let url = format!("{host}/{name}?{query}");
    Some(migrated(url, Guard::Server { url: server.clone(), undo: format!("DROP DATABASE {name}") }).await)
}

/// A store behind `PgBouncer` in transaction mode, in a schema of its own, if there is one.
pub(crate) async fn pgbouncer() -> Option<Fresh> {
    let (server, pooler) = (variable("USER_TEST_POSTGRES_URL")?, variable("USER_TEST_PGBOUNCER_URL")?);
    let name = unique_name();
    let undo = format!("DROP SCHEMA {name} CASCADE");
    let options = StoreOptions::new(&pooler).schema(&name).pooling(Pooling::Transaction);
    Some(made(options, pooler, Guard::Server { url: server, undo }).await)
}

/// The same database, with tables that have a prefix.
pub(crate) async fn prefixed(fresh: &Fresh) -> SeaOrmStore {
    let store = StoreOptions::new(&fresh.url).prefix(PREFIX).connect().await.unwrap();
    store.migrate_up().await.unwrap();
    store
}

/// A prefix that is not the usual one.
pub(crate) const PREFIX: &str = "shop_";

/// A store in a file of its own, whose tables have a prefix.
pub(crate) async fn sqlite_prefixed() -> Option<Fresh> {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("made/accounts.db").display());
    Some(made(StoreOptions::new(&url).prefix(PREFIX), url, Guard::Folder(folder)).await)
}

async fn migrated(url: String, guard: Guard) -> Fresh {
    made(StoreOptions::new(&url), url, guard).await
}

async fn made(options: StoreOptions, url: String, guard: Guard) -> Fresh {
    let store = options.connect().await.unwrap();
    store.migrate_up().await.unwrap();
    Fresh { store: Arc::new(store), url, guard }
}

#[expect(clippy::disallowed_methods, reason = "the environment of a test run says which servers there are")]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("user_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

async fn execute(url: &str, statement: &str) -> Result<(), DbErr> {
    let db = Database::connect(url).await?;
    db.execute_unprepared(statement).await?;
    db.close().await
}
