//! What commands say: on standard output, for people.

use std::io::{self, Write};

/// Writes one line. Fails when nobody listens any more, as behind `| head`.
pub(crate) fn line(text: impl std::fmt::Display) -> anyhow::Result<()> {
    Ok(writeln!(io::stdout().lock(), "{text}")?)
}
