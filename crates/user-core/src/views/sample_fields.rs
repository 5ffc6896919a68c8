//! Samples of fields that an app declares.

use crate::domain::{Field, Violation};
use crate::settings::{Choice, DateRules, FieldDeclaration, FieldKind, NumberRules, TextRules};

/// A field of every kind, with all that can be chosen about it.
pub(super) fn declared() -> Vec<FieldDeclaration> {
    let field = |name: &str, kind| FieldDeclaration::new(name, kind).labelled(format!("<{name}> & more"));
    let (text, day) = (TextRules { min: 2, max: 40, multiline: false }, chrono::NaiveDate::from_ymd_opt);
    let number = NumberRules { min: Some(1.into()), max: Some(9.into()), whole: true };
    let choice = Choice { value: "tea".to_owned(), label: Some("Tea <or>".to_owned()) };
    vec![
        field("given", FieldKind::Text(text.clone())).required(),
        field("motto", FieldKind::Text(TextRules { multiline: true, ..text })),
        field("cups", FieldKind::Number(number)).required(),
        field("height", FieldKind::Number(NumberRules::default())),
        field("born", FieldKind::Date(DateRules { min: day(1900, 1, 1), max: day(2026, 1, 1) })),
        field("drink", FieldKind::Choice(vec![choice.clone()])).required(),
        field("other_drink", FieldKind::Choice(vec![choice])),
        field("terms", FieldKind::Checkbox).required(),
        FieldDeclaration::new("language", FieldKind::Language),
        FieldDeclaration::new("time_zone", FieldKind::TimeZone),
    ]
}

/// Every violation that declared fields and the one for a picture can show.
pub(super) fn of_an_apps_own() -> Vec<(Field, Vec<Violation>)> {
    let picture = vec![
        Violation::Required,
        Violation::TooLarge { max: 5.into() },
        Violation::TooManyPixels { max: 4_096 },
        Violation::Malformed,
    ];
    let fields = declared();
    let fields = fields.iter().map(|field| (Field::declared(&field.name), of_declared(&field.kind)));
    std::iter::once((Field::Picture, picture)).chain(fields).collect()
}

/// Every violation that a declared field of this kind can show.
fn of_declared(kind: &FieldKind) -> Vec<Violation> {
    let day = chrono::NaiveDate::default();
    let mut all = vec![Violation::Required, Violation::ChangedMeanwhile];
    all.extend(match kind {
        FieldKind::Text(_) => {
            vec![Violation::TooShort { min: 2 }, Violation::TooLong { max: 40 }, Violation::BadCharacters]
        }
        FieldKind::Number(_) => vec![
            Violation::MalformedNumber,
            Violation::MalformedWholeNumber,
            Violation::TooSmall { min: 1.into() },
            Violation::TooLarge { max: 9.into() },
        ],
        FieldKind::Date(_) => {
            vec![Violation::MalformedDate, Violation::TooEarly { min: day }, Violation::TooLate { max: day }]
        }
        FieldKind::Choice(_) | FieldKind::Language | FieldKind::TimeZone => vec![Violation::NotAChoice],
        FieldKind::Checkbox => vec![],
    });
    all
}

/// What can be wrong with a form as a whole.
pub(super) fn of_a_form() -> [Violation; 5] {
    [
        Violation::Expired,
        Violation::NoCookies,
        Violation::OtherAccount { name: "Ada <b>".to_owned() },
        Violation::Unconfirmed,
        Violation::Disabled,
    ]
}

/// What can be wrong with a password that somebody chooses.
pub(super) fn of_a_new_password() -> [Violation; 6] {
    [
        Violation::Required,
        Violation::TooShort { min: 8 },
        Violation::TooLong { max: 1_024 },
        Violation::TooCommon,
        Violation::MadeOfIdentity,
        Violation::TooSimple,
    ]
}
