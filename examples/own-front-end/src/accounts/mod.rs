//! The handlers. Each does five things: take the request, make the form of the core, call one flow, look at the outcome,
//! answer. What a refusal is as HTTP stands in [`refusals`](crate::refusals).

use axum::Json;
use axum::http::{HeaderValue, header::SET_COOKIE};
use axum::response::{AppendHeaders, IntoResponse};
use serde::Serialize;
use user_core::domain::User;

pub(crate) mod me;
pub(crate) mod passwords;
pub(crate) mod register;
pub(crate) mod sign_in;

/// A user as clients see one. A type of its own: what the core adds to its `User` is not told to the world by itself.
#[derive(Serialize)]
pub(crate) struct Person {
    id: String,
    name: String,
    email: Option<String>,
    roles: Vec<String>,
}

impl From<&User> for Person {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            name: user.display_name().to_owned(),
            email: user.primary_email().map(|email| email.address.to_string()),
            roles: user.roles.iter().map(ToString::to_string).collect(),
        }
    }
}

/// What comes next for a client.
#[derive(Serialize)]
#[serde(tag = "next", rename_all = "snake_case")]
pub(crate) enum Next {
    /// Open the link in the mail.
    ConfirmEmail,
    /// Sign in.
    SignIn,
    /// Post a code to `/second-step`, with this step: the user has an authenticator app.
    SecondStep { step: String },
    /// Nothing: this browser is signed in.
    SignedIn { user: Person },
}

/// An answer that has the browser keep cookies.
fn with_cookies(cookies: Vec<HeaderValue>, body: impl Serialize) -> impl IntoResponse {
    (AppendHeaders(cookies.into_iter().map(|cookie| (SET_COOKIE, cookie)).collect::<Vec<_>>()), Json(body))
}
