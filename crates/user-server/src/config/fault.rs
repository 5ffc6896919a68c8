//! What is wrong with the configuration.

use std::fmt;

use super::Source;

/// Stands for the setting where a whole file is meant.
pub(super) const WHOLE_FILE: &str = "--config";

/// One thing that cannot be as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The setting, as `group.key`.
    pub(crate) setting: String,
    /// What is wrong, and what to change.
    pub(crate) problem: String,
    /// Where it was written; `None` for a default.
    source: Option<Source>,
}

impl Fault {
    pub(crate) fn new(setting: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { setting: setting.into(), problem: problem.into(), source: None }
    }

    pub(crate) fn given_in(mut self, source: Option<&Source>) -> Self {
        self.source = source.cloned();
        self
    }

    /// The variable of the environment that sets it.
    pub(crate) fn variable(&self) -> String {
        super::environment::variable_of(&self.setting)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(Source::File(path)) if self.setting == WHOLE_FILE => {
                write!(f, "{}: {}", path.display(), self.problem)
            }
            Some(source @ (Source::Setting(_) | Source::App(_))) => {
                write!(f, "{} ({source}): {}", self.setting, self.problem)
            }
            Some(source) => write!(f, "{} (in {source}): {}", self.setting, self.problem),
            // There is no variable for one of a list.
            None if self.setting.starts_with("fields.") => write!(f, "{}: {}", self.setting, self.problem),
            None => write!(f, "{} (not set; {}): {}", self.setting, self.variable(), self.problem),
        }
    }
}

/// Everything that cannot be as it is.
#[derive(Debug)]
pub(crate) struct Faults(pub(crate) Vec<Fault>);

impl Faults {
    pub(crate) fn unless_none(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self(faults)) }
    }
}

impl std::error::Error for Faults {}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration cannot work as it is:")?;
        self.0.iter().try_for_each(|fault| write!(f, "\n  - {fault}"))
    }
}
