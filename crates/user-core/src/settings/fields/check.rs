//! Declared fields that cannot be: every one named at once, with what to change.

use std::collections::BTreeSet;

use super::{Choice, FieldDeclaration, FieldKind, TEXT_MAX};
use crate::domain::Locale;
use crate::ports::Renderer;
use crate::settings::{Settings, SettingsFault};

/// Names that forms of the product have for something else.
const TAKEN: [&str; 24] = [
    "form",
    "username",
    "email",
    "password",
    "retype_password",
    "old_password",
    "new_password",
    "new_username",
    "new_email",
    "username_or_email",
    "remember_me",
    "csrf_token",
    "next",
    "shown_on",
    "kept",
    "again",
    "invite_token",
    "token",
    "roles",
    "picture",
    "choose",
    "optional",
    "language_automatic",
    "time_zone_none",
];

/// The most bytes of a profile, as every database keeps it (a `TEXT` of MySQL), and it is read with every request.
const PROFILE_MAX: usize = 65_535;

/// The most bytes that a field can take up in a profile: a character is four at most (RFC 3629 §3).
fn kept_bytes(field: &FieldDeclaration) -> usize {
    let value = match &field.kind {
        FieldKind::Text(rules) => rules.max.saturating_mul(4),
        FieldKind::Choice(_) => 64,
        FieldKind::Language | FieldKind::TimeZone => return 0,
        FieldKind::Number(_) | FieldKind::Date(_) | FieldKind::Checkbox => 32,
    };
    value.saturating_add(field.name.len() + "\"\":\"\",".len())
}

impl Settings {
    pub(in crate::settings) fn check_fields(&self, faults: &mut Vec<SettingsFault>) {
        let mut seen = BTreeSet::new();
        for (index, field) in self.fields.iter().enumerate() {
            let setting = setting(field, index);
            let mut add = |problem: String| faults.push(SettingsFault { setting: setting.clone(), problem });
            if let Some(problem) = name_problem(field) {
                add(problem.to_owned());
            }
            if !seen.insert(&field.name) {
                add("is declared twice: give each field a name of its own".to_owned());
            }
            if let Some(problem) = rules_problem(&field.kind) {
                add(problem);
            }
        }
        let kept = self.fields.iter().map(kept_bytes).fold(0, usize::saturating_add);
        if kept > PROFILE_MAX {
            let problem = format!(
                "may come to {kept} bytes for one user, and {PROFILE_MAX} are kept: lower `max` of some texts"
            );
            faults.push(SettingsFault::new("fields", problem));
        }
        if self.features.edit_profile == Some(true) && self.profile_fields().is_empty() {
            let problem =
                "has nothing to edit: switch it off, or declare fields that are shown on the profile";
            let setting = "features.edit_profile".to_owned();
            faults.push(SettingsFault { setting, problem: problem.to_owned() });
        }
    }

    /// Declared fields without words: those that a form shows have a label in every language, and so have choices.
    pub(crate) fn check_labels(
        &self,
        renderer: &dyn Renderer,
        locales: &[Locale],
        faults: &mut Vec<SettingsFault>,
    ) {
        for (index, field) in self.fields.iter().enumerate() {
            for message in messages(field) {
                let lacks = |locale: &&Locale| !renderer.has_message(&message, locale);
                let lacking: Vec<_> = locales.iter().filter(lacks).map(Locale::as_str).collect();
                if !lacking.is_empty() {
                    let problem = format!(
                        "has no label: add the message `{message}` to {}, or give it a `label`",
                        lacking.join(", ")
                    );
                    faults.push(SettingsFault { setting: setting(field, index), problem });
                }
            }
        }
    }
}

fn setting(field: &FieldDeclaration, index: usize) -> String {
    if field.name.is_empty() { format!("fields.{index}") } else { format!("fields.{}", field.name) }
}

/// The messages that a field needs.
fn messages(field: &FieldDeclaration) -> Vec<String> {
    if !field.at_registration() && !field.on_profile() {
        return Vec::new();
    }
    let own = field.label.is_none().then(|| field.message());
    let unlabelled = |choice: &&Choice| choice.label.is_none();
    let choices = match &field.kind {
        FieldKind::Choice(choices) => {
            choices.iter().filter(unlabelled).map(|choice| field.choice_message(choice)).collect()
        }
        _ => Vec::new(),
    };
    own.into_iter().chain(choices).collect()
}

fn name_problem(field: &FieldDeclaration) -> Option<&'static str> {
    let name = field.name.as_str();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let reserved = match field.kind {
        FieldKind::Language => "time_zone",
        FieldKind::TimeZone => "language",
        _ if matches!(name, "language" | "time_zone") => name,
        _ => "",
    };
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.bytes().all(plain) || name.len() > 40 {
        Some(
            "needs a name of a lower-case letter, then lower-case letters, digits and `_`, at most 40 in all",
        )
    } else if TAKEN.contains(&name) || name == reserved {
        Some("has the name of something else in our forms: give it another one")
    } else if field.label.as_ref().is_some_and(|label| label.trim().is_empty()) {
        Some("has an empty label: write one, or leave it out and add the message")
    } else {
        None
    }
}

