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
    /// Bring the tables up to date, or take them back.
    #[command(subcommand)]
    Migrate(MigrateCommand),
    /// Make and manage users.
    #[command(subcommand)]
    User(UserCommand),
    /// Look after the outbox.
    #[command(subcommand)]
    Mail(MailCommand),
    /// Show every setting with where it comes from, and mark what is risky.
    Doctor(Output),
}

#[derive(Subcommand, Clone, Copy)]
pub(crate) enum MigrateCommand {
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

#[derive(Args, Clone, Copy)]
pub(crate) struct Output {
    /// Write JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Users are named by username, address or id. Passwords are asked for on a terminal, else read as one line.
#[derive(Subcommand)]
pub(crate) enum UserCommand {
    /// Make a user; the address counts as confirmed.
    Create(NewUser),
    /// List users in the order in which they came.
    List {
        /// Only those after the user with this id.
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: u32,
        #[command(flatten)]
        output: Output,
    },
    /// Show one user.
    Show {
        user: String,
        #[command(flatten)]
        output: Output,
    },
    /// Shut an account: every session ends, every link is void.
    Disable { user: String },
    /// Open a disabled account again.
    Enable { user: String },
    /// Give a user a role.
    Grant { user: String, role: String },
    /// Take a role away.
    Revoke { user: String, role: String },
    /// Set a password: every session ends.
    SetPassword { user: String },
}

#[derive(Args)]
pub(crate) struct NewUser {
    /// The username, where the site uses them.
    #[arg(long, default_value = "")]
    pub(crate) username: String,
    /// The address, where the site uses them.
    #[arg(long, default_value = "")]
    pub(crate) email: String,
    /// A role; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    pub(crate) roles: Vec<String>,
    /// Ask for no password: the user sets one by "forgot your password?".
    #[arg(long)]
    pub(crate) no_password: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Subcommand)]
pub(crate) enum MailCommand {
    /// List mails that wait, or that were given up.
    List {
        /// Those that were given up: dead letters.
        #[arg(long)]
        dead: bool,
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: u32,
        #[command(flatten)]
        output: Output,
    },
    /// Try dead letters again.
    Retry {
        /// Their ids; see `mail list --dead`.
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
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
