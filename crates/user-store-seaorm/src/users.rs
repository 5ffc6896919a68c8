//! Reading users, and sessions with their users, from joined rows.

use sea_orm::{DbErr, QueryResult};
use user_core::domain::{Role, Session, User};

use crate::entity::{account, email, session};
use crate::rows::{self, corrupt};
use crate::selects::{Cursor, EMAIL, ROLE, SESSION};

/// The users in these rows, in order of appearance. The rows of one user stand together.
pub(crate) fn users(rows: &[QueryResult]) -> Result<Vec<User>, DbErr> {
    rows.chunk_by(same_user).filter_map(|rows| user(rows).transpose()).collect()
}

/// The one user in these rows.
pub(crate) fn user(rows: &[QueryResult]) -> Result<Option<User>, DbErr> {
    let Some(first) = rows.first() else { return Ok(None) };
    let mut user = rows::user(account_row(first)?)?;
    for row in rows {
        add_email(&mut user, row)?;
        add_role(&mut user, row)?;
    }
    user.emails.sort_by_key(|email| email.id);
    Ok(Some(user))
}

/// The one session in these rows, and its user.
pub(crate) fn session_with_user(rows: &[QueryResult]) -> Result<Option<(Session, User)>, DbErr> {
    let (Some(first), Some(user)) = (rows.first(), user(rows)?) else { return Ok(None) };
    Ok(Some((rows::session(session_row(first)?)?, user)))
}

fn same_user(one: &QueryResult, other: &QueryResult) -> bool {
    let id = |row: &QueryResult| row.try_get_by_index::<Vec<u8>>(0).ok();
    id(one) == id(other)
}

/// Adds the address in this row, unless it came with another role already.
fn add_email(user: &mut User, row: &QueryResult) -> Result<(), DbErr> {
    let Some(id) = row.try_get_by_index::<Option<Vec<u8>>>(EMAIL)? else { return Ok(()) };
    if user.emails.iter().any(|email| email.id.as_bytes().as_slice() == id) {
        return Ok(());
    }
    let mut columns = Cursor::at(row, EMAIL + 1);
    let email = email::Model {
        id,
        user_id: columns.take()?,
        address: columns.take()?,
        address_key: columns.take()?,
        confirmed_at: columns.take()?,
        primary_of: columns.take()?,
    };
    user.emails.push(rows::user_email(&email)?);
    Ok(())
}

fn add_role(user: &mut User, row: &QueryResult) -> Result<(), DbErr> {
    if let Some(name) = row.try_get_by_index::<Option<String>>(ROLE)? {
        user.roles.insert(Role::parse(&name).map_err(|_| corrupt("role"))?);
    }
    Ok(())
}

fn account_row(row: &QueryResult) -> Result<account::Model, DbErr> {
    let mut columns = Cursor::at(row, 0);
    Ok(account::Model {
        id: columns.take()?,
        username: columns.take()?,
        username_key: columns.take()?,
        password_hash: columns.take()?,
        status: columns.take()?,
        locale: columns.take()?,
        time_zone: columns.take()?,
        profile: columns.take()?,
        picture: columns.take()?,
        created_at: columns.take()?,
        revision: columns.take()?,
    })
}

fn session_row(row: &QueryResult) -> Result<session::Model, DbErr> {
    let mut columns = Cursor::at(row, SESSION);
    Ok(session::Model {
        id: columns.take()?,
        user_id: columns.take()?,
        generation: columns.take()?,
        rotated_at: columns.take()?,
        created_at: columns.take()?,
        last_seen_at: columns.take()?,
        expires_at: columns.take()?,
        persistent: columns.take()?,
        authenticated_at: columns.take()?,
        user_agent: columns.take()?,
        address: columns.take()?,
    })
}
