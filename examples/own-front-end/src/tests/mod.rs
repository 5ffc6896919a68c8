//! The API, in process: no socket, no database, no waiting.

mod client;
mod refusals;
mod story;
