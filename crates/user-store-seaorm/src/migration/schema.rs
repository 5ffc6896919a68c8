//! Columns, keys and indexes as all tables write them.

use sea_orm::{DbBackend, EntityTrait, Iden};
use sea_orm_migration::prelude::*;

use crate::entity::account;

/// A table with its indexes.
pub(super) struct Made {
    pub(super) table: TableCreateStatement,
    pub(super) indexes: Vec<IndexCreateStatement>,
}

/// Writes columns for one kind of database.
#[derive(Clone, Copy)]
pub(super) struct Columns(pub(super) DbBackend);

impl Columns {
    /// An id in the database's own type: `uuid` on PostgreSQL, sixteen bytes elsewhere.
    pub(super) fn id(self, column: impl IntoIden) -> ColumnDef {
        self.sixteen_bytes(column).not_null().to_owned()
    }

    pub(super) fn optional_id(self, column: impl IntoIden) -> ColumnDef {
        self.sixteen_bytes(column).null().to_owned()
    }

    fn sixteen_bytes(self, column: impl IntoIden) -> ColumnDef {
        let mut definition = ColumnDef::new(column);
        match self.0 {
            DbBackend::Postgres => definition.uuid(),
            _ => definition.binary_len(16),
        };
        definition
    }

    /// Bytes of a file. A plain `BLOB` of MySQL ends at 64 KiB.
    pub(super) fn bytes(self, column: impl IntoIden) -> ColumnDef {
        let mut definition = ColumnDef::new(column);
        match self.0 {
            DbBackend::MySql => definition.custom(Alias::new("MEDIUMBLOB")),
            _ => definition.blob(),
        };
        definition.not_null().to_owned()
    }

    /// A few bytes of any length up to this one, which an index can hold.
    pub(super) fn short_bytes(self, column: impl IntoIden, length: u32) -> ColumnDef {
        let mut definition = ColumnDef::new(column);
        match self.0 {
            DbBackend::MySql => definition.var_binary(length),
            _ => definition.blob(),
        };
        definition.not_null().to_owned()
    }
}

pub(super) fn text(column: impl IntoIden, length: u32) -> ColumnDef {
    ColumnDef::new(column).string_len(length).not_null().to_owned()
}

pub(super) fn optional_text(column: impl IntoIden, length: u32) -> ColumnDef {
    ColumnDef::new(column).string_len(length).null().to_owned()
}

pub(super) fn long_text(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).text().not_null().to_owned()
}

pub(super) fn optional_long_text(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).text().null().to_owned()
}

pub(super) fn number(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).big_integer().not_null().to_owned()
}

pub(super) fn optional_number(column: impl IntoIden) -> ColumnDef {
    ColumnDef::new(column).big_integer().null().to_owned()
}

/// A foreign key to the users: what is a user's goes with the user.
pub(super) fn of_user<E: EntityTrait>(table: E, column: E::Column) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{}_user", table.table_name()))
        .from(table, column)
        .to(account::Entity, account::Column::Id)
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// An index `ix_<table>_<name>` on these columns.
pub(super) fn index<E: EntityTrait>(table: E, name: &str, columns: &[E::Column]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{}_{name}", table.table_name())).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// A unique index `uq_<table>_<column>`.
pub(super) fn unique<E: EntityTrait>(table: E, column: E::Column) -> IndexCreateStatement {
    unique_within(table, &[], column)
}

/// A unique index `uq_<table>_<column>`, where the column is unique among the rows that have these other ones in
/// common.
pub(super) fn unique_within<E: EntityTrait>(
    table: E,
    others: &[E::Column],
    column: E::Column,
) -> IndexCreateStatement {
    let name = format!("uq_{}_{}", table.table_name(), column.unquoted());
    let mut index = Index::create();
    index.unique().name(name).table(table);
    for column in others.iter().copied().chain([column]) {
        index.col(column);
    }
    index
}
