//! Forms as pages show them: fields with their labels, hints, typed values and errors.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{MessageView, Wording};
use crate::domain::{Field, PasswordStrength, Violation, Violations};
use crate::pages::Page;

/// Whether a violation is one of two fields, such as a name and its password: which of them is wrong is not said.
const fn is_of_two(violation: &Violation) -> bool {
    matches!(violation, Violation::BadCredentials | Violation::BadCredentialsOrUnconfirmed)
}

/// What a field is in HTML, with what helps people and password managers fill it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "HTML attributes that are there or not")]
pub struct FieldView {
    /// The name it posts.
    pub name: String,
    /// Its id in the page: form and name, so that two forms on one page do not clash.
    pub id: String,
    /// Its label.
    pub label: Wording,
    /// The HTML input type (`text`, `email`, `password`, `number`, `date`, `file` or `checkbox`), or `textarea` or
    /// `select`.
    pub kind: &'static str,
    /// The HTML `autocomplete` tokens (HTML Standard, autofill).
    pub autocomplete: &'static str,
    /// The HTML `inputmode`.
    pub inputmode: &'static str,
    /// Whether the browser may change capitals or mark spelling: off for names, addresses and passwords.
    pub verbatim: bool,
    /// Whether it must be filled in.
    pub required: bool,
    /// Whether to say that it may stay empty: not where that goes without saying.
    pub optional: bool,
    /// Whether it is shown and cannot be changed.
    pub readonly: bool,
    /// Whether the cursor starts here.
    pub autofocus: bool,
    /// What was typed. Always empty for a password.
    pub value: String,
    /// For a checkbox: whether it is ticked.
    pub checked: bool,
    /// For a list: what can be chosen, in order.
    pub options: Vec<OptionView>,
    /// For a long list: the rest of what can be chosen, by groups.
    pub groups: Vec<OptionGroupView>,
    /// For a number or a date: the least one.
    pub min: Option<String>,
    /// For a number or a date: the greatest one.
    pub max: Option<String>,
    /// For a number: the HTML `step`.
    pub step: &'static str,
    /// For a text: the most characters.
    pub max_length: Option<usize>,
    /// What is allowed here, told before anybody types.
    pub hint: Option<MessageView>,
    /// What was wrong.
    pub errors: Vec<MessageView>,
    /// For a new password: its meter, where there is one.
    pub meter: Option<MeterView>,
}

/// A meter of how strong a new password is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeterView {
    /// Where a script asks how strong the password is that is being typed.
    pub action: String,
    /// How strong the one was that was typed; `None` before that.
    pub strength: Option<StrengthView>,
}

/// How strong a password is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrengthView {
    /// From 0 to 4.
    pub score: u8,
    /// The same in words.
    pub message: MessageView,
}

impl From<PasswordStrength> for StrengthView {
    fn from(strength: PasswordStrength) -> Self {
        Self { score: strength.score(), message: MessageView::new(strength.message_id()) }
    }
}

/// One value of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionView {
    /// What it posts.
    pub value: String,
    /// Its label.
    pub label: Wording,
    /// The language of its label, where that is not the one of the page.
    pub language: Option<String>,
    /// Whether it is chosen.
    pub selected: bool,
}

/// Values of a list that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionGroupView {
    /// What they have in common: a part of the world.
    pub label: String,
    /// The values, in order.
    pub options: Vec<OptionView>,
}

impl FieldView {
    pub(super) fn new(form: &str, field: &Field, kind: &'static str, autocomplete: &'static str) -> Self {
        Self {
            name: field.name().to_owned(),
            id: format!("{form}-{}", field.name().replace('_', "-")),
            label: Wording::message(format!("field-{}", field.name().replace('_', "-"))),
            kind,
            autocomplete,
            inputmode: if kind == "email" { "email" } else { "text" },
            verbatim: kind != "checkbox",
            required: kind != "checkbox",
            optional: false,
            readonly: false,
            autofocus: false,
            value: String::new(),
            checked: false,
            options: Vec::new(),
            groups: Vec::new(),
            min: None,
            max: None,
            step: "",
            max_length: None,
            hint: None,
            errors: Vec::new(),
            meter: None,
        }
    }

    /// With a meter that asks here; without one for `None`.
    #[must_use]
    pub fn metered(mut self, action: Option<String>) -> Self {
        self.meter = action.map(|action| MeterView { action, strength: None });
        self
    }

    fn is_wanting(&self) -> bool {
        self.required && self.value.is_empty() && self.kind != "checkbox"
    }

    /// With another label.
    #[must_use]
    pub fn labelled(mut self, label: &'static str) -> Self {
        self.label = Wording::message(label);
        self
    }

    /// With a hint.
    #[must_use]
    pub fn hinted(mut self, hint: MessageView) -> Self {
        self.hint = Some(hint);
        self
    }

