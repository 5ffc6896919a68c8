//! What the demo asks of people beside names, addresses and passwords: a field of each kind. Their labels are in
//! `locales/`.

use user_core::settings::{Choice, DateRules, FieldDeclaration, FieldKind, Shown, TextRules};

/// The fields, in the order of the forms. A configuration may have others.
pub(crate) fn declared() -> Vec<FieldDeclaration> {
    let name = || FieldKind::Text(TextRules { max: 64, ..TextRules::default() });
    let drinks = ["tea", "coffee", "water"].map(Choice::new);
    let motto = FieldKind::Text(TextRules { multiline: true, ..TextRules::default() });
    let profile = |name: &str, kind| FieldDeclaration::new(name, kind).shown(Shown::Profile);
    vec![
        FieldDeclaration::new("first_name", name()),
        FieldDeclaration::new("last_name", name()),
        profile("born", FieldKind::Date(DateRules::default())),
        profile("drink", FieldKind::Choice(drinks.into())),
        profile("motto", motto),
        profile("newsletter", FieldKind::Checkbox),
    ]
}
