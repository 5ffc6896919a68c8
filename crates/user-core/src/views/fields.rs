//! Declared fields as forms and profiles show them.

use super::{FieldView, Forms, OptionGroupView, OptionView, Wording};
use crate::domain::{FAMILY_NAMES, Field, FieldValue, GIVEN_NAMES, TimeZone, User, WHOLE_NAMES};
use crate::settings::{Choice, FieldDeclaration, FieldKind, is_ticked};

/// What a user told in one field, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FactView {
    /// The label of the field.
    pub label: Wording,
    /// What was told.
    pub value: Wording,
}

impl Forms<'_> {
    /// A declared field in the form of this name, with what was typed into it.
    pub(super) fn declared(&self, form: &str, field: &FieldDeclaration, typed: &str) -> FieldView {
        let name = Field::declared(&field.name);
        let mut view = FieldView::new(form, &name, html_kind(&field.kind), autocomplete(field));
        view.label = label(field);
        view.required = field.required;
        view.optional = !field.required && !is_list(&field.kind) && field.kind != FieldKind::Checkbox;
        view.verbatim = false;
        match &field.kind {
            FieldKind::Text(rules) => view.max_length = Some(rules.max),
            FieldKind::Number(rules) => {
                view.inputmode = if rules.whole { "numeric" } else { "decimal" };
                view.step = if rules.whole { "1" } else { "any" };
                view.min = rules.min.as_ref().map(ToString::to_string);
                view.max = rules.max.as_ref().map(ToString::to_string);
            }
            FieldKind::Date(rules) => {
                view.min = rules.min.map(|day| day.to_string());
                view.max = rules.max.map(|day| day.to_string());
            }
            FieldKind::Checkbox => view.checked = is_ticked(typed),
            FieldKind::Choice(_) | FieldKind::Language | FieldKind::TimeZone => {
                view.options = self.options(field, typed);
                if field.kind == FieldKind::TimeZone {
                    self.add_zones(&mut view, typed);
                }
            }
        }
        view.valued(if field.kind == FieldKind::Checkbox { "" } else { typed })
    }

    fn options(&self, field: &FieldDeclaration, typed: &str) -> Vec<OptionView> {
        let option = |value: &str, label| OptionView {
            value: value.to_owned(),
            label,
            language: None,
            selected: value == typed,
        };
        let none = match field.kind {
            FieldKind::Language if !field.required => "field-language-automatic",
            FieldKind::TimeZone if !field.required => "field-time-zone-none",
            _ => "field-choose",
        };
        let mut options = vec![option("", Wording::message(none))];
        match &field.kind {
            FieldKind::Choice(choices) => {
                options
                    .extend(choices.iter().map(|choice| option(&choice.value, choice_label(field, choice))));
            }
            FieldKind::Language => options.extend(self.languages().iter().map(|locale| OptionView {
                language: Some(locale.to_string()),
                ..option(locale.as_str(), Wording::text(locale.own_name()))
            })),
            _ => {}
        }
        options
    }

    /// The time zones by part of the world, each with how far its clocks are ahead now.
    fn add_zones(&self, view: &mut FieldView, typed: &str) {
        for zone in zones(typed, view.required) {
            let (part, city) = zone.name().split_once('/').unwrap_or(("", zone.name()));
            let city = city.replace('_', " ");
            let label = match self.now() {
                Some(now) => format!("(UTC{}) {city}", zone.offset(now)),
                None => city,
            };
            let option = OptionView {
                value: zone.name().to_owned(),
                label: Wording::text(label),
                language: None,
                selected: zone.name() == typed,
            };
            match view.groups.iter_mut().find(|group| group.label == part) {
                _ if part.is_empty() => view.options.push(option),
                Some(group) => group.options.push(option),
                None => view.groups.push(OptionGroupView { label: part.to_owned(), options: vec![option] }),
            }
        }
    }

    /// What a user told in the fields of the profile, in order. Where profiles are not edited, what nobody told is left
    /// out: it could only be looked at.
    pub fn facts(&self, user: &User) -> Vec<FactView> {
        let (fields, edits) = (self.settings().profile_fields(), self.settings().edits_profile());
        let shown = fields.iter().filter(|field| edits || has_told(field, user));
        shown.map(|field| FactView { label: label(field), value: told(field, user) }).collect()
    }
}

fn zones(typed: &str, required: bool) -> impl Iterator<Item = TimeZone> {
    let listed = move |zone: &TimeZone| required || *zone != TimeZone::UTC;
    // A zone under an older name, which only code sets, must not be lost by saving the form.
    let own = TimeZone::parse(typed).ok().filter(|own| !TimeZone::all().any(|zone| zone == *own));
    own.into_iter().chain(TimeZone::all().filter(listed))
}

fn has_told(field: &FieldDeclaration, user: &User) -> bool {
    match &field.kind {
        FieldKind::Language => user.locale.is_some(),
        FieldKind::TimeZone => user.time_zone.is_some(),
        _ => user.profile.get(&field.name).is_some(),
    }
}

