//! `user_token`: single-use tokens.

use sea_orm::entity::prelude::*;

/// One row of `user_token`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_token")]
pub struct Model {
    /// The token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is for.
    pub purpose: String,
    /// Whose it is.
    pub user_id: Uuid,
    /// The address it acts on.
    pub email_id: Option<Uuid>,
    /// The address that was told of the change that it undoes.
    pub told: Option<String>,
    /// When that address was confirmed.
    pub told_confirmed_at: Option<i64>,
    /// The address that came in by that change.
    pub gained: Option<String>,
    /// The browser that registered, as it describes itself.
    pub user_agent: Option<String>,
    /// The username that it keeps from others, as typed.
    pub username: Option<String>,
    /// The canonical key of that username.
    pub username_key: Option<String>,
    /// When it was made.
    pub created_at: i64,
    /// From when on it is refused.
    pub expires_at: i64,
    /// When it was claimed or voided.
    pub used_at: Option<i64>,
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
