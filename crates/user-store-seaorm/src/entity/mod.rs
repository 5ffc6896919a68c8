//! The tables, as SeaORM entities: for apps that query accounts beside their own rows.
//!
//! Ids are UUIDs: `uuid` on PostgreSQL, sixteen bytes on the others. Times are microseconds since 1970 in UTC. Reading
//! is free; what is written past the store is not covered by its contract.

pub mod account;
pub mod challenge;
pub mod credential;
pub mod cursor;
pub mod email;
pub mod event;
pub mod invitation;
pub mod mail;
pub mod outcome;
pub mod picture;
pub mod role;
pub mod session;
pub mod throttle;
pub mod token;

use std::fmt;

use sea_orm::DeriveValueType;

/// A password hash as it is kept. It does not print.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct StoredHash(pub String);

impl fmt::Debug for StoredHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredHash(…)")
    }
}

/// What a row keeps of a secret, or of what nobody else is to read. It does not print.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct StoredBytes(pub Vec<u8>);

impl fmt::Debug for StoredBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredBytes(…)")
    }
}
