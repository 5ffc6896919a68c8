//! `user_invitation`: invitations.

use sea_orm::entity::prelude::*;

/// One row of `user_invitation`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_invitation")]
pub struct Model {
    /// The invitation.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Binary(16)")]
    pub id: Vec<u8>,
    /// Who is invited: the address as typed.
    pub address: String,
    /// Its canonical key.
    pub address_key: String,
    /// The roles that it gives, separated by spaces.
    #[sea_orm(column_type = "Text")]
    pub roles: String,
    /// Who invites.
    #[sea_orm(column_type = "Binary(16)", nullable)]
    pub inviter: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: i64,
    /// From when on it is refused.
    pub expires_at: i64,
    /// When it was accepted.
    pub accepted_at: Option<i64>,
    /// By whom.
    #[sea_orm(column_type = "Binary(16)", nullable)]
    pub accepted_by: Option<Vec<u8>>,
    /// When it was taken back or replaced.
    pub revoked_at: Option<i64>,
}

/// It refers to nobody by constraint: who invited or accepted may go.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
