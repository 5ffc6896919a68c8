//! One suite of web tests, run through each adapter: `poem.rs` and `axum.rs` are its drivers, `it/` its sentences.
//!
//! A driver brings the app's own pages, in the handlers, extractors and guards of its framework, and carries a request from
//! one end to the other, in one process. What the suite asserts is the same for all.
