//! `user_outcome`: what came of forms that were posted a moment ago.

use sea_orm::entity::prelude::*;

/// One row of `user_outcome`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_outcome")]
pub struct Model {
    /// The place of a browser or session: a digest that the app's secret is needed for.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Binary(32)")]
    pub slot: Vec<u8>,
    /// The digest of the form that has the place.
    #[sea_orm(column_type = "Binary(32)")]
    pub work: Vec<u8>,
    /// Its outcome, encrypted; none while the work is under way.
    #[sea_orm(column_type = "Blob")]
    pub outcome: Option<Vec<u8>>,
    /// When the claim or the outcome is over.
    pub good_until: i64,
}

/// Refers to nothing.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
