//! A database for one test alone, and a look into it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbErr, Statement};
use tempfile::TempDir;
use url::Url;

use crate::services::{skipped, variable};

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In a file.
    Sqlite,
    /// On a server, in a schema of its own.
    Postgres,
    /// On a server, in a database of its own.
    MariaDb,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Sqlite, Self::Postgres, Self::MariaDb];
}

/// A database that nobody else uses. What was made for it goes with it.
pub struct Database {
    /// Which database.
    pub kind: Kind,
    /// What the demo is told.
    pub url: String,
    made: Made,
}

enum Made {
    Folder(TempDir),
    OnServer { server: String, undo: String },
}

impl Database {
    /// A fresh database without tables, or nothing where the environment names no server for it.
    pub async fn fresh(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Sqlite => Some(Self::sqlite()),
            Kind::Postgres => Self::postgres(&server("USER_TEST_POSTGRES_URL")?).await,
            Kind::MariaDb => Self::mariadb(&server("USER_TEST_MARIADB_URL")?).await,
        }
    }

    /// A fresh file.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("accounts.sqlite").display());
        Self { kind: Kind::Sqlite, url, made: Made::Folder(folder) }
    }

    async fn postgres(server: &str) -> Option<Self> {
        let name = unique_name();
        execute(server, &format!("CREATE SCHEMA {name}")).await.unwrap();
        let mut url = Url::parse(server).unwrap();
        url.query_pairs_mut().append_pair("options", &format!("-csearch_path={name}"));
        let made = Made::OnServer { server: server.to_owned(), undo: format!("DROP SCHEMA {name} CASCADE") };
        Some(Self { kind: Kind::Postgres, url: url.into(), made })
    }

    async fn mariadb(server: &str) -> Option<Self> {
        let name = unique_name();
        let create = format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        execute(server, &create).await.unwrap();
        let mut url = Url::parse(server).unwrap();
        url.set_path(&name);
        let made = Made::OnServer { server: server.to_owned(), undo: format!("DROP DATABASE {name}") };
        Some(Self { kind: Kind::MariaDb, url: url.into(), made })
    }

    /// The same database as reached by another port: that of a [`Proxy`](crate::Proxy).
    pub fn url_through(&self, port: u16) -> String {
        let mut url = Url::parse(&self.url).unwrap();
        url.set_port(Some(port)).unwrap();
        url.into()
    }

    /// Where its server listens, as `host:port`.
    pub fn server_address(&self) -> String {
        let url = Url::parse(&self.url).unwrap();
        format!("{}:{}", url.host_str().unwrap(), url.port().unwrap())
    }

    /// The files it is kept in, where it is kept in files of ours.
    pub fn files(&self) -> Vec<PathBuf> {
        let Made::Folder(folder) = &self.made else { return Vec::new() };
        let entries = std::fs::read_dir(folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
    }

    /// The folder it is kept in, where it is kept in files of ours.
    pub fn folder(&self) -> Option<&Path> {
        match &self.made {
            Made::Folder(folder) => Some(folder.path()),
            Made::OnServer { .. } => None,
        }
    }

    /// The one number that a statement answers with.
    pub async fn count(&self, statement: &str) -> i64 {
        let connection = self.connect().await;
        let statement = Statement::from_string(connection.get_database_backend(), statement);
        let row = connection.query_one_raw(statement).await.unwrap().expect("no row");
        let number = row.try_get_by_index(0).unwrap();
        connection.close().await.unwrap();
        number
    }

    /// The first column of every row that a statement answers with, as text.
    pub async fn column(&self, statement: &str) -> Vec<String> {
        let connection = self.connect().await;
        let statement = Statement::from_string(connection.get_database_backend(), statement);
        let rows = connection.query_all_raw(statement).await.unwrap();
        let texts = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        connection.close().await.unwrap();
        texts
    }

    async fn connect(&self) -> DatabaseConnection {
        sea_orm::Database::connect(&self.url).await.unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Made::OnServer { server, undo } = &self.made else { return };
        let (server, undo) = (server.clone(), undo.clone());
        // On a thread of its own, because whoever drops this may be inside a runtime.
        let undone = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(execute(&server, &undo))
        });
        // Should the test be failing already, that is what matters.
        let undone = undone.join().is_ok_and(|outcome| outcome.is_ok());
        assert!(undone || thread::panicking(), "what the test made could not be removed");
    }
}

fn server(name: &str) -> Option<String> {
    let found = variable(name);
    if found.is_none() {
        skipped(&format!("{name} is not set"));
    }
    found
}

fn unique_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("user_e2e_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

async fn execute(url: &str, statement: &str) -> Result<(), DbErr> {
    let connection = sea_orm::Database::connect(url).await?;
    connection.execute_unprepared(statement).await?;
    connection.close().await
}
