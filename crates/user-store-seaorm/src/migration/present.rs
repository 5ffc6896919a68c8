//! What is there in the database: tables with their columns, and the foreign keys that lead to them.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};

use super::definitions;
use crate::names::Names;

/// Every column of every table in this schema or database.
const COLUMNS_OF_SQLITE: &str = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                                 WHERE m.type = 'table'";
const COLUMNS_OF_POSTGRES: &str = "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
     WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped";
const COLUMNS_OF_MYSQL: &str = "SELECT CONVERT(table_name USING utf8mb4), CONVERT(column_name USING utf8mb4) \
                                FROM information_schema.columns WHERE table_schema = DATABASE()";

/// Every foreign key that leads to a table in this schema or database: the table that it leads from, in which schema or
/// database that is if it is another one, its name, and the table that it leads to. SQLite gives it no name.
const KEYS_OF_SQLITE: &str = "SELECT m.name, NULL, f.\"from\", f.\"table\" FROM sqlite_master m \
                              JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id";
const KEYS_OF_POSTGRES: &str = "SELECT f.relname::text, CASE WHEN f.relnamespace <> t.relnamespace THEN f.relnamespace::regnamespace::text END, \
     k.conname::text, t.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid \
     JOIN pg_class t ON t.oid = k.confrelid WHERE k.contype = 'f' \
     AND t.relnamespace = current_schema()::regnamespace ORDER BY f.relname, k.conname";
const KEYS_OF_MYSQL: &str = "SELECT CONVERT(table_name USING utf8mb4), \
     CONVERT(CASE WHEN constraint_schema <> DATABASE() THEN constraint_schema END USING utf8mb4), \
     CONVERT(constraint_name USING utf8mb4), CONVERT(referenced_table_name USING utf8mb4) \
     FROM information_schema.referential_constraints WHERE unique_constraint_schema = DATABASE() \
     ORDER BY table_name, constraint_name";

/// A foreign key of the app that leads to a table of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForeignKey {
    /// Where it leads from, with its schema or database where that is another one.
    pub(crate) from: String,
    /// What it is called; on SQLite its column.
    pub(crate) name: String,
    /// The usual name of the table that it leads to.
    pub(crate) to: &'static str,
}

impl std::fmt::Display for ForeignKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.from, self.name)
    }
}

/// Whether every table is there with every column.
pub(super) async fn is_complete(names: &Names, tx: &DatabaseTransaction) -> Result<bool, DbErr> {
    let backend = tx.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => COLUMNS_OF_SQLITE,
        DbBackend::Postgres => COLUMNS_OF_POSTGRES,
        _ => COLUMNS_OF_MYSQL,
    };
    let mut there: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in tx.query_all_raw(Statement::from_string(backend, question)).await? {
        there.entry(row.try_get_by_index(0)?).or_default().insert(row.try_get_by_index(1)?);
    }
    let wanted = definitions::columns(backend);
    Ok(wanted.iter().all(|(usual, columns)| {
        there
            .get(&names.table(usual))
            .is_some_and(|found| columns.iter().all(|column| found.contains(column)))
    }))
}

/// The foreign keys of the app that lead to tables of the store, by table.
pub(super) async fn foreign_keys(names: &Names, tx: &DatabaseTransaction) -> Result<Vec<ForeignKey>, DbErr> {
    let backend = tx.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => KEYS_OF_SQLITE,
        DbBackend::Postgres => KEYS_OF_POSTGRES,
        _ => KEYS_OF_MYSQL,
    };
    let own = |table: &str| {
        let usual = definitions::TABLES.into_iter();
        usual.filter(|usual| names.table(usual).eq_ignore_ascii_case(table)).min()
    };
    let mut found = Vec::new();
    for row in tx.query_all_raw(Statement::from_string(backend, question)).await? {
        let (from, elsewhere): (String, Option<String>) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let (name, to): (String, String) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        if let (Some(to), true) = (own(&to), elsewhere.is_some() || own(&from).is_none()) {
            let from = elsewhere.map_or_else(|| from.clone(), |place| format!("{place}.{from}"));
            found.push(ForeignKey { from, name, to });
        }
    }
    Ok(found)
}
