//! The demo, from outside: real HTTP, real mail, real databases.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]
#![expect(clippy::print_stdout, reason = "a test prints what it measured")]

mod alike;
mod authenticator;
mod crashes;
mod crawl;
mod crowd;
mod databases;
mod emails;
mod invitations;
mod limits;
mod mail;
mod pictures;
mod races;
mod secrets;
mod story;
mod twice;
