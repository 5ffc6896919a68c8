//! Editing the profile: declared fields, language and time zone.

use std::collections::BTreeMap;

use thiserror::Error;

use super::{ATTEMPTS, Current, Visitor, contention};
use crate::domain::{EventKind, Field, FieldValue, Locale, Profile, TimeZone, User, Violations};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, PortError, UserChange};
use crate::settings::{FieldDeclaration, FieldKind, Told};

/// What was typed into the form.
#[derive(Clone, Debug, Default)]
pub struct EditProfileForm {
    /// What was typed, by the names of the fields. What is not declared, or not shown on the page, is ignored.
    pub fields: BTreeMap<String, String>,
}

/// Why the profile was not changed.
#[derive(Debug, Error)]
pub enum EditProfileError {
    /// Profiles are not edited in this app.
    #[error("profiles are not edited")]
    Off,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

impl UserManager {
    /// Sets every field of the form; a field left empty is emptied. Fields that only code sets stay as they are.
    pub async fn edit_profile(
        &self,
        current: &Current,
        form: &EditProfileForm,
        visitor: &Visitor,
    ) -> Result<(), EditProfileError> {
        if !self.settings().edits_profile() {
            return Err(EditProfileError::Off);
        }
        let mut violations = Violations::none();
        let (fields, before) = (self.settings().profile_fields(), current.user.profile.clone());
        let told = self.parse_told(&fields, &form.fields, before, &mut violations);
        if !violations.is_empty() {
            return Err(EditProfileError::Invalid(violations));
        }
        let mut user = current.user.clone();
        for _ in 0..ATTEMPTS {
            let Some(changes) = self.profile_change(&user, &told, visitor) else { return Ok(()) };
            match self.commit(changes).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Failed(error)) => return Err(error.into()),
                Err(CommitError::Stale | CommitError::Gone | CommitError::Taken(_)) => {
                    user = self.reread(&user).await?.ok_or(EditProfileError::Gone)?;
                }
            }
        }
        Err(contention().into())
    }

    /// What was typed into declared fields, by the rules of each, and by the app's own about the profile that comes of it.
    pub(crate) fn parse_told<'a>(
        &self,
        fields: impl IntoIterator<Item = &'a FieldDeclaration>,
        typed: &BTreeMap<String, String>,
        mut profile: Profile,
        violations: &mut Violations,
    ) -> Told {
        let told = Told::parse(fields, typed, self.locales(), violations);
        told.apply_to_profile(&mut profile);
        // What a field's own rules refused is out of the question: nobody needs to be told twice.
        let refused: Vec<Field> = violations.iter().map(|found| found.field.clone()).collect();
        for field in &refused {
            profile.set(field.name(), None);
        }
        let found = self.parts.profile_policy.check(&profile);
        for found in found.iter().filter(|found| !refused.contains(&found.field)) {
            violations.add(found.field.clone(), found.violation.clone());
        }
        told
    }

    /// What changes in this account; nothing where all of it is so already.
    fn profile_change(&self, user: &User, told: &Told, visitor: &Visitor) -> Option<Changes> {
        let mut edited = user.clone();
        told.apply(&mut edited);
        let mut changes = Changes::none();
        if edited.profile != user.profile {
            changes.add(UserChange::SetProfile(user.id, edited.profile));
        }
        if edited.locale != user.locale {
            changes.add(UserChange::SetLocale(user.id, edited.locale));
        }
        if edited.time_zone != user.time_zone {
            changes.add(UserChange::SetTimeZone(user.id, edited.time_zone));
        }
        changes.iter().next()?;
        let mut all = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        all.extend(changes.iter().cloned());
        Some(all.with(self.event(EventKind::ProfileChanged, Some(user.id), Some(visitor))))
    }

    /// The profile of a user as the form shows it: what they would have typed.
    pub fn typed_profile(&self, user: &User) -> BTreeMap<String, String> {
        let fields = self.settings().profile_fields();
        fields.iter().map(|field| (field.name.clone(), typed(field, user))).collect()
    }
}

fn typed(field: &FieldDeclaration, user: &User) -> String {
    match field.kind {
        FieldKind::Language => user.locale.as_ref().map(Locale::to_string).unwrap_or_default(),
        FieldKind::TimeZone => user.time_zone.map(TimeZone::name).unwrap_or_default().to_owned(),
        _ => user.profile.get(&field.name).map(FieldValue::typed).unwrap_or_default(),
    }
}
