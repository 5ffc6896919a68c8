//! `user_event`: what happened.

use sea_orm::entity::prelude::*;

/// One row of `user_event`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_event")]
pub struct Model {
    /// The event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: i64,
    /// To whom. No foreign key: what happened stays when its user goes.
    pub user_id: Option<Uuid>,
    /// From where.
    pub address: Option<String>,
    /// By whom, where that was an administrator or a program.
    pub actor: Option<String>,
}

/// Refers to nothing.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
