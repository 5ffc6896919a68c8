//! What is read from, and how it is kept from changing meanwhile.

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, IsolationLevel, QueryResult, Statement, TransactionTrait,
};
use user_core::ports::{Port, PortError};

/// For all that is read: times in one zone, in one form, however long the import is busy elsewhere.
const ORDERLY: &str = "SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'; \
    SET LOCAL idle_in_transaction_session_timeout = 0";

/// A database, read and never written.
#[derive(Debug)]
pub(crate) enum Reading {
    /// SQLite, as it is whenever a page is read: a reader that stays would keep writers out.
    AsItIs(DatabaseConnection),
    /// PostgreSQL, as it was when the reading began: nobody who moves between two pages is missed or met twice.
    AsItWas(DatabaseTransaction),
}

impl Reading {
    /// Connects, so that nothing can be written.
    pub(crate) async fn begin(url: String) -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await?;
        if db.get_database_backend() != DbBackend::Postgres {
            return Ok(Self::AsItIs(db));
        }
        let (level, mode) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
        let snapshot = db.begin_with_config(Some(level), Some(mode)).await?;
        snapshot.execute_unprepared(ORDERLY).await?;
        Ok(Self::AsItWas(snapshot))
    }

    pub(crate) fn backend(&self) -> DbBackend {
        match self {
            Self::AsItIs(db) => db.get_database_backend(),
            Self::AsItWas(snapshot) => snapshot.get_database_backend(),
        }
    }

    pub(crate) async fn rows(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::AsItIs(db) => db.query_all_raw(statement).await,
            Self::AsItWas(snapshot) => snapshot.query_all_raw(statement).await,
        }
    }
}

/// As the core is told of it.
pub(crate) fn failed(error: DbErr) -> PortError {
    PortError::new(Port::UserSource, error)
}
