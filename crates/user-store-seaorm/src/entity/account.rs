//! `user_account`: users.

use sea_orm::entity::prelude::*;

use super::StoredHash;

/// One row of `user_account`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user_account")]
pub struct Model {
    /// The user.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The username as typed.
    pub username: Option<String>,
    /// Its canonical key, unique.
    pub username_key: Option<String>,
    /// The password hash.
    pub password_hash: Option<StoredHash>,
    /// `pending`, `active` or `disabled`.
    pub status: String,
    /// The language tag.
    pub locale: Option<String>,
    /// The name of the time zone.
    pub time_zone: Option<String>,
    /// The profile, as a JSON object; nothing for an empty one.
    #[sea_orm(column_type = "Text", nullable)]
    pub profile: Option<String>,
    /// The picture.
    pub picture: Option<Uuid>,
    /// Which marks of known devices are good.
    pub device_epoch: i64,
    /// When the account was made.
    pub created_at: i64,
    /// When somebody last signed in.
    pub last_signed_in_at: Option<i64>,
    /// When the account is to be deleted.
    pub deletion_at: Option<i64>,
    /// Counts the changes.
    pub revision: i64,
}

/// What refers to the row.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// The user's addresses.
    #[sea_orm(has_many = "super::email::Entity")]
    Emails,
    /// The user's roles.
    #[sea_orm(has_many = "super::role::Entity")]
    Roles,
    /// The user's sessions.
    #[sea_orm(has_many = "super::session::Entity")]
    Sessions,
}

impl Related<super::email::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Emails.def()
    }
}

impl Related<super::role::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Roles.def()
    }
}

impl Related<super::session::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Sessions.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
