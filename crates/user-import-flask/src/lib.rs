//! Reads the users of a Flask-User database, SQLite or PostgreSQL, so that
//! [`UserManager::import`](user_core::UserManager::import) takes them over: names, addresses, confirmations, roles,
//! states and password hashes. It only reads, a page at a time, and never holds more than a page.
//!
//! Flask-User lets apps name tables and columns as they like. The names of its examples are found by themselves, in the
//! layouts of versions 0.5, 0.6 and 1.0: addresses with the users or in a table of their own, passwords with the users
//! or in a table of their own. Other names are told:
//!
//! ```no_run
//! use user_core::ports::UserSource;
//! use user_import_flask::{FlaskUserDatabase, OpenError};
//!
//! # async fn run() -> Result<(), OpenError> {
//! let database = FlaskUserDatabase::at("sqlite:app.sqlite")
//!     .table("user", "members")
//!     .column("user", "confirmed_at", "proven_on");
//! let mut source: Box<dyn UserSource> = Box::new(database.open().await?);
//! # Ok(())
//! # }
//! ```

mod database;
mod layout;
mod read;
mod reading;
mod source;
mod value;

pub use database::{FlaskUserDatabase, HashMode, OpenError};
pub use source::FlaskUsers;
