//! Signing in and out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use user_core::UserManager;
use user_core::flows::{Admission, SignInForm};

use super::{Next, Person, with_cookies};
use crate::cookies::{self, Kind};
use crate::json::Body;
use crate::problem::Problem;
use crate::session::SignedIn;
use crate::visitor;

/// What a client sends to sign in.
#[derive(Deserialize)]
pub(crate) struct Credentials {
    identifier: String,
    password: String,
    #[serde(default)]
    remember_me: bool,
}

pub(crate) async fn sign_in(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    Body(typed): Body<Credentials>,
) -> Result<impl IntoResponse, Problem> {
    let Credentials { identifier, password, remember_me } = typed;
    let form = SignInForm { identifier, password, remember_me };

    let Admission::SignedIn(signed_in) = users.sign_in(&form, &visitor).await?;

    let user = Person::from(&signed_in.user);
    Ok(with_cookies(cookies::of_sign_in(users.settings(), *signed_in), Next::SignedIn { user }))
}

pub(crate) async fn sign_out(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    SignedIn(current): SignedIn,
) -> Result<impl IntoResponse, Problem> {
    users.sign_out(&current, &visitor).await?;

    let forgotten = cookies::forget(users.settings(), Kind::Session);
    let headers = forgotten.map(|cookie| (axum::http::header::SET_COOKIE, cookie));
    Ok((StatusCode::NO_CONTENT, AppendHeaders(headers)))
}
