//! The commands, one file each.

mod doctor;
mod mail;
mod migrate;
mod serve;
mod user;
mod views;
mod words;

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;

use crate::cli::{Cli, Command};
use crate::config::Config;
use crate::seed;
use crate::wiring::Product;

/// Does what the command line asks for.
pub(crate) async fn run(cli: Cli, config: Config) -> anyhow::Result<()> {
    if cli.serve.seed && !cli.is_to_serve() {
        bail!("--seed is for serving; use `demo seed`");
    }
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(arguments) => serve::run(config, arguments.seed || cli.serve.seed).await,
        Command::Doctor(output) => doctor::run(&config, output),
        command => {
            config.check()?;
            administer(&config, command).await
        }
    }
}

async fn administer(config: &Config, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Migrate(command) => migrate::run(&config.deployment, command).await,
        Command::User(command) => user::run(&Product::to_administer(config).await?.users, command).await,
        Command::Mail(command) => mail::run(&Product::to_administer(config).await?.users, command).await,
        Command::Seed => seed::plant(&Product::to_administer(config).await?.users).await,
        Command::Serve(_) | Command::Doctor(_) => Ok(()),
    }
}

/// Says why it did not work, with every cause.
pub(crate) fn failed(error: &anyhow::Error) -> ExitCode {
    // Where not even this can be said, the exit code has to do.
    let _ = writeln!(std::io::stderr().lock(), "demo: {error:#}");
    ExitCode::FAILURE
}
