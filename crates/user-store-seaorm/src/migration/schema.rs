//! Columns, keys and indexes as all migrations write them.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use crate::entity::account;

/// Keys decide by bytes, whatever the server's default says about capitals and accents.
pub(super) fn by_bytes(table: &mut TableCreateStatement, backend: DbBackend) {
    if backend == DbBackend::MySql {
        table.engine("InnoDB").character_set("utf8mb4").collate("utf8mb4_bin");
    }
}

pub(super) fn id(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).binary_len(16).not_null().to_owned()
}

pub(super) fn optional_id(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).binary_len(16).null().to_owned()
}

pub(super) fn text(column: impl IntoIden, length: u32) -> ColumnDef {
    ColumnDef::new(column).string_len(length).not_null().to_owned()
}

pub(super) fn optional_text(column: impl IntoIden, length: u32) -> ColumnDef {
    ColumnDef::new(column).string_len(length).null().to_owned()
}

pub(super) fn number(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).big_integer().not_null().to_owned()
}

pub(super) fn optional_number(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).big_integer().null().to_owned()
}

/// What is a user's goes with the user.
pub(super) fn of_user(
    table: impl IntoTableRef,
    column: impl IntoIden,
    name: &str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(name)
        .from(table, column)
        .to(account::Entity, account::Column::Id)
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

pub(super) fn index(name: &str, table: impl IntoTableRef, columns: Vec<DynIden>) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(column);
    }
    index
}

pub(super) fn unique(name: &str, table: impl IntoTableRef, column: impl IntoIden) -> IndexCreateStatement {
    index(name, table, vec![column.into_iden()]).unique().to_owned()
}
