//! Users, addresses and roles.

use chrono::DateTime;
use sea_orm::prelude::Uuid;
use sea_orm::{DbErr, Set};
use user_core::domain::{
    EmailAddress, EmailId, Locale, PasswordHash, PictureId, Profile, Role, TimeZone, User, UserEmail, UserId,
    UserStatus, Username,
};

use super::{corrupt, micros, moment, readable, uuid};
use crate::entity::{StoredHash, account, email, role};
use crate::selects::Cursor;

/// The user of these columns, without addresses and roles yet. Language and time zone are of lists that a newer program
/// has more of: an unknown one counts as none.
pub(crate) fn user(mut columns: Cursor<'_>) -> Result<User, DbErr> {
    let id = columns.take::<Uuid>()?;
    // The columns are read in order; when the account was made is one of the last.
    let mut user = User::new(UserId::from_bytes(id.into_bytes()), DateTime::UNIX_EPOCH);
    user.username = columns.take::<Option<String>>()?.as_deref().map(username).transpose()?;
    user.password_hash = columns.take::<Option<StoredHash>>()?.map(|hash| PasswordHash::new(hash.0));
    user.status = UserStatus::parse(&columns.take::<String>()?).ok_or_else(|| corrupt("status"))?;
    user.locale = columns.take::<Option<String>>()?.and_then(|tag| readable("locale", id, locale(&tag)));
    let zone = columns.take::<Option<String>>()?;
    user.time_zone = zone.and_then(|name| readable("time zone", id, time_zone(&name)));
    if let Some(json) = columns.take::<Option<String>>()? {
        user.profile = profile(&json)?;
    }
    user.picture = columns.take::<Option<Uuid>>()?.map(|id| PictureId::from_bytes(id.into_bytes()));
    user.device_epoch = columns.take()?;
    user.created_at = moment(columns.take()?)?;
    user.last_signed_in_at = columns.take::<Option<i64>>()?.map(moment).transpose()?;
    user.deletion_at = columns.take::<Option<i64>>()?.map(moment).transpose()?;
    user.revision = columns.take()?;
    Ok(user)
}

fn username(name: &str) -> Result<Username, DbErr> {
    Username::parse(name).map_err(|_| corrupt("username"))
}

fn locale(tag: &str) -> Result<Locale, DbErr> {
    Locale::parse(tag).ok_or_else(|| corrupt("locale"))
}

fn time_zone(name: &str) -> Result<TimeZone, DbErr> {
    TimeZone::parse(name).map_err(|_| corrupt("time_zone"))
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
        id: Set(uuid(user.id.as_bytes())),
        username: Set(user.username.as_ref().map(|name| name.as_str().to_owned())),
        username_key: Set(user.username.as_ref().map(|name| name.key().to_owned())),
        password_hash: Set(user.password_hash.as_ref().map(|hash| StoredHash(hash.reveal().to_owned()))),
        status: Set(user.status.as_str().to_owned()),
        locale: Set(user.locale.as_ref().map(|locale| locale.as_str().to_owned())),
        time_zone: Set(user.time_zone.map(|zone| zone.name().to_owned())),
        profile: Set(profile_json(&user.profile)?),
        picture: Set(user.picture.map(|id| uuid(id.as_bytes()))),
        device_epoch: Set(user.device_epoch),
        created_at: Set(micros(user.created_at)),
        last_signed_in_at: Set(user.last_signed_in_at.map(micros)),
        deletion_at: Set(user.deletion_at.map(micros)),
        revision: Set(user.revision),
    })
}

/// The address of these columns, which begin after its id.
pub(crate) fn user_email(id: EmailId, mut columns: Cursor<'_>) -> Result<UserEmail, DbErr> {
    let address = EmailAddress::parse(&columns.take::<String>()?).map_err(|_| corrupt("address"))?;
    let mut email = UserEmail::new(id, address);
    email.confirmed_at = columns.take::<Option<i64>>()?.map(moment).transpose()?;
    email.primary = columns.take::<Option<Uuid>>()?.is_some();
    Ok(email)
}

/// The row of an address. Its key stands among those that are taken only when it is confirmed.
pub(crate) fn email_row(user: UserId, email: &UserEmail) -> email::ActiveModel {
    email::ActiveModel {
        id: Set(uuid(email.id.as_bytes())),
        user_id: Set(uuid(user.as_bytes())),
        address: Set(email.address.as_str().to_owned()),
        address_key: Set(email.confirmed_at.map(|_| email.address.key().to_owned())),
        proposed_key: Set(email.confirmed_at.is_none().then(|| email.address.key().to_owned())),
        confirmed_at: Set(email.confirmed_at.map(micros)),
        primary_of: Set(email.primary.then(|| uuid(user.as_bytes()))),
    }
}

/// The row of a role.
pub(crate) fn role_row(user: UserId, role: &Role) -> role::ActiveModel {
    role::ActiveModel { user_id: Set(uuid(user.as_bytes())), role: Set(role.as_str().to_owned()) }
}
