//! Single values.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;
use user_core::domain::EventPosition;

/// A moment as it is kept. Microseconds in a BIGINT, because the native types lose digits on two of three databases.
pub(crate) fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// A moment as it was kept.
pub(crate) fn moment(micros: i64) -> Result<DateTime<Utc>, DbErr> {
    DateTime::from_timestamp_micros(micros).ok_or_else(|| corrupt("time"))
}

/// A position as it is kept.
pub(crate) fn position(position: EventPosition) -> i64 {
    i64::try_from(position.number()).unwrap_or(i64::MAX)
}

/// An id as it is kept: in the database's own type.
pub(crate) fn uuid(bytes: &[u8; 16]) -> Uuid {
    Uuid::from_bytes(*bytes)
}

/// A row holds what the store never wrote. Names the kind of value and not the value, which may be personal.
pub(crate) fn corrupt(what: &str) -> DbErr {
    DbErr::Type(format!("a stored {what} cannot be read"))
}

/// What a row says, unless this program cannot read it: a newer one may have written it. It is set aside then, and
/// keeps nobody from the rows around it.
pub(crate) fn legible<T>(what: &'static str, row: Uuid, read: Result<T, DbErr>) -> Option<T> {
    read.inspect_err(|error| tracing::warn!(what, %row, %error, "a row that cannot be read was set aside"))
        .ok()
}

/// A part of a user that a newer program may have written otherwise, and without which the account is still the same
/// account. One that this program cannot read is left out.
pub(crate) fn readable<T>(what: &'static str, user: Uuid, read: Result<T, DbErr>) -> Option<T> {
    read.inspect_err(|error| tracing::warn!(what, %user, %error, "a part of a user was left out")).ok()
}
