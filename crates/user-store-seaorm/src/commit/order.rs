//! Taking several users in one order.

use std::collections::BTreeSet;

use sea_orm::sea_query::{LockType, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, DbErr};
use user_core::domain::UserId;
use user_core::ports::{Change, Changes, UserChange};

use crate::entity::account::{Column, Entity};
use crate::rows::uuid;

/// Holds the users that `changes` are going to change, if there are several, in order of id. Two commits that took the
/// same users in opposite order would wait for each other until the database kills one of them, which PostgreSQL
/// begins to think about after a second, and does to one commit of a whole queue at a time. Decides nothing.
pub(super) async fn hold_users<C: ConnectionTrait>(changes: &Changes, tx: &C) -> Result<(), DbErr> {
    let backend = tx.get_database_backend();
    // Nobody else can hold who is not there yet.
    let new: BTreeSet<UserId> = changes.iter().filter_map(new_user).collect();
    let named = changes.iter().filter_map(changed_user);
    let users: BTreeSet<UserId> = named.filter(|user| !new.contains(user)).collect();
    if users.len() < 2 || backend == DbBackend::Sqlite {
        return Ok(());
    }
    // The lock that an update takes, and no stronger one.
    let lock = if backend == DbBackend::Postgres { LockType::NoKeyUpdate } else { LockType::Update };
    let hold = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::Id.is_in(users.iter().map(|user| uuid(user.as_bytes()))))
        .order_by(Column::Id, sea_orm::sea_query::Order::Asc)
        .lock(lock)
        .take();
    tx.query_all(&hold).await.map(drop)
}

fn new_user(change: &Change) -> Option<UserId> {
    match change {
        Change::User(UserChange::Insert(user)) => Some(user.id),
        _ => None,
    }
}

fn changed_user(change: &Change) -> Option<UserId> {
    let Change::User(change) = change else { return None };
    match change {
        UserChange::Insert(_) => None,
        UserChange::Unchanged { id, .. }
        | UserChange::Revise { id, .. }
        | UserChange::SetUsername { id, .. }
        | UserChange::SetPassword(id, _)
        | UserChange::VoidDevices(id)
        | UserChange::SignedIn(id, _)
        | UserChange::RemovePassword(id)
        | UserChange::SetStatus(id, _)
        | UserChange::SetLocale(id, _)
        | UserChange::SetTimeZone(id, _)
        | UserChange::SetProfile(id, _)
        | UserChange::SetPicture(id, _)
        | UserChange::ScheduleDeletion(id, _)
        | UserChange::Delete(id, _) => Some(*id),
    }
}
