//! JSON bodies, and why they are also the guard against forged requests.

use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Json, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// A JSON body; what cannot be read is a problem document like every other refusal.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(body) =
            Json::from_request(request, state).await.map_err(|rejection| unreadable(&rejection))?;
        Ok(Self(body))
    }
}

/// The parser's own words stay here: they would repeat what was typed.
fn unreadable(rejection: &JsonRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        _ => Problem::new(StatusCode::BAD_REQUEST, "bad_request"),
    }
}

/// Refuses every request that may change something and is not declared as JSON.
///
/// A page of another site can make a browser send a form, with cookies; it cannot make it send this content type
/// without asking us first (the preflight of CORS), and nobody here says yes to that. It stands around all routes,
/// those that read no body included, so that none can be forgotten.
pub(crate) async fn only_json_changes_anything(request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    if reads || is_json(request.headers()) {
        return next.run(request).await;
    }
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json").into_response()
}

fn is_json(headers: &HeaderMap) -> bool {
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = declared.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
}
