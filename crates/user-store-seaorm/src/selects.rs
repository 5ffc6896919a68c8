//! The look-ups that every request makes, written once per store and only bound afterwards.
//!
//! A user, with session where asked for, is one statement: user and session joined, addresses and roles joined on the
//! left. That gives addresses × roles rows, which are few and are told apart while they are read.

use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Order, Query, SelectStatement};
use sea_orm::{DbBackend, DbErr, QueryResult, Statement, TryGetable, Value};

use crate::entity::{account, credential, email, role, session};
use crate::rows::uuid;

/// The texts of the look-ups, with placeholders.
#[derive(Debug)]
pub(crate) struct Selects {
    backend: DbBackend,
    by_id: String,
    by_username: String,
    by_email: String,
    first_page: String,
    page: String,
    session: String,
    credential: String,
}

/// The columns that are read, table by table. What is known already or follows from another one is left where it is:
/// the driver copies every value from the thread of the database to the caller's, for every request.
const ACCOUNT_COLUMNS: [account::Column; 13] = [
    account::Column::Id,
    account::Column::Username,
    account::Column::PasswordHash,
    account::Column::Status,
    account::Column::Locale,
    account::Column::TimeZone,
    account::Column::Profile,
    account::Column::Picture,
    account::Column::DeviceEpoch,
    account::Column::CreatedAt,
    account::Column::LastSignedInAt,
    account::Column::DeletionAt,
    account::Column::Revision,
];
const EMAIL_COLUMNS: [email::Column; 4] =
    [email::Column::Id, email::Column::Address, email::Column::ConfirmedAt, email::Column::PrimaryOf];
const SESSION_COLUMNS: [session::Column; 9] = [
    session::Column::Generation,
    session::Column::PresentedAt,
    session::Column::CreatedAt,
    session::Column::LastSeenAt,
    session::Column::ExpiresAt,
    session::Column::Persistent,
    session::Column::Proofs,
    session::Column::UserAgent,
    session::Column::Address,
];

const CREDENTIAL_COLUMNS: [credential::Column; 8] = [
    credential::Column::Id,
    credential::Column::Secret,
    credential::Column::Label,
    credential::Column::Data,
    credential::Column::Count,
    credential::Column::CreatedAt,
    credential::Column::LastUsedAt,
    credential::Column::ExpiresAt,
];

/// Where the columns of each table begin in a row.
pub(crate) const EMAIL: usize = ACCOUNT_COLUMNS.len();
pub(crate) const ROLE: usize = EMAIL + EMAIL_COLUMNS.len();
pub(crate) const SESSION: usize = ROLE + 1;
pub(crate) const CREDENTIAL: usize = ROLE + 1;

impl Selects {
    /// Writes the look-ups for this kind of database.
    pub(crate) fn new(backend: DbBackend) -> Self {
        let text = |select: SelectStatement| backend.build(&select).sql;
        Self {
            backend,
            by_id: text(by_id()),
            by_username: text(by_username()),
            by_email: text(by_email()),
            first_page: text(page(None)),
            page: text(page(Some(placeholder()))),
            session: text(by_session()),
            credential: text(by_credential()),
        }
    }

    /// The user with this id.
    pub(crate) fn by_id(&self, id: &[u8; 16]) -> Statement {
        self.bind(&self.by_id, [uuid(id).into()])
    }

    /// The user with this canonical username.
    pub(crate) fn by_username(&self, key: &str) -> Statement {
        self.bind(&self.by_username, [key.into()])
    }

    /// The user who holds the address with this canonical key.
    pub(crate) fn by_email(&self, key: &str) -> Statement {
        self.bind(&self.by_email, [key.into()])
    }

    /// The session with this id and its user.
    pub(crate) fn session(&self, id: &[u8; 16]) -> Statement {
        self.bind(&self.session, [uuid(id).into()])
    }

    /// The credential of this kind with this handle, and its user.
    pub(crate) fn credential(&self, kind: &str, handle: &str) -> Statement {
        self.bind(&self.credential, [kind.into(), handle.as_bytes().into()])
    }

    /// This many users after this id, or from the first one on, in order of id.
    pub(crate) fn page(&self, after: Option<&[u8; 16]>, limit: u32) -> Statement {
        let limit = i64::from(limit).into();
        match after {
            Some(after) => self.bind(&self.page, [uuid(after).into(), limit]),
            None => self.bind(&self.first_page, [limit]),
        }
    }

