//! The demo: every adapter of user-rs put together, configured by a file and the environment, served and administered
//! by one program. Start reading in `wiring`.

mod background;
mod cli;
mod commands;
mod config;
mod fields;
mod inviting;
mod logs;
mod output;
mod outside;
mod pages;
mod production;
mod secret;
mod seed;
mod server;
mod wiring;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let config = config::Config::read(cli.config.as_deref(), std::env::vars_os());
    let usually = if cli.is_to_serve() { logs::SERVING } else { logs::ADMINISTERING };
    logs::start(config.deployment.log, usually);
    let json = cli.command.as_ref().is_some_and(cli::Command::json);
    user_cli::finish(Box::pin(commands::run(cli, config)).await, json, &mut user_cli::StandardTerminal)
}
