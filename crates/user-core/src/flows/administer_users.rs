//! What administrators change in the account of somebody else: username, address, profile. The rules are those of the
//! user's own pages, but for the password, which nobody is asked for.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::domain::{
    EmailAddress, Field, User, UserEmail, UserId, UserStatus, Username, Violation, Violations,
};
use crate::kit::{AdministrationError, Claimant, Try, attempt, refused};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, EmailChange, PortError, UserChange, UserKey};
use crate::settings::{FieldDeclaration, FieldKind};

impl UserManager {
    /// Returns up to `limit` users whose username or one of whose addresses contains `text`, in the order in which they
    /// came, those after `after`. No character is a pattern. Looks at every user: it is for people who search, and not
    /// for pages of visitors.
    pub async fn users_like(
        &self,
        text: &str,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<User>, PortError> {
        self.store().users_like(text, after, limit).await
    }

    /// Changes the username of a user. Reserved ones are an administrator's to give. The user is told by mail, unless
    /// that is switched off.
    pub async fn rename_user(&self, id: UserId, username: &str) -> Result<Username, AdministrationError> {
        let username = Username::parse(username).map_err(|why| invalid(Field::Username, why))?;
        let (renamed, past) = (username.clone(), self.names_past(id).await?);
        self.decide_on(id, move |user| {
            if user.username.as_ref().is_some_and(|held| held.as_str() == renamed.as_str()) {
                return Err(Violations::one(Field::Username, Violation::Same));
            }
            Ok(self.username_change(user, &renamed, past, &self.nobody()))
        })
        .await?;
        Ok(username)
    }

    /// Changes the primary address of a user to one that counts as confirmed, which makes a pending user active. The
    /// one before goes where users have one address. Both are told by mail, the former with a link to take it back if
    /// it was the user's beyond doubt, unless that is switched off.
    ///
    /// It beats all that came in lately: addresses confirmed in the last days count as proposed again, and what else an
    /// intruder may have begun ends, but for sessions ([`end_sessions`](Self::end_sessions)). So do credentials added
    /// in the last days, and lists of recovery codes of which one was used then.
    pub async fn set_email(&self, id: UserId, email: &str) -> Result<EmailAddress, AdministrationError> {
        let email = self.parse_email(email).map_err(|why| invalid(Field::Email, why))?;
        let set = email.clone();
        let mut former = self.former_emails(&id).await?.into_iter();
        let former = former.find(|former| former.is_proven && former.address == email);
        let since = former.map(|former| former.since);
        self.decide_with_codes(id, move |user, lists| {
            if user.primary_email().is_some_and(|held| held.address == set) {
                return Err(Violations::one(Field::Email, Violation::Same));
            }
            let mut changes = self.email_set(user, &set, since);
            self.add_end_of_credentials(user, lists, Claimant::Owner, &mut changes);
            Ok(changes)
        })
        .await?;
        Ok(email)
    }

    /// The address counts for long enough to be beyond doubt, and so beats what came in lately.
    fn email_set(&self, user: &User, address: &EmailAddress, former: Option<DateTime<Utc>>) -> Changes {
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        let established = self.oldest_doubt(user);
        let since = former.map_or(established, |former| former.min(established));
        let held = user.email(address);
        let at = held.and_then(|held| held.confirmed_at).map_or(since, |at| at.min(since));
        let address = held.map_or(address, |held| &held.address);
        let set = UserEmail { confirmed_at: Some(at), ..self.proposed_email(address) };
        changes.extend(held.map(|held| EmailChange::Delete(user.id, held.id)));
        changes.add(EmailChange::Insert(user.id, set.clone()));
        let emails = user.emails.iter().filter(|email| held.is_none_or(|held| held.id != email.id));
        // No address waits to stand for the account any more.
        let status = if user.status == UserStatus::Pending { UserStatus::Active } else { user.status };
        let others = User { emails: emails.cloned().collect(), status, ..user.clone() };
        if status != user.status {
            changes.add(UserChange::SetStatus(user.id, status));
        }
        self.add_primary_change(&others, &set, &self.nobody(), &mut changes);
        self.add_end_of_others(others, &set, &mut changes);
        changes
    }

    /// What becomes of the other addresses, none of which is primary any more.
    fn add_end_of_others(&self, mut others: User, set: &UserEmail, changes: &mut Changes) {
        others.emails.iter_mut().for_each(|email| email.primary = false);
        let mut left = self.add_end_of_begun(&others, changes);
        if !self.settings().manages_emails() {
            left.emails.iter().for_each(|email| self.add_removal(&left, email, changes));
            left.emails.clear();
        }
        left.emails.push(UserEmail { primary: true, ..set.clone() });
        self.add_doubts(&left, set, changes);
    }

    /// Sets declared fields, language and time zone by what would be typed into a form, by name; an empty text empties
    /// one. Fields that no form shows can be set, too. What is not named stays as it is.
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
            match self.commit(changes.done_by_code()).await {
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
