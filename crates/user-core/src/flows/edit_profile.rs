//! Editing the profile: declared fields, language and time zone.

use std::collections::BTreeMap;
use std::time::Duration;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::domain::{Field, FieldValue, Locale, TimeZone, User, Violation, Violations};
use crate::kit::{Current, Try, Visitor, attempt, limits_fail_as, refuses_as};
use crate::manager::UserManager;
use crate::ports::PortError;
use crate::settings::{FieldDeclaration, FieldKind, Told, is_ticked};

/// What was typed into the form.
#[derive(Clone, Debug, Default)]
pub struct EditProfileForm {
    /// What was typed, by the names of the fields. What is not declared, or not shown on the page, is ignored.
    pub fields: BTreeMap<String, String>,
    /// What the form showed before anybody typed, as [`UserManager::shown_profile`] wrote it down: a field that still
    /// says so is not changed. Empty where all that was typed is meant.
    pub shown: String,
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
    /// Too many changes.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The session has ended, or the account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(EditProfileError: Off, Invalid, Throttled, Gone, Failed);

limits_fail_as!(EditProfileError);

impl UserManager {
    /// Sets the fields of the form that were changed in it; a field made empty is emptied. Fields that only code sets
    /// stay as they are. What was changed here and meanwhile elsewhere, too, is refused with
    /// [`Violation::ChangedMeanwhile`], so that nothing is lost unseen.
    pub async fn edit_profile(
        &self,
        current: &Current,
        form: &EditProfileForm,
        visitor: &Visitor,
    ) -> Result<(), EditProfileError> {
        if !self.settings().edits_profile() {
            return Err(EditProfileError::Off);
        }
        let told = self.told_of(&current.user, form).map_err(EditProfileError::Invalid)?;
        if self.profile_change(&current.user, &told, visitor).is_some() {
            self.reserve_own_change(current.user.id, visitor).await?;
        }
        attempt(current.user.clone(), async |user: User| {
            let told = self.told_of(&user, form).map_err(EditProfileError::Invalid)?;
            let Some(changes) = self.profile_change(&user, &told, visitor) else { return Ok(Try::Done(())) };
            if self.commit_unless_lost(changes.in_session(current).done_by(current)).await? {
                return Ok(Try::Done(()));
            }
            Ok(Try::Again(self.still_here(current).await?.ok_or(EditProfileError::Gone)?))
        })
        .await
    }

    /// What the form comes to for this user: what was changed in it, and for the rest what the user has.
    fn told_of(&self, user: &User, form: &EditProfileForm) -> Result<Told, Violations> {
        let (typed, mut violations) = self.merged_profile(user, form);
        let fields = self.settings().profile_fields();
        let told = self.parse_told(&fields, &typed, user.profile.clone(), &mut violations);
        if violations.is_empty() { Ok(told) } else { Err(violations) }
    }

    /// Returns the fields of a posted form as they are to be saved or shown again: what was changed in the form, and
    /// for the rest what the user has by now; with what somebody changed elsewhere, too.
    pub fn merged_profile(
        &self,
        user: &User,
        form: &EditProfileForm,
    ) -> (BTreeMap<String, String>, Violations) {
        let (mut merged, mut violations) = (BTreeMap::new(), Violations::none());
        for field in self.settings().profile_fields() {
            let (posted, now) =
                (form.fields.get(&field.name).cloned().unwrap_or_default(), typed(&field, user));
            let shown = shown_of(&form.shown, &field.name);
            let is_shown = |text: &str| shown.is_none_or(|shown| shown == mark(&field, text));
            let is_same = mark(&field, &posted) == mark(&field, &now);
            if shown.is_some() && is_shown(&posted) {
                merged.insert(field.name.clone(), now);
                continue;
            }
            if !is_shown(&now) && !is_same {
                violations.add(Field::declared(&field.name), Violation::ChangedMeanwhile);
            }
            merged.insert(field.name.clone(), posted);
        }
        (merged, violations)
    }

    /// Returns what the form shows of a user's profile, as text that is posted along: for each field its name and the
    /// beginning of a digest.
    pub fn shown_profile(&self, user: &User) -> String {
        let fields = self.settings().profile_fields();
        let marks = fields.iter().map(|field| format!("{}:{}", field.name, mark(field, &typed(field, user))));
        marks.collect::<Vec<_>>().join(",")
    }

    /// Returns the profile of a user as the form shows it: what they would have typed.
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

/// Tells two values of a field apart, whatever a browser makes of line ends and boxes on the way.
fn mark(field: &FieldDeclaration, typed: &str) -> String {
    let plain = match field.kind {
        FieldKind::Checkbox => is_ticked(typed).to_string(),
        _ => typed.trim().replace("\r\n", "\n"),
    };
    let digest = Sha256::digest(plain.as_bytes());
    let beginning = digest.iter().take(8).fold(0_u64, |beginning, byte| beginning << 8 | u64::from(*byte));
    format!("{beginning:016x}")
}

/// What was shown in a field, if that was written down.
fn shown_of<'a>(shown: &'a str, field: &str) -> Option<&'a str> {
    shown
        .split(',')
        .filter_map(|part| part.split_once(':'))
        .find(|(name, _)| *name == field)
        .map(|(_, mark)| mark)
}
