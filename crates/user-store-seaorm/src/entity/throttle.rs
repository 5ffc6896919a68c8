//! `user_throttle`: failures counted.

use sea_orm::entity::prelude::*;

/// One row of `user_throttle`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_throttle")]
pub struct Model {
    /// The SHA-256 of what is counted: keys name people and addresses, and need not be kept.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Binary(32)")]
    pub key_hash: Vec<u8>,
    /// When the next one may be made.
    pub free_at: i64,
    /// When the last failure is forgotten.
    pub forgotten_at: i64,
}

/// Refers to nothing.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
