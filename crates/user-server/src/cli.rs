//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::app::App;

const ABOUT: &str = "Accounts as a service: people register, sign in, recover and manage their accounts";

/// What stands at the end of the long help.
const HELP: &str = "\
First steps:
  {name}
      Serves http://127.0.0.1:3000, with SQLite in data/ and a mailbox in the browser.
  {name} user create --username ada --email ada@example.com --role admin
      Makes a user, and asks for the password.
  {name} doctor
      Shows every setting, where it comes from, and what is risky or wrong.

Configuration, each overriding the one before:
  1. defaults for development on this machine
  2. --config FILE, a TOML file:  app_name = \"Teahouse\"
                                  [features]
                                  register = false
  3. the environment:             USER__APP_NAME=Teahouse
                                  USER__FEATURES__REGISTER=false
  Two underscores stand between a group and its setting. With _FILE at its end, a variable names a file that holds the
  value: USER__SECRET_FILE=/run/secrets/secret. A credential of systemd has the name of the variable:
  LoadCredential=USER__SECRET:/etc/{name}/secret.

Production: a site whose public_base_url is not this machine refuses what is for development. These are enough:
  USER__LISTEN=0.0.0.0:3000
  USER__PUBLIC_BASE_URL=https://accounts.example.com
  USER__DATABASE__URL=postgres://user:password@db.example.com/accounts
  USER__MAIL__URL=smtps://user:password@mail.example.com
  USER__SECRET_FILE=/run/secrets/secret     made with `openssl rand -hex 32`

Examples:
  {name} --config /etc/{name}/{name}.toml
  {name} user list --role admin --json
  {name} mail list --dead
  {name} import flask-user postgresql://localhost/old --dry-run
  {name} migrate up

`{name} COMMAND --help` tells more about a command.
Exit codes: 0 done, 1 refused, 2 usage, 3 something that is needed does not work, 4 incomplete.";

/// What is asked for.
#[derive(Parser)]
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
    /// Reads the arguments, of which the first is the program.
    pub(crate) fn read(
        app: &App,
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Self, clap::Error> {
        let mut parser = parser(app);
        let cli = Self::from_arg_matches_mut(&mut parser.try_get_matches_from_mut(arguments)?)?;
        if cli.serve.seed && !cli.is_to_serve() {
            let words = format!("--seed is for serving; use `{} seed`", app.name);
            return Err(parser.error(ErrorKind::ArgumentConflict, words));
        }
        if cli.seeds() && app.first_users.is_empty() {
            let words = "there are no first users to make: use `user create`";
            return Err(parser.error(ErrorKind::InvalidValue, words));
        }
        Ok(cli)
    }

    pub(crate) const fn is_to_serve(&self) -> bool {
        matches!(self.command, None | Some(Command::Serve(_)))
    }

    const fn seeds(&self) -> bool {
        self.serve.seed
            || matches!(self.command, Some(Command::Seed | Command::Serve(ServeArguments { seed: true })))
    }
}

/// The parser, with the name and the words of the app.
fn parser(app: &App) -> clap::Command {
    let about = app.about.clone().unwrap_or_else(|| ABOUT.to_owned());
    let parser = Cli::command().name(app.name).version(app.version).about(about);
    let parser = parser.after_long_help(HELP.replace("{name}", app.name));
    if app.first_users.is_empty() {
        let serve = |command: clap::Command| command.mut_arg("seed", |argument| argument.hide(true));
        let seed = |command: clap::Command| command.hide(true);
        return serve(parser).mut_subcommand("serve", serve).mut_subcommand("seed", seed);
    }
    parser
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
    use super::*;
    use crate::FirstUser;

    fn app(first_users: &[&str]) -> App {
        let first_users = first_users.iter().map(|name| FirstUser::new(*name, format!("{name}@example.com")));
        App { first_users: first_users.collect(), ..App::new("teahouse") }
    }

    fn read(app: &App, arguments: &[&str]) -> Result<Cli, clap::Error> {
        Cli::read(app, ["teahouse"].iter().chain(arguments).map(OsString::from))
    }

    #[test]
    fn the_command_line_does_not_contradict_itself() {
        parser(&app(&[])).debug_assert();
        parser(&app(&["ada"])).debug_assert();
    }

    #[test]
    fn without_first_users_nobody_can_ask_for_them() {
        for arguments in [&["--seed"][..], &["serve", "--seed"], &["seed"]] {
            let refusal = read(&app(&[]), arguments).err().unwrap();

            assert!(refusal.exit_code() == 2 && refusal.to_string().contains("user create"), "{refusal}");
        }
        assert!(!parser(&app(&[])).render_long_help().to_string().contains("--seed"));
        assert!(parser(&app(&["ada"])).render_long_help().to_string().contains("--seed"));
    }

    #[test]
    fn an_option_that_would_do_nothing_is_refused() {
        let refusal = read(&app(&["ada"]), &["--seed", "user", "list"]).err().unwrap();

        assert!(refusal.exit_code() == 2 && refusal.to_string().contains("teahouse seed"), "{refusal}");
    }

    #[test]
    fn serving_is_the_default_and_can_seed() {
        let app = app(&["ada"]);
        let bare = read(&app, &["--seed"]).unwrap();
        let named = read(&app, &["serve", "--seed"]).unwrap();

        assert!(bare.serve.seed && bare.command.is_none());
        assert!(matches!(named.command, Some(Command::Serve(ServeArguments { seed: true }))));
        assert!(bare.is_to_serve() && named.is_to_serve());
        assert!(!read(&app, &["seed"]).unwrap().is_to_serve());
    }

    #[test]
    fn the_help_teaches_in_lines_that_fit_and_with_the_name_of_the_app() {
        let help = parser(&app(&[])).render_long_help().to_string();

        for taught in [
            "First steps:",
            "teahouse doctor",
            "--config FILE",
            "USER__APP_NAME=",
            "LoadCredential=",
            "import",
        ] {
            assert!(help.contains(taught), "{taught} in {help}");
        }
        assert!(!help.contains("{name}"), "{help}");
        let long: Vec<_> = HELP.lines().filter(|line| line.chars().count() > 120).collect();
        assert_eq!(long, Vec::<&str>::new());
    }
}
