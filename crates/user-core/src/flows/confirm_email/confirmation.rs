//! What a link to confirm an address asks of who opens it, and what confirming writes.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{ConfirmEmailError, ConfirmEmailForm};
use crate::domain::{
    EmailAddress, EventKind, Field, Method, Password, PasswordHash, Profile, Purpose, Token, User, UserEmail,
    UserStatus, Username, Violation, Violations,
};
use crate::kit::{Claimant, Current, LinkError, LinkRefusal, Typed, Visitor};
use crate::manager::UserManager;
use crate::ports::{Changes, CredentialChange, PortError, RoleChange, TokenChange, UserChange, UserKey};

/// What a link to confirm an address is about: what its page shows before anybody presses a button.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Confirmation {
    /// The address that it confirms.
    pub email: EmailAddress,
    /// The username of the account, where it has one.
    pub username: Option<Username>,
    /// When the account was made.
    pub registered_at: DateTime<Utc>,
    /// The browser that registered it, as it describes itself.
    pub user_agent: Option<String>,
    /// What the form asks for.
    pub asks: ConfirmationAsks,
}

/// What confirming asks for in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmationAsks {
    /// Nothing: it is the browser that registered, or one that is signed in to the account.
    Nothing,
    /// The password of the account.
    Password,
    /// The password chosen at registration, or a new one in its place: of the address with which somebody registered.
    PasswordOrNew,
}

/// The same, with the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// Nothing of who is signed in to the account.
    SignedIn,
    /// Nothing of the browser that registered.
    Registrant,
    Password,
    PasswordOrNew,
}

/// How who confirms has proven to be the owner.
pub(super) enum Proof {
    /// By the browser, or by the password.
    Given,
    /// By the mail alone: this password replaces the one of whoever registered.
    NewPassword(PasswordHash),
}

/// An address that is being confirmed.
pub(super) struct Confirmed<'a> {
    pub(super) token: &'a Token,
    pub(super) user: &'a User,
    pub(super) email: &'a UserEmail,
    /// Since when the address counts.
    pub(super) since: DateTime<Utc>,
    pub(super) proof: &'a Proof,
}

impl UserManager {
    /// What a link to confirm an address is about, for the page that asks. Looks only: mail scanners open links, too.
    pub async fn confirmation_of(
        &self,
        link: &str,
        current: Option<&Current>,
        visitor: &Visitor,
    ) -> Result<Confirmation, LinkError> {
        let (_, user, email) = self.confirmable(link).await?;
        let asks = match self.confirmation_asks((&user, &email), current, visitor).await? {
            Asks::SignedIn | Asks::Registrant => ConfirmationAsks::Nothing,
            Asks::Password => ConfirmationAsks::Password,
            Asks::PasswordOrNew => ConfirmationAsks::PasswordOrNew,
        };
        Ok(Confirmation {
            email: email.address,
            user_agent: self.registering_browser(user.id).await?,
            username: user.username,
            registered_at: user.created_at,
            asks,
        })
    }

    /// A link that can still confirm, the account, and the address; not when another account has confirmed that.
    pub(super) async fn confirmable(&self, link: &str) -> Result<(Token, User, UserEmail), LinkError> {
        let (token, user) = self.linked(Purpose::CONFIRM_EMAIL, link).await?;
        let held = user.emails.iter().find(|held| Some(held.id) == token.email_id()).cloned();
        let held = held.ok_or(LinkRefusal::Invalid)?;
        let owner = self.store().user(UserKey::Email(&held.address)).await?;
        if owner.is_some_and(|owner| owner.id != user.id) {
            return Err(LinkRefusal::Invalid.into());
        }
        Ok((token, user, held))
    }

    pub(super) async fn confirmation_asks(
        &self,
        (user, email): (&User, &UserEmail),
        current: Option<&Current>,
        visitor: &Visitor,
    ) -> Result<Asks, PortError> {
        if current.is_some_and(|current| current.user.id == user.id) {
            return Ok(Asks::SignedIn);
        }
        if user.status != UserStatus::Pending || user.has_confirmed_email() {
            return Ok(Asks::Password);
        }
        if self.registered_here(visitor).await?.iter().any(|here| here.user == user.id) {
            return Ok(Asks::Registrant);
        }
        // Whoever is in the account may have added another address: its mailbox stands for nobody.
        let stands = user.registered_email().is_some_and(|registered| registered.id == email.id);
        Ok(if stands { Asks::PasswordOrNew } else { Asks::Password })
    }

