//! The environment: `USER__GROUP__KEY=value`, two underscores between levels, for every setting. The value can stand in
//! a file, so that no process list, crash report or inspection of a container shows it: `USER__GROUP__KEY_FILE=path`.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Fault, Given, Source, at, is_confidential, secret_file};

const PREFIX: &str = "USER__";
/// At the end of a variable: its value is the path of a file that holds the value of the setting.
const FILE: &str = "_file";
/// Where systemd puts credentials (systemd.exec(5)).
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// The variable that sets `setting`.
pub(super) fn variable_of(setting: &str) -> String {
    format!("{PREFIX}{}", setting.replace('.', "__").to_uppercase())
}

/// Every value that variables give, each read as what its setting needs: themselves, in the file that a variable with
/// `_FILE` at its end names, or in a credential of systemd named like the variable.
pub(super) fn read(
    defaults: &Value,
    environment: impl IntoIterator<Item = (OsString, OsString)>,
) -> Vec<Result<Given, Fault>> {
    let variables: BTreeMap<_, _> = environment.into_iter().collect();
    let mut written: Vec<_> =
        variables.iter().filter_map(|(name, value)| Written::of(defaults, name, value)).collect();
    let credentials = variables.get(OsStr::new(CREDENTIALS)).map(|folder| credentials(Path::new(folder)));
    written.extend(credentials.into_iter().flatten());
    let mut times = BTreeMap::new();
    for one in &written {
        *times.entry(one.setting.clone()).or_insert(0) += 1;
    }
    let is_single = |one: &Written| times.get(&one.setting) == Some(&1);
    written
        .into_iter()
        .map(|one| if is_single(&one) { one.given(defaults) } else { Err(one.doubled()) })
        .collect()
}

/// A value as it is written: not read yet.
struct Written {
    setting: String,
    place: Place,
    source: Source,
}

enum Place {
    Variable(OsString),
    File(PathBuf),
}

impl Written {
    /// What a variable gives, if it is one of ours. Where there is a setting of the whole name, it is that one.
    fn of(defaults: &Value, name: &OsStr, value: &OsStr) -> Option<Self> {
        let name = name.to_str()?;
        let setting = setting_of(name)?;
        let source = Source::Variable(name.to_owned());
        let in_file = setting.strip_suffix(FILE).filter(|_| at(defaults, &setting).is_none());
        Some(match in_file {
            Some(named) => Self { setting: named.to_owned(), place: Place::File(value.into()), source },
            None => Self { setting, place: Place::Variable(value.to_owned()), source },
        })
    }

    fn given(self, defaults: &Value) -> Result<Given, Fault> {
        let Self { setting, place, source } = self;
        let text = match place {
            Place::Variable(value) => value.into_string().map_err(|_| "must be UTF-8".to_owned()),
            Place::File(path) => secret_file::read(&path, is_confidential(&setting)),
        };
        match text {
            Ok(text) => Ok(Given { value: value_for(at(defaults, &setting), &text), setting, source }),
            Err(problem) => Err(Fault::new(setting, problem).given_in(Some(&source))),
        }
    }

    fn doubled(self) -> Fault {
        let problem = "is given more than once: keep the variable, the one with _FILE, or the credential";
        Fault::new(self.setting, problem).given_in(Some(&self.source))
    }
}

/// What systemd hands over in the folder that it names (`LoadCredential=USER__SECRET:/etc/…`).
fn credentials(folder: &Path) -> Vec<Written> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    let written = |path: PathBuf| {
        let setting = setting_of(path.file_name()?.to_str()?)?;
        Some(Written { setting, source: Source::File(path.clone()), place: Place::File(path) })
    };
    paths.into_iter().filter_map(written).collect()
}

fn setting_of(name: &str) -> Option<String> {
    Some(name.strip_prefix(PREFIX)?.to_lowercase().replace("__", "."))
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
            // One a line, too, as a file may hold them.
            let entries = text.split([',', '\n']).map(str::trim).filter(|entry| !entry.is_empty());
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
