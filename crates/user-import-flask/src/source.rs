//! The users, one after the other.

use std::collections::{BTreeMap, VecDeque};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use user_core::domain::{ImportRemark, ImportedEmail, ImportedUser, PasswordHash};
use user_core::ports::{PortError, UserSource};

use crate::database::HashMode;
use crate::layout::Layout;
use crate::read::{self, Columns, Row};
use crate::reading::{Reading, failed};
use crate::value::{is_true, moment};

/// The users of a Flask-User database: first those who proved an address or have none, then the others, each in order
/// of their id. So nobody loses an address to somebody who never proved it.
#[derive(Debug)]
pub struct FlaskUsers {
    db: Reading,
    layout: Layout,
    columns: Columns,
    hash_mode: HashMode,
    last: Option<String>,
    round: Round,
    /// Whether somebody was passed over in the first round.
    some_wait: bool,
    waiting: VecDeque<ImportedUser>,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Round {
    Proven,
    Unproven,
    Over,
}

/// Addresses and roles by the id of their user.
#[derive(Default)]
struct Belongings {
    emails: BTreeMap<String, Vec<Row>>,
    roles: BTreeMap<String, Vec<Row>>,
}

impl FlaskUsers {
    pub(crate) fn new(db: Reading, layout: Layout, hash_mode: HashMode) -> Self {
        let columns = Columns::of(&layout);
        let (last, round, some_wait, waiting) = (None, Round::Proven, false, VecDeque::new());
        Self { db, layout, columns, hash_mode, last, round, some_wait, waiting }
    }

    /// Reads on until there is somebody.
    async fn fill(&mut self) -> Result<(), DbErr> {
        while self.waiting.is_empty() && self.round != Round::Over {
            let Some(users) = self.page().await? else {
                self.last = None;
                let has_second = self.round == Round::Proven && self.some_wait;
                self.round = if has_second { Round::Unproven } else { Round::Over };
                continue;
            };
            let all = users.len();
            let turn = self.round == Round::Proven;
            self.waiting = users.into_iter().filter(|user| has_proven(user) == turn).collect();
            self.some_wait |= self.waiting.len() < all;
        }
        Ok(())
    }

    /// The next page; none after the last one.
    async fn page(&mut self) -> Result<Option<Vec<ImportedUser>>, DbErr> {
        let rows = read::users(&self.db, (&self.layout, &self.columns), self.last.as_deref()).await?;
        let id = |row: &Row| self.columns.value(row, "id").map(str::to_owned);
        let (Some(head), Some(tail)) = (rows.first(), rows.last()) else { return Ok(None) };
        let (Some(first), Some(last)) = (id(head), id(tail)) else {
            return Err(DbErr::Custom("an id of a user cannot be read".to_owned()));
        };
        let mut belongings = self.belongings((&first, &last)).await?;
        let mut users: Vec<ImportedUser> = Vec::with_capacity(rows.len());
        for row in &rows {
            match users.last_mut() {
                Some(user) if Some(user.external_id.as_str()) == self.columns.value(row, "id") => {
                    let also = self.columns.value(row, "username").unwrap_or_default();
                    user.remarks.push(ImportRemark::new("import.several_rows", also));
                }
                _ => users.push(self.user(row, &mut belongings)),
            }
        }
        self.last = Some(last);
        Ok(Some(users))
    }

    async fn belongings(&self, range: (&str, &str)) -> Result<Belongings, DbErr> {
        let mut belongings = Belongings::default();
        let of = |row: &Row| row.at(0).unwrap_or_default().to_owned();
        if let Some(table) = &self.layout.email {
            for row in read::emails(&self.db, table, range).await? {
                belongings.emails.entry(of(&row)).or_default().push(row);
            }
        }
        if let Some(tables) = &self.layout.roles {
            for row in read::roles(&self.db, tables, range).await? {
                belongings.roles.entry(of(&row)).or_default().push(row);
            }
        }
        Ok(belongings)
    }

