//! `user_session`: sessions.

use sea_orm::entity::prelude::*;

/// One row of `user_session`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_session")]
pub struct Model {
    /// The session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// Counts the renewals of its cookie.
    pub generation: i64,
    /// When the cookie of that renewal was first presented.
    pub presented_at: Option<i64>,
    /// When the user signed in.
    pub created_at: i64,
    /// When the user was last seen.
    pub last_seen_at: i64,
    /// When it ends.
    pub expires_at: i64,
    /// Whether the browser keeps it when it closes.
    pub persistent: bool,
    /// The proofs given in it, as a JSON object: of each factor, when it was last proven.
    pub proofs: String,
    /// What the browser calls itself.
    pub user_agent: Option<String>,
    /// The address it signed in from.
    pub address: Option<String>,
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
