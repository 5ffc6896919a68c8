//! Every command on a site in memory.
#![cfg(test)]

mod doctor;
mod errors;
mod factors;
mod imports;
mod mails;
mod purge;
mod script;
mod secrets;
mod sessions;
mod tables;
mod users;
