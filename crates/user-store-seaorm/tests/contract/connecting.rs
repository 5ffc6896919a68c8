//! Connecting, and not: nothing secret is told, and no answer takes long.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use user_core::ports::{Changes, Port, PortError, Store, UserChange, UserKey};
use user_store_seaorm::{SeaOrmStore, StoreOptions, sea_orm};

use crate::people::user;

const PASSWORD: &str = "correct-horse-battery";

/// Everything that an error says, in every way it can be said.
fn told(error: &PortError) -> String {
    let mut text = format!("{error} {error:?}");
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        text = format!("{text} {deeper} {deeper:?}");
        cause = deeper.source();
    }
    text
}

fn impatient(url: &str) -> StoreOptions {
    StoreOptions::new(url).acquire_timeout(Duration::from_millis(300))
}

#[tokio::test]
async fn a_url_that_leads_nowhere_is_refused_without_its_password() {
    let nowhere = [
        "postgres://ada:correct-horse-battery@127.0.0.1:1/accounts",
        "postgres://ada:correct-horse-battery@127.0.0.1:port/accounts",
        "postgres://ada:correct-horse-battery@127.0.0.1:1/accounts?sslmode=sometimes",
        "mysql://ada:correct-horse-battery@127.0.0.1:1/accounts",
        "mariadb://ada:correct-horse-battery@127.0.0.1:port/accounts",
        "oracle://ada:correct-horse-battery@127.0.0.1/accounts",
        "ada:correct-horse-battery@127.0.0.1/accounts",
        "correct-horse-battery",
        "",
    ];

    for url in nowhere {
        let options = impatient(url);
        let connecting = tokio::time::timeout(Duration::from_secs(5), options.connect());
        let error = connecting.await.expect("an answer in time").unwrap_err();

        assert_eq!(error.port(), Port::Store);
        assert!(!told(&error).contains(PASSWORD), "{}", told(&error));
        assert!(!format!("{options:?}").contains(PASSWORD), "{options:?}");
    }
}

#[tokio::test]
async fn a_store_does_not_print_where_it_is() {
    let store = SeaOrmStore::connect("sqlite::memory:").await.unwrap();

    assert_eq!(format!("{store:?}"), "SeaOrmStore(Sqlite)");
    assert_eq!(format!("{:?}", store.throttle()), "SeaOrmThrottle");
}

#[tokio::test]
async fn a_file_is_not_made_where_it_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a/accounts.db");
    let url = format!("sqlite://{}", file.display());
    let there = StoreOptions::new(&url).create_if_missing(false);

    let error = there.connect().await.unwrap_err();

    assert_eq!(there.file().unwrap(), file);
    assert_eq!(StoreOptions::new("sqlite::memory:").file(), None);
    assert_eq!(StoreOptions::new("postgres://127.0.0.1/accounts").file(), None);
    assert!(told(&error).contains("there is no file"), "{}", told(&error));
    assert!(!folder.path().join("a").exists());
    SeaOrmStore::connect(&url).await.unwrap();
    there.connect().await.unwrap();
}

#[tokio::test]
async fn a_file_that_cannot_be_made_or_opened_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.db");
    std::fs::write(&broken, "this is no database, however long it may be ".repeat(100)).unwrap();

    for (file, done) in [(broken.join("accounts.db"), "made"), (broken, "opened")] {
        let error = SeaOrmStore::connect(format!("sqlite://{}", file.display())).await.unwrap_err();

        let expected = format!("the file {} cannot be {done}", file.display());
        assert!(told(&error).contains(&expected), "{}", told(&error));
    }
}

#[tokio::test]
async fn a_file_is_made_with_its_folder_and_set_up_to_last() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a/b/accounts.db");

    let store = SeaOrmStore::connect(format!("sqlite://{}", file.display())).await.unwrap();

    assert!(file.exists());
    #[cfg(unix)]
    for (made, wanted) in [(&*file, 0o600), (file.parent().unwrap(), 0o700)] {
        let mode = std::os::unix::fs::PermissionsExt::mode(&made.metadata().unwrap().permissions());
        assert_eq!(mode & 0o777, wanted, "{}", made.display());
    }
    let text = |row: sea_orm::QueryResult| row.try_get_by_index::<String>(0).unwrap();
    let number = |row: sea_orm::QueryResult| row.try_get_by_index::<i64>(0).unwrap();
    let ask = async |pragma: &str| {
        let statement = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {pragma}"));
        store.connection().query_one_raw(statement).await.unwrap().unwrap()
    };
    assert_eq!(text(ask("journal_mode").await), "wal");
    assert_eq!(number(ask("synchronous").await), 2);
    assert_eq!(number(ask("foreign_keys").await), 1);
    assert_eq!(number(ask("busy_timeout").await), 5_000);
}

#[tokio::test]
async fn a_database_in_memory_is_one_for_all_callers() {
    let store = StoreOptions::new("sqlite::memory:").pool_size(8).connect().await.unwrap();
    store.migrate_up().await.unwrap();
    let ada = user("ada");
    store.commit(Changes::none().with(UserChange::Insert(Box::new(ada.clone())))).await.unwrap();

    let id = ada.id;
    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let store = store.clone();
        callers.spawn(async move { store.user(UserKey::Id(id)).await.unwrap().is_some() });
    }

    assert!(callers.join_all().await.into_iter().all(|found| found));
}

#[tokio::test]
async fn a_closed_store_fails_and_says_so() {
    let store = SeaOrmStore::connect("sqlite::memory:").await.unwrap();
    store.ready().await.unwrap();

    store.close().await.unwrap();

    assert_eq!(store.ready().await.unwrap_err().port(), Port::Store);
}
