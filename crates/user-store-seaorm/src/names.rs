//! What the tables are called in this database.

use std::borrow::Cow;

use sea_orm::{DbBackend, Statement};
use thiserror::Error;

use crate::migration::TABLES;

/// How the names of all tables begin where nothing else was asked for.
const USUAL_PREFIX: &str = "user_";
/// With it the longest name of an index stays below the 63 bytes of PostgreSQL.
const LONGEST: usize = 24;

/// How an app has the tables named. Statements are written with the usual names, and get these on their way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    prefix: Option<String>,
    schema: Option<String>,
}

/// Why a name is not one for tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    /// It holds other characters than these, or too many.
    #[error("a prefix or schema has at most 24 of the characters a-z, 0-9 and _, and begins with a letter")]
    Malformed,
    /// Only PostgreSQL has schemas inside of a database.
    #[error("a schema can be named on PostgreSQL only; use a prefix, or a database of its own")]
    NoSchemas,
}

impl Names {
    /// Tables with this prefix in place of `user_`, in this schema.
    pub(crate) fn new(prefix: Option<&str>, schema: Option<&str>) -> Result<Self, NameError> {
        if prefix.into_iter().chain(schema).any(|name| !is_plain(name)) {
            return Err(NameError::Malformed);
        }
        let prefix = prefix.filter(|prefix| *prefix != USUAL_PREFIX);
        Ok(Self { prefix: prefix.map(str::to_owned), schema: schema.map(str::to_owned) })
    }

    /// The schema.
    pub(crate) fn schema(&self) -> Option<&str> {
        self.schema.as_deref()
    }

    /// What the table with this usual name is called, without its schema.
    pub(crate) fn table(&self, usual: &str) -> String {
        match (&self.prefix, usual.strip_prefix(USUAL_PREFIX)) {
            (Some(prefix), Some(rest)) => format!("{prefix}{rest}"),
            _ => usual.to_owned(),
        }
    }

    /// A statement with these names.
    pub(crate) fn statement(&self, mut statement: Statement) -> Statement {
        if let Cow::Owned(text) = self.text(&statement.sql, statement.db_backend) {
            statement.sql = text;
        }
        statement
    }

    /// The text of a statement with these names. Tables are found by their quotes: a text never holds a value of
    /// somebody's, those are bound.
    pub(crate) fn text<'sql>(&self, sql: &'sql str, backend: DbBackend) -> Cow<'sql, str> {
        if self.prefix.is_none() && self.schema.is_none() {
            return Cow::Borrowed(sql);
        }
        let quote = quote(backend);
        let mut text = self.with_prefixed_keys(sql, quote);
        for usual in TABLES {
            let mut named = format!("{quote}{}{quote}", self.table(usual));
            if let Some(schema) = &self.schema {
                named = format!("{quote}{schema}{quote}.{named}");
            }
            text = text.replace(&format!("{quote}{usual}{quote}"), &named);
        }
        Cow::Owned(text)
    }

    /// The same for a statement that makes or removes tables, where the schema is the one that is being used.
    pub(crate) fn definition(&self, sql: &str, backend: DbBackend) -> String {
        let unqualified = Self { schema: None, ..self.clone() };
        unqualified.text(sql, backend).into_owned()
    }

    /// Names of keys and indexes are shared by all tables of a schema, or of a database.
    fn with_prefixed_keys(&self, sql: &str, quote: char) -> String {
        let Some(prefix) = &self.prefix else { return sql.to_owned() };
        let mut text = sql.to_owned();
        for kind in ["uq_", "ix_", "fk_"] {
            text = text.replace(&format!("{quote}{kind}{USUAL_PREFIX}"), &format!("{quote}{kind}{prefix}"));
        }
        text
    }
}

/// What names are quoted with.
pub(crate) fn quote(backend: DbBackend) -> char {
    if backend == DbBackend::MySql { '`' } else { '"' }
}

fn is_plain(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.len() <= LONGEST
        && name.bytes().all(plain)
        && name.starts_with(|first: char| first.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_their_keys_get_the_prefix_and_columns_do_not() {
        let names = Names::new(Some("shop_"), None).unwrap();
        let sql = r#"CREATE INDEX "ix_user_email_user" ON "user_email" ("user_id")"#;

        let text = names.text(sql, DbBackend::Sqlite);

        assert_eq!(text, r#"CREATE INDEX "ix_shop_email_user" ON "shop_email" ("user_id")"#);
        assert_eq!(names.table("user_email"), "shop_email");
    }

    #[test]
    fn a_schema_qualifies_tables_wherever_they_stand() {
        let names = Names::new(None, Some("accounts")).unwrap();

        let text = names.text(r#"DELETE FROM "user_mail" WHERE "user_mail"."id" = $1"#, DbBackend::Postgres);

        assert_eq!(text, r#"DELETE FROM "accounts"."user_mail" WHERE "accounts"."user_mail"."id" = $1"#);
    }

    #[test]
    fn the_usual_names_cost_nothing() {
        let usual = Names::new(Some("user_"), None).unwrap();

        assert!(matches!(usual.text(r#"SELECT 1 FROM "user_mail""#, DbBackend::Sqlite), Cow::Borrowed(_)));
    }

    #[test]
    fn a_name_that_would_need_care_is_refused() {
        for name in ["", "Shop_", "1_", "_x", "a b", "a\"b", "a`", "ä_", "a-b", "a.b", &"a".repeat(25)] {
            assert_eq!(Names::new(Some(name), None), Err(NameError::Malformed), "{name}");
            assert_eq!(Names::new(None, Some(name)), Err(NameError::Malformed), "{name}");
        }
    }
}
