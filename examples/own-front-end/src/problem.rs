//! Refusals as problem documents (RFC 9457).

use std::time::Duration;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use user_core::domain::Violations;
use user_core::ports::PortError;

/// A refusal on its way to the client: a status, a stable code, and the violations of a form.
///
/// There is no sentence in it. The client has the words, or asks the renderer's messages for them by the same codes.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    code: &'static str,
    violations: Violations,
    retry_after: Option<Duration>,
}

impl Problem {
    pub(crate) const fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, violations: Violations::none(), retry_after: None }
    }

    pub(crate) const fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found")
    }

    pub(crate) fn invalid(violations: Violations) -> Self {
        Self { violations, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid") }
    }

    pub(crate) fn throttled(retry_after: Duration) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(StatusCode::TOO_MANY_REQUESTS, "throttled") }
    }

    /// The whole seconds to wait, rounded up: a client that waits so long is let in.
    fn seconds(&self) -> Option<u64> {
        self.retry_after.map(|wait| (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1))
    }

    fn document(&self) -> Value {
        // Without a `type` it is `about:blank`: then the title is the phrase of the status (RFC 9457 §4.2.1).
        let mut document = json!({
            "title": self.status.canonical_reason(),
            "status": self.status.as_u16(),
            "code": self.code,
        });
        if !self.violations.is_empty()
            && let Ok(violations) = serde_json::to_value(&self.violations)
            && let Some(members) = document.as_object_mut()
        {
            members.insert("violations".to_owned(), violations);
        }
        document
    }
}

/// What lies behind a port did not work. The client learns that and no more; the cause is for the log.
impl From<PortError> for Problem {
    fn from(error: PortError) -> Self {
        if error.retry_after().is_none() {
            tracing::error!(error = &error as &dyn std::error::Error, "a request failed");
        }
        let retry_after = error.retry_after().or(Some(Duration::from_secs(5)));
        Self { retry_after, ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable") }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.document())).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.seconds() {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
