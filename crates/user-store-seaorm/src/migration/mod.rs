//! The migrations. Combine [`Migrator`] with your own, or let the store run it.

mod definitions;
mod m20261122_000001_accounts;
mod present;
mod schema;

use sea_orm::{DatabaseTransaction, DbBackend, SqliteTransactionMode, Statement, TransactionOptions};
use sea_orm_migration::prelude::*;
use sea_orm_migration::{MigrationStatus, MigratorTraitSelf};

use crate::names::Names;
use crate::tables::Tables;

pub(crate) use definitions::TABLES;
pub(crate) use present::ForeignKey;

/// What was done is remembered here: in a table of its own, so that it stays out of the way of an app's migrations.
const REMEMBERED_IN: &str = "user_migration";

/// Makes and unmakes the tables, and remembers what it did in `user_migration`: a table of its own, so that it stays
/// out of the way of an app's migrations. `Migrator::default()` makes tables with their usual names.
#[derive(Clone, Debug, Default)]
pub struct Migrator {
    names: Names,
}

#[async_trait::async_trait]
impl MigratorTraitSelf for Migrator {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261122_000001_accounts::Migration(self.names.clone()))]
    }

    fn migration_table_name(&self) -> DynIden {
        self.names.table(REMEMBERED_IN).into_iden()
    }
}

impl Migrator {
    /// The statements that make every table, in order, for those who read them first or have them run by somebody else.
    /// Each leaves alone what is there already.
    pub fn statements(backend: DbBackend) -> Vec<String> {
        definitions::create(backend)
    }

    fn of(tables: &Tables) -> Self {
        Self { names: tables.names().clone() }
    }

