//! `user_mail`: the outbox.

use sea_orm::entity::prelude::*;

/// One row of `user_mail`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_mail")]
pub struct Model {
    /// The mail.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which mail.
    pub kind: String,
    /// The user it is about.
    pub user_id: Option<Uuid>,
    /// Where it goes.
    pub to_address: String,
    /// Its language.
    pub locale: String,
    /// What it says beside its kind, as JSON without secrets.
    pub details: String,
    /// Which go first: those of a smaller number.
    pub urgency: i64,
    /// When it was queued.
    pub created_at: i64,
    /// When it is due next.
    pub due_at: i64,
    /// How often delivery was tried.
    pub attempts: i64,
    /// Until when a courier holds it.
    pub leased_until: Option<i64>,
    /// When it was given up.
    pub dead_at: Option<i64>,
    /// Why the last try failed.
    pub last_error: Option<String>,
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
