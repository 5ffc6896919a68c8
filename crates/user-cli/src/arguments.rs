//! All commands together, and what they share.

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use user_core::UserManager;

use crate::{
    CliError, MailCommand, MigrateCommand, PurgeCommand, Schema, SecretsCommand, Terminal, UserCommand,
    finish,
};

/// Output format: text for people, or JSON for scripts.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Format {
    /// Write JSON, errors too.
    #[arg(long, global = true)]
    pub json: bool,
}

/// The command line of an app that has none of its own.
#[derive(Clone, Debug, Parser)]
#[command(version = None, about = None, long_about = None)]
pub struct Arguments {
    /// What to do; nothing for what the app usually does.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Arguments {
    /// Reads the arguments of this process. Ends it, with what is wrong, when they cannot be understood, and with the
    /// help that was asked for.
    pub fn read() -> Self {
        Self::parse()
    }
}

/// Every command that needs nothing of the app but its users and its tables.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Make and manage users.
    User(UserCommand),
    /// Look after the outbox.
    Mail(MailCommand),
    /// Bring the tables up to date, or take them back.
    Migrate(MigrateCommand),
    /// Delete what has expired.
    Purge(PurgeCommand),
    /// Look after what is encrypted under the app's secret.
    Secrets(SecretsCommand),
}

impl Command {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        match self {
            Self::User(command) => command.json(),
            Self::Mail(command) => command.json(),
            Self::Migrate(command) => command.json(),
            Self::Purge(command) => command.json(),
            Self::Secrets(command) => command.json(),
        }
    }

    /// Does it.
    pub async fn run(
        &self,
        users: &UserManager,
        tables: &dyn Schema,
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        match self {
            Self::User(command) => command.run(users, terminal).await,
            Self::Mail(command) => command.run(users, terminal).await,
            Self::Migrate(command) => command.run(tables, terminal).await,
            Self::Purge(command) => command.run(users, terminal).await,
            Self::Secrets(command) => command.run(users, terminal).await,
        }
    }

    /// Does it, says why it did not work, and answers with what the process should.
    pub async fn run_to_end(
        &self,
        users: &UserManager,
        tables: &dyn Schema,
        terminal: &mut dyn Terminal,
    ) -> ExitCode {
        let outcome = self.run(users, tables, terminal).await;
        finish(outcome, self.json(), terminal)
    }
}
