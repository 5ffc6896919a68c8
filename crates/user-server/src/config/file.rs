//! The configuration file.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::fault::WHOLE_FILE;
use super::{Fault, Given, Source, leaves};

/// Every value that a TOML file gives.
pub(super) fn read(path: &Path) -> Vec<Result<Given, Fault>> {
    let source = Source::File(path.to_owned());
    let tree = fs::read_to_string(path)
        .map_err(|error| format!("cannot be read: {error}"))
        .and_then(|text| toml::from_str::<Value>(&text).map_err(|error| where_and_why(&text, &error)));
    match tree {
        Ok(tree) => leaves(&tree)
            .into_iter()
            .map(|(setting, value)| Ok(Given { setting, value: value.clone(), source: source.clone() }))
            .collect(),
        Err(problem) => vec![Err(Fault::new(WHOLE_FILE, problem).given_in(Some(&source)))],
    }
}

/// The line and the reason. Not the line itself, which the error would quote: a secret may stand in it.
fn where_and_why(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    format!("is no TOML, in line {line}: {}", error.message().lines().next().unwrap_or_default())
}