    /// Rows of tables that are not taken over, and rows that name no user there is.
    async fn count_what_is_left(&self) -> Result<BTreeMap<String, u64>, DbErr> {
        let mut left = BTreeMap::new();
        for (of, name) in &self.layout.unread {
            left.insert((*of).to_owned(), read::count(&self.db, name).await?);
        }
        let roles = self.layout.roles.as_ref().map(|(_, link)| ("user_roles", link));
        let email = self.layout.email.as_ref().map(|table| ("user_email", table));
        let auth = self.layout.auth.as_ref().map(|table| ("user_auth", table));
        for (of, table) in [auth, email, roles].into_iter().flatten() {
            let orphans = read::count_orphans(&self.db, table, &self.layout.user).await?;
            left.insert(format!("{of} of nobody"), orphans);
        }
        left.retain(|_, count| *count > 0);
        Ok(left)
    }

    fn user(&self, row: &Row, belongings: &mut Belongings) -> ImportedUser {
        let value = |of| self.columns.value(row, of);
        let id = value("id").unwrap_or_default();
        let unreadable = self.columns.unreadable(row);
        let mut remarks: Vec<_> =
            unreadable.map(|column| ImportRemark::new("import.not_utf8", column)).collect();
        let mut emails = Vec::new();
        if let Some(address) = value("email").filter(|address| !address.is_empty()) {
            emails.push(email(address, value("confirmed_at"), true, &mut remarks));
        }
        for row in belongings.emails.remove(id).unwrap_or_default() {
            let (address, primary) = (row.at(1).unwrap_or_default(), row.at(3).is_some_and(is_true));
            if row.is_unreadable() {
                remarks.push(ImportRemark::new("import.not_utf8", address));
            } else {
                emails.push(email(address, row.at(2), primary, &mut remarks));
            }
        }
        let roles = belongings.roles.remove(id).unwrap_or_default();
        ImportedUser {
            external_id: id.to_owned(),
            username: value("username").map(str::to_owned),
            disabled: self.is_disabled(value("active"), &emails, &mut remarks),
            emails,
            password_hash: self.password_hash(value("password"), &mut remarks),
            roles: roles.iter().filter_map(|row| role(row, &mut remarks)).collect(),
            created_at: at(value("created_at"), "created_at", &mut remarks),
            fields: self.columns.fields(row).map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            remarks,
        }
    }

    /// Up to 0.5 a user was inactive until the address was confirmed; later that is shut by somebody. The column for
    /// reset tokens tells which it is: 0.6 dropped it. Where nothing is said the original lets nobody in.
    fn is_disabled(
        &self,
        active: Option<&str>,
        emails: &[ImportedEmail],
        remarks: &mut Vec<ImportRemark>,
    ) -> bool {
        let waits = !emails.is_empty() && emails.iter().all(|email| email.confirmed_at.is_none());
        let pending = waits && self.layout.user.column("reset_password_token").is_some();
        if active.is_none() && self.columns.has("active") {
            remarks.push(ImportRemark::new("active.unknown", ""));
            return true;
        }
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
    let confirmed_at = at(confirmed_at, "confirmed_at", remarks);
    ImportedEmail { address: address.to_owned(), confirmed_at, primary }
}

fn at(text: Option<&str>, of: &str, remarks: &mut Vec<ImportRemark>) -> Option<DateTime<Utc>> {
    let (text, read) = (text?, text.and_then(moment));
    if read.is_none() {
        remarks.push(ImportRemark::new(format!("{of}.malformed"), text));
    }
    read
}

/// The name of a role, if there is such a role.
fn role(row: &Row, remarks: &mut Vec<ImportRemark>) -> Option<String> {
    if row.at(1).is_none() {
        remarks.push(ImportRemark::new("role.unknown", row.at(2).unwrap_or_default()));
    }
    row.at(1).map(str::to_owned)
}

/// A user without an address has none that another could have proven.
fn has_proven(user: &ImportedUser) -> bool {
    user.emails.is_empty() || user.emails.iter().any(|email| email.confirmed_at.is_some())
}

#[async_trait]
impl UserSource for FlaskUsers {
    async fn count(&mut self) -> Result<u64, PortError> {
        read::count(&self.db, &self.layout.user.name).await.map_err(failed)
    }

    async fn next(&mut self, limit: usize) -> Result<Vec<ImportedUser>, PortError> {
        if self.waiting.is_empty() {
            self.fill().await.map_err(failed)?;
        }
        Ok(self.waiting.drain(..limit.min(self.waiting.len())).collect())
    }

    async fn left_behind(&mut self) -> Result<BTreeMap<String, u64>, PortError> {
        self.count_what_is_left().await.map_err(failed)
    }
}
