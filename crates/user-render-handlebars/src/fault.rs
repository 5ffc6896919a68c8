//! What can be wrong with a template or a message: where, and what.

use std::fmt;

/// One thing that is wrong with a template or a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    file: String,
    line: Option<usize>,
    what: String,
}

impl Fault {
    pub(crate) fn new(file: impl Into<String>, line: Option<usize>, what: impl Into<String>) -> Self {
        Self { file: file.into(), line, what: what.into() }
    }

    /// The file, or `built-in …` for what is embedded, or how the builder was given it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line in the file, counted from 1, where it is known.
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// What is wrong.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.what),
            None => write!(f, "{}: {}", self.file, self.what),
        }
    }
}

/// Templates or messages cannot be used. Names every fault, each with its file and line.
#[derive(Debug, thiserror::Error)]
#[error("templates or messages cannot be used:\n- {}", lines(.0))]
pub struct BuildError(Vec<Fault>);

impl BuildError {
    /// These faults, of which there is at least one.
    pub(crate) const fn of(faults: Vec<Fault>) -> Self {
        Self(faults)
    }

    /// Refuses when there is any fault.
    pub(crate) fn unless_none(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self(faults)) }
    }

    /// Everything that is wrong.
    pub fn faults(&self) -> &[Fault] {
        &self.0
    }
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n- ")
}

/// The line, counted from 1, in which byte `position` of `source` stands.
pub(crate) fn line_of(source: &str, position: usize) -> usize {
    1 + source.bytes().take(position).filter(|byte| *byte == b'\n').count()
}
