//! The server's own commands, one file each; those for users, mails and tables are `user-cli`'s.

mod doctor;
mod import;
mod serve;
mod tables;

use std::io;

use user_cli::{CliError, MigrateAction, StandardTerminal};
use user_core::UserManager;
use user_core::ports::PortError;

use crate::cli::{Cli, Command};
use crate::config::{Config, Faults};
use crate::production::{self, Seeds};
use crate::seed;
use crate::wiring::{self, IfMissing, Product};

/// Does what the command line asks for.
pub(crate) async fn run(cli: Cli, config: Config) -> Result<(), CliError> {
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(arguments) => {
            let seeds = if arguments.seed || cli.serve.seed { Seeds::First } else { Seeds::Nobody };
            serve::run(config, seeds).await.map_err(in_words)
        }
        Command::Doctor(command) => command.run(&doctor::Site(&config), &mut StandardTerminal).await,
        Command::Seed => {
            let refused = production::exposed_first_users(&config).into_iter().collect();
            Faults::unless_none(refused).map_err(|faults| in_words(faults.into()))?;
            let users = users(&config, IfMissing::Make).await?;
            seed::plant(&config.app.first_users, &users).await.map_err(in_words)
        }
        Command::Import(command) => {
            let users = users(&config, IfMissing::Make).await?;
            command.run(&users, &import::Sources, &mut StandardTerminal).await
        }
        Command::Administer(command) => administer(&config, &command).await,
    }
}

async fn administer(config: &Config, command: &user_cli::Command) -> Result<(), CliError> {
    let terminal = &mut StandardTerminal;
    let found = async || users(config, IfMissing::Refuse).await;
    match command {
        user_cli::Command::User(command) => command.run(&found().await?, terminal).await,
        user_cli::Command::Mail(command) => command.run(&found().await?, terminal).await,
        user_cli::Command::Purge(command) => command.run(&found().await?, terminal).await,
        user_cli::Command::Secrets(command) => command.run(&found().await?, terminal).await,
        // The tables are looked after before anything can use them.
        user_cli::Command::Migrate(command) => {
            config.check().map_err(|faults| in_words(faults.into()))?;
            let makes = matches!(command.action, MigrateAction::Up);
            let if_missing = if makes { IfMissing::Make } else { IfMissing::Refuse };
            let store = wiring::store(config, if_missing).await.map_err(in_words)?;
            command.run(&tables::Tables(store), terminal).await
        }
    }
}

async fn users(config: &Config, if_missing: IfMissing) -> Result<UserManager, CliError> {
    config.check().map_err(|faults| in_words(faults.into()))?;
    Ok(Product::to_administer(config, if_missing).await.map_err(in_words)?.users)
}

/// What does not work is told apart from what is wrong with the configuration.
fn in_words(error: anyhow::Error) -> CliError {
    let pipe = error.downcast_ref::<io::Error>();
    if pipe.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
        return CliError::Closed;
    }
    if error.chain().any(|cause| cause.is::<PortError>() || cause.is::<io::Error>()) {
        return CliError::failed(error);
    }
    CliError::refused(format!("{error:#}"))
}
