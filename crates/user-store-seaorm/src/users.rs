//! Reading users, and sessions with their users, from joined rows.

use sea_orm::prelude::Uuid;
use sea_orm::{DbErr, QueryResult};
use user_core::domain::{Credential, CredentialKind, EmailId, Role, Session, SessionId, User};

use crate::entity::{credential, session};
use crate::rows::{self, corrupt, legible, readable, uuid};
use crate::selects::{CREDENTIAL, Cursor, EMAIL, ROLE, SESSION};

/// The users in these rows, in order of appearance. The rows of one user stand together.
pub(crate) fn users(rows: &[QueryResult]) -> Vec<User> {
    rows.chunk_by(same_user).filter_map(legible_user).collect()
}

/// The user in these rows, unless it cannot be read.
fn legible_user(rows: &[QueryResult]) -> Option<User> {
    let id = rows.first()?.try_get_by_index(0).unwrap_or_default();
    legible("user", id, user(rows)).flatten()
}

/// The one user in these rows.
pub(crate) fn user(rows: &[QueryResult]) -> Result<Option<User>, DbErr> {
    let Some(first) = rows.first() else { return Ok(None) };
    let mut user = rows::user(Cursor::at(first, 0))?;
    for row in rows {
        add_email(&mut user, row)?;
        add_role(&mut user, row)?;
    }
    user.emails.sort_by_key(|email| email.id);
    Ok(Some(user))
}

/// The session with this id, which is the one in these rows, and its user.
pub(crate) fn session_with_user(
    id: &SessionId,
    rows: &[QueryResult],
) -> Result<Option<(Session, User)>, DbErr> {
    let (Some(first), Some(user)) = (rows.first(), user(rows)?) else { return Ok(None) };
    let session = rows::session(session_row(id, &user, first)?)?;
    Ok(Some((session, user)))
}

/// The credential of this kind with this handle, which is the one in these rows, and its user.
pub(crate) fn credential_with_user(
    kind: CredentialKind,
    handle: &str,
    rows: &[QueryResult],
) -> Result<Option<(Credential, User)>, DbErr> {
    let (Some(first), Some(user)) = (rows.first(), user(rows)?) else { return Ok(None) };
    let mut columns = Cursor::at(first, CREDENTIAL);
    let row = credential::Model {
        id: columns.take()?,
        user_id: uuid(user.id.as_bytes()),
        kind: kind.as_str().to_owned(),
        handle: handle.as_bytes().to_vec(),
        secret: columns.take()?,
        label: columns.take()?,
        data: columns.take()?,
        count: columns.take()?,
        created_at: columns.take()?,
        last_used_at: columns.take()?,
        expires_at: columns.take()?,
    };
    Ok(Some((rows::credential(row)?, user)))
}

fn same_user(one: &QueryResult, other: &QueryResult) -> bool {
    let id = |row: &QueryResult| row.try_get_by_index::<Uuid>(0).ok();
    id(one) == id(other)
}

/// Adds the address in this row, unless it came with another role already.
fn add_email(user: &mut User, row: &QueryResult) -> Result<(), DbErr> {
    let Some(id) = row.try_get_by_index::<Option<Uuid>>(EMAIL)? else { return Ok(()) };
    let id = EmailId::from_bytes(id.into_bytes());
    if user.emails.iter().all(|email| email.id != id) {
        user.emails.push(rows::user_email(id, Cursor::at(row, EMAIL + 1))?);
    }
    Ok(())
}

fn add_role(user: &mut User, row: &QueryResult) -> Result<(), DbErr> {
    if let Some(name) = row.try_get_by_index::<Option<String>>(ROLE)? {
        let role = Role::parse(&name).map_err(|_| corrupt("role"));
        user.roles.extend(readable("role", uuid(user.id.as_bytes()), role));
    }
    Ok(())
}

fn session_row(id: &SessionId, user: &User, row: &QueryResult) -> Result<session::Model, DbErr> {
    let mut columns = Cursor::at(row, SESSION);
    Ok(session::Model {
        id: uuid(id.as_bytes()),
        user_id: uuid(user.id.as_bytes()),
        generation: columns.take()?,
        presented_at: columns.take()?,
        created_at: columns.take()?,
        last_seen_at: columns.take()?,
        expires_at: columns.take()?,
        persistent: columns.take()?,
        proofs: columns.take()?,
        user_agent: columns.take()?,
        address: columns.take()?,
    })
}
