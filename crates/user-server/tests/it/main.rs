//! `user-server` as a program: what it says, what it refuses, and how it stops.
#![cfg(test)]

mod administration;
mod configuration;
mod import;
mod program;
mod serving;
