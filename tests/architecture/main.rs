//! What nobody should have to remember: who may know whom, how long a file may be, what must be written down.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod docs;
mod growth;
mod kit;
mod layers;
mod limits;
mod migrating;
mod scenarios;
mod secrets;
mod sizes;
mod words;
mod workspace;
