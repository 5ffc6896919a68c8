//! What can go wrong while changes are made, and what that means.

use sea_orm::{DbBackend, DbErr, RuntimeErr, SqlErr, sqlx};
use user_core::ports::{CommitError, Port, PortError, Unique};

use crate::names::Names;

/// Why an attempt to commit ended.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A change found no row that fits.
    Refused(CommitError),
    /// A statement of the store failed.
    Failed(DbErr),
    /// A foreign key was violated while a change wrote a row into the table with this usual name.
    Orphan(DbErr, &'static str),
    /// A statement of the app failed, in the same transaction.
    AppFailed(DbErr),
}

impl From<DbErr> for Trouble {
    fn from(error: DbErr) -> Self {
        Self::Failed(error)
    }
}

impl From<CommitError> for Trouble {
    fn from(refusal: CommitError) -> Self {
        Self::Refused(refusal)
    }
}

impl Trouble {
    /// Whether the same attempt may well succeed the next time: it lost against another one, and nothing of it
    /// was kept.
    pub(crate) fn is_transient(&self, backend: DbBackend) -> bool {
        match self {
            Self::Refused(_) => false,
            Self::Failed(error) | Self::Orphan(error, _) | Self::AppFailed(error) => {
                is_transient(error, backend)
            }
        }
    }

    /// The same, with a violated constraint of the store taken for what it means. One of the app's stays a failure, and
    /// so does everything that a statement of the app ran into.
    ///
    /// A foreign key means that a user is gone only where a change wrote a row that refers to one. What a deletion runs
    /// into is always a key of the app's, whatever its table is called.
    pub(crate) fn judged(self, names: &Names) -> Self {
        match self {
            Self::Failed(error) => refusal(&error, names).map_or(Self::Failed(error), Self::Refused),
            Self::Orphan(error, table) if is_key_of(&names.table(table), &error) => CommitError::Gone.into(),
            Self::Orphan(error, _) => Self::Failed(error),
            other => other,
        }
    }

    /// What the caller of a commit is told.
    pub(crate) fn into_commit_error(self) -> CommitError {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Failed(error) | Self::Orphan(error, _) | Self::AppFailed(error) => failed(error).into(),
        }
    }

    /// What the caller of anything else is told.
    pub(crate) fn into_port_error(self) -> PortError {
        match self.into_commit_error() {
            CommitError::Failed(error) => error,
            refusal => PortError::new(Port::Store, refusal),
        }
    }
}

/// The store did not work, because of this.
pub(crate) fn failed(error: DbErr) -> PortError {
    PortError::new(Port::Store, error)
}

/// Whether the error is the constraint that nobody has two primary addresses.
pub(crate) fn is_second_primary(error: &DbErr) -> bool {
    violated(error)
        .is_some_and(|constraint| constraint.ends_with(".primary_of") || constraint.ends_with("_primary_of"))
}

/// Whether the error is a violated foreign key, of ours or of the app.
pub(crate) fn is_foreign_key(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_)))
}

/// Whether the database refused the statement itself: a constraint or a trigger. The next statement may well succeed.
pub(crate) fn is_refusal(error: &DbErr) -> bool {
    database_error(error).is_some() && !is_disconnected(error)
}

fn refusal(error: &DbErr, names: &Names) -> Option<CommitError> {
    let constraint = violated(error)?;
    let is = |table: &str, column: &str| {
        let table = names.table(table);
        let index = format!("uq_{table}_{column}");
        constraint == index
            || constraint == format!("{table}.{index}")
            || constraint == format!("{table}.{column}")
    };
    if is("user_account", "username_key") {
        return Some(CommitError::Taken(Unique::Username));
    }
    if is("user_email", "address_key") {
        return Some(CommitError::Taken(Unique::Email));
    }
    let credential = names.table("user_credential");
    // SQLite names the columns of the index instead.
    if is("user_credential", "handle") || constraint == format!("{credential}.kind, {credential}.handle") {
        return Some(CommitError::Taken(Unique::Credential));
    }
    None
}

/// Whether the foreign key is one that the store made for this table. The app may have added its own to it, and a
/// trigger of the app may have written elsewhere. SQLite names none, see `commit::referrers`.
fn is_key_of(table: &str, error: &DbErr) -> bool {
    let Some(found) = database_error(error) else { return false };
    let message = found.message();
    let in_message = || message.rsplit_once("constraint fails (").and_then(|(_, key)| foreign_key_in(key));
    let key = found.table().zip(found.constraint()).or_else(in_message);
    let own = |constraint: &str| ["user", "email"].iter().any(|to| constraint == format!("fk_{table}_{to}"));
    key.is_some_and(|(from, constraint)| from == table && own(constraint))
}

