//! Users, addresses and roles.

use std::collections::BTreeSet;

use sea_orm::{DbErr, Set};
use user_core::domain::{
    EmailAddress, EmailId, Locale, PasswordHash, PictureId, Profile, Role, TimeZone, User, UserEmail, UserId,
    UserStatus, Username,
};

use super::{corrupt, id, micros, moment};
use crate::entity::{StoredHash, account, email, role};

/// The user of this row, without addresses and roles yet.
pub(crate) fn user(row: account::Model) -> Result<User, DbErr> {
    let username = row.username.map(|name| Username::parse(&name).map_err(|_| corrupt("username")));
    let locale = row.locale.map(|tag| Locale::parse(&tag).ok_or_else(|| corrupt("locale")));
    let time_zone = row.time_zone.map(|name| TimeZone::parse(&name).map_err(|_| corrupt("time_zone")));
    let picture = row.picture.map(|bytes| id(&bytes).map(PictureId::from_bytes));
    Ok(User {
        id: UserId::from_bytes(id(&row.id)?),
        username: username.transpose()?,
        emails: Vec::new(),
        password_hash: row.password_hash.map(|hash| PasswordHash::new(hash.0)),
        status: UserStatus::parse(&row.status).ok_or_else(|| corrupt("status"))?,
        roles: BTreeSet::new(),
        locale: locale.transpose()?,
        time_zone: time_zone.transpose()?,
        profile: row.profile.as_deref().map_or_else(|| Ok(Profile::default()), profile)?,
        picture: picture.transpose()?,
        created_at: moment(row.created_at)?,
        revision: row.revision,
    })
}

fn profile(json: &str) -> Result<Profile, DbErr> {
    serde_json::from_str(json).map_err(|_| corrupt("profile"))
}

/// A profile as it is kept: an empty one as nothing, which costs nothing to read.
pub(crate) fn profile_json(profile: &Profile) -> Result<Option<String>, DbErr> {
    if profile.is_empty() {
        return Ok(None);
    }
    serde_json::to_string(profile).map(Some).map_err(|error| DbErr::Custom(error.to_string()))
}

/// The row of a user, without addresses and roles.
pub(crate) fn account_row(user: &User) -> Result<account::ActiveModel, DbErr> {
    Ok(account::ActiveModel {
        id: Set(user.id.as_bytes().to_vec()),
        username: Set(user.username.as_ref().map(|name| name.as_str().to_owned())),
        username_key: Set(user.username.as_ref().map(|name| name.key().to_owned())),
        password_hash: Set(user.password_hash.as_ref().map(|hash| StoredHash(hash.reveal().to_owned()))),
        status: Set(user.status.as_str().to_owned()),
        locale: Set(user.locale.as_ref().map(|locale| locale.as_str().to_owned())),
        time_zone: Set(user.time_zone.map(|zone| zone.name().to_owned())),
        profile: Set(profile_json(&user.profile)?),
        picture: Set(user.picture.map(|id| id.as_bytes().to_vec())),
        created_at: Set(micros(user.created_at)),
        revision: Set(user.revision),
    })
}

/// The address of this row.
pub(crate) fn user_email(row: &email::Model) -> Result<UserEmail, DbErr> {
    Ok(UserEmail {
        id: EmailId::from_bytes(id(&row.id)?),
        address: EmailAddress::parse(&row.address).map_err(|_| corrupt("address"))?,
        confirmed_at: row.confirmed_at.map(moment).transpose()?,
        primary: row.primary_of.is_some(),
    })
}

/// The row of an address.
pub(crate) fn email_row(user: UserId, email: &UserEmail) -> email::ActiveModel {
    email::ActiveModel {
        id: Set(email.id.as_bytes().to_vec()),
        user_id: Set(user.as_bytes().to_vec()),
        address: Set(email.address.as_str().to_owned()),
        address_key: Set(email.address.key().to_owned()),
        confirmed_at: Set(email.confirmed_at.map(micros)),
        primary_of: Set(email.primary.then(|| user.as_bytes().to_vec())),
    }
}

/// The row of an address that is listed and not taken: its key is one that no address has.
pub(crate) fn proposed_row(user: UserId, email: &UserEmail) -> email::ActiveModel {
    email::ActiveModel { address_key: Set(format!("proposed:{}", email.id)), ..email_row(user, email) }
}

/// The row of a role.
pub(crate) fn role_row(user: UserId, role: &Role) -> role::ActiveModel {
    role::ActiveModel { user_id: Set(user.as_bytes().to_vec()), role: Set(role.as_str().to_owned()) }
}
