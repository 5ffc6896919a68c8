//! How things are shown to people and to scripts.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::{CliError, Terminal};

pub(crate) fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Writes JSON, indented.
pub(crate) fn json(terminal: &mut dyn Terminal, value: &impl Serialize) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(value).map_err(CliError::failed)?;
    Ok(terminal.data(&text)?)
}

/// Writes JSON on one line, of which many make a stream.
pub(crate) fn json_line(terminal: &mut dyn Terminal, value: &impl Serialize) -> Result<(), CliError> {
    let text = serde_json::to_string(value).map_err(CliError::failed)?;
    Ok(terminal.data(&text)?)
}

/// Writes rows with their columns one below the other.
pub(crate) fn table(terminal: &mut dyn Terminal, rows: &[Vec<String>]) -> Result<(), CliError> {
    let rows: Vec<Vec<_>> =
        rows.iter().map(|row| row.iter().map(|cell| without_control(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell: &String| cell.chars().count()).max()
    };
    let widths: Vec<_> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        terminal.data(cells.join("  ").trim_end())?;
    }
    Ok(())
}

/// Text from elsewhere must not steer somebody's terminal, nor look like two rows.
fn without_control(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The same for text that has lines.
pub(crate) fn lines_without_control(text: &str) -> String {
    text.lines().map(without_control).collect::<Vec<_>>().join("\n")
}

pub(crate) fn or_none(list: &[String]) -> String {
    if list.is_empty() { "-".to_owned() } else { list.join(",") }
}