/// Table and constraint in what MySQL and MariaDB say: `` `db`.`table`, CONSTRAINT `name` FOREIGN KEY … ``.
fn foreign_key_in(said: &str) -> Option<(&str, &str)> {
    let (table, rest) = said.split_once(", CONSTRAINT `")?;
    let (constraint, _) = rest.split_once('`')?;
    let (_, table) = table.rsplit_once(".`")?;
    Some((table.trim_end_matches('`'), constraint))
}

/// The name of the unique constraint that was violated, as `index`, `table.index` or `table.column`.
fn violated(error: &DbErr) -> Option<String> {
    let Some(SqlErr::UniqueConstraintViolation(message)) = error.sql_err() else { return None };
    if let Some(name) = database_error(error).and_then(|error| error.constraint().map(str::to_owned)) {
        return Some(name);
    }
    constraint_in(&message).map(str::to_owned)
}

/// The constraint that a message ends with. What comes before it may quote a visitor, who may write what he likes.
fn constraint_in(message: &str) -> Option<&str> {
    let mysql = message.rsplit_once(" for key '").map(|(_, name)| name.trim_end_matches('\''));
    mysql.or_else(|| message.strip_prefix("UNIQUE constraint failed: "))
}

fn is_transient(error: &DbErr, backend: DbBackend) -> bool {
    let Some(error) = database_error(error) else { return false };
    let code = error.code().unwrap_or_default();
    match backend {
        // Serialization failure, deadlock, lock not available.
        DbBackend::Postgres => matches!(code.as_ref(), "40001" | "40P01" | "55P03"),
        // SQLITE_BUSY and SQLITE_LOCKED, with whatever is added above the first byte.
        DbBackend::Sqlite => code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6)),
        _ => is_transient_mysql(error),
    }
}

/// Whether the connection was dead before it was used: the server was restarted, or closed it.
pub(crate) fn is_disconnected(error: &DbErr) -> bool {
    match driver_error(error) {
        Some(sqlx::Error::Io(_)) => true,
        // PgBouncer: its server went away. PostgreSQL: administrator shut down, crashed, cannot connect now. MariaDB:
        // connection was killed.
        Some(sqlx::Error::Database(error)) => {
            matches!(error.code().as_deref(), Some("08P01" | "57P01" | "57P02" | "57P03" | "70100"))
        }
        _ => false,
    }
}

#[cfg(feature = "mysql")]
fn is_transient_mysql(error: &dyn sqlx::error::DatabaseError) -> bool {
    // Lock wait time-out, deadlock, record changed since it was read.
    error
        .try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>()
        .is_some_and(|error| matches!(error.number(), 1205 | 1213 | 1020))
}

#[cfg(not(feature = "mysql"))]
fn is_transient_mysql(_error: &dyn sqlx::error::DatabaseError) -> bool {
    false
}

fn database_error(error: &DbErr) -> Option<&dyn sqlx::error::DatabaseError> {
    match driver_error(error) {
        Some(sqlx::Error::Database(error)) => Some(error.as_ref()),
        _ => None,
    }
}

fn driver_error(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error))
        | DbErr::Conn(RuntimeErr::SqlxError(error)) => Some(error.as_ref()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constraint_is_read_where_no_visitor_can_write() {
        let posing =
            "Duplicate entry 'x' for key 'uq_user_email_address_key' for key 'uq_user_account_username_key'";
        let cases = [
            (posing, Some("uq_user_account_username_key")),
            (
                "Duplicate entry 'ada' for key 'user_email.uq_user_email_address_key'",
                Some("user_email.uq_user_email_address_key"),
            ),
            ("UNIQUE constraint failed: user_email.address_key", Some("user_email.address_key")),
            ("something else", None),
        ];

        for (message, expected) in cases {
            assert_eq!(constraint_in(message), expected, "{message}");
        }
    }

    #[test]
    fn the_table_of_a_foreign_key_is_read_from_what_mariadb_says() {
        let said = "`shop`.`note`, CONSTRAINT `note_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`))";

        assert_eq!(foreign_key_in(said), Some(("note", "note_ibfk_1")));
        assert_eq!(foreign_key_in("something else"), None);
    }
}
