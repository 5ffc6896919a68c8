//! Whose foreign key was violated, where the database does not say it. SQLite names neither table nor constraint.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, EntityTrait, Statement};
use user_core::domain::{EmailId, UserId};
use user_core::ports::{
    Change, CommitError, EmailChange, MailChange, RoleChange, SessionChange, TokenChange,
};

use crate::entity::{account, email};
use crate::rows::uuid;
use crate::trouble::{Trouble, is_foreign_key};

/// Every table that refers to another one, with its column.
const REFERRERS: &str = "SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_master m \
                         JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name";

/// What this failure of a change means. On SQLite a violated foreign key is the store's own where the row that the
/// change refers to is gone, and otherwise one of the app's.
pub(super) async fn named<C: ConnectionTrait>(change: &Change, error: DbErr, on: &C) -> Trouble {
    if on.get_database_backend() != DbBackend::Sqlite || !is_foreign_key(&error) {
        return error.into();
    }
    match is_complete(change, on).await {
        Ok(false) => CommitError::Gone.into(),
        Ok(true) => with_referrers(error, on).await.into(),
        Err(failed) => failed.into(),
    }
}

/// The error with the tables that refer to others, where the database does not name the one at fault.
pub(crate) async fn with_referrers<C: ConnectionTrait>(error: DbErr, on: &C) -> DbErr {
    if on.get_database_backend() != DbBackend::Sqlite || !is_foreign_key(&error) {
        return error;
    }
    let rows =
        on.query_all_raw(Statement::from_string(DbBackend::Sqlite, REFERRERS)).await.unwrap_or_default();
    let referrer = |row: &sea_orm::QueryResult| {
        let text = |column| row.try_get_by_index::<String>(column).ok();
        Some(format!("{}.{} to {}", text(0)?, text(1)?, text(2)?))
    };
    let referrers: Vec<String> = rows.iter().filter_map(referrer).collect();
    DbErr::Custom(format!("{error}; there are foreign keys from {}", referrers.join(", ")))
}

/// Whether everything that the change refers to is there.
async fn is_complete<C: ConnectionTrait>(change: &Change, on: &C) -> Result<bool, DbErr> {
    let (user, address) = parents(change);
    if let Some(user) = user
        && account::Entity::find_by_id(uuid(user.as_bytes())).one(on).await?.is_none()
    {
        return Ok(false);
    }
    match address {
        Some(address) => Ok(email::Entity::find_by_id(uuid(address.as_bytes())).one(on).await?.is_some()),
        None => Ok(true),
    }
}

/// What the row that a change inserts refers to.
fn parents(change: &Change) -> (Option<UserId>, Option<EmailId>) {
    match change {
        Change::Email(EmailChange::Insert(user, _)) | Change::Role(RoleChange::Grant(user, _)) => {
            (Some(*user), None)
        }
        Change::Token(TokenChange::Insert(token)) => (Some(token.user_id), token.email_id()),
        Change::Session(SessionChange::Insert(session)) => (Some(session.user_id), None),
        Change::Mail(MailChange::Queue(mail)) => (mail.user_id, None),
        _ => (None, None),
    }
}
