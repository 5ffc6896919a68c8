//! Changes to cursors.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, Set};
use user_core::domain::EventPosition;
use user_core::ports::{CommitError, CursorChange};

use super::matched;
use crate::entity::cursor::{ActiveModel, Column, Entity};
use crate::rows::position;
use crate::trouble::Trouble;

/// Makes one change.
pub(super) async fn apply<C: ConnectionTrait>(change: &CursorChange, on: &C) -> Result<(), Trouble> {
    let CursorChange::Advance { name, from, to } = change;
    if *from == EventPosition::START {
        begin_at_start(name.as_str(), on).await?;
    }
    let moved = Entity::update_many()
        .col_expr(Column::Position, Expr::value(position(*to)))
        .filter(Column::Name.eq(name.as_str()))
        .filter(Column::Position.eq(position(*from)))
        .exec(on)
        .await?;
    matched(moved.rows_affected, CommitError::Stale)
}

/// Makes the row of a cursor that was never moved; one that is there stays as it is.
pub(crate) async fn begin_at_start<C: ConnectionTrait>(name: &str, on: &C) -> Result<(), DbErr> {
    let mut there = OnConflict::column(Column::Name);
    if on.get_database_backend() == DbBackend::MySql {
        there.update_column(Column::Name);
    } else {
        there.do_nothing();
    }
    let row = ActiveModel { name: Set(name.to_owned()), position: Set(0) };
    match Entity::insert(row).on_conflict(there).exec_without_returning(on).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error),
    }
}
