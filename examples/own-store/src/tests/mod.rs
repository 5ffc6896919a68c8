//! The contract of stores, twice, and what is special about a file.

mod contract;
mod file;
mod reopening;
