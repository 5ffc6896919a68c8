//! wip
pub mod domain;
pub mod ports;
