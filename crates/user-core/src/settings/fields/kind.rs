//! What a declared field can hold, with its limits.

use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Number;

/// The most characters that a text may be allowed to have.
pub const TEXT_MAX: usize = 4_000;

/// What a field holds. In a file: `"checkbox"`, or with its rules `{ text = { max = 40 } }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Words.
    Text(TextRules),
    /// A number.
    Number(NumberRules),
    /// A day.
    Date(DateRules),
    /// One of a list.
    Choice(Vec<Choice>),
    /// Ticked or not.
    Checkbox,
    /// The language of the user: it sets that, and is not kept in the profile.
    Language,
    /// The time zone of the user: it sets that, and is not kept in the profile.
    TimeZone,
}

impl Default for FieldKind {
    fn default() -> Self {
        Self::Text(TextRules::default())
    }
}

/// Rules for a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextRules {
    /// The least number of characters of a text that is there at all. Default: 0.
    pub min: usize,
    /// The greatest number of characters. Default: 200, at most 4,000.
    pub max: usize,
    /// Whether it may have several lines. Default: no.
    pub multiline: bool,
}

impl Default for TextRules {
    fn default() -> Self {
        Self { min: 0, max: 200, multiline: false }
    }
}

/// Rules for a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NumberRules {
    /// The least number. Default: any.
    pub min: Option<Number>,
    /// The greatest number. Default: any.
    pub max: Option<Number>,
    /// Whether it must be whole. Default: no.
    pub whole: bool,
}

/// Rules for a day. In a file, days are text: `"2001-12-31"`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DateRules {
    /// The earliest day. Default: any.
    pub min: Option<NaiveDate>,
    /// The latest day. Default: any.
    pub max: Option<NaiveDate>,
}

/// One value of a list. In a file: `"tea"`, or with a label `{ value = "tea", label = "Tea" }`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is kept: lower-case letters, digits, `_` and `-`.
    pub value: String,
    /// Its label as it is shown. Default: the message `field-<name>-<value>`.
    pub label: Option<String>,
}

impl Choice {
    /// A value whose label is a message.
    pub fn new(value: impl Into<String>) -> Self {
        Self { value: value.into(), label: None }
    }
}

/// The same in full, as it is read where more than a name is given.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ruled {
    Text(TextRules),
    Number(NumberRules),
    Date(DateRules),
    Choice(Vec<Choice>),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Plain {
    Text,
    Number,
    Date,
    Checkbox,
    Language,
    TimeZone,
}

impl From<Ruled> for FieldKind {
    fn from(kind: Ruled) -> Self {
        match kind {
            Ruled::Text(rules) => Self::Text(rules),
            Ruled::Number(rules) => Self::Number(rules),
            Ruled::Date(rules) => Self::Date(rules),
            Ruled::Choice(choices) => Self::Choice(choices),
        }
    }
}

impl From<Plain> for FieldKind {
    fn from(kind: Plain) -> Self {
        match kind {
            Plain::Text => Self::Text(TextRules::default()),
            Plain::Number => Self::Number(NumberRules::default()),
            Plain::Date => Self::Date(DateRules::default()),
            Plain::Checkbox => Self::Checkbox,
            Plain::Language => Self::Language,
            Plain::TimeZone => Self::TimeZone,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LabelledChoice {
    value: String,
    label: Option<String>,
}

impl From<LabelledChoice> for Choice {
    fn from(choice: LabelledChoice) -> Self {
        Self { value: choice.value, label: choice.label }
    }
}

/// Just the value, where a list holds plain text.
#[derive(Deserialize)]
#[serde(transparent)]
struct Bare(String);

impl From<Bare> for Choice {
    fn from(bare: Bare) -> Self {
        Self::new(bare.0)
    }
}

/// Reads a text as `S` and a table as `T`. (An untagged enum would forget which keys nobody knows.)
struct TextOrTable<S, T, Into> {
    expecting: &'static str,
    marks: PhantomData<(S, T, Into)>,
}

impl<'de, S, T, I> Visitor<'de> for TextOrTable<S, T, I>
where
    S: Deserialize<'de>,
    T: Deserialize<'de>,
    I: From<S> + From<T>,
{
    type Value = I;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<I, E> {
        S::deserialize(StrDeserializer::new(text)).map(I::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<I, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(I::from)
    }
}

impl<'de> Deserialize<'de> for FieldKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expecting = "a kind of field, such as \"checkbox\" or { text = { max = 40 } }";
        deserializer.deserialize_any(TextOrTable::<Plain, Ruled, Self> { expecting, marks: PhantomData })
    }
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expecting = "a value, or { value = \"tea\", label = \"Tea\" }";
        deserializer
            .deserialize_any(TextOrTable::<Bare, LabelledChoice, Self> { expecting, marks: PhantomData })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::settings::{FieldDeclaration, Settings, Shown};

    fn read(kind: Value) -> Result<FieldKind, String> {
        serde_json::from_value(kind).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_no_kind_is_refused_with_what_would_be_one() {
        for kind in
            [json!("colour"), json!({ "colour": {} }), json!(7), json!("choice"), json!({ "text": 7 })]
        {
            assert!(read(kind.clone()).is_err(), "{kind}");
        }
        assert!(read(json!(7)).unwrap_err().contains("such as \"checkbox\""));
    }

    #[test]
    fn a_kind_is_a_name_or_a_name_with_rules() {
        let cases = [
            (json!("text"), FieldKind::default()),
            (
                json!({ "text": { "max": 40 } }),
                FieldKind::Text(TextRules { max: 40, ..TextRules::default() }),
            ),
            (
                json!({ "number": { "min": 18, "whole": true } }),
                FieldKind::Number(NumberRules { min: Some(18.into()), max: None, whole: true }),
            ),
            (
                json!({ "date": { "min": "1900-01-01" } }),
                FieldKind::Date(DateRules { min: NaiveDate::from_ymd_opt(1900, 1, 1), max: None }),
            ),
            (
                json!({ "choice": ["tea", { "value": "coffee", "label": "Coffee" }] }),
                FieldKind::Choice(vec![
                    Choice::new("tea"),
                    Choice { value: "coffee".to_owned(), label: Some("Coffee".to_owned()) },
                ]),
            ),
            (json!("checkbox"), FieldKind::Checkbox),
            (json!("language"), FieldKind::Language),
            (json!("time_zone"), FieldKind::TimeZone),
        ];

        for (written, kind) in cases {
            assert_eq!(read(written.clone()), Ok(kind), "{written}");
        }
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let fields = vec![
            FieldDeclaration::new("born", FieldKind::Date(DateRules::default())).required(),
            FieldDeclaration::new("terms", FieldKind::Checkbox).shown(Shown::Registration).labelled("Yes!"),
            FieldDeclaration::new("drink", FieldKind::Choice(vec![Choice::new("tea")])),
        ];
        let settings = Settings { fields, ..Settings::default() };

        let written = serde_json::to_value(&settings).unwrap();

        assert_eq!(serde_json::from_value::<Settings>(written).unwrap(), settings);
    }

    #[test]
    fn a_key_that_nobody_knows_is_named_also_within_rules() {
        let source = json!({ "fields": [
            { "name": "nick", "kind": { "text": { "mox": 40 } }, "requierd": true },
        ] });

        let faults = Settings::read(source).unwrap_err();

        let named: Vec<_> = faults.0.iter().map(|fault| fault.setting.as_str()).collect();
        assert_eq!(named, ["fields.0.kind.text.mox", "fields.0.requierd"]);
    }
}
