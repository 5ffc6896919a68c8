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

/// Whether an error only says that nobody listens any more.
pub(crate) fn is_closed(error: &anyhow::Error) -> bool {
    let pipe = error.downcast_ref::<io::Error>();
    pipe.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
