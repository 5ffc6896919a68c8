//! The users, one after the other.

use std::collections::{BTreeMap, VecDeque};

use async_trait::async_trait;
use sea_orm::{DatabaseConnection, DbErr};
use user_core::domain::{ImportRemark, ImportedEmail, ImportedUser, PasswordHash};
use user_core::ports::{PortError, UserSource};

use crate::database::HashMode;
use crate::layout::Layout;
use crate::read::{self, Columns, Row};
use crate::value::{is_true, moment};

/// The users of a Flask-User database, in order of their id.
#[derive(Debug)]
pub struct FlaskUsers {
    db: DatabaseConnection,
    layout: Layout,
    columns: Columns,
    hash_mode: HashMode,
    last: Option<String>,
    waiting: VecDeque<ImportedUser>,
}

/// Addresses and roles by the id of their user.
#[derive(Default)]
struct Belongings {
    emails: BTreeMap<String, Vec<Row>>,
    roles: BTreeMap<String, Vec<String>>,
}

impl FlaskUsers {
    pub(crate) fn new(db: DatabaseConnection, layout: Layout, hash_mode: HashMode) -> Self {
        let columns = Columns::of(&layout);
        Self { db, layout, columns, hash_mode, last: None, waiting: VecDeque::new() }
    }

    /// Reads the next page.
    async fn page(&mut self) -> Result<(), DbErr> {
        let rows = read::users(&self.db, (&self.layout, &self.columns), self.last.as_deref()).await?;
        let id = |row: &Row| self.columns.value(row, "id").map(str::to_owned);
        let Some((first, last)) = rows.first().and_then(id).zip(rows.last().and_then(id)) else {
            return Ok(());
        };
        let mut belongings = self.belongings((&first, &last)).await?;
        let users = rows.iter().map(|row| self.user(row, &mut belongings)).collect();
        self.waiting = users;
        self.last = Some(last);
        Ok(())
    }

    async fn belongings(&self, range: (&str, &str)) -> Result<Belongings, DbErr> {
        let mut belongings = Belongings::default();
        if let Some(table) = &self.layout.email {
            for row in read::emails(&self.db, table, range).await? {
                let user = row.at(0).unwrap_or_default().to_owned();
                belongings.emails.entry(user).or_default().push(row);
            }
        }
        if let Some(tables) = &self.layout.roles {
            for row in read::roles(&self.db, tables, range).await? {
                let (user, role) = (row.at(0).unwrap_or_default(), row.at(1).unwrap_or_default());
                belongings.roles.entry(user.to_owned()).or_default().push(role.to_owned());
            }
        }
        Ok(belongings)
    }

    fn user(&self, row: &Row, belongings: &mut Belongings) -> ImportedUser {
        let value = |of| self.columns.value(row, of);
        let id = value("id").unwrap_or_default();
        let mut remarks = Vec::new();
        let mut emails = Vec::new();
        if let Some(address) = value("email").filter(|address| !address.is_empty()) {
            emails.push(email(address, value("confirmed_at"), true, &mut remarks));
        }
        for row in belongings.emails.remove(id).unwrap_or_default() {
            let primary = row.at(3).is_some_and(is_true);
            emails.push(email(row.at(1).unwrap_or_default(), row.at(2), primary, &mut remarks));
        }
        ImportedUser {
            external_id: id.to_owned(),
            username: value("username").map(str::to_owned),
            disabled: self.is_disabled(value("active"), &emails),
            emails,
            password_hash: self.password_hash(value("password"), &mut remarks),
            roles: belongings.roles.remove(id).unwrap_or_default(),
            created_at: value("created_at").and_then(moment),
            fields: self.columns.fields(row).map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            remarks,
        }
    }

    /// Up to 0.5 a user was inactive until the address was confirmed; later that is shut by somebody. The column for reset
    /// tokens tells which it is: 0.6 dropped it.
    fn is_disabled(&self, active: Option<&str>, emails: &[ImportedEmail]) -> bool {
        let waits = !emails.is_empty() && emails.iter().all(|email| email.confirmed_at.is_none());
        let pending = waits && self.layout.user.column("reset_password_token").is_some();
        active.is_some_and(|active| !is_true(active)) && !pending
    }

    fn password_hash(&self, stored: Option<&str>, remarks: &mut Vec<ImportRemark>) -> Option<PasswordHash> {
        let stored = stored?;
        if stored.is_empty() {
            remarks.push(ImportRemark::new("password.empty", ""));
            return None;
        }
        Some(PasswordHash::new(self.hash_mode.mark(stored.to_owned())))
    }
}

fn email(
    address: &str,
    confirmed_at: Option<&str>,
    primary: bool,
    remarks: &mut Vec<ImportRemark>,
) -> ImportedEmail {
    let read = confirmed_at.and_then(moment);
    if let (Some(text), None) = (confirmed_at, read) {
        remarks.push(ImportRemark::new("confirmed_at.malformed", text));
    }
    ImportedEmail { address: address.to_owned(), confirmed_at: read, primary }
}

#[async_trait]
impl UserSource for FlaskUsers {
    async fn count(&mut self) -> Result<u64, PortError> {
        read::count(&self.db, &self.layout).await.map_err(port_error)
    }

    async fn next(&mut self, limit: usize) -> Result<Vec<ImportedUser>, PortError> {
        if self.waiting.is_empty() {
            self.page().await.map_err(port_error)?;
        }
        Ok(self.waiting.drain(..limit.min(self.waiting.len())).collect())
    }
}

fn port_error(error: DbErr) -> PortError {
    PortError::new("user source", error)
}
