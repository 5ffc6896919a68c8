//! Pictures of users.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use super::schema::{by_bytes, id, text};
use crate::entity::picture::{Column, Entity};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m20261123_000003_pictures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let mut table = Table::create()
            .table(Entity)
            .col(id(Column::Id).primary_key())
            .col(text(Column::SmallType, 32))
            .col(bytes(Column::Small, backend))
            .col(text(Column::LargeType, 32))
            .col(bytes(Column::Large, backend))
            .to_owned();
        by_bytes(&mut table, backend);
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(Entity).to_owned()).await
    }
}

/// A plain `BLOB` of MySQL ends at 64 KiB.
fn bytes(column: Column, backend: DbBackend) -> ColumnDef {
    let mut definition = ColumnDef::new(column);
    match backend {
        DbBackend::MySql => definition.custom(Alias::new("MEDIUMBLOB")),
        _ => definition.blob(),
    };
    definition.not_null().to_owned()
}
