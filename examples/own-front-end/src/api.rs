//! The routes, and what stands around all of them.

use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, extract::DefaultBodyLimit};
use user_core::UserManager;

use crate::accounts::{me, passwords, register, sign_in};
use crate::problem::Problem;
use crate::{json, session};

/// The largest body: forms of accounts are small.
const BODY_MAX: usize = 16 * 1_024;

/// The whole API. The manager is the state: cheap to clone, one type whatever the adapters are.
pub(crate) fn api(users: UserManager) -> Router {
    Router::new()
        .route("/register", post(register::register))
        .route("/confirm", post(register::confirm))
        .route("/sign-in", post(sign_in::sign_in))
        .route("/second-step", post(sign_in::second_step))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/forgot-password", post(passwords::forgot))
        .route("/reset-password", post(passwords::reset))
        .route("/change-password", post(passwords::change))
        .route("/me", get(me::me))
        .route("/admin/users", get(me::everybody))
        .fallback(async || Problem::not_found())
        .layer(from_fn_with_state(users.clone(), session::resume))
        .layer(from_fn(json::only_json_changes_anything))
        .layer(map_response(not_to_be_stored))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .with_state(users)
}

/// Answers are about one person: no cache between may keep them.
async fn not_to_be_stored(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
