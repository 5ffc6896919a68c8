//! Fields that an app declares: what it asks of people beside names, addresses and passwords.

mod check;
mod kind;
mod parse;

use serde::{Deserialize, Serialize};

pub use kind::{Choice, DateRules, FieldKind, NumberRules, TEXT_MAX, TextRules};
pub(crate) use parse::{Told, is_ticked};

use super::Settings;

/// A field that an app declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldDeclaration {
    /// Its name in forms, in the profile and in `field-<name>`, the message of its label (with `-` for `_`): a
    /// lower-case letter, then lower-case letters, digits and `_`.
    pub name: String,
    /// What it holds. Default: a text of up to 200 characters.
    pub kind: FieldKind,
    /// Whether it must be filled in or, for a checkbox, ticked. Default: no.
    pub required: bool,
    /// Where people are asked for it. Default: when they register, and on the page that edits their profile.
    pub shown: Shown,
    /// Its label as it is shown, for an app with one language. Default: the message `field-<name>`.
    pub label: Option<String>,
}

/// Where a field is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// When people register, and on the page that edits their profile.
    #[default]
    Both,
    /// When people register, and never again.
    Registration,
    /// On the page that edits the profile.
    Profile,
    /// Nowhere: only code sets it, and no form can.
    Code,
}

impl FieldDeclaration {
    /// An optional field of this name, asked for when people register and on their profile.
    pub fn new(name: impl Into<String>, kind: FieldKind) -> Self {
        Self { name: name.into(), kind, ..Self::default() }
    }

    /// That must be filled in or ticked.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Asked for elsewhere.
    #[must_use]
    pub const fn shown(mut self, shown: Shown) -> Self {
        self.shown = shown;
        self
    }

    /// With a label as it is shown.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The message of its label.
    pub fn message(&self) -> String {
        format!("field-{}", self.name.replace('_', "-"))
    }

    /// The message of one of its choices.
    pub fn choice_message(&self, choice: &Choice) -> String {
        format!("{}-{}", self.message(), choice.value.replace('_', "-"))
    }

    const fn at_registration(&self) -> bool {
        matches!(self.shown, Shown::Both | Shown::Registration)
    }

    const fn on_profile(&self) -> bool {
        matches!(self.shown, Shown::Both | Shown::Profile)
    }
}

impl Settings {
    /// The declared fields of the registration form, in order.
    pub fn registration_fields(&self) -> impl Iterator<Item = &FieldDeclaration> {
        self.fields.iter().filter(|field| field.at_registration())
    }

    /// The fields of the page that edits a profile, in order: the declared ones, then language and time zone, unless
    /// the app declares those itself.
    pub fn profile_fields(&self) -> Vec<FieldDeclaration> {
        let declared = |kind: &FieldKind| self.fields.iter().any(|field| field.kind == *kind);
        let own = [("language", FieldKind::Language), ("time_zone", FieldKind::TimeZone)];
        let own = own.into_iter().filter(|(_, kind)| !declared(kind));
        let own = own.map(|(name, kind)| FieldDeclaration::new(name, kind));
        let shown = self.fields.iter().filter(|field| field.on_profile()).cloned();
        // One language is no choice.
        let is_choice =
            |field: &FieldDeclaration| field.kind != FieldKind::Language || self.languages.offered.len() != 1;
        shown.chain(own).filter(is_choice).collect()
    }

    /// Whether users may edit their profile.
    pub fn edits_profile(&self) -> bool {
        self.features.edit_profile.unwrap_or_else(|| !self.profile_fields().is_empty())
    }
}