fn rules_problem(kind: &FieldKind) -> Option<String> {
    match kind {
        FieldKind::Text(rules) if rules.max == 0 || rules.max > TEXT_MAX || rules.min > rules.max => {
            Some(format!("needs min ≤ max, and max between 1 and {TEXT_MAX}"))
        }
        FieldKind::Number(rules) => {
            let limits = (rules.min.as_ref().and_then(serde_json::Number::as_f64), rules.max.as_ref());
            let crossed =
                matches!(limits, (Some(min), Some(max)) if max.as_f64().is_some_and(|max| min > max));
            crossed.then(|| "needs min ≤ max".to_owned())
        }
        FieldKind::Date(rules) => {
            let crossed = matches!((rules.min, rules.max), (Some(min), Some(max)) if min > max);
            crossed.then(|| "needs min ≤ max".to_owned())
        }
        FieldKind::Choice(choices) => choices_problem(choices).map(str::to_owned),
        _ => None,
    }
}

fn choices_problem(choices: &[Choice]) -> Option<&'static str> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
    let sound = |choice: &Choice| {
        !choice.value.is_empty() && choice.value.len() <= 64 && choice.value.bytes().all(plain)
    };
    let values: BTreeSet<_> = choices.iter().map(|choice| &choice.value).collect();
    if choices.is_empty() {
        Some("needs at least one choice")
    } else if values.len() < choices.len() {
        Some("has the same choice twice")
    } else if !choices.iter().all(sound) {
        Some("needs choices of lower-case letters, digits, `_` and `-`; a `label` may say anything")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{DateRules, NumberRules, Shown, TextRules};

    fn problems(fields: Vec<FieldDeclaration>) -> Vec<String> {
        let settings = Settings { fields, ..Settings::default() };
        settings.faults().into_iter().map(|fault| fault.to_string()).collect()
    }

    fn text(name: &str) -> FieldDeclaration {
        FieldDeclaration::new(name, FieldKind::default())
    }

    #[test]
    fn a_name_that_is_none_or_means_something_else_is_refused() {
        for name in ["", "Nick", "1st", "nick name", "nick-name", "émile", &"a".repeat(41)] {
            assert_eq!(problems(vec![text(name)]).len(), 1, "{name:?}");
        }
        for name in TAKEN.into_iter().chain(["language", "time_zone"]) {
            assert!(problems(vec![text(name)]).concat().contains("another one"), "{name}");
        }
        assert!(problems(vec![text("nick"), text("nick")]).concat().contains("twice"));
        assert!(problems(vec![FieldDeclaration::new("time_zone", FieldKind::Language)]).len() == 1);
    }

    #[test]
    fn rules_that_nothing_can_meet_are_refused() {
        let day = |year| chrono::NaiveDate::from_ymd_opt(year, 1, 1);
        let kinds = [
            FieldKind::Text(TextRules { max: 0, ..TextRules::default() }),
            FieldKind::Text(TextRules { max: TEXT_MAX + 1, ..TextRules::default() }),
            FieldKind::Text(TextRules { min: 5, max: 4, multiline: false }),
            FieldKind::Number(NumberRules { min: Some(2.into()), max: Some(1.into()), whole: false }),
            FieldKind::Date(DateRules { min: day(2001), max: day(2000) }),
            FieldKind::Choice(vec![]),
            FieldKind::Choice(vec![Choice::new("tea"), Choice::new("tea")]),
            FieldKind::Choice(vec![Choice::new("Tea time")]),
        ];

        for kind in kinds {
            assert_eq!(problems(vec![FieldDeclaration::new("x", kind.clone())]).len(), 1, "{kind:?}");
        }
    }

    #[test]
    fn everything_wrong_with_fields_is_told_at_once() {
        let told = problems(vec![text("Nick"), FieldDeclaration::new("drink", FieldKind::Choice(vec![]))]);

        assert!(told[0].starts_with("fields.Nick: ") && told[1].starts_with("fields.drink: "), "{told:?}");
    }

    #[test]
    fn fields_that_no_database_would_keep_are_refused() {
        let long = FieldKind::Text(TextRules { max: TEXT_MAX, ..TextRules::default() });
        let fields = |count: usize| {
            (0..count).map(|index| FieldDeclaration::new(format!("f{index}"), long.clone())).collect()
        };

        assert_eq!(problems(fields(4)), Vec::<String>::new());
        assert!(problems(fields(5)).concat().starts_with("fields: may come to 80"));
    }

    #[test]
    fn a_page_with_nothing_to_edit_is_refused() {
        let hidden = |name: &str, kind| FieldDeclaration::new(name, kind).shown(Shown::Code);
        let mut settings = Settings {
            fields: vec![hidden("language", FieldKind::Language), hidden("time_zone", FieldKind::TimeZone)],
            ..Settings::default()
        };
        assert!(!settings.edits_profile());
        assert_eq!(settings.faults(), []);

        settings.features.edit_profile = Some(true);

        assert_eq!(settings.faults().len(), 1);
    }

    #[test]
    fn sound_fields_are_let_in() {
        let fields =
            vec![text("first_name").required(), FieldDeclaration::new("language", FieldKind::Language)];

        assert_eq!(problems(fields), Vec::<String>::new());
    }
}
