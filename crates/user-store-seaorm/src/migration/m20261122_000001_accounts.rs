//! The tables, all of them: the first release makes them in one migration.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use super::{REMEMBERED_IN, definitions};
use crate::names::Names;

pub(super) struct Migration(pub(super) Names);

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261122_000001_accounts"
    }
}

/// Each statement leaves alone what is there already. MySQL and MariaDB commit every change of a table by itself, so a
/// run that was stopped has made some of it; the next run makes the rest.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.refuse_strangers(manager).await?;
        self.run(definitions::create(manager.get_database_backend()), manager).await
    }

    /// On MySQL and MariaDB it forgets first that the tables are there: a run that is stopped after that left some, and
    /// the next one, up or down, goes on.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::MySql {
            self.forget(manager).await?;
        }
        self.run(definitions::drop(manager.get_database_backend()), manager).await
    }
}

impl Migration {
    async fn forget(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let remembered_in = self.0.table(REMEMBERED_IN);
        if !manager.has_table(&remembered_in).await? {
            return Ok(());
        }
        let forget = Query::delete()
            .from_table(remembered_in)
            .and_where(Expr::col("version").eq(self.name()))
            .to_owned();
        manager.get_connection().execute(&forget).await.map(drop)
    }

    async fn run(&self, statements: Vec<String>, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let (db, backend) = (manager.get_connection(), manager.get_database_backend());
        for statement in statements {
            db.execute_unprepared(&self.0.definition(&statement, backend)).await?;
        }
        Ok(())
    }

    /// A table that has the name of one of these and is another one, such as Flask-User's `user_email`, is not built
    /// on.
    async fn refuse_strangers(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        for (usual, columns) in definitions::columns(manager.get_database_backend()) {
            let table = self.0.table(usual);
            if !manager.has_table(&table).await? {
                continue;
            }
            for column in columns {
                if !manager.has_column(&table, &column).await? {
                    return Err(DbErr::Custom(format!(
                        "the table {table} is there already and belongs to another program: give these tables \
                         another prefix (`database.prefix`) or a schema of their own (`database.schema`)"
                    )));
                }
            }
        }
        Ok(())
    }
}
