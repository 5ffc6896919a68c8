//! The declared fields of a user: parsed by their rules and the policy of the app; and what a change of them writes.

use std::collections::BTreeMap;

use crate::domain::{EventKind, Field, Profile, User, Violations};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{Changes, UserChange};
use crate::settings::{FieldDeclaration, Told};

impl UserManager {
    /// What was typed into declared fields, by the rules of each, and by the app's own about the profile that comes of
    /// it.
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
    pub(crate) fn profile_change(&self, user: &User, told: &Told, visitor: &Visitor) -> Option<Changes> {
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
        Some(all.with(self.event(EventKind::PROFILE_CHANGED, Some(user.id), Some(visitor))))
    }
}
