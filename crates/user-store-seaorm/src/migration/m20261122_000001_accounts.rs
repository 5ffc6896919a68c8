//! The tables, all of them: the first release makes them in one migration.

use sea_orm_migration::prelude::*;

use super::tables;

pub(super) struct Migration;

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
        for statement in tables::create(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in tables::drop(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}
