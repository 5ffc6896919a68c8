//! The demo, and a site on Axum, in a real browser: without JavaScript, by keyboard alone, and in the eyes of an
//! accessibility checker.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod accessibility;
mod axe;
mod browser;
mod driver;
mod journey;
mod languages;
mod on_axum;
mod strength;
mod trouble;
