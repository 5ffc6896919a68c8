//! What administrators do, from code or from the command line. Nothing here is reachable from a form.

use crate::domain::{
    Detail, EmailAddress, EmailId, Event, EventKind, Field, MailDetails, MailId, MailKind, Password, Profile,
    Purpose, QueuedMail, Role, User, UserEmail, UserId, UserStatus, Username, Violations,
};
use crate::kit::{AdministrationError, Claimant, News, parse_roles, refused, taken};
use crate::manager::UserManager;
use crate::ports::{
    Changes, CommitError, MailChange, MailState, PortError, RoleChange, TokenChange, Unique, UserChange,
    UserKey,
};

/// An account to be made by an administrator: its address counts as confirmed.
#[derive(Clone, Default)]
pub struct NewAccount {
    /// The username, where the app uses them.
    pub username: String,
    /// The address, where the app uses them.
    pub email: String,
    /// The password; `None` for an account whose owner sets one by a reset link.
    pub password: Option<String>,
    /// The roles.
    pub roles: Vec<String>,
}

impl UserManager {
    /// Creates an account. Reserved usernames are an administrator's to give.
    pub async fn create_user(&self, account: &NewAccount) -> Result<User, AdministrationError> {
        let (mut user, password) = self.parse_account(account).await?;
        if let Some(password) = password {
            user.password_hash = Some(self.parts.hasher.hash(&password).await?);
        }
        let event = self.event(EventKind::USER_REGISTERED, Some(user.id), None);
        let changes = Changes::none().with(UserChange::Insert(Box::new(user.clone()))).with(event);
        match self.commit(changes).await {
            Ok(()) => Ok(user),
            Err(CommitError::Taken(Unique::Username)) => Err(taken(Field::Username)),
            Err(CommitError::Taken(Unique::Email)) => Err(taken(Field::Email)),
            Err(error) => Err(refused(error)),
        }
    }

    async fn parse_account(
        &self,
        account: &NewAccount,
    ) -> Result<(User, Option<Password>), AdministrationError> {
        let (identifiers, mut violations) = (self.settings().identifiers, Violations::none());
        let username = identifiers.username().then(|| Username::parse(&account.username));
        let username = username.and_then(|parsed| violations.collect(Field::Username, parsed));
        let address = identifiers.email().then(|| EmailAddress::parse(&account.email));
        let address = address.and_then(|parsed| violations.collect(Field::Email, parsed));
        let identity = (username.as_ref(), address.as_ref());
        let password = match &account.password {
            Some(raw) => self.judged_password(raw, &Field::Password, identity, &mut violations).await?,
            None => None,
        };
        let roles = violations.collect_all(parse_roles(&account.roles)).unwrap_or_default();
        if !violations.is_empty() {
            return Err(AdministrationError::Invalid(violations));
        }
        let (clock, entropy, now) = (self.parts.clock.as_ref(), self.parts.entropy.as_ref(), self.now());
        let id = EmailId::fresh(clock, entropy);
        let email = address.map(|address| UserEmail { id, address, confirmed_at: Some(now), primary: true });
        let user = User {
            id: UserId::fresh(clock, entropy),
            username,
            emails: email.into_iter().collect(),
            password_hash: None,
            status: UserStatus::Active,
            roles,
            locale: None,
            time_zone: None,
            profile: Profile::default(),
            picture: None,
            device_epoch: 0,
            created_at: now,
            last_signed_in_at: None,
            deletion_at: None,
            revision: 0,
        };
        Ok((user, password))
    }

    /// Returns the user with this id, username or confirmed address. An address that nobody has confirmed is nobody's,
    /// and finds nobody: see [`registrants`](Self::registrants).
    pub async fn find_user(&self, key: &str) -> Result<Option<User>, PortError> {
        // A username of 32 hexadecimal digits reads as an id too.
        if let Ok(id) = key.parse()
            && let Some(user) = self.store().user(UserKey::Id(id)).await?
        {
            return Ok(Some(user));
        }
        if let Ok(email) = EmailAddress::parse(key) {
            return self.store().user(UserKey::Email(&email)).await;
        }
        match Username::parse(key) {
            Ok(username) => self.store().user(UserKey::Username(&username)).await,
            Err(_) => Ok(None),
        }
    }

    /// Returns up to `limit` pending accounts that list this address, which none of them has confirmed; the latest
    /// first. Anybody may have registered them: none of them stands for the owner of the address.
    pub async fn registrants(&self, email: &str, limit: u32) -> Result<Vec<User>, PortError> {
        match EmailAddress::parse(email) {
            Ok(email) => self.store().registrants(&email, limit).await,
            Err(_) => Ok(Vec::new()),
        }
    }

    /// Returns up to `limit` users after `after`, in order of id.
    pub async fn users(&self, after: Option<UserId>, limit: u32) -> Result<Vec<User>, PortError> {
        self.store().users(after, limit).await
    }

    /// Returns the latest events about a user, newest first.
    pub async fn events_of(&self, user: UserId, limit: u32) -> Result<Vec<Event>, PortError> {
        self.store().events_of(&user, limit).await
    }

