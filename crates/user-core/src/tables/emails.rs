//! Addresses.

use crate::domain::{EmailAddress, EmailId, User, UserEmail, UserId, UserStatus};
use crate::ports::{CommitError, EmailChange, Port, PortError, Unique};
use chrono::{DateTime, Utc};

use super::{Tables, count, refuse_second_row};

impl Tables {
    pub(super) fn change_email(&mut self, change: &EmailChange) -> Result<(), CommitError> {
        match change {
            EmailChange::Insert(user, email) => self.insert_email(*user, email),
            EmailChange::Confirm { id, at, .. } => self.confirm(*id, *at),
            EmailChange::MakePrimary(id) => self.make_primary(*id),
            EmailChange::Demote(id) => self.demote(*id),
            EmailChange::Delete(user, id) => self.delete_email(*user, *id),
        }
    }

    pub(super) fn insert_email(&mut self, user: UserId, email: &UserEmail) -> Result<(), CommitError> {
        self.user_mut(user)?;
        if email.confirmed_at.is_some() && self.user_with(&email.address).is_some() {
            return Err(CommitError::Taken(Unique::Email));
        }
        refuse_second_row(self.holder(email.id).is_some())?;
        let user = self.user_mut(user)?;
        if email.primary && user.primary_email().is_some() {
            return Err(PortError::new(Port::Store, "a second primary address").into());
        }
        user.emails.push(email.clone());
        user.emails.sort_by_key(|email| email.id);
        if let Some(at) = email.confirmed_at {
            self.use_up_proposing(&email.address, at);
        }
        Ok(())
    }

    /// The user who has confirmed the address.
    pub(super) fn user_with(&self, address: &EmailAddress) -> Option<&User> {
        let has = |email: &UserEmail| email.address == *address && email.confirmed_at.is_some();
        self.users.values().find(|user| user.emails.iter().any(has))
    }

    /// Pending users who list this address and have not confirmed it, the latest first.
    pub fn registrants(&self, address: &EmailAddress, limit: u32) -> Vec<User> {
        let listed = |user: &User| {
            let open = |email: &&UserEmail| email.address == *address && email.confirmed_at.is_none();
            user.emails.iter().filter(open).map(|email| email.id).max()
        };
        let pending = self.users.values().filter(|user| user.status == UserStatus::Pending);
        let mut found: Vec<_> = pending.filter_map(|user| Some((listed(user)?, user))).collect();
        found.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
        found.into_iter().take(count(limit)).map(|(_, user)| user.clone()).collect()
    }

    /// The rows that list this address and have not confirmed it.
    fn proposing(&self, address: &EmailAddress) -> Vec<EmailId> {
        let emails = self.users.values().flat_map(|user| &user.emails);
        let open = emails.filter(|email| email.address == *address && email.confirmed_at.is_none());
        open.map(|email| email.id).collect()
    }

    /// The links of all others who propose an address that is somebody's now lead nowhere.
    fn use_up_proposing(&mut self, address: &EmailAddress, at: DateTime<Utc>) {
        let proposed = self.proposing(address);
        self.use_up(at, |token| token.email_id().is_some_and(|id| proposed.contains(&id)));
    }

    pub(super) fn has_email(&self, id: EmailId) -> bool {
        self.holder(id).is_some()
    }

    fn holder(&self, id: EmailId) -> Option<UserId> {
        let holds = |user: &&User| user.emails.iter().any(|email| email.id == id);
        self.users.values().find(holds).map(|user| user.id)
    }

    fn confirm(&mut self, id: EmailId, at: DateTime<Utc>) -> Result<(), CommitError> {
        let email = self.email_mut(id)?;
        if email.confirmed_at.is_some() {
            return Ok(());
        }
        let address = email.address.clone();
        if self.user_with(&address).is_some() {
            return Err(CommitError::Taken(Unique::Email));
        }
        self.email_mut(id)?.confirmed_at = Some(at);
        self.use_up_proposing(&address, at);
        Ok(())
    }

    fn make_primary(&mut self, id: EmailId) -> Result<(), CommitError> {
        let user = self.holder(id).ok_or(CommitError::Gone)?;
        let has_primary = self.user_mut(user)?.primary_email().is_some();
        let email = self.email_mut(id)?;
        if has_primary || email.confirmed_at.is_none() {
            return Err(CommitError::Gone);
        }
        email.primary = true;
        Ok(())
    }

    fn demote(&mut self, id: EmailId) -> Result<(), CommitError> {
        let email = self.email_mut(id)?;
        if !email.primary {
            return Err(CommitError::Gone);
        }
        email.primary = false;
        Ok(())
    }

    fn delete_email(&mut self, user: UserId, id: EmailId) -> Result<(), CommitError> {
        if self.holder(id) != Some(user) || self.email_mut(id)?.primary {
            return Err(CommitError::Gone);
        }
        self.remove_email(user, id);
        Ok(())
    }

    /// The address, with its tokens.
    fn remove_email(&mut self, user: UserId, id: EmailId) {
        self.tokens.retain(|_, token| token.email_id() != Some(id));
        if let Some(user) = self.users.get_mut(&user) {
            user.emails.retain(|email| email.id != id);
        }
    }

    fn email_mut(&mut self, id: EmailId) -> Result<&mut UserEmail, CommitError> {
        let mut emails = self.users.values_mut().flat_map(|user| user.emails.iter_mut());
        emails.find(|email| email.id == id).ok_or(CommitError::Gone)
    }
}
