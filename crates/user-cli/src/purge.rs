//! `purge`: what has expired goes.

use clap::Args;
use serde_json::json;
use user_core::UserManager;

use crate::{CliError, Format, Terminal, show};

/// `purge`: delete what has expired: sessions, links, old events, accounts that were never confirmed.
#[derive(Args, Clone, Copy, Debug)]
pub struct PurgeCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
}

impl PurgeCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Does it, and tells how many rows and pictures went.
    pub async fn run(&self, users: &UserManager, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        let gone = users.purge_expired().await?;
        if self.json() {
            return show::json(terminal, &json!({ "gone": gone }));
        }
        Ok(terminal.data(&format!("{gone} rows and pictures that had expired are gone"))?)
    }
}
