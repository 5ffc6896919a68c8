//! Single values.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// A moment as it is kept. Microseconds in a BIGINT, because the native types lose digits on two of three databases.
pub(crate) fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// A moment as it was kept.
pub(crate) fn moment(micros: i64) -> Result<DateTime<Utc>, DbErr> {
    DateTime::from_timestamp_micros(micros).ok_or_else(|| corrupt("time"))
}

/// The bytes of an id.
pub(crate) fn id(bytes: &[u8]) -> Result<[u8; 16], DbErr> {
    bytes.try_into().map_err(|_| corrupt("id"))
}

/// A row holds what the store never wrote. Names the kind of value and not the value, which may be personal.
pub(crate) fn corrupt(what: &str) -> DbErr {
    DbErr::Type(format!("a stored {what} cannot be read"))
}
