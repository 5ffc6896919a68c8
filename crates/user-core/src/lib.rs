//! wip
mod bell;
mod builder;
pub mod domain;
pub mod flows;
mod manager;
mod memory_throttle;
pub mod password_policies;
pub mod ports;
pub mod seal;
pub mod settings;
pub mod views;

pub use builder::{Ports, UserManagerBuilder};
pub use manager::{UserManager, readable};
pub use memory_throttle::MemoryThrottle;
