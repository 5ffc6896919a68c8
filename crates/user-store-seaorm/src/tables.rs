//! The tables as this database has them.

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    Statement, TransactionOptions, TransactionTrait,
};

use crate::connect::Pooling;
use crate::names::Names;

/// The way to the tables of the store: knows what they are called here, and what stands between them and the store.
///
/// SeaORM's queries on [`entity`](crate::entity) run on it as on any other connection, whatever prefix or schema the
/// tables have. Statements without quotes around a table's name run as they are.
pub struct Tables {
    db: DatabaseConnection,
    names: Names,
    pooling: Pooling,
}

impl std::fmt::Debug for Tables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Tables").field(&self.db.get_database_backend()).finish()
    }
}

impl Tables {
    pub(crate) fn new(db: DatabaseConnection, names: Names, pooling: Pooling) -> Self {
        Self { db, names, pooling }
    }

    /// The connection beneath.
    pub(crate) fn connection(&self) -> &DatabaseConnection {
        &self.db
    }

    /// What the tables are called.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// Begins a transaction. Its statements get the names by way of [`within`](Self::within).
    ///
    /// Behind a pooler that lends a server for one transaction, the server may know statements that another connection
    /// prepared under the names that this one is going to use. They are forgotten first.
    pub(crate) async fn begin(&self, options: TransactionOptions) -> Result<DatabaseTransaction, DbErr> {
        let tx = self.db.begin_with_options(options).await?;
        if self.is_lent_by_transaction() {
            tx.execute_unprepared("DEALLOCATE ALL").await?;
        }
        Ok(tx)
    }

    /// The same tables inside of this transaction.
    pub(crate) fn within<'tx>(&'tx self, tx: &'tx DatabaseTransaction) -> Within<'tx> {
        Within { tx, names: &self.names }
    }

    fn is_lent_by_transaction(&self) -> bool {
        self.pooling == Pooling::Transaction && self.db.get_database_backend() == DbBackend::Postgres
    }

    /// A transaction for a single statement, where one is needed to keep hold of a server.
    async fn hold(&self) -> Result<Option<DatabaseTransaction>, DbErr> {
        if self.is_lent_by_transaction() {
            return self.begin(TransactionOptions::default()).await.map(Some);
        }
        Ok(None)
    }
}

#[async_trait]
impl ConnectionTrait for Tables {
    fn get_database_backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let statement = self.names.statement(statement);
        match self.hold().await? {
            None => self.db.execute_raw(statement).await,
            Some(tx) => let_go(tx.execute_raw(statement).await, tx).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        // Without a prepared statement nothing is left behind on a server.
        self.db.execute_unprepared(&self.names.text(sql, self.get_database_backend())).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let statement = self.names.statement(statement);
        match self.hold().await? {
            None => self.db.query_one_raw(statement).await,
            Some(tx) => let_go(tx.query_one_raw(statement).await, tx).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let statement = self.names.statement(statement);
        match self.hold().await? {
            None => self.db.query_all_raw(statement).await,
            Some(tx) => let_go(tx.query_all_raw(statement).await, tx).await,
        }
    }
}

async fn let_go<T>(done: Result<T, DbErr>, tx: DatabaseTransaction) -> Result<T, DbErr> {
    match done {
        Ok(value) => tx.commit().await.map(|()| value),
        Err(error) => {
            // If this fails, the connection is gone, and the transaction with it.
            if let Err(error) = tx.rollback().await {
                tracing::debug!(%error, "a transaction could not be rolled back");
            }
            Err(error)
        }
    }
}

/// The tables inside of a transaction.
pub(crate) struct Within<'tx> {
    tx: &'tx DatabaseTransaction,
    names: &'tx Names,
}

#[async_trait]
impl ConnectionTrait for Within<'_> {
    fn get_database_backend(&self) -> DbBackend {
        self.tx.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.tx.execute_raw(self.names.statement(statement)).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.tx.execute_unprepared(&self.names.text(sql, self.get_database_backend())).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.tx.query_one_raw(self.names.statement(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.tx.query_all_raw(self.names.statement(statement)).await
    }
}
