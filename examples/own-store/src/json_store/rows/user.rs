//! Users, with their addresses and roles.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::domain::{
    EmailAddress, EmailId, Locale, PasswordHash, PictureId, Profile, Role, TimeZone, User, UserEmail, UserId,
    UserStatus, Username,
};

use super::text::Text;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UserRow {
    id: UserId,
    username: Option<Text<Username>>,
    emails: Vec<EmailRow>,
    password_hash: Option<Text<PasswordHash>>,
    status: Text<UserStatus>,
    roles: Vec<Text<Role>>,
    locale: Option<Locale>,
    time_zone: Option<TimeZone>,
    profile: Profile,
    picture: Option<PictureId>,
    device_epoch: i64,
    created_at: DateTime<Utc>,
    last_signed_in_at: Option<DateTime<Utc>>,
    deletion_at: Option<DateTime<Utc>>,
    revision: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EmailRow {
    id: EmailId,
    address: Text<EmailAddress>,
    confirmed_at: Option<DateTime<Utc>>,
    primary: bool,
}

impl UserRow {
    pub(crate) fn of(user: &User) -> Self {
        Self {
            id: user.id,
            username: user.username.clone().map(Text),
            emails: user.emails.iter().map(EmailRow::of).collect(),
            password_hash: user.password_hash.clone().map(Text),
            status: Text(user.status),
            roles: user.roles.iter().cloned().map(Text).collect(),
            locale: user.locale.clone(),
            time_zone: user.time_zone,
            profile: user.profile.clone(),
            picture: user.picture,
            device_epoch: user.device_epoch,
            created_at: user.created_at,
            last_signed_in_at: user.last_signed_in_at,
            deletion_at: user.deletion_at,
            revision: user.revision,
        }
    }

    pub(crate) fn into_user(self) -> User {
        User {
            id: self.id,
            username: self.username.map(|text| text.0),
            emails: self.emails.into_iter().map(EmailRow::into_email).collect(),
            password_hash: self.password_hash.map(|text| text.0),
            status: self.status.0,
            roles: self.roles.into_iter().map(|text| text.0).collect(),
            locale: self.locale,
            time_zone: self.time_zone,
            profile: self.profile,
            picture: self.picture,
            device_epoch: self.device_epoch,
            created_at: self.created_at,
            last_signed_in_at: self.last_signed_in_at,
            deletion_at: self.deletion_at,
            revision: self.revision,
        }
    }
}

impl EmailRow {
    fn of(email: &UserEmail) -> Self {
        Self {
            id: email.id,
            address: Text(email.address.clone()),
            confirmed_at: email.confirmed_at,
            primary: email.primary,
        }
    }

    fn into_email(self) -> UserEmail {
        UserEmail {
            id: self.id,
            address: self.address.0,
            confirmed_at: self.confirmed_at,
            primary: self.primary,
        }
    }
}
