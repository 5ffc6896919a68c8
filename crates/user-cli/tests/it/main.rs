//! Every command on a site in memory.
#![cfg(test)]

mod errors;
mod imports;
mod mails;
mod script;
mod tables;
mod users;
