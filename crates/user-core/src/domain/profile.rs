//! What a user tells of themselves, in the fields that an app declares.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

/// The values of the fields that an app declares, by name. A field that was left empty is not there.
///
/// Kept by stores as one JSON object; [`read`](Self::read) gives it back as a type of the app's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Profile(BTreeMap<String, FieldValue>);

/// The value of one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// A box ticked or not.
    Flag(bool),
    /// A number.
    Number(Number),
    /// A text, a choice, or a date such as `2001-12-31`.
    Text(String),
}

impl FieldValue {
    /// A date, as it is kept: `2001-12-31` (ISO 8601).
    pub fn date(date: NaiveDate) -> Self {
        Self::Text(date.format("%Y-%m-%d").to_string())
    }

    /// The value as a form shows it; empty for a box that is not ticked.
    pub fn typed(&self) -> String {
        match self {
            Self::Flag(true) => "on".to_owned(),
            Self::Flag(false) => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Profile {
    /// The value of one field.
    pub fn get(&self, name: &str) -> Option<&FieldValue> {
        self.0.get(name)
    }

    /// Sets one field, or empties it.
    pub fn set(&mut self, name: impl Into<String>, value: Option<FieldValue>) {
        let name = name.into();
        match value {
            Some(value) => self.0.insert(name, value),
            None => self.0.remove(&name),
        };
    }

    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every value with the name of its field, in order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FieldValue)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The profile as a type of the app's own, whose fields have the declared names. Those that may be empty are
    /// `Option`s or have a default.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let fields = self.0.iter().map(|(name, value)| Ok((name.clone(), serde_json::to_value(value)?)));
        serde_json::from_value(Value::Object(fields.collect::<Result<_, serde_json::Error>>()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Profile {
        let mut profile = Profile::default();
        profile.set("first_name", Some(FieldValue::Text("Ada".to_owned())));
        profile.set("born", NaiveDate::from_ymd_opt(1815, 12, 10).map(FieldValue::date));
        profile.set("machines", Some(FieldValue::Number(2.into())));
        profile.set("letters", Some(FieldValue::Flag(true)));
        profile
    }

    #[test]
    fn a_profile_that_lacks_what_a_type_needs_is_an_error() {
        #[derive(Debug, Deserialize)]
        struct Strict {
            #[expect(dead_code, reason = "only whether it can be read matters")]
            last_name: String,
        }

        assert!(sample().read::<Strict>().is_err());
    }

    #[test]
    fn a_profile_comes_back_as_a_type_of_the_apps_own() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Person {
            first_name: String,
            last_name: Option<String>,
            born: NaiveDate,
            machines: u8,
            letters: bool,
        }

        let expected = Person {
            first_name: "Ada".to_owned(),
            last_name: None,
            born: NaiveDate::from_ymd_opt(1815, 12, 10).unwrap(),
            machines: 2,
            letters: true,
        };
        assert_eq!(sample().read::<Person>().unwrap(), expected);
    }

    #[test]
    fn an_emptied_field_is_gone_and_the_rest_survives_json() {
        let mut profile = sample();
        profile.set("machines", None);

        let json = serde_json::to_string(&profile).unwrap();

        assert_eq!(json, r#"{"born":"1815-12-10","first_name":"Ada","letters":true}"#);
        assert_eq!(serde_json::from_str::<Profile>(&json).unwrap(), profile);
        assert_eq!(profile.get("machines"), None);
    }
}