fn told(field: &FieldDeclaration, user: &User) -> Wording {
    let value = user.profile.get(&field.name);
    match (&field.kind, value) {
        (FieldKind::Language, _) => match &user.locale {
            Some(locale) => Wording::text(locale.own_name()),
            None => Wording::message("field-language-automatic"),
        },
        (FieldKind::TimeZone, _) => match user.time_zone {
            Some(zone) => Wording::text(zone.name().replace('_', " ")),
            None => Wording::message("field-time-zone-none"),
        },
        (FieldKind::Checkbox, Some(FieldValue::Flag(true))) => Wording::message("profile-yes"),
        (FieldKind::Checkbox, _) => Wording::message("profile-no"),
        (_, None) => Wording::message("profile-no-value"),
        (FieldKind::Choice(choices), Some(value)) => {
            let typed = value.typed();
            let choice = choices.iter().find(|choice| choice.value == typed);
            choice.map_or_else(|| Wording::text(typed.clone()), |choice| choice_label(field, choice))
        }
        (_, Some(value)) => Wording::text(value.typed()),
    }
}

fn label(field: &FieldDeclaration) -> Wording {
    field.label.as_ref().map_or_else(|| Wording::message(field.message()), Wording::text)
}

fn choice_label(field: &FieldDeclaration, choice: &Choice) -> Wording {
    choice.label.as_ref().map_or_else(|| Wording::message(field.choice_message(choice)), Wording::text)
}

const fn is_list(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Language | FieldKind::TimeZone)
}

const fn html_kind(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Text(rules) if rules.multiline => "textarea",
        FieldKind::Text(_) => "text",
        FieldKind::Number(_) => "number",
        FieldKind::Date(_) => "date",
        FieldKind::Choice(_) | FieldKind::Language | FieldKind::TimeZone => "select",
        FieldKind::Checkbox => "checkbox",
    }
}

/// The autofill token for names that mean what it says (HTML Standard, autofill; WCAG 2.2, 1.3.5); else the browser
/// decides.
fn autocomplete(field: &FieldDeclaration) -> &'static str {
    match (&field.kind, field.name.as_str()) {
        (FieldKind::Text(_), name) if WHOLE_NAMES.contains(&name) => "name",
        (FieldKind::Text(_), name) if GIVEN_NAMES.contains(&name) => "given-name",
        (FieldKind::Text(_), name) if FAMILY_NAMES.contains(&name) => "family-name",
        (FieldKind::Text(_), "nickname") => "nickname",
        (FieldKind::Text(_), "phone" | "telephone" | "phone_number") => "tel",
        (FieldKind::Text(_), "organisation" | "organization" | "company") => "organization",
        (FieldKind::Text(_), "job_title") => "organization-title",
        (FieldKind::Text(_), "street" | "address") => "street-address",
        (FieldKind::Text(_), "postal_code" | "zip_code") => "postal-code",
        (FieldKind::Text(_), "city" | "town") => "address-level2",
        (FieldKind::Text(_), "country") => "country-name",
        (FieldKind::Text(_), "website" | "homepage") => "url",
        (FieldKind::Date(_), "born" | "birthday" | "date_of_birth") => "bday",
        (FieldKind::Checkbox | FieldKind::TimeZone, _) => "off",
        _ => "on",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::Locale;
    use crate::settings::{Settings, Shown};
    use crate::views::Typed;

    fn settings() -> Settings {
        let mut settings = Settings {
            fields: vec![
                FieldDeclaration::new("first_name", FieldKind::default()).required(),
                FieldDeclaration::new("badge", FieldKind::default()).shown(Shown::Code),
            ],
            ..Settings::default()
        };
        settings.languages.offered = vec![Locale::english(), Locale::parse("nl").unwrap()];
        settings
    }

    fn names(form: &crate::views::FormView) -> Vec<&str> {
        form.fields.iter().map(|field| field.name.as_str()).collect()
    }

    #[test]
    fn forms_show_what_is_declared_for_them_and_nothing_that_only_code_sets() {
        let settings = settings();
        let forms = Forms::new(&settings, 8);

        assert_eq!(
            names(&forms.register(&Typed::default())),
            ["username", "email", "password", "retype_password", "first_name"]
        );
        assert_eq!(names(&forms.edit_profile(&Typed::default())), ["first_name", "language", "time_zone"]);
    }

    #[test]
    fn time_zones_are_grouped_and_say_how_far_they_are_ahead() {
        let settings = settings();
        let summer = "2026-07-01T12:00:00Z".parse().unwrap();

        let form = Forms::new(&settings, 8).at(summer).edit_profile(&Typed::default());

        let groups = &form.fields[2].groups;
        let europe = groups.iter().find(|group| group.label == "Europe").unwrap();
        let vienna = europe.options.iter().find(|option| option.value == "Europe/Vienna").unwrap();
        assert_eq!(vienna.label, Wording::text("(UTC+2) Vienna"));
        assert_eq!(form.fields[2].options.len(), 1, "none chosen");
    }

    #[test]
    fn a_list_marks_what_is_chosen_and_keeps_a_zone_of_an_older_name() {
        let settings = settings();
        let fields = [("language", "nl"), ("time_zone", "Japan")];
        let fields: BTreeMap<_, _> = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();

        let form = Forms::new(&settings, 8).edit_profile(&Typed { fields, ..Typed::default() });

        for (field, chosen) in form.fields.iter().skip(1).zip(["nl", "Japan"]) {
            let grouped = field.groups.iter().flat_map(|group| &group.options);
            let selected: Vec<_> =
                field.options.iter().chain(grouped).filter(|option| option.selected).collect();
            assert_eq!(selected.len(), 1, "{field:?}");
            assert_eq!(selected[0].value, chosen);
        }
        assert_eq!(form.fields[1].options[2].label, Wording::text("Nederlands"));
    }
}