    /// Who confirms is who they say, at the cost of one hash; guesses count like any other.
    pub(super) async fn prove_confirmation(
        &self,
        form: &ConfirmEmailForm,
        user: &User,
        asks: Asks,
        visitor: &Visitor,
    ) -> Result<Proof, ConfirmEmailError> {
        match asks {
            Asks::SignedIn | Asks::Registrant => Ok(Proof::Given),
            Asks::PasswordOrNew if !form.new_password.is_empty() => {
                self.reserve_client(visitor).await?;
                let password = self.parse_replacement(form, user).await?;
                Ok(Proof::NewPassword(self.parts.hasher.hash(&password).await?))
            }
            Asks::Password | Asks::PasswordOrNew => {
                let refused = |why| ConfirmEmailError::Invalid(Violations::one(Field::Password, why));
                let password = Password::parse(&form.password).map_err(refused)?;
                if !self.proves(user, &password, visitor).await? {
                    return Err(refused(Violation::Wrong));
                }
                Ok(Proof::Given)
            }
        }
    }

    async fn parse_replacement(
        &self,
        form: &ConfirmEmailForm,
        user: &User,
    ) -> Result<Password, ConfirmEmailError> {
        let mut violations = Violations::none();
        let (password, retyped) = (form.new_password.as_str(), form.retype_password.as_str());
        let typed = Typed { field: Field::NewPassword, password, retyped };
        let whose = (user.username.as_ref(), user.main_email().map(|email| &email.address));
        let password = self.parse_new_password(typed, whose, &mut violations).await?;
        password.filter(|_| violations.is_empty()).ok_or(ConfirmEmailError::Invalid(violations))
    }

    /// Everything that confirming with a link writes, but for an admission.
    pub(super) fn confirmation(&self, confirmed: &Confirmed<'_>, visitor: &Visitor) -> Changes {
        let Confirmed { token, user, email, since, proof } = confirmed;
        let (purpose, at) = (token.purpose, self.now());
        let mut changes = self.confirmed(user, email, *since, visitor);
        changes.add(TokenChange::Claim { id: token.id, purpose, at });
        changes.add(TokenChange::VoidFor { email: email.id, purpose, at });
        changes.add(TokenChange::Void { user: user.id, purpose: Purpose::REGISTRATION, at });
        if let Proof::NewPassword(hash) = proof {
            self.add_takeover(user, hash, visitor, &mut changes);
            changes
                .add(self.event(EventKind::PASSWORD_RESET, Some(user.id), Some(visitor)).by(Method::EMAIL));
        }
        changes
    }

    /// The account is the reader's of the mail: nothing of whoever registered it stays, but the name.
    fn add_takeover(&self, user: &User, hash: &PasswordHash, visitor: &Visitor, changes: &mut Changes) {
        self.add_new_password(user, hash.clone(), Claimant::Owner, changes);
        changes.add(CredentialChange::DeleteSince { user: user.id, since: user.created_at, kept: &[] });
        changes.add(TokenChange::VoidAll { user: user.id, at: self.now() });
        changes.extend(user.roles.iter().map(|role| RoleChange::Revoke(user.id, role.clone())));
        let User { id, locale, time_zone, profile, picture, .. } = emptied(user.clone(), visitor);
        changes.add(UserChange::SetLocale(id, locale));
        changes.add(UserChange::SetTimeZone(id, time_zone));
        changes.add(UserChange::SetProfile(id, profile));
        changes.add(UserChange::SetPicture(id, picture));
    }
}

/// The user without what was filled in or granted, in the language of who takes over.
pub(super) fn emptied(user: User, visitor: &Visitor) -> User {
    let locale = Some(visitor.locale.clone());
    let roles = BTreeSet::new();
    User { locale, time_zone: None, profile: Profile::default(), picture: None, roles, ..user }
}