    /// Whether any table is there, of all or of some that a run that was stopped made.
    async fn has_any(&self, manager: &SchemaManager<'_>) -> Result<bool, DbErr> {
        for usual in TABLES {
            if usual != REMEMBERED_IN && manager.has_table(self.names.table(usual)).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Makes what is missing, also of a step that is remembered and was undone in part since.
    async fn make(&self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        self.up(tx, None).await?;
        if present::is_complete(&self.names, tx).await? {
            return Ok(());
        }
        m20261122_000001_accounts::Migration(self.names.clone()).up(&SchemaManager::new(tx)).await
    }

    /// Refuses to remove tables that the app's refer to, before anything is removed: MySQL and MariaDB commit every
    /// change of a table by itself, and would keep some.
    async fn refuse_referrers(&self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
        let keys = present::foreign_keys(&self.names, tx).await?;
        if keys.is_empty() {
            return Ok(());
        }
        let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
        Err(DbErr::Custom(format!(
            "tables of the app refer to those that would be removed; drop these foreign keys first: {}",
            keys.join(", ")
        )))
    }

    /// Undoes the last steps, or what a run left that was stopped before it could remember its step.
    async fn undo(&self, tx: &DatabaseTransaction, steps: u32) -> Result<(), DbErr> {
        self.refuse_referrers(tx).await?;
        let all = self.get_migration_with_status(tx).await?;
        if all.iter().any(|one| one.status() == MigrationStatus::Applied) {
            return self.down(tx, Some(steps)).await;
        }
        let manager = SchemaManager::new(tx);
        if !self.has_any(&manager).await? {
            return Err(DbErr::Custom("there are no tables to remove".to_owned()));
        }
        m20261122_000001_accounts::Migration(self.names.clone()).down(&manager).await
    }
}

/// Makes what is missing, while nobody else does.
pub(crate) async fn up(tables: &Tables) -> Result<(), DbErr> {
    let tx = begin_alone(tables).await?;
    let made = async {
        make_schema(tables, &tx).await?;
        use_schema(tables, &tx).await?;
        Migrator::of(tables).make(&tx).await
    };
    end(made.await, tx).await
}

/// Undoes the last steps, while nobody else does. Nothing to undo is an error.
pub(crate) async fn down(tables: &Tables, steps: u32) -> Result<(), DbErr> {
    let tx = begin_alone(tables).await?;
    let undone = async {
        use_schema(tables, &tx).await?;
        Migrator::of(tables).undo(&tx, steps).await
    };
    end(undone.await, tx).await
}

/// Every migration, and whether it has been made and what it made is there.
pub(crate) async fn status(tables: &Tables) -> Result<Vec<(String, bool)>, DbErr> {
    let tx = tables.begin(TransactionOptions::default()).await?;
    use_schema(tables, &tx).await?;
    let all = Migrator::of(tables).get_migration_with_status_read_only(&tx).await?;
    let is_complete = present::is_complete(tables.names(), &tx).await?;
    tx.rollback().await?;
    let applied = |status| is_complete && status == MigrationStatus::Applied;
    Ok(all.iter().map(|one| (one.name().to_owned(), applied(one.status()))).collect())
}

/// The foreign keys of the app that lead to tables of the store.
pub(crate) async fn foreign_keys(tables: &Tables) -> Result<Vec<ForeignKey>, DbErr> {
    let tx = tables.begin(TransactionOptions::default()).await?;
    use_schema(tables, &tx).await?;
    let keys = present::foreign_keys(tables.names(), &tx).await?;
    tx.rollback().await?;
    Ok(keys)
}

/// MySQL ends a transaction at every change of a table, so there the lock belongs to the connection.
const MYSQL_LOCK: &str = "SELECT GET_LOCK(CONCAT('user_migration.', MD5(DATABASE())), 60)";
const MYSQL_UNLOCK: &str = "SELECT RELEASE_LOCK(CONCAT('user_migration.', MD5(DATABASE())))";
/// Ends with the transaction, so that it is held on the right server behind a pooler, too.
const POSTGRES_LOCK: &str = "SELECT 1 FROM pg_advisory_xact_lock(hashtext('user_migration'))";

async fn begin_alone(tables: &Tables) -> Result<DatabaseTransaction, DbErr> {
    let backend = tables.connection().get_database_backend();
    let options = TransactionOptions {
        sqlite_transaction_mode: (backend == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = tables.begin(options).await?;
    let held = match backend {
        DbBackend::MySql => is_one(&tx, MYSQL_LOCK).await?,
        DbBackend::Postgres => is_one(&tx, POSTGRES_LOCK).await?,
        _ => true,
    };
    if held { Ok(tx) } else { Err(DbErr::Custom("another node has been migrating for a minute".to_owned())) }
}

async fn end(result: Result<(), DbErr>, tx: DatabaseTransaction) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::MySql {
        // A connection that is lost has let go of the lock by itself.
        if let Err(error) = is_one(&tx, MYSQL_UNLOCK).await {
            tracing::debug!(%error, "the lock of the migrations could not be given back");
        }
    }
    match result {
        Ok(()) => tx.commit().await,
        Err(error) => tx.rollback().await.and(Err(error)),
    }
}

/// Makes the schema where it is missing. Asked first: without the right to make one, one that is there is used.
async fn make_schema(tables: &Tables, tx: &DatabaseTransaction) -> Result<(), DbErr> {
    let Some(schema) = tables.names().schema() else { return Ok(()) };
    let there = "SELECT 1 FROM pg_namespace WHERE nspname = $1";
    let asked = Statement::from_sql_and_values(tx.get_database_backend(), there, [schema.into()]);
    if tx.query_one_raw(asked).await?.is_none() {
        tx.execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS \"{schema}\"")).await?;
    }
    Ok(())
}

async fn use_schema(tables: &Tables, tx: &DatabaseTransaction) -> Result<(), DbErr> {
    let Some(schema) = tables.names().schema() else { return Ok(()) };
    tx.execute_unprepared(&format!("SET LOCAL search_path TO \"{schema}\"")).await.map(drop)
}

async fn is_one(tx: &DatabaseTransaction, question: &str) -> Result<bool, DbErr> {
    let asked = Statement::from_string(tx.get_database_backend(), question);
    let Some(answer) = tx.query_one_raw(asked).await? else { return Ok(false) };
    let number = match tx.get_database_backend() {
        DbBackend::MySql => answer.try_get_by_index::<Option<i64>>(0)?,
        _ => answer.try_get_by_index::<Option<i32>>(0)?.map(i64::from),
    };
    Ok(number == Some(1))
}
