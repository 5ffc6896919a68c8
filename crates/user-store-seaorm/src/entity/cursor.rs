//! `user_cursor`: how far the readers of the events have come.

use sea_orm::entity::prelude::*;

/// One row of `user_cursor`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_cursor")]
pub struct Model {
    /// The name of the cursor. The empty one is none: it counts the positions that were given to events.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// The position.
    pub position: i64,
}

/// Refers to nothing.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
