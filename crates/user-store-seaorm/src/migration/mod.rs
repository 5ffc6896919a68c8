//! The migrations. Combine [`Migrator`] with your own, or let the store run it.

mod m20261122_000001_accounts;
mod schema;
mod tables;

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode, TransactionOptions,
};
use sea_orm::{Statement, TransactionTrait};
use sea_orm_migration::MigrationStatus;
use sea_orm_migration::prelude::*;

/// Makes and unmakes the tables, and remembers what it did in `user_migration`: a table of its own, so that it stays
/// out of the way of an app's migrations.
#[derive(Clone, Copy, Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261122_000001_accounts::Migration)]
    }

    fn migration_table_name() -> DynIden {
        "user_migration".into_iden()
    }
}

/// Makes what is missing, while nobody else does.
pub(crate) async fn up(db: &DatabaseConnection) -> Result<(), DbErr> {
    let tx = begin_alone(db).await?;
    let made = Migrator::up(&tx, None).await;
    end(tx, made).await
}

/// Undoes the last steps, while nobody else does.
pub(crate) async fn down(db: &DatabaseConnection, steps: u32) -> Result<(), DbErr> {
    let tx = begin_alone(db).await?;
    let undone = Migrator::down(&tx, Some(steps)).await;
    end(tx, undone).await
}

/// Every migration, and whether it has been made.
pub(crate) async fn status(db: &DatabaseConnection) -> Result<Vec<(String, bool)>, DbErr> {
    let all = Migrator::get_migration_with_status_read_only(db).await?;
    let applied = |status| status == MigrationStatus::Applied;
    Ok(all.iter().map(|one| (one.name().to_owned(), applied(one.status()))).collect())
}

/// MySQL ends a transaction at every change of a table, so there the lock belongs to the connection.
const MYSQL_LOCK: &str = "SELECT GET_LOCK(CONCAT('user_migration.', MD5(DATABASE())), 60)";
const MYSQL_UNLOCK: &str = "SELECT RELEASE_LOCK(CONCAT('user_migration.', MD5(DATABASE())))";
const POSTGRES_LOCK: &str = "SELECT pg_advisory_xact_lock(hashtext('user_migration'))";

async fn begin_alone(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let options = TransactionOptions {
        sqlite_transaction_mode: (db.get_database_backend() == DbBackend::Sqlite)
            .then_some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = db.begin_with_options(options).await?;
    match db.get_database_backend() {
        DbBackend::MySql => ask(&tx, MYSQL_LOCK).await?,
        DbBackend::Postgres => ask(&tx, POSTGRES_LOCK).await?,
        _ => {}
    }
    Ok(tx)
}

async fn end(tx: DatabaseTransaction, result: Result<(), DbErr>) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::MySql {
        ask(&tx, MYSQL_UNLOCK).await?;
    }
    match result {
        Ok(()) => tx.commit().await,
        Err(error) => tx.rollback().await.and(Err(error)),
    }
}

async fn ask(tx: &DatabaseTransaction, question: &str) -> Result<(), DbErr> {
    tx.query_one_raw(Statement::from_string(tx.get_database_backend(), question)).await.map(drop)
}
