//! What every store must keep: one public function per sentence, run by [`store_contract!`](crate::store_contract).

pub mod atomicity;
pub mod deletion;
pub mod emails;
pub mod events;
pub mod outbox;
mod probe;
pub mod purge;
pub mod races;
pub mod roles;
mod run;
mod samples;
pub mod sessions;
pub mod tokens;
pub mod users;

pub use probe::Subject;
pub use run::run;
