//! `user_picture`: pictures of users, each in two sizes.

use sea_orm::entity::prelude::*;

/// One row of `user_picture`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_picture")]
pub struct Model {
    /// The id: 16 random bytes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The media type of the small one.
    pub small_type: String,
    /// The small one.
    #[sea_orm(column_type = "Blob")]
    pub small: Vec<u8>,
    /// The media type of the large one.
    pub large_type: String,
    /// The large one.
    #[sea_orm(column_type = "Blob")]
    pub large: Vec<u8>,
    /// Since when it has been kept.
    pub kept_at: i64,
}

/// Refers to nothing: a picture is there before its user refers to it, and a moment longer.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
