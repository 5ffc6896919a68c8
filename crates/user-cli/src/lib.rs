//! Command-line commands for user accounts, to be added to the program of an app: `my-app user create …`,
//! `my-app mail retry --all`.
//!
//! The app provides the runtime, the [`UserManager`](user_core::UserManager) and what makes its tables ([`Schema`]);
//! this crate provides arguments, output for people and for scripts (`--json`), errors and exit codes. Passwords are
//! never taken from the command line, where other processes can read them.
//!
//! # In a parser of one's own
//!
//! [`UserCommand`], [`MailCommand`], [`MigrateCommand`], [`PurgeCommand`] and [`SecretsCommand`] are `clap` arguments,
//! mounted one by one. So are [`ImportCommand`] and [`DoctorCommand`], which need more of the app: [`ImportSources`]
//! and [`Patient`].
//!
//! ```
//! use clap::Parser;
//! use user_cli::{MailCommand, StandardTerminal, UserCommand, finish};
//! use user_core::UserManager;
//!
//! #[derive(Parser)]
//! enum MyApp {
//!     /// Brew tea.
//!     Brew,
//!     /// Make and manage users.
//!     User(UserCommand),
//!     /// Look after the outbox.
//!     Mail(MailCommand),
//! }
//!
//! async fn run(app: MyApp, users: &UserManager) -> std::process::ExitCode {
//!     let terminal = &mut StandardTerminal;
//!     match app {
//!         MyApp::Brew => std::process::ExitCode::SUCCESS,
//!         MyApp::User(command) => finish(command.run(users, terminal).await, command.json(), terminal),
//!         MyApp::Mail(command) => finish(command.run(users, terminal).await, command.json(), terminal),
//!     }
//! }
//!
//! assert!(MyApp::try_parse_from(["my-app", "user", "show", "ada", "--json"]).is_ok());
//! ```
//!
//! # Without a parser
//!
//! [`Arguments`] is one: every command, or none, and then the app does what it usually does.
//!
//! ```
//! use std::process::ExitCode;
//!
//! use user_cli::{Arguments, Schema, StandardTerminal};
//! use user_core::UserManager;
//!
//! async fn run(users: &UserManager, tables: &dyn Schema) -> ExitCode {
//!     match Arguments::read().command {
//!         Some(command) => command.run_to_end(users, tables, &mut StandardTerminal).await,
//!         None => serve(users).await,
//!     }
//! }
//! # async fn serve(_: &UserManager) -> ExitCode { ExitCode::SUCCESS }
//! ```
//!
//! # What scripts can rely on
//!
//! Data goes to standard output, messages to standard error. With `--json` both are JSON; times are RFC 3339 in UTC.
//! The shapes are in the book, on the page "The command line". Exit codes are those of [`CliError::code`].

mod arguments;
mod doctor;
mod error;
mod import;
mod mail;
mod migrate;
mod password;
mod progress;
mod purge;
mod secrets;
mod show;
mod terminal;
mod user;

pub use arguments::{Arguments, Command, Format};
pub use doctor::{Check, DoctorCommand, Health, Patient, SettingInForce};
pub use error::{CliError, Problem, finish};
pub use import::{FlaskHashMode, FlaskUserImport, ImportCommand, ImportFrom, ImportSources};
pub use mail::{MailAction, MailCommand};
pub use migrate::{MigrateAction, MigrateCommand, Migration, Schema};
pub use password::{PasswordSource, generate_password};
pub use progress::{Progress, Unwatched};
pub use purge::PurgeCommand;
pub use secrets::{SecretsAction, SecretsCommand};
pub use terminal::{StandardTerminal, Terminal};
pub use user::{Deletion, NewUser, ProfileEdit, UserAction, UserCommand, UserFilter};
