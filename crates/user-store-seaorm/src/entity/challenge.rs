//! `user_challenge`: steps of proving who somebody is that are under way.

use sea_orm::entity::prelude::*;

use super::StoredBytes;

/// One row of `user_challenge`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_challenge")]
pub struct Model {
    /// The challenge.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is for.
    pub purpose: String,
    /// Who is to answer it.
    pub user_id: Option<Uuid>,
    /// The SHA-256 of what the browser keeps that is to answer it.
    #[sea_orm(column_type = "Binary(32)")]
    pub browser: Option<Vec<u8>>,
    /// What the step needs to know.
    #[sea_orm(column_type = "Blob")]
    pub data: StoredBytes,
    /// How many more tries there are.
    pub tries_left: i64,
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
