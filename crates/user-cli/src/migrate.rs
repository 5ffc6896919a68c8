//! `migrate`: the tables.

use async_trait::async_trait;
use clap::{Args, Subcommand};
use serde::Serialize;
use user_core::ports::PortError;

use crate::{CliError, Format, Terminal, show};

/// One step of the tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Migration {
    /// What it is called.
    pub name: String,
    /// Whether the database has it.
    pub applied: bool,
}

/// The tables behind the app's store: what `migrate` drives. An app implements it over its store in three lines.
#[async_trait]
pub trait Schema: Send + Sync {
    /// Applies what is missing.
    async fn up(&self) -> Result<(), PortError>;

    /// Takes the latest `steps` back.
    async fn down(&self, steps: u32) -> Result<(), PortError>;

    /// Every migration, oldest first.
    async fn status(&self) -> Result<Vec<Migration>, PortError>;
}

/// `migrate …`: bring the tables up to date, or take them back.
#[derive(Args, Clone, Debug)]
pub struct MigrateCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
    /// What to do.
    #[command(subcommand)]
    pub action: MigrateAction,
}

/// What to do with the tables.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum MigrateAction {
    /// Apply what is missing.
    Up,
    /// Take everything back: every account is gone.
    Down {
        /// Yes, delete every account.
        #[arg(long)]
        yes: bool,
    },
    /// List migrations, applied or not.
    Status,
}

impl MigrateCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Does it, and lists the migrations as they then are.
    pub async fn run(&self, tables: &dyn Schema, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        match self.action {
            MigrateAction::Up => tables.up().await?,
            MigrateAction::Down { yes: false } => {
                return Err(CliError::refused("this deletes every account: say `migrate down --yes`"));
            }
            MigrateAction::Down { yes: true } => tables.down(u32::MAX).await?,
            MigrateAction::Status => {}
        }
        let migrations = tables.status().await?;
        if self.json() {
            return show::json(terminal, &migrations);
        }
        let state = |migration: &Migration| if migration.applied { "applied" } else { "pending" };
        let rows: Vec<_> =
            migrations.iter().map(|one| vec![state(one).to_owned(), one.name.clone()]).collect();
        show::table(terminal, &rows)
    }
}
