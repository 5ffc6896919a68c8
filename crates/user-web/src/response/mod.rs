//! What goes back: pages, redirects, problems, headers.

pub(crate) mod explain;
pub(crate) mod headers;
pub(crate) mod problem;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};

/// A response of the account pages: whole, in memory.
pub type Response = http::Response<Bytes>;

/// A response with these headers; a value that no header can hold is left out.
pub(crate) fn response<const N: usize>(
    status: StatusCode,
    headers: [(HeaderName, &str); N],
    body: impl Into<Bytes>,
) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
