//! `user_email`: addresses of users.

use sea_orm::entity::prelude::*;

/// One row of `user_email`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_email")]
pub struct Model {
    /// The address.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// The address as typed.
    pub address: String,
    /// The canonical key of a confirmed address: unique, for one user has it.
    pub address_key: Option<String>,
    /// The canonical key of an address that is not confirmed: any number of users may list it.
    pub proposed_key: Option<String>,
    /// When it was confirmed.
    pub confirmed_at: Option<i64>,
    /// The user, where this is their primary address; unique, so that nobody has two.
    pub primary_of: Option<Uuid>,
}

/// What the row refers to.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// The user it belongs to.
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::UserId",
        to = "super::account::Column::Id",
        on_delete = "Cascade"
    )]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
