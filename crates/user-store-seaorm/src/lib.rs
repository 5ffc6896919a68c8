//! Stores the accounts of [`user_core`] in SQLite (compiled in), PostgreSQL, MySQL or MariaDB, with [SeaORM](sea_orm).
//!
//! - [`SeaOrmStore`] is the [`Store`](user_core::ports::Store): it connects, migrates, and keeps the store contract
//!   on every one of these databases.
//! - [`StoreOptions`] sets the size of the connection pool, and time-outs.
//! - [`SeaOrmThrottle`] counts attempts in the same database, for several nodes; [`SeaOrmOutcomes`] keeps what came of
//!   posted forms there, for people who press twice.
//! - [`SeaOrmStore::commit_with`] writes an app's own rows in the transaction of a commit.
//! - [`entity`] has the tables as SeaORM entities, [`SeaOrmStore::tables`] runs queries on them, [`Migrator`] has the
//!   migrations.
//!
//! # Guarantees
//!
//! The look-up that every request makes, a session with its user, is one statement. A commit is one transaction; each
//! change in it is one conditional statement whose row count decides, so nothing is read first and nothing can be
//! raced. A deadlock or a serialization failure is rolled back and tried again, up to five times. A commit runs to its
//! end even when its caller goes away. Connections that a restarted server left dead are passed over; while the server
//! is down, the answer takes no longer than the time-out for a connection, five seconds.
//!
//! `Ok` means durable as far as the server is set up for it: SQLite is opened in WAL mode with `synchronous=FULL`,
//! PostgreSQL needs `synchronous_commit`, MySQL and MariaDB `innodb_flush_log_at_trx_commit=1`; all three are defaults.
//! MariaDB is needed from 10.6, MySQL from 8.0, PostgreSQL from 12.
//!
//! # Features
//!
//! `sqlite`, `postgres` and `mysql` (which is MariaDB too) bring the drivers. All three are on unless you say
//! otherwise.
//!
//! # Example
//!
//! ```
//! use user_core::ports::{Store, UserKey};
//! use user_core::domain::Username;
//! use user_store_seaorm::SeaOrmStore;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let store = SeaOrmStore::connect("sqlite::memory:").await?;
//! store.migrate_up().await?;
//!
//! let ada = Username::parse("ada").map_err(|violation| format!("{violation:?}"))?;
//! assert!(store.user(UserKey::Username(&ada)).await?.is_none());
//! # Ok(())
//! # }
//! ```

#[cfg(not(any(feature = "sqlite", feature = "postgres", feature = "mysql")))]
compile_error!("user-store-seaorm needs at least one of its features `sqlite`, `postgres` and `mysql`");

mod commit;
mod connect;
pub mod entity;
mod feed;
mod find;
mod inner;
mod lease;
mod migration;
mod names;
mod outcomes;
mod pictures;
mod pooler;
mod purge;
mod rows;
mod selects;
mod settle;
mod store;
mod tables;
mod throttle;
mod trouble;
mod users;

pub use commit::AppRows;
pub use connect::{Pooling, StoreOptions};
pub use migration::Migrator;
pub use names::NameError;
pub use outcomes::SeaOrmOutcomes;
pub use pictures::SeaOrmPictures;
pub use sea_orm;
pub use store::SeaOrmStore;
pub use tables::Tables;
pub use throttle::SeaOrmThrottle;
