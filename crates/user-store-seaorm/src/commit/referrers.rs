//! Whose foreign key was violated, where the database does not say it. SQLite names neither table nor constraint.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, EntityTrait, Statement};
use user_core::domain::{EmailId, UserId};
use user_core::ports::{
    ChallengeChange, Change, CommitError, CredentialChange, EmailChange, MailChange, RoleChange,
    SessionChange, TokenChange,
};

use crate::entity::{account, email};
use crate::rows::uuid;
use crate::trouble::{Trouble, is_foreign_key};

/// Every table that refers to another one, with its column.
const REFERRERS: &str = "SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_master m \
                         JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name";

/// What this failure of a change means. A violated foreign key can be the store's own only where the change writes a
/// row that refers to another. SQLite does not say which key it was: there it is the store's own where that other row
/// is gone.
pub(super) async fn named<C: ConnectionTrait>(change: &Change, error: DbErr, on: &C) -> Trouble {
    if !is_foreign_key(&error) {
        return error.into();
    }
    if on.get_database_backend() != DbBackend::Sqlite {
        return match refers(change) {
            Some(Referring { table, .. }) => Trouble::Orphan(error, table),
            None => error.into(),
        };
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
    let Some(Referring { user, email, .. }) = refers(change) else { return Ok(true) };
    if let Some(user) = user
        && account::Entity::find_by_id(uuid(user.as_bytes())).one(on).await?.is_none()
    {
        return Ok(false);
    }
    match email {
        Some(email) => Ok(email::Entity::find_by_id(uuid(email.as_bytes())).one(on).await?.is_some()),
        None => Ok(true),
    }
}

/// A row that a change writes, by what it refers to.
struct Referring {
    /// The usual name of the table.
    table: &'static str,
    user: Option<UserId>,
    email: Option<EmailId>,
}

/// What the row refers to that a change writes; `None` for a change that writes none, or none that refers to another.
fn refers(change: &Change) -> Option<Referring> {
    let of_user = |table, user| Referring { table, user, email: None };
    Some(match change {
        Change::Email(EmailChange::Insert(user, _)) => of_user("user_email", Some(*user)),
        Change::Role(RoleChange::Grant(user, _)) => of_user("user_role", Some(*user)),
        Change::Session(SessionChange::Insert(session)) => of_user("user_session", Some(session.user_id)),
        Change::Credential(CredentialChange::Insert(credential)) => {
            of_user("user_credential", Some(credential.user_id))
        }
        Change::Challenge(ChallengeChange::Insert(challenge)) => of_user("user_challenge", challenge.user_id),
        Change::Mail(MailChange::Queue(mail)) => of_user("user_mail", mail.user_id),
        Change::Token(TokenChange::Insert(token)) => {
            Referring { email: token.email_id(), ..of_user("user_token", Some(token.user_id)) }
        }
        _ => return None,
    })
}