    fn bind<const N: usize>(&self, text: &str, values: [Value; N]) -> Statement {
        Statement::from_sql_and_values(self.backend, text, values)
    }
}

/// Reads the columns of a row by position, one after the other.
pub(crate) struct Cursor<'row> {
    row: &'row QueryResult,
    next: usize,
}

impl<'row> Cursor<'row> {
    /// Begins at this column.
    pub(crate) fn at(row: &'row QueryResult, column: usize) -> Self {
        Self { row, next: column }
    }

    /// The next value.
    pub(crate) fn take<T: TryGetable>(&mut self) -> Result<T, DbErr> {
        let value = self.row.try_get_by_index(self.next)?;
        self.next += 1;
        Ok(value)
    }
}

/// Selects users with addresses and roles: the columns in the order that [`EMAIL`] and [`ROLE`] tell.
fn users() -> SelectStatement {
    let mut select = Query::select();
    for column in ACCOUNT_COLUMNS {
        select.column((account::Entity, column));
    }
    for column in EMAIL_COLUMNS {
        select.column((email::Entity, column));
    }
    select.column((role::Entity, role::Column::Role)).from(account::Entity);
    let email_of = Expr::col((email::Entity, email::Column::UserId)).equals(ACCOUNT_ID);
    let role_of = Expr::col((role::Entity, role::Column::UserId)).equals(ACCOUNT_ID);
    select.left_join(email::Entity, email_of).left_join(role::Entity, role_of);
    select
}

const ACCOUNT_ID: (account::Entity, account::Column) = (account::Entity, account::Column::Id);

fn by_id() -> SelectStatement {
    users().and_where(Expr::col(ACCOUNT_ID).eq(placeholder())).take()
}

fn by_username() -> SelectStatement {
    let key = (account::Entity, account::Column::UsernameKey);
    users().and_where(Expr::col(key).eq(placeholder())).take()
}

fn by_email() -> SelectStatement {
    let holder = Query::select()
        .column(email::Column::UserId)
        .from(email::Entity)
        .and_where(Expr::col(email::Column::AddressKey).eq(placeholder()))
        .take();
    users().and_where(Expr::col(ACCOUNT_ID).eq(holder)).take()
}

fn page(after: Option<Expr>) -> SelectStatement {
    let ids = Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where_option(after.map(|after| Expr::col(account::Column::Id).gt(after)))
        .order_by(account::Column::Id, Order::Asc)
        .limit(1)
        .take();
    let listed = Expr::col(("page", account::Column::Id)).equals(ACCOUNT_ID);
    users().join_subquery(JoinType::InnerJoin, ids, "page", listed).order_by(ACCOUNT_ID, Order::Asc).take()
}

fn by_session() -> SelectStatement {
    let mut select = users();
    for column in SESSION_COLUMNS {
        select.column((session::Entity, column));
    }
    let owned = Expr::col((session::Entity, session::Column::UserId)).equals(ACCOUNT_ID);
    select
        .inner_join(session::Entity, owned)
        .and_where(Expr::col((session::Entity, session::Column::Id)).eq(placeholder()));
    select
}

fn by_credential() -> SelectStatement {
    let mut select = users();
    for column in CREDENTIAL_COLUMNS {
        select.column((credential::Entity, column));
    }
    let owned = Expr::col((credential::Entity, credential::Column::UserId)).equals(ACCOUNT_ID);
    select
        .inner_join(credential::Entity, owned)
        .and_where(Expr::col((credential::Entity, credential::Column::Kind)).eq(placeholder()))
        .and_where(Expr::col((credential::Entity, credential::Column::Handle)).eq(placeholder()));
    select
}

/// Any value: only its place in the text stays.
fn placeholder() -> Expr {
    Expr::value(Vec::<u8>::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_up_binds_its_values_and_holds_none() {
        for backend in [DbBackend::Sqlite, DbBackend::Postgres, DbBackend::MySql] {
            let selects = Selects::new(backend);
            let texts = [
                (&selects.by_id, 1),
                (&selects.by_username, 1),
                (&selects.by_email, 1),
                (&selects.session, 1),
                (&selects.first_page, 1),
                (&selects.page, 2),
                (&selects.credential, 2),
            ];

            for (text, values) in texts {
                let marks = text.matches(['?', '$']).count();
                assert_eq!(marks, values, "{text}");
                assert!(!text.contains('\''), "{text}");
            }
        }
    }
}
