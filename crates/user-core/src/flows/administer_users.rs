//! What administrators change in the account of somebody else: username, address, profile. The rules are those of the
//! user's own pages, but for the password, which nobody is asked for.

use std::collections::BTreeMap;

use crate::domain::{
    EmailAddress, Field, User, UserEmail, UserId, UserStatus, Username, Violation, Violations,
};
use crate::kit::{AdministrationError, Try, attempt, refused};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, EmailChange, PortError, UserChange, UserKey};
use crate::settings::{FieldDeclaration, FieldKind};

impl UserManager {
    /// Up to `limit` users whose username or one of whose addresses contains `text`, in the order in which they came, those
    /// after `after`. No character is a pattern. Looks at every user: it is for people who search, and not for pages of
    /// visitors.
    pub async fn users_like(
        &self,
        text: &str,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        self.store().users_like(text, after, limit).await
    }

    /// Gives a user another username. Reserved ones are an administrator's to give. The user is told by mail, unless that
    /// is switched off.
    pub async fn rename_user(&self, id: UserId, username: &str) -> Result<Username, AdministrationError> {
        let username = Username::parse(username).map_err(|why| invalid(Field::Username, why))?;
        let (renamed, kept) = (username.clone(), self.former_usernames(id).await?.len());
        self.decide_on(id, move |user| {
            if user.username.as_ref().is_some_and(|held| held.as_str() == renamed.as_str()) {
                return Err(Violations::one(Field::Username, Violation::Same));
            }
            Ok(self.username_change(user, &renamed, kept, &self.nobody()))
        })
        .await?;
        Ok(username)
    }

    /// Gives a user another primary address, which counts as confirmed, and so makes a pending user active. The one before
    /// goes where users have one address. Both are told by mail, the former with a link to take it back, unless that is
    /// switched off.
    pub async fn set_email(&self, id: UserId, email: &str) -> Result<EmailAddress, AdministrationError> {
        let email = self.parse_email(email).map_err(|why| invalid(Field::Email, why))?;
        let set = email.clone();
        self.decide_on(id, move |user| {
            if user.primary_email().is_some_and(|held| held.address == set) {
                return Err(Violations::one(Field::Email, Violation::Same));
            }
            Ok(self.email_set(user, &set))
        })
        .await?;
        Ok(email)
    }

    fn email_set(&self, user: &User, address: &EmailAddress) -> Changes {
        let at = self.now();
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        let email = if let Some(held) = user.email(address) {
            changes.add(EmailChange::Confirm { id: held.id, address: held.address.clone(), at });
            held.clone()
        } else {
            let email = UserEmail { confirmed_at: Some(at), ..self.proposed_email(address) };
            changes.add(EmailChange::Insert(user.id, email.clone()));
            email
        };
        if user.status == UserStatus::Pending {
            changes.add(UserChange::SetStatus(user.id, UserStatus::Active));
        }
        self.add_primary_change(user, &email, &self.nobody(), &mut changes);
        if !self.settings().manages_emails() {
            let others = user.emails.iter().filter(|held| held.id != email.id);
            changes.extend(others.map(|held| EmailChange::Delete(user.id, held.id)));
        }
        changes
    }

    /// Sets declared fields, language and time zone by what would be typed into a form, by name; an empty text empties one.
    /// Fields that no form shows can be set, too. What is not named stays as it is.
    pub async fn edit_user(
        &self,
        id: UserId,
        typed: &BTreeMap<String, String>,
    ) -> Result<(), AdministrationError> {
        let fields = self.named_fields(typed)?;
        attempt((), async |()| {
            let user = self.store().user(UserKey::Id(id)).await?.ok_or(AdministrationError::Unknown)?;
            let mut violations = Violations::none();
            let told = self.parse_told(&fields, typed, user.profile.clone(), &mut violations);
            if !violations.is_empty() {
                return Err(AdministrationError::Invalid(violations));
            }
            let Some(changes) = self.profile_change(&user, &told, &self.nobody()) else {
                return Ok(Try::Done(()));
            };
            match self.commit(changes).await {
                Err(CommitError::Stale) => Ok(Try::Again(())),
                other => other.map(Try::Done).map_err(refused),
            }
        })
        .await
    }

    /// The declarations of these fields; language and time zone have one even where the app declares none.
    fn named_fields(
        &self,
        typed: &BTreeMap<String, String>,
    ) -> Result<Vec<FieldDeclaration>, AdministrationError> {
        let declared = &self.settings().fields;
        let own = [("language", FieldKind::Language), ("time_zone", FieldKind::TimeZone)];
        let find = |name: &String| {
            let own =
                own.iter().find(|(own, kind)| name == own && declared.iter().all(|it| it.kind != *kind));
            let own = || own.map(|(own, kind)| FieldDeclaration::new(*own, kind.clone()));
            declared.iter().find(|field| field.name == *name).cloned().or_else(own)
        };
        let unknown = |name: &String| AdministrationError::UnknownField(name.clone());
        typed.keys().map(|name| find(name).ok_or_else(|| unknown(name))).collect()
    }
}

fn invalid(field: Field, violation: Violation) -> AdministrationError {
    AdministrationError::Invalid(Violations::one(field, violation))
}