    /// With what was typed.
    #[must_use]
    pub fn valued(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// Which may stay empty.
    #[must_use]
    pub const fn not_required(mut self) -> Self {
        self.required = false;
        self
    }

    /// Ticked or not.
    #[must_use]
    pub const fn ticked(mut self, checked: bool) -> Self {
        self.checked = checked;
        self
    }
}

/// A form of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormView {
    /// Which form: also the beginning of the ids of its fields and messages.
    pub name: &'static str,
    /// Where it posts to.
    pub action: String,
    /// Whether it posts a file: the HTML `enctype` is `multipart/form-data` then.
    pub multipart: bool,
    /// Where the visitor wanted to go, posted along.
    pub next: Option<String>,
    /// What else it posts along unseen, by name.
    pub hidden: BTreeMap<&'static str, String>,
    /// The name of the account that it acts on, for password managers, where none of its fields shows that.
    pub account: Option<String>,
    /// The invitation that it is filled in with, posted along.
    pub invite_token: Option<String>,
    /// The fields, in order.
    pub fields: Vec<FieldView>,
    /// The message on its button.
    pub submit: String,
    /// What was wrong with the form as a whole.
    pub errors: Vec<MessageView>,
    /// How many fields are wrong.
    pub faulty: usize,
    /// Where a script is that a form with a password loads, for visitors whose browser runs one.
    pub script: Option<String>,
}

impl FormView {
    /// A form without fields yet, whose button says `<name>-submit`.
    pub fn new(name: &'static str, action: impl Into<String>) -> Self {
        Self {
            name,
            action: action.into(),
            multipart: false,
            next: None,
            hidden: BTreeMap::new(),
            account: None,
            invite_token: None,
            fields: Vec::new(),
            submit: format!("{name}-submit"),
            errors: Vec::new(),
            faulty: 0,
            script: None,
        }
    }

    /// Posting `next` along.
    #[must_use]
    pub fn leading_to(mut self, next: Option<&str>) -> Self {
        self.next = next.map(str::to_owned);
        self
    }

    /// Posting `value` along unseen, if there is one.
    #[must_use]
    pub fn hiding(mut self, name: &'static str, value: Option<String>) -> Self {
        self.hidden.extend(value.map(|value| (name, value)));
        self
    }

    /// Acting on the account of this name, which none of its fields shows; on none for an empty name.
    #[must_use]
    pub fn of_account(mut self, name: impl Into<String>) -> Self {
        self.account = Some(name.into()).filter(|name: &String| !name.is_empty());
        self
    }

    /// With one field more, made from its HTML type and autofill tokens and refined by `refine`.
    #[must_use]
    pub fn field(
        mut self,
        field: &Field,
        kind: &'static str,
        autocomplete: &'static str,
        refine: impl FnOnce(FieldView) -> FieldView,
    ) -> Self {
        self.fields.push(refine(FieldView::new(self.name, field, kind, autocomplete)));
        self
    }

    /// With this field as it is, not to be changed.
    #[must_use]
    pub fn fixing(mut self, field: &Field) -> Self {
        self.fields.iter_mut().filter(|view| view.name == field.name()).for_each(|view| view.readonly = true);
        self
    }

    /// With these fields more.
    #[must_use]
    pub(super) fn fields(mut self, fields: impl IntoIterator<Item = FieldView>) -> Self {
        self.fields.extend(fields);
        self
    }

    /// With how strong the new password was that was typed, if that is known.
    #[must_use]
    pub fn judged(mut self, strength: Option<PasswordStrength>) -> Self {
        for meter in self.fields.iter_mut().filter_map(|field| field.meter.as_mut()) {
            meter.strength = strength.map(StrengthView::from);
        }
        self
    }

    /// Loading the script at this path where a password is typed: it shows the password, and fills in the meter.
    #[must_use]
    pub fn scripted(mut self, script: &str) -> Self {
        let has_password = self.fields.iter().any(|field| field.kind == "password");
        self.script = has_password.then(|| script.to_owned());
        self
    }

    /// With these violations beside their fields, those of no field of this form and those of two fields that do not
    /// belong together above it. The cursor is in the first field that is wrong, or in the secret that does not belong
    /// to the name beside it; without violations in the first empty field that must not be, where the form has a page
    /// to itself. A meter shows how strong the refused password was.
    #[must_use]
    pub fn refused(mut self, violations: &Violations) -> Self {
        if violations.strength().is_some() {
            self = self.judged(violations.strength());
        }
        for found in violations {
            let message = MessageView::from(found);
            let field = self.fields.iter_mut().find(|field| field.name == found.field.name());
            match field.filter(|_| !is_of_two(&found.violation)) {
                Some(field) => field.errors.push(message),
                None => self.errors.push(message),
            }
        }
        self.faulty = self.fields.iter().filter(|field| !field.errors.is_empty()).count();
        let wrong = self.fields.iter().position(|field| !field.errors.is_empty());
        let empty = || self.fields.iter().position(FieldView::is_wanting);
        // Beside the menu of the account, and below a list, there is something to read first.
        let stands_alone =
            Page::named(self.name).map_or(self.name != "add-email", |page| page.menu().is_none());
        let focus = wrong.or_else(empty).filter(|_| stands_alone || !violations.is_empty());
        for (index, field) in self.fields.iter_mut().enumerate() {
            field.autofocus = Some(index) == focus;
        }
        self
    }
}
