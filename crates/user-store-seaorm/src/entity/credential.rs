//! `user_credential`: what users are recognised by, beside the password.

use sea_orm::entity::prelude::*;

use super::StoredBytes;

/// One row of `user_credential`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_credential")]
pub struct Model {
    /// The credential.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// What kind it is.
    pub kind: String,
    /// What it is found by, in UTF-8; unique within its kind. As bytes, because texts are compared without their
    /// trailing blanks by one database and cannot hold every character in another.
    #[sea_orm(column_type = "VarBinary(StringLen::N(255))")]
    pub handle: Vec<u8>,
    /// A hash, or a secret that is encrypted.
    #[sea_orm(column_type = "Blob")]
    pub secret: StoredBytes,
    /// What the user calls it.
    pub label: Option<String>,
    /// What else its kind needs to know, as a JSON object without secrets; nothing for an empty one.
    #[sea_orm(column_type = "Text", nullable)]
    pub data: Option<String>,
    /// Moves on with each use.
    pub count: i64,
    /// When it was made.
    pub created_at: i64,
    /// When it was last used.
    pub last_used_at: Option<i64>,
    /// From when on it is refused.
    pub expires_at: Option<i64>,
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
