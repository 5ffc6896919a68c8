//! The files of `locales/`, read without the renderer: every language says what English says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{Entry, Expression, Message, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

use crate::messages::{files, root};

/// The plural categories of cardinal numbers by language (Unicode CLDR), without those for millions alone.
const PLURALS: [(&str, &[&str]); 15] = [
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "other"]),
    ("fa", &["one", "other"]),
    ("fi", &["one", "other"]),
    ("fr", &["one", "other"]),
    ("it", &["one", "other"]),
    ("nl", &["one", "other"]),
    ("pl", &["few", "many", "one", "other"]),
    ("ru", &["few", "many", "one", "other"]),
    ("sk", &["few", "many", "one", "other"]),
    ("sv", &["one", "other"]),
    ("tr", &["one", "other"]),
    ("uk", &["few", "many", "one", "other"]),
    ("zh-Hans", &["other"]),
];

/// The messages of each language, by tag and id.
fn messages() -> BTreeMap<String, BTreeMap<String, Message<String>>> {
    let mut languages = BTreeMap::new();
    for folder in fs::read_dir(root("locales")).unwrap().map(|entry| entry.unwrap().path()) {
        let messages: &mut BTreeMap<_, _> =
            languages.entry(folder.file_name().unwrap().to_str().unwrap().to_owned()).or_default();
        for file in files(&folder) {
            let resource = parse(fs::read_to_string(&file).unwrap());
            let resource = resource.unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", file.display()));
            for entry in resource.body {
                if let Entry::Message(message) = entry {
                    messages.insert(message.id.name.clone(), message);
                }
            }
        }
    }
    languages
}

#[test]
fn every_language_has_the_messages_of_english_and_no_others() {
    let languages = messages();
    let ids = |tag: &str| languages[tag].keys().cloned().collect::<BTreeSet<_>>();
    let english = ids("en");
    let listed = |ids: Vec<&String>| ids.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");

    let mut faults = Vec::new();
    for tag in languages.keys() {
        let own = ids(tag);
        let (missing, stray) =
            (listed(english.difference(&own).collect()), listed(own.difference(&english).collect()));
        if !missing.is_empty() {
            faults.push(format!("locales/{tag} lacks {missing}"));
        }
        if !stray.is_empty() {
            faults.push(format!("locales/{tag} has what English has not: {stray}"));
        }
    }

    assert!(faults.is_empty(), "every message is said in every language:\n{}", faults.join("\n"));
    assert_eq!(languages.keys().map(String::as_str).collect::<Vec<_>>(), PLURALS.map(|(tag, _)| tag));
}

#[test]
fn a_message_that_counts_has_the_plural_forms_of_its_language() {
    let languages = messages();
    for (tag, plurals) in PLURALS {
        for (id, message) in &languages[tag] {
            for forms in counted(message) {
                assert_eq!(forms, plurals, "{id} in {tag}");
            }
        }
    }
}

/// The plural forms of each choice in a message, sorted; exact numbers and choices by other words left out.
fn counted(message: &Message<String>) -> Vec<Vec<&str>> {
    let elements = message.value.iter().flat_map(|pattern| &pattern.elements);
    let choices = elements.filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => Some(variants),
        _ => None,
    });
    let forms = choices.map(|variants| {
        let mut forms: Vec<&str> = variants
            .iter()
            .filter_map(|variant| match &variant.key {
                VariantKey::Identifier { name } => Some(name.as_str()),
                VariantKey::NumberLiteral { .. } => None,
            })
            .collect();
        forms.sort_unstable();
        forms
    });
    forms
        .filter(|forms| forms.iter().all(|f| ["zero", "one", "two", "few", "many", "other"].contains(f)))
        .collect()
}
