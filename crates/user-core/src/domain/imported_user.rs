//! A user of another program, as it was found there.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::PasswordHash;

/// One user of another program: plain data, judged by nobody yet.
#[derive(Clone, Debug, Default)]
pub struct ImportedUser {
    /// What the other program knows the user by. The id here is derived from it, so it must be the same in every run.
    pub external_id: String,
    /// The username, if there is one.
    pub username: Option<String>,
    /// The addresses.
    pub emails: Vec<ImportedEmail>,
    /// The password hash in a form that the hasher is told of; `None` for no password.
    pub password_hash: Option<PasswordHash>,
    /// Whether the account was shut by somebody.
    pub disabled: bool,
    /// The roles, as they were called there.
    pub roles: Vec<String>,
    /// When the account was made, if that is known.
    pub created_at: Option<DateTime<Utc>>,
    /// Whatever else was told of the user, by name: what the settings declare a field for is taken over.
    pub fields: BTreeMap<String, String>,
    /// What could not be read where the user was found.
    pub remarks: Vec<ImportRemark>,
}

/// One address of such a user.
#[derive(Clone, Debug, Default)]
pub struct ImportedEmail {
    /// The address.
    pub address: String,
    /// When it was confirmed, if it was.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether mails to the user went here.
    pub primary: bool,
}

/// Something that was not taken over as it was found. Never holds a password or a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportRemark {
    /// Why, for programs: a code of the book's list, such as `username.bad_characters`.
    pub code: String,
    /// The name, address, role or field it is about; empty where that would tell a secret.
    pub value: String,
}

impl ImportRemark {
    /// A remark about a value.
    pub fn new(code: impl Into<String>, value: impl Into<String>) -> Self {
        Self { code: code.into(), value: value.into() }
    }
}
