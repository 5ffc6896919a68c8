//! `demo doctor`: every setting in force with where it comes from, and what is risky about it.

use std::fmt;

use anyhow::bail;
use serde::Serialize;
use serde_json::{Value, json};
use user_cli::Format;
use user_core::ports::Renderer;

use crate::config::{Config, Fault, is_confidential, is_production, leaves, tree_of, without_password};
use crate::{output, production, wiring};

#[derive(Serialize)]
struct Finding {
    setting: String,
    value: Value,
    source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.remarks.is_empty() { ' ' } else { '!' };
        let value = if self.value.is_null() { "not set".to_owned() } else { self.value.to_string() };
        write!(f, "{mark} {:<39} {value:<34} {}", self.setting, self.source)?;
        self.remarks.iter().try_for_each(|remark| write!(f, "\n    {remark}"))
    }
}

pub(super) fn run(config: &Config, format: Format) -> anyhow::Result<()> {
    let findings = findings(config);
    let faults = faults(config);
    if format.json {
        output::json(&json!({
            "production": is_production(&config.settings),
            "settings": findings,
            "faults": faults,
        }))?;
    } else {
        findings.iter().try_for_each(output::line)?;
    }
    if !faults.is_empty() {
        bail!("this cannot be served:\n  - {}", faults.join("\n  - "));
    }
    Ok(())
}

/// What keeps this from being served, in the order in which it would be told.
fn faults(config: &Config) -> Vec<String> {
    let refused = production::check(config).err().map(|faults| faults.0).unwrap_or_default();
    let templates = match wiring::renderer(config) {
        Ok(renderer) => renderer.check(),
        Err(error) => vec![format!("{error:#}")],
    };
    refused.iter().map(ToString::to_string).chain(templates).collect()
}

fn findings(config: &Config) -> Vec<Finding> {
    let tree = tree_of(&config.settings, &config.deployment);
    let finding = |(setting, value): (String, &Value)| Finding {
        value: in_effect(config, &setting).unwrap_or_else(|| shown(&setting, value)),
        source: config.source_of(&setting).map_or_else(|| "default".to_owned(), ToString::to_string),
        remarks: remarks(config, &setting),
        setting,
    };
    leaves(&tree).into_iter().map(finding).collect()
}

/// What follows from the identifiers where nothing is set.
fn in_effect(config: &Config, setting: &str) -> Option<Value> {
    let settings = &config.settings;
    match setting {
        "features.confirm_email" => Some(settings.confirms_email().into()),
        "features.forgot_password" => Some(settings.resets_password().into()),
        "features.change_username" => Some(settings.changes_username().into()),
        _ => None,
    }
}

/// What a setting's value may be known as.
fn shown(setting: &str, value: &Value) -> Value {
    match value {
        Value::String(url) if matches!(setting, "database.url" | "mail.url") => without_password(url).into(),
        Value::String(_) if is_confidential(setting) => "(set)".into(),
        Value::Array(list) if is_confidential(setting) => format!("({} set)", list.len()).into(),
        other => other.clone(),
    }
}

fn remarks(config: &Config, setting: &str) -> Vec<String> {
    let about = |faults: &[Fault]| -> Vec<String> {
        let own = faults.iter().filter(|fault| fault.setting == setting);
        own.map(|fault| fault.problem.clone()).collect()
    };
    let refused = if is_production(&config.settings) { "refused" } else { "refused in production" };
    let mut remarks = about(config.faults());
    remarks.extend(
        about(&production::objections(config)).into_iter().map(|problem| format!("{refused}: {problem}")),
    );
    remarks.extend(about(&production::risks(config)));
    remarks
}
