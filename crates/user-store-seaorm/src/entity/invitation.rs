//! `user_invitation`: invitations.

use sea_orm::entity::prelude::*;

/// One row of `user_invitation`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_invitation")]
pub struct Model {
    /// The invitation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who is invited: the address as typed.
    pub address: String,
    /// Its canonical key.
    pub address_key: String,
    /// The roles that it gives, separated by spaces.
    #[sea_orm(column_type = "Text")]
    pub roles: String,
    /// Who invites.
    pub inviter: Option<Uuid>,
    /// When it was made.
    pub created_at: i64,
    /// From when on it is refused.
    pub expires_at: i64,
    /// When it was accepted.
    pub accepted_at: Option<i64>,
    /// By whom.
    pub accepted_by: Option<Uuid>,
    /// When it was taken back or replaced.
    pub revoked_at: Option<i64>,
}

/// It refers to nobody by constraint: who invited or accepted may go.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
