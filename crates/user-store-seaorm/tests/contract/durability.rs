//! What was acknowledged survives its process.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use user_core::domain::Username;
use user_core::ports::{Changes, SessionChange, Store, UserChange, UserKey};
use user_store_seaorm::{SeaOrmStore, sea_orm};

use crate::databases::{self, Fresh};
use crate::people::{event, session, user};

const WRITER_URL: &str = "USER_TEST_WRITER_URL";

/// Not a test: the process that the test below starts and kills.
#[tokio::test]
#[ignore = "writes for ever; started by the test below"]
#[expect(clippy::disallowed_methods, reason = "told by its parent where to write")]
async fn a_process_that_writes_until_it_is_killed() {
    let store = SeaOrmStore::connect(std::env::var(WRITER_URL).unwrap()).await.unwrap();
    store.migrate_up().await.unwrap();
    for number in 0.. {
        let someone = user(&format!("user{}-{number}", std::process::id()));
        let changes = Changes::none()
            .with(UserChange::Insert(Box::new(someone.clone())))
            .with(SessionChange::Insert(session(&someone)))
            .with(event(&someone));
        store.commit(changes).await.unwrap();
        let mut acknowledge = std::io::stdout().lock();
        writeln!(acknowledge, "acknowledged {}", someone.username.unwrap().as_str()).unwrap();
        acknowledge.flush().unwrap();
    }
}

#[tokio::test]
async fn a_file_written_by_a_killed_process_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("accounts.db").display());

    for round in 0..5 {
        let acknowledged = names_written_before_a_kill(&url, 10 + 7 * round);
        let store = SeaOrmStore::connect(&url).await.unwrap();

        for name in acknowledged {
            let username = Username::parse(&name).unwrap();
            let kept = store.user(UserKey::Username(&username)).await.unwrap();
            assert!(kept.is_some(), "{name} was acknowledged");
        }
        for someone in store.users(None, 10_000).await.unwrap() {
            assert_eq!(someone.emails.len(), 2);
            assert_eq!(store.sessions_of(&someone.id, 100).await.unwrap().len(), 1);
            assert_eq!(store.events_of(&someone.id, 9).await.unwrap().len(), 1);
        }
        store.close().await.unwrap();
    }
}

/// Starts the writer, kills it in the middle of things after so many acknowledgements, and gives all that it named.
fn names_written_before_a_kill(url: &str, acknowledgements: usize) -> Vec<String> {
    let writer = "durability::a_process_that_writes_until_it_is_killed";
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args([writer, "--exact", "--ignored", "--nocapture"])
        .env(WRITER_URL, url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut names = lines.filter_map(|line| Some(line.split_once("acknowledged ")?.1.to_owned()));

    let mut acknowledged: Vec<String> = names.by_ref().take(acknowledgements).collect();
    process.kill().unwrap();
    acknowledged.extend(names);
    process.wait().unwrap();
    assert!(acknowledged.len() >= acknowledgements, "the writer ended early");
    acknowledged
}

/// Ends every other connection to the test's own database.
async fn end_connections(url: &str, which: &str) {
    let db = sea_orm::Database::connect(url).await.unwrap();
    let backend = db.get_database_backend();
    let ids = db.query_all_raw(Statement::from_string(backend, which)).await.unwrap();
    assert!(ids.len() > 1, "there are connections to end");
    if backend == DbBackend::MySql {
        for id in ids {
            let id: i64 = id.try_get_by_index(0).unwrap();
            db.execute_unprepared(&format!("KILL CONNECTION {id}")).await.unwrap();
        }
    }
}

/// A store with several connections, all idle, and then all ended by the server.
async fn after_a_restart(url: &str, which: &str) -> SeaOrmStore {
    let store = SeaOrmStore::connect(url).await.unwrap();
    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let store = store.clone();
        callers.spawn(async move { store.users(None, 10).await.map(drop) });
    }
    callers.join_all().await.into_iter().for_each(Result::unwrap);
    end_connections(url, which).await;
    store
}

async fn nobody_notices_that_connections_were_ended(url: &str, which: &str) {
    let ada = user("ada");
    let insert = Changes::none().with(UserChange::Insert(Box::new(ada.clone()))).with(event(&ada));
    after_a_restart(url, which).await.commit(insert).await.unwrap();

    let found = after_a_restart(url, which).await.user(UserKey::Id(ada.id)).await.unwrap();
    assert!(found.is_some());
    after_a_restart(url, which).await.ready().await.unwrap();
    assert_eq!(after_a_restart(url, which).await.events_of(&ada.id, 9).await.unwrap().len(), 1);
}

async fn ended_by_postgres(fresh: Fresh) {
    let which = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()";
    let url = format!("{}&application_name=ended_{}", fresh.url, std::process::id());
    nobody_notices_that_connections_were_ended(&url, which).await;
    drop(fresh);
}

async fn ended_by_mariadb(fresh: Fresh) {
    let which = "SELECT id FROM information_schema.processlist \
                 WHERE db = DATABASE() AND id <> CONNECTION_ID()";
    nobody_notices_that_connections_were_ended(&fresh.url, which).await;
}

#[test]
fn nobody_notices_that_postgres_ended_the_connections() {
    databases::run("connections ended by PostgreSQL", databases::postgres, ended_by_postgres);
}

#[test]
fn nobody_notices_that_mariadb_ended_the_connections() {
    databases::run("connections ended by MariaDB", databases::mariadb, ended_by_mariadb);
}
