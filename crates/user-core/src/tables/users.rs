//! Users and their roles.

use chrono::{DateTime, Utc};

use crate::domain::{Token, User, UserId, Username};
use crate::ports::{CommitError, RoleChange, Unique, UserChange, UserKey};

use super::{Tables, count, refuse_second_row};

impl Tables {
    /// One user. An address that nobody has confirmed finds nobody.
    pub fn user(&self, key: UserKey<'_>) -> Option<&User> {
        match key {
            UserKey::Id(id) => self.users.get(&id),
            UserKey::Username(name) => self.users.values().find(|user| user.username.as_ref() == Some(name)),
            UserKey::Email(address) => self.user_with(address),
        }
    }

    /// Up to `limit` users in order of id, those after `after`.
    pub fn users_after(&self, after: Option<UserId>, limit: u32) -> Vec<User> {
        let later = self.users.values().filter(|user| after.is_none_or(|after| user.id > after));
        later.take(count(limit)).cloned().collect()
    }

    pub(super) fn change_user(&mut self, change: &UserChange) -> Result<(), CommitError> {
        match change {
            UserChange::Insert(user) => self.insert_user(user),
            UserChange::Unchanged { id, revision } => self.at_revision(*id, *revision).map(drop),
            UserChange::Revise { id, revision } => {
                self.at_revision(*id, *revision).map(|user| user.revision += 1)
            }
            UserChange::SetUsername { id, username, at } => self.set_username(*id, username, *at),
            UserChange::SetPassword(id, hash) => {
                self.user_mut(*id).map(|user| user.password_hash = Some(hash.clone()))
            }
            UserChange::VoidDevices(id) => self.user_mut(*id).map(|user| user.device_epoch += 1),
            UserChange::SignedIn(id, at) => {
                self.user_mut(*id).map(|user| user.last_signed_in_at = user.last_signed_in_at.max(Some(*at)))
            }
            UserChange::RemovePassword(id) => self.user_mut(*id).map(|user| user.password_hash = None),
            UserChange::SetStatus(id, status) => self.user_mut(*id).map(|user| user.status = *status),
            UserChange::SetLocale(id, locale) => {
                self.user_mut(*id).map(|user| user.locale.clone_from(locale))
            }
            UserChange::SetTimeZone(id, zone) => self.user_mut(*id).map(|user| user.time_zone = *zone),
            UserChange::SetProfile(id, profile) => {
                self.user_mut(*id).map(|user| user.profile.clone_from(profile))
            }
            UserChange::SetPicture(id, picture) => self.user_mut(*id).map(|user| user.picture = *picture),
            UserChange::ScheduleDeletion(id, at) => self.user_mut(*id).map(|user| user.deletion_at = *at),
            UserChange::Delete(id, events) => self.delete_leaving(*id, *events),
        }
    }

    pub(super) fn change_role(&mut self, change: &RoleChange) -> Result<(), CommitError> {
        match change {
            RoleChange::Grant(id, role) => {
                self.user_mut(*id)?.roles.insert(role.clone());
            }
            RoleChange::Revoke(id, role) => {
                if let Some(user) = self.users.get_mut(id) {
                    user.roles.remove(role);
                }
            }
        }
        Ok(())
    }

    /// Deletes a user with all that is theirs. Events stay: they are a record of what happened.
    pub(super) fn delete_user(&mut self, id: UserId) {
        self.users.remove(&id);
        self.tokens.retain(|_, token| token.user_id != id);
        self.credentials.retain(|_, credential| credential.user_id != id);
        self.challenges.retain(|_, challenge| challenge.user_id != Some(id));
        self.sessions.retain(|_, session| session.user_id != id);
        self.mails.retain(|_, mail| mail.user_id != Some(id));
    }

    fn insert_user(&mut self, user: &User) -> Result<(), CommitError> {
        refuse_second_row(self.users.contains_key(&user.id))?;
        if let Some(username) = &user.username {
            self.refuse_taken_username(username, user.id, user.created_at)?;
        }
        let bare = User { emails: Vec::new(), ..user.clone() };
        self.users.insert(user.id, bare);
        user.emails.iter().try_for_each(|email| self.insert_email(user.id, email))
    }

    fn at_revision(&mut self, id: UserId, revision: i64) -> Result<&mut User, CommitError> {
        self.users.get_mut(&id).filter(|user| user.revision == revision).ok_or(CommitError::Stale)
    }

    fn set_username(
        &mut self,
        id: UserId,
        username: &Username,
        at: DateTime<Utc>,
    ) -> Result<(), CommitError> {
        self.user_mut(id)?;
        self.refuse_taken_username(username, id, at)?;
        self.user_mut(id)?.username = Some(username.clone());
        Ok(())
    }

    /// Whether a token keeps this username at this moment.
    pub fn username_is_kept(&self, username: &Username, at: DateTime<Utc>) -> bool {
        self.tokens.values().any(|token| token.kept_username(at) == Some(username))
    }

    fn refuse_taken_username(
        &self,
        username: &Username,
        id: UserId,
        at: DateTime<Utc>,
    ) -> Result<(), CommitError> {
        let held = self.user(UserKey::Username(username)).is_some_and(|user| user.id != id);
        let is_kept = |token: &Token| token.user_id != id && token.kept_username(at) == Some(username);
        if held || self.tokens.values().any(is_kept) {
            Err(CommitError::Taken(Unique::Username))
        } else {
            Ok(())
        }
    }
}