    /// Disables an account: every session ends, and nobody can sign in until it is enabled. Links to confirm and to
    /// reset are void, and so is what else an intruder may have begun: proposed addresses and open invitations that
    /// give roles; and lists of recovery codes that were made or used in the last days go. Ways back of the owner do
    /// nothing while it is shut, and are good again once it is enabled; so are older recovery codes.
    pub async fn disable_user(&self, id: UserId) -> Result<(), AdministrationError> {
        self.revise_with_codes(id, |user, lists| {
            let is_new = user.status != UserStatus::Disabled;
            let mut changes = Changes::none().with(UserChange::SetStatus(user.id, UserStatus::Disabled));
            self.add_end_of_codes(user, lists, Claimant::Owner, &mut changes);
            Self::sign_out_everywhere(user.id, &mut changes);
            self.add_end_of_begun(user, &mut changes);
            for purpose in [Purpose::CONFIRM_EMAIL, Purpose::REGISTRATION] {
                changes.add(TokenChange::Void { user: user.id, purpose, at: self.now() });
            }
            changes.extend(is_new.then(|| self.event(EventKind::USER_DISABLED, Some(user.id), None)));
            changes
        })
        .await
    }

    /// Ends every session of a user, also one that is just being renewed: in one step, so that none gets away. So ends
    /// what an intruder may have begun in one: links to reset, proposed addresses, open invitations that give roles,
    /// and lists of recovery codes that were made or used in the last days.
    pub async fn end_sessions(&self, id: UserId) -> Result<(), AdministrationError> {
        self.revise_with_codes(id, |user, lists| {
            let mut changes = Changes::none();
            self.add_end_of_codes(user, lists, Claimant::Owner, &mut changes);
            Self::sign_out_everywhere(user.id, &mut changes);
            self.add_end_of_begun(user, &mut changes);
            changes.with(self.event(EventKind::SESSION_REVOKED, Some(user.id), None))
        })
        .await
    }

    /// Enables a disabled account with its earlier status: pending if no address was ever confirmed.
    pub async fn enable_user(&self, id: UserId) -> Result<(), AdministrationError> {
        self.revise(id, |user| {
            let proven = user.has_confirmed_email() || user.emails.is_empty();
            let status = if proven { UserStatus::Active } else { UserStatus::Pending };
            Changes::none().with(UserChange::SetStatus(user.id, status)).with(self.event(
                EventKind::USER_ENABLED,
                Some(user.id),
                None,
            ))
        })
        .await
    }

    /// Grants a role to a user, in effect from their next request.
    pub async fn grant_role(&self, id: UserId, role: &str) -> Result<(), AdministrationError> {
        let role = parse_role(role)?;
        self.revise(id, |user| {
            if user.roles.contains(&role) {
                return Changes::none();
            }
            Changes::none().with(RoleChange::Grant(user.id, role.clone())).with(
                self.event(EventKind::ROLE_GRANTED, Some(user.id), None).with(Detail::ROLE, role.as_str()),
            )
        })
        .await
    }

    /// Revokes a role of a user, in effect from their next request.
    pub async fn revoke_role(&self, id: UserId, role: &str) -> Result<(), AdministrationError> {
        let role = parse_role(role)?;
        self.revise(id, |user| {
            if !user.roles.contains(&role) {
                return Changes::none();
            }
            Changes::none().with(RoleChange::Revoke(user.id, role.clone())).with(
                self.event(EventKind::ROLE_REVOKED, Some(user.id), None).with(Detail::ROLE, role.as_str()),
            )
        })
        .await
    }

    /// Sets a password: every session ends, no reset link stays good, credentials that were added in the last days go,
    /// and the owner is told.
    pub async fn set_password(&self, id: UserId, raw: &str) -> Result<(), AdministrationError> {
        let user = self.store().user(UserKey::Id(id)).await?.ok_or(AdministrationError::Unknown)?;
        let whose = (user.username.as_ref(), user.primary_email().map(|email| &email.address));
        let mut violations = Violations::none();
        let password = self.judged_password(raw, &Field::Password, whose, &mut violations).await?;
        let password = password.filter(|_| violations.is_empty());
        let password = password.ok_or(AdministrationError::Invalid(violations))?;
        let hash = self.parts.hasher.hash(&password).await?;
        self.revise_with_codes(id, |user, lists| {
            let mut changes = Changes::none();
            self.add_end_of_credentials(user, lists, Claimant::Owner, &mut changes);
            let left = self.add_new_password(user, hash.clone(), Claimant::Owner, &mut changes);
            let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
            let kind = MailKind::PASSWORD_CHANGED;
            self.add_news(&left, &News { kind, details, gained: None }, &mut changes);
            changes.with(self.event(EventKind::PASSWORD_CHANGED, Some(user.id), None))
        })
        .await?;
        Ok(self.clear_guesses(&user).await?)
    }

    /// Sets the whole profile, also the fields that no form shows. Limits are for forms; code may set what it likes.
    pub async fn set_profile(&self, id: UserId, profile: Profile) -> Result<(), AdministrationError> {
        self.revise(id, |user| {
            Changes::none().with(UserChange::SetProfile(user.id, profile.clone())).with(self.event(
                EventKind::PROFILE_CHANGED,
                Some(user.id),
                None,
            ))
        })
        .await
    }

    /// Returns mails of the outbox: waiting, or dead letters.
    pub async fn mails(&self, state: MailState, limit: u32) -> Result<Vec<QueuedMail>, PortError> {
        self.store().mails(state, limit).await
    }

    /// Makes a dead letter due again.
    pub async fn retry_mail(&self, id: MailId) -> Result<(), AdministrationError> {
        self.commit(Changes::none().with(MailChange::Revive(id, self.now()))).await.map_err(refused)
    }
}

fn parse_role(raw: &str) -> Result<Role, AdministrationError> {
    Role::parse(raw).map_err(|_| AdministrationError::BadRole(raw.to_owned()))
}
