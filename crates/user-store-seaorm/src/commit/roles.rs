//! Changes to roles.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter};
use user_core::domain::{Role, UserId};
use user_core::ports::RoleChange;

use crate::entity::role::{Column, Entity};
use crate::rows::{role_row, uuid};
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &RoleChange, on: &C) -> Result<(), Trouble> {
    match change {
        RoleChange::Grant(user, role) => grant(*user, role, on).await,
        RoleChange::Revoke(user, role) => {
            Entity::delete_many()
                .filter(Column::UserId.eq(uuid(user.as_bytes())))
                .filter(Column::Role.eq(role.as_str()))
                .exec(on)
                .await?;
            Ok(())
        }
    }
}

async fn grant<C: ConnectionTrait>(user: UserId, role: &Role, on: &C) -> Result<(), Trouble> {
    let mut held = OnConflict::columns([Column::UserId, Column::Role]);
    if on.get_database_backend() == DbBackend::MySql {
        // Not `INSERT IGNORE`, which would also ignore that the user is gone.
        held.update_column(Column::Role);
    } else {
        held.do_nothing();
    }
    match Entity::insert(role_row(user, role)).on_conflict(held).exec_without_returning(on).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
