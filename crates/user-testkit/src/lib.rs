//! Stand-ins for the ports of `user-core`, and the contract that every store must keep.

#[expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a contract speaks by failing its test"
)]
pub mod contract;
mod counting_entropy;
mod fixed_clock;
mod memory_store;
mod store_contract;

pub use counting_entropy::CountingEntropy;
pub use fixed_clock::FixedClock;
pub use memory_store::MemoryStore;
