//! What commands say: on standard output, for people or as JSON.

use std::io::{self, Write};

use serde::Serialize;

/// Writes one line. Fails when nobody listens any more, as behind `| head`.
pub(crate) fn line(text: impl std::fmt::Display) -> anyhow::Result<()> {
    Ok(writeln!(io::stdout().lock(), "{text}")?)
}

/// Writes JSON, indented.
pub(crate) fn json(value: &impl Serialize) -> anyhow::Result<()> {
    line(serde_json::to_string_pretty(value)?)
}
