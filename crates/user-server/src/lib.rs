//! A server with user accounts: all adapters of user-rs in one program, configured by a file and environment variables.
//!
//! The crate is a program and a library. The program, `user-server`, needs no code: `user-server --help` begins with
//! the first steps. The library is the same program with room for what an app adds: [`Server`] takes settings, fields,
//! policies, routes, templates, messages and first users, and [`Server::run`] is the rest of `main`.
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use poem::{EndpointExt, Request, Response, Route, get, handler};
//! use poem::web::Data;
//! use user_core::domain::Requirement;
//! use user_core::settings::{FieldDeclaration, FieldKind};
//! use user_server::{FirstUser, Server};
//! use user_web_poem::{UserWeb, guard};
//!
//! #[handler]
//! async fn home(request: &Request, web: Data<&UserWeb>) -> poem::Result<Response> {
//!     web.page(request, "home", serde_json::Value::Null).await
//! }
//!
//! #[handler]
//! fn kitchen() -> &'static str {
//!     "the recipes"
//! }
//!
//! fn routes(_: &UserWeb) -> Route {
//!     let cooks = guard(Requirement::role("cook"));
//!     Route::new().at("/", get(home)).at("/kitchen", get(kitchen.with(cooks)))
//! }
//!
//! fn main() -> ExitCode {
//!     Server::new("teahouse")
//!         .about("The accounts of the teahouse")
//!         .settings(|settings, _| {
//!             settings.app_name = "Teahouse".to_owned();
//!             settings.fields = vec![FieldDeclaration::new("newsletter", FieldKind::Checkbox)];
//!         })
//!         .messages([("en", "field-newsletter = Send me the newsletter")])
//!         .templates([("pages/home.html", "<h1>{{site.app_name}}</h1>")])
//!         .routes(routes)
//!         .first_user(FirstUser::new("cook", "cook@example.com").role("cook"))
//!         .run()
//! }
//! ```
//!
//! # What it does
//!
//! - **Configuration**: defaults, then a TOML file (`--config`), then variables `USER__GROUP__KEY`, or the files and
//!   credentials that they name. Everything that is wrong is told at once, with where it was written.
//! - **Production**: a site whose public address is not this machine is in production, and refuses what is for
//!   development: the mailbox, a missing or guessable secret, plain http, the default sender.
//! - **Serving**: an accept loop with a deadline for everything that a client may be slow with, and limits of
//!   connections; a courier for mails and an hourly purge beside it; a stop that finishes what was begun.
//! - **Commands**: those of [`user_cli`] for users, mails, tables and imports, and a doctor that tells what is in
//!   force.

mod app;
mod background;
mod builder;
mod cli;
mod commands;
mod config;
mod logs;
mod output;
mod outside;
mod production;
mod secret;
mod seed;
mod server;
mod site;
mod wiring;

pub use builder::Server;
pub use config::Configured;
pub use seed::FirstUser;
