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
    /// What kind of actor did it.
    pub actor_kind: String,
    /// Which one.
    pub actor: Option<String>,
    /// In which session. No foreign key: what happened stays when the session ends.
    pub session: Option<Uuid>,
    /// With which browser.
    pub user_agent: Option<String>,
    /// How.
    pub method: Option<String>,
    /// What it was about, as JSON without secrets.
    pub details: Option<String>,
    /// Where it stands among all events: given once it is committed, when somebody reads them in order.
    pub position: Option<i64>,
}

/// Refers to nothing.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
