//! Connecting.

#[cfg(feature = "mysql")]
mod mysql;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;
#[cfg(any(feature = "mysql", feature = "postgres"))]
mod url;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use sea_orm::{ConnectOptions, DatabaseConnection, DbErr, RuntimeErr, sqlx};
use thiserror::Error;
use user_core::ports::{Cause, Port, PortError};

use crate::names::{NameError, Names};
use crate::store::SeaOrmStore;
use crate::tables::Tables;

/// A connection that lay idle for longer is asked whether it still lives before it is used: asking every time costs
/// a round trip for each statement.
const ASK_AFTER_IDLE: Duration = Duration::from_secs(30);
/// How long to wait for a connection: a page is better off with an answer than with a long wait.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// How to connect.
#[derive(Clone)]
pub struct StoreOptions {
    url: String,
    pool_size: Option<u32>,
    acquire_timeout: Duration,
    create_if_missing: bool,
    prefix: Option<String>,
    schema: Option<String>,
    pooling: Pooling,
}

/// What a connection to PostgreSQL keeps hold of. A pooler between store and server may lend a server for less than a
/// connection lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pooling {
    /// A server for as long as the connection lasts: no pooler, or one in session mode.
    #[default]
    Session,
    /// A server for one transaction, as `PgBouncer` lends it with `pool_mode = transaction`. Every statement then runs
    /// in a transaction and nothing is kept prepared, which costs each look-up four round trips more.
    Transaction,
}

/// Why a URL is not one to connect to. Does not quote it: it may hold a password.
#[derive(Debug, Error)]
enum UrlError {
    #[error("a database URL begins with sqlite:, postgres:, postgresql:, mysql: or mariadb:")]
    UnknownScheme,
    #[cfg(any(feature = "mysql", feature = "postgres"))]
    #[error(
        "a database URL reads postgres://user:password@host:5432/database; percent-encode what is special in the user and the password"
    )]
    Malformed,
    #[cfg(feature = "postgres")]
    #[error(
        "after `?` there is a parameter that PostgreSQL's driver does not know; percent-encode a `?` in the password"
    )]
    UnknownParameter,
    #[cfg(not(all(feature = "sqlite", feature = "postgres", feature = "mysql")))]
    #[error("this build has no driver for {0}: it was compiled without that feature of user-store-seaorm")]
    NoDriver(&'static str),
}

