//! `secrets`: what is encrypted under the app's secret, when that is replaced.

use clap::{Args, Subcommand};
use serde_json::json;
use user_core::UserManager;
use user_core::flows::{Rewrap, Rewrapped};

use crate::{CliError, Format, Terminal, show};

/// `secrets …`: look after what is encrypted under the app's secret.
#[derive(Args, Clone, Copy, Debug)]
pub struct SecretsCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
    /// What to do.
    #[command(subcommand)]
    pub action: SecretsAction,
}

/// What to do with what is encrypted.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum SecretsAction {
    /// Encrypt under the current secret what an earlier one encrypted, so that the earlier one can be dropped.
    Rewrap {
        /// Report only, and change nothing.
        #[arg(long)]
        check: bool,
    },
}

impl SecretsCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Does it, and reports how many secrets of credentials were renewed, were current, and cannot be read. That some
    /// cannot be read is an error, which names them.
    pub async fn run(&self, users: &UserManager, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        let SecretsAction::Rewrap { check } = self.action;
        let found = users.rewrap_secrets(if check { Rewrap::Check } else { Rewrap::Renew }).await?;
        if self.json() {
            show::json(terminal, &as_json(&found, check))?;
        } else {
            show::table(terminal, &rows(&found, check))?;
        }
        if found.unreadable.is_empty() {
            return Ok(());
        }
        let ids: Vec<String> = found.unreadable.iter().map(ToString::to_string).collect();
        Err(CliError::Incomplete(format!(
            "no secret in use opens those of the credentials {}",
            ids.join(", ")
        )))
    }
}

fn as_json(found: &Rewrapped, check: bool) -> serde_json::Value {
    let (renewed, to_renew) = if check { (0, found.renewed) } else { (found.renewed, 0) };
    json!({
        "renewed": renewed, "to_renew": to_renew, "current": found.current, "unreadable": found.unreadable,
        "unknown": found.unknown, "codes_earlier": found.codes_earlier, "codes_lost": found.codes_lost
    })
}

fn rows(found: &Rewrapped, check: bool) -> Vec<Vec<String>> {
    let renewed = if check { "to be renewed" } else { "renewed" };
    let unreadable = u64::try_from(found.unreadable.len()).unwrap_or(u64::MAX);
    let mut rows = vec![(renewed, found.renewed), ("current", found.current), ("unreadable", unreadable)];
    let rare = [
        ("of kinds that this program does not know", found.unknown),
        ("recovery codes of an earlier secret: good until it is dropped", found.codes_earlier),
        ("recovery codes of a secret that is not known: their users need new ones", found.codes_lost),
    ];
    rows.extend(rare.into_iter().filter(|(_, count)| *count > 0));
    rows.into_iter().map(|(what, count)| vec![count.to_string(), what.to_owned()]).collect()
}
