//! The environment: `USER__GROUP__KEY=value`, two underscores between levels, for every setting.

use std::ffi::OsString;

use serde_json::Value;

use super::{Fault, Given, Source, at};

const PREFIX: &str = "USER__";

/// The variable that sets `setting`.
pub(super) fn variable_of(setting: &str) -> String {
    format!("{PREFIX}{}", setting.replace('.', "__").to_uppercase())
}

/// Every value that variables give, each read as what its setting needs.
pub(super) fn read(
    defaults: &Value,
    environment: impl IntoIterator<Item = (OsString, OsString)>,
) -> Vec<Result<Given, Fault>> {
    let mut variables: Vec<_> = environment.into_iter().collect();
    variables.sort();
    let ours = variables.iter().filter_map(|(name, value)| Some((name.to_str()?, value)));
    ours.filter_map(|(name, value)| Some((name, name.strip_prefix(PREFIX)?, value)))
        .map(|(name, rest, value)| {
            let setting = rest.to_lowercase().replace("__", ".");
            let source = Source::Variable(name.to_owned());
            match value.to_str() {
                Some(text) => Ok(Given { value: value_for(at(defaults, &setting), text), setting, source }),
                None => Err(Fault::new(setting, "must be UTF-8").given_in(Some(&source))),
            }
        })
        .collect()
}

/// Reads `text` as what the setting's default is. What cannot be read so stays text, which is then told as what it is.
fn value_for(default: Option<&Value>, text: &str) -> Value {
    let as_text = || Value::String(text.to_owned());
    match default {
        Some(Value::Bool(_) | Value::Number(_) | Value::Object(_)) => {
            toml_value(text).unwrap_or_else(as_text)
        }
        Some(Value::Array(_)) if text.trim_start().starts_with('[') => {
            toml_value(text).unwrap_or_else(as_text)
        }
        Some(Value::Array(_)) => {
            let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
            entries.map(Value::from).collect()
        }
        // Not set unless something is said; of what may be left unset, only switches are not text.
        Some(Value::Null) if text.is_empty() => Value::Null,
        Some(Value::Null) => toml_value(text).filter(Value::is_boolean).unwrap_or_else(as_text),
        Some(Value::String(_)) | None => as_text(),
    }
}

fn toml_value(text: &str) -> Option<Value> {
    let mut table: Value = toml::from_str(&format!("value = {}", text.trim())).ok()?;
    let table = table.as_object_mut().filter(|table| table.len() == 1)?;
    table.remove("value")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_is_read_as_what_its_setting_needs() {
        let cases = [
            (json!(true), "false", json!(false)),
            (json!(10), "20", json!(20)),
            (json!(10), "many", json!("many")),
            (json!("x"), "7", json!("7")),
            (json!("x"), "", json!("")),
            (json!([]), "nl, en,", json!(["nl", "en"])),
            (json!([]), "[\"nl\"]", json!(["nl"])),
            (json!([]), "", json!([])),
            (json!({}), "{ a = 1 }", json!({ "a": 1 })),
            (Value::Null, "true", json!(true)),
            (Value::Null, "12345678901234567890", json!("12345678901234567890")),
            (Value::Null, "/welcome", json!("/welcome")),
            (Value::Null, "", Value::Null),
            (json!(10), "20\nother = 1", json!("20\nother = 1")),
        ];

        for (default, text, expected) in cases {
            assert_eq!(value_for(Some(&default), text), expected, "{default} {text:?}");
        }
    }
}
