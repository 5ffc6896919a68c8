//! What went wrong, before it is known who wants to hear it: a person gets a page, a program a problem document.

use std::fmt;
use std::time::Duration;

use http::StatusCode;
use user_core::domain::Violations;
use user_core::ports::{Port, PortError};

/// A refusal or a failure on its way to the visitor, who gets a page in their language; a program that asks for JSON
/// gets a problem document. As the error of a handler, it is all that has to be said.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) status: StatusCode,
    /// The middle part of its messages, such as `not-found`.
    pub(crate) name: &'static str,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) violations: Violations,
}

impl Problem {
    /// A problem of this status.
    pub fn new(status: StatusCode) -> Self {
        Self { status, name: name_of(status), retry_after: None, violations: Violations::none() }
    }

    pub(crate) fn named(status: StatusCode, name: &'static str) -> Self {
        Self { name, ..Self::new(status) }
    }

    /// Too many attempts: 429, and when to come back.
    pub fn too_many(retry_after: Duration) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(StatusCode::TOO_MANY_REQUESTS) }
    }

    /// Whole seconds to wait, rounded up: a client that waits so long is let in.
    pub(crate) fn seconds(&self) -> Option<u64> {
        self.retry_after.map(|wait| wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).map(|s| s.max(1))
    }
}

/// A template that does not render is our fault and stays; everything else behind a port may be back soon.
impl From<PortError> for Problem {
    fn from(error: PortError) -> Self {
        let status = match error.port() {
            Port::Renderer => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::SERVICE_UNAVAILABLE,
        };
        if error.retry_after().is_none() {
            tracing::error!(
                port = error.port().as_str(),
                error = &error as &dyn std::error::Error,
                "a request failed"
            );
        }
        let soon = (status == StatusCode::SERVICE_UNAVAILABLE).then_some(Duration::from_secs(5));
        Self { retry_after: error.retry_after().or(soon), ..Self::new(status) }
    }
}

/// The problem page that speaks for a status; the nearest one where there is none of its own.
fn name_of(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "unauthenticated",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        413 => "too-large",
        415 => "unsupported-media-type",
        422 => "invalid",
        429 => "too-many-requests",
        503 => "unavailable",
        400..=499 => "bad-request",
        _ => "internal",
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.status.as_u16())
    }
}

impl std::error::Error for Problem {}
