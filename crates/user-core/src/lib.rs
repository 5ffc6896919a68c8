//! wip
pub mod domain;
pub mod ports;
pub mod settings;
pub mod views;
