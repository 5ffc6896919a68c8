//! What tables and columns there are, and which is which.

use std::collections::BTreeMap;

use sea_orm::{DbBackend, DbErr, Statement};

use crate::OpenError;
use crate::reading::{Reading, failed};

/// A table: what it is called here, the names it usually has, and the columns that are read of it. Whatever else it has
/// is an app's own.
type Kind = (&'static str, &'static [&'static str], &'static [&'static str]);

const TABLES: [Kind; 7] = [
    (
        "user",
        &["user", "users"],
        &[
            "id",
            "username",
            "password",
            "email",
            "confirmed_at",
            "active",
            "created_at",
            "user_profile_id",
            "reset_password_token",
        ],
    ),
    (
        "user_auth",
        &["user_auth", "user_auths"],
        &[
            "id",
            "user_id",
            "username",
            "password",
            "email",
            "confirmed_at",
            "active",
            "created_at",
            "reset_password_token",
        ],
    ),
    ("user_email", &["user_email", "user_emails"], &["id", "user_id", "email", "confirmed_at", "is_primary"]),
    ("role", &["role", "roles"], &["id", "name"]),
    ("user_roles", &["user_roles", "users_roles", "roles_users", "user_role"], &["id", "user_id", "role_id"]),
    ("user_profile", &["user_profile", "user_profiles"], &["id", "user_id"]),
    ("user_invitation", &["user_invitation", "user_invitations", "user_invite", "user_invites"], &[]),
];

/// Columns that have other names in some versions.
const OTHER_NAMES: [(&str, &[&str]); 4] = [
    ("confirmed_at", &["confirmed_at", "email_confirmed_at"]),
    ("active", &["active", "is_active", "is_enabled"]),
    ("is_primary", &["is_primary", "primary"]),
    ("name", &["name", "role_name"]),
];

/// One table as it is there.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) name: String,
    /// What its columns are for, with their names.
    named: BTreeMap<String, String>,
    /// Every column with its type.
    types: BTreeMap<String, String>,
}

/// All of them.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) user: Table,
    pub(crate) auth: Option<Table>,
    pub(crate) email: Option<Table>,
    /// Roles, and who has which.
    pub(crate) roles: Option<(Table, Table)>,
    pub(crate) profile: Option<Table>,
    /// Tables whose rows are not taken over: what they are, and their names.
    pub(crate) unread: Vec<(&'static str, String)>,
}

impl Layout {
    pub(crate) async fn find(
        db: &Reading,
        tables: &BTreeMap<String, String>,
        columns: &BTreeMap<(String, String), String>,
    ) -> Result<Self, OpenError> {
        refuse_unknown(tables, columns)?;
        let present = names(db).await.map_err(failed)?;
        let mut found = BTreeMap::new();
        for (of, usual, read) in TABLES {
            let told = tables.get(of).map(String::as_str);
            let name = match told {
                Some(name) if !present.iter().any(|other| other == name) => {
                    return Err(OpenError::NoTable(of.to_owned()));
                }
                Some(name) => name,
                None => match usual.iter().find(|name| present.iter().any(|other| other == *name)) {
                    Some(name) => name,
                    None => continue,
                },
            };
            found.insert(of, Table::read(db, (of, read), name, columns).await?);
        }
        let user = found.remove("user").ok_or_else(|| OpenError::NoTable("user".to_owned()))?;
        user.demand("id")?;
        let layout = Self::of(user, found);
        layout.check()?;
        Ok(layout)
    }

    /// What cannot be brought together with users is left in `found`, and not read.
    fn of(user: Table, mut found: BTreeMap<&'static str, Table>) -> Self {
        let roles = if found.contains_key("role") && found.contains_key("user_roles") {
            found.remove("role").zip(found.remove("user_roles"))
        } else {
            None
        };
        let joins = |profile: &Table| {
            let own = user.column("user_profile_id").and(profile.column("id"));
            profile.column("user_id").or(own).is_some()
        };
        let profile =
            if found.get("user_profile").is_some_and(joins) { found.remove("user_profile") } else { None };
        let (auth, email) = (found.remove("user_auth"), found.remove("user_email"));
        let unread = found.into_iter().map(|(of, table)| (of, table.name)).collect();
        Self { user, auth, email, roles, profile, unread }
    }

    fn check(&self) -> Result<(), OpenError> {
        if let Some(auth) = &self.auth {
            auth.demand("user_id")?;
        }
        self.auth.as_ref().unwrap_or(&self.user).demand("password")?;
        if let Some(email) = &self.email {
            email.demand("user_id")?;
            email.demand("email")?;
        }
        if let Some((role, link)) = &self.roles {
            role.demand("id")?;
            role.demand("name")?;
            link.demand("user_id")?;
            link.demand("role_id")?;
        }
        Ok(())
    }
}

impl Table {
    async fn read(
        db: &Reading,
        (of, read): (&str, &[&str]),
        name: &str,
        told: &BTreeMap<(String, String), String>,
    ) -> Result<Self, OpenError> {
        let types = columns(db, name).await.map_err(failed)?;
        let mut named = BTreeMap::new();
        for column in read.iter().copied() {
            let usual = OTHER_NAMES.iter().find(|(other, _)| *other == column).map(|(_, names)| *names);
            let mut candidates = usual.unwrap_or_default().iter().copied().chain([column]);
            match told.get(&(of.to_owned(), column.to_owned())) {
                Some(told) if types.contains_key(told) => drop(named.insert(column.to_owned(), told.clone())),
                Some(_) => {
                    return Err(OpenError::NoColumn { table: name.to_owned(), column: column.to_owned() });
                }
                None => {
                    let found = candidates.find(|name| types.contains_key(*name));
                    named.extend(found.map(|name| (column.to_owned(), name.to_owned())));
                }
            }
        }
        Ok(Self { name: name.to_owned(), named, types })
    }

    /// The name of a column, if it is there.
    pub(crate) fn column(&self, of: &str) -> Option<&str> {
        self.named.get(of).map(String::as_str)
    }

    /// Of what type a column is.
    pub(crate) fn type_of(&self, of: &str) -> Option<&str> {
        self.types.get(self.column(of)?).map(String::as_str)
    }

    /// The columns that the app added.
    pub(crate) fn own_columns(&self) -> impl Iterator<Item = &str> {
        self.types.keys().map(String::as_str).filter(|name| !self.named.values().any(|read| read == name))
    }

    fn demand(&self, column: &str) -> Result<(), OpenError> {
        let missing = || OpenError::NoColumn { table: self.name.clone(), column: column.to_owned() };
        self.column(column).map(drop).ok_or_else(missing)
    }
}

/// A name that was told of nothing is a slip of the pen.
fn refuse_unknown(
    tables: &BTreeMap<String, String>,
    columns: &BTreeMap<(String, String), String>,
) -> Result<(), OpenError> {
    let is_table = |of: &str| TABLES.iter().any(|(table, ..)| *table == of);
    let is_read = |(of, column): &(String, String)| {
        TABLES.iter().any(|(table, _, read)| table == of && read.contains(&column.as_str()))
    };
    if let Some(of) = tables.keys().find(|of| !is_table(of)) {
        return Err(OpenError::Unknown(of.clone()));
    }
    let wrong = columns.keys().find(|told| !is_read(told));
    wrong.map_or(Ok(()), |(table, column)| Err(OpenError::Unknown(format!("{table}.{column}"))))
}

async fn names(db: &Reading) -> Result<Vec<String>, DbErr> {
    let sql = match db.backend() {
        DbBackend::Postgres => {
            "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = ANY(current_schemas(false))"
        }
        _ => "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')",
    };
    let rows = db.rows(Statement::from_string(db.backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn columns(db: &Reading, table: &str) -> Result<BTreeMap<String, String>, DbErr> {
    let sql = match db.backend() {
        DbBackend::Postgres => {
            "SELECT CAST(column_name AS text), CAST(udt_name AS text) FROM information_schema.columns \
             WHERE table_schema = ANY(current_schemas(false)) AND table_name = $1"
        }
        _ => "SELECT name, type FROM pragma_table_info($1)",
    };
    let statement = Statement::from_sql_and_values(db.backend(), sql, [table.into()]);
    let rows = db.rows(statement).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
