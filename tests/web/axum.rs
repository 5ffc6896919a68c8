//! Every page, guard and refusal on Axum: in one process, with stand-ins for every port.
//! Refusals first. Tests named `s031_…` are the scenarios that Flask-User's own tests assert.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "drivers/axum.rs"]
mod driver;
mod it;