impl StoreOptions {
    /// The database at `url`:
    ///
    /// - `sqlite:accounts.db`, a file that is made if need be, with its folder, for its owner alone; `sqlite::memory:`
    ///   for one in memory
    /// - `postgres://user:password@host:5432/database`
    /// - `mysql://user:password@host:3306/database`, or `mariadb://…`
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            pool_size: None,
            acquire_timeout: ACQUIRE_TIMEOUT,
            create_if_missing: true,
            prefix: None,
            schema: None,
            pooling: Pooling::Session,
        }
    }

    /// How many connections to keep at most. Usually 10, and 4 on SQLite; a database in memory has 1, always.
    #[must_use]
    pub fn pool_size(mut self, connections: u32) -> Self {
        self.pool_size = Some(connections);
        self
    }

    /// How long to wait for a connection before the store is said to have failed. Usually 5 seconds.
    #[must_use]
    pub fn acquire_timeout(mut self, timeout: Duration) -> Self {
        self.acquire_timeout = timeout;
        self
    }

    /// Whether the file of a SQLite database is made where there is none, readable for its owner alone. Usually it is;
    /// for a command that looks into what is there, a wrong path is better told. Databases on servers are never made.
    #[must_use]
    pub fn create_if_missing(mut self, create: bool) -> Self {
        self.create_if_missing = create;
        self
    }

    /// How the names of the tables begin. Usually `user_`, as in `user_account`; with `shop_` that table is
    /// `shop_account`, and two apps, or this one and Flask-User, share a database. At most 24 of `a-z`, `0-9` and `_`.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }

    /// The schema of PostgreSQL in which the tables are, made with them where it is missing. Usually the first one of
    /// the connection's `search_path`.
    #[must_use]
    pub fn schema(mut self, schema: impl Into<String>) -> Self {
        self.schema = Some(schema.into());
        self
    }

    /// What stands between the store and a PostgreSQL server. Usually nothing. Changes nothing on other databases.
    #[must_use]
    pub fn pooling(mut self, pooling: Pooling) -> Self {
        self.pooling = pooling;
        self
    }

    /// The file of a SQLite database, whether it is there or not; `None` for every other.
    pub fn file(&self) -> Option<PathBuf> {
        self.sqlite_file()
    }

    /// Connects. Makes no tables: see [`SeaOrmStore::migrate_up`].
    pub async fn connect(&self) -> Result<SeaOrmStore, PortError> {
        let names = self.names().map_err(|cause| PortError::new(Port::Store, cause))?;
        let connected = match self.scheme() {
            "sqlite" => self.connect_sqlite().await,
            "postgres" | "postgresql" => self.connect_postgres().await,
            "mysql" | "mariadb" => self.connect_mysql().await,
            _ => Err(UrlError::UnknownScheme.into()),
        };
        let store = |db| SeaOrmStore::on(Tables::new(db, names, self.pooling));
        connected.map(store).map_err(|cause| PortError::new(Port::Store, cause))
    }

    fn names(&self) -> Result<Names, NameError> {
        if self.schema.is_some() && !matches!(self.scheme(), "postgres" | "postgresql") {
            return Err(NameError::NoSchemas);
        }
        Names::new(self.prefix.as_deref(), self.schema.as_deref())
    }

    #[cfg(feature = "sqlite")]
    async fn connect_sqlite(&self) -> Result<DatabaseConnection, Cause> {
        sqlite::connect(self).await
    }

    #[cfg(not(feature = "sqlite"))]
    async fn connect_sqlite(&self) -> Result<DatabaseConnection, Cause> {
        Err(UrlError::NoDriver("SQLite").into())
    }

    #[cfg(feature = "sqlite")]
    fn sqlite_file(&self) -> Option<PathBuf> {
        sqlite::file(&self.url)
    }

    #[cfg(not(feature = "sqlite"))]
    const fn sqlite_file(&self) -> Option<PathBuf> {
        None
    }

    #[cfg(feature = "postgres")]
    async fn connect_postgres(&self) -> Result<DatabaseConnection, Cause> {
        url::is_of_a_server(&self.url)?;
        url::has_only(&self.url, &postgres::PARAMETERS)?;
        Ok(postgres::connect(self).await?)
    }

    #[cfg(not(feature = "postgres"))]
    async fn connect_postgres(&self) -> Result<DatabaseConnection, Cause> {
        Err(UrlError::NoDriver("PostgreSQL").into())
    }

    #[cfg(feature = "mysql")]
    async fn connect_mysql(&self) -> Result<DatabaseConnection, Cause> {
        url::is_of_a_server(&self.url)?;
        Ok(mysql::connect(self).await?)
    }

    #[cfg(not(feature = "mysql"))]
    async fn connect_mysql(&self) -> Result<DatabaseConnection, Cause> {
        Err(UrlError::NoDriver("MySQL").into())
    }

    fn scheme(&self) -> &str {
        self.url.split_once(':').map_or("", |(scheme, _)| scheme)
    }

    /// The pool. What is in the URL is handed to the driver by another way: these options print the URL they hold,
    /// password and all, so they hold one that says nothing.
    fn pool(&self, empty_url: &str, usual_size: u32) -> ConnectOptions {
        let mut pool = ConnectOptions::new(empty_url);
        pool.max_connections(self.pool_size.unwrap_or(usual_size).max(1))
            .acquire_timeout(self.acquire_timeout)
            .test_before_acquire_if_idle_for(ASK_AFTER_IDLE)
            .record_stmt_in_spans(false);
        pool
    }
}

impl fmt::Debug for StoreOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreOptions")
            .field("url", &format_args!("{}:…", self.scheme()))
            .field("pool_size", &self.pool_size)
            .field("acquire_timeout", &self.acquire_timeout)
            .field("create_if_missing", &self.create_if_missing)
            .field("prefix", &self.prefix)
            .field("schema", &self.schema)
            .field("pooling", &self.pooling)
            .finish()
    }
}

fn unreadable(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}
