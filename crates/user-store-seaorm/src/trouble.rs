//! What can go wrong while changes are made, and what that means.

use sea_orm::{DbBackend, DbErr, RuntimeErr, SqlErr, sqlx};
use user_core::ports::{CommitError, PortError, Unique};

/// Why an attempt to commit ended.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A change found no row that fits.
    Refused(CommitError),
    /// A statement of the store failed.
    Failed(DbErr),
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
            Self::Failed(error) | Self::AppFailed(error) => is_transient(error, backend),
        }
    }

    /// What the caller of a commit is told. A constraint speaks of the store's tables only when the store's
    /// own statement ran into it.
    pub(crate) fn into_commit_error(self) -> CommitError {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Failed(error) => refusal(&error).unwrap_or_else(|| failed(error).into()),
            Self::AppFailed(error) => failed(error).into(),
        }
    }

    /// What the caller of anything else is told.
    pub(crate) fn into_port_error(self) -> PortError {
        match self.into_commit_error() {
            CommitError::Failed(error) => error,
            refusal => PortError::new("store", refusal),
        }
    }
}

/// The store did not work, because of this.
pub(crate) fn failed(error: DbErr) -> PortError {
    PortError::new("store", error)
}

/// Whether the error is the constraint that nobody has two primary addresses.
pub(crate) fn is_second_primary(error: &DbErr) -> bool {
    violated(error)
        .is_some_and(|constraint| constraint.ends_with(".primary_of") || constraint.ends_with("_primary_of"))
}

fn refusal(error: &DbErr) -> Option<CommitError> {
    if let Some(SqlErr::ForeignKeyConstraintViolation(_)) = error.sql_err() {
        return Some(CommitError::Gone);
    }
    let constraint = violated(error)?;
    let is = |key: &str| constraint.ends_with(key);
    if is("uq_user_account_username_key") || is("user_account.username_key") {
        return Some(CommitError::Taken(Unique::Username));
    }
    if is("uq_user_email_address_key") || is("user_email.address_key") {
        return Some(CommitError::Taken(Unique::Email));
    }
    None
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
        // PostgreSQL: administrator shut down, crashed, cannot connect now. MariaDB: connection was killed.
        Some(sqlx::Error::Database(error)) => {
            matches!(error.code().as_deref(), Some("57P01" | "57P02" | "57P03" | "70100"))
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
}
