//! The one way in which what lies behind a port can fail.

use std::time::Duration;

use thiserror::Error;

/// The cause behind a failed port.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// What lies behind a port did not work: a database is gone, a pool is full, a template is missing.
/// Never about what a visitor typed.
#[derive(Debug, Error)]
#[error("the {port} failed")]
pub struct PortError {
    port: &'static str,
    retry_after: Option<Duration>,
    #[source]
    source: Cause,
}

impl PortError {
    /// The port (`"store"`, `"password hasher"`, …) failed because of `source`.
    pub fn new(port: &'static str, source: impl Into<Cause>) -> Self {
        Self { port, retry_after: None, source: source.into() }
    }

    /// The port is working, and has more to do than it can take on. Try again after `retry_after`.
    pub fn busy(port: &'static str, retry_after: Duration) -> Self {
        Self { port, retry_after: Some(retry_after), source: "busy".into() }
    }

    /// Which port it was.
    pub const fn port(&self) -> &'static str {
        self.port
    }

    /// When it is worth trying again, if that is known.
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}
