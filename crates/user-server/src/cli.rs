//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A site with accounts: register, sign in, recover, manage.
///
/// Without a command it serves. Every setting can stand in a TOML file, and in the environment as `USER__GROUP__KEY`
/// (two underscores between levels); `demo doctor` lists them all.
#[derive(Parser)]
#[command(name = "demo", version)]
pub(crate) struct Cli {
    /// A TOML file with settings.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) serve: ServeArguments,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Cli {
    pub(crate) const fn is_to_serve(&self) -> bool {
        matches!(self.command, None | Some(Command::Serve(_)))
    }
}

#[derive(Args, Clone, Copy, Default)]
pub(crate) struct ServeArguments {
    /// Make the first users before serving, and print their passwords.
    #[arg(long)]
    pub(crate) seed: bool,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the site (the default).
    Serve(ServeArguments),
    /// Make the first users and print their passwords once.
    Seed,
    /// Show every setting with where it comes from, and mark what is risky.
    Doctor(user_cli::DoctorCommand),
    /// Take over the users of another program.
    Import(user_cli::ImportCommand),
    #[command(flatten)]
    Administer(user_cli::Command),
}

impl Command {
    /// Whether JSON is to be written.
    pub(crate) const fn json(&self) -> bool {
        match self {
            Self::Serve(_) | Self::Seed => false,
            Self::Doctor(command) => command.json(),
            Self::Import(command) => command.json(),
            Self::Administer(command) => command.json(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_does_not_contradict_itself() {
        Cli::command().debug_assert();
    }

    #[test]
    fn serving_is_the_default_and_can_seed() {
        let bare = Cli::parse_from(["demo", "--seed"]);
        let named = Cli::parse_from(["demo", "serve", "--seed"]);

        assert!(bare.serve.seed && bare.command.is_none());
        assert!(matches!(named.command, Some(Command::Serve(ServeArguments { seed: true }))));
        assert!(bare.is_to_serve() && named.is_to_serve());
        assert!(!Cli::parse_from(["demo", "seed"]).is_to_serve());
    }
}
