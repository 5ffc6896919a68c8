//! Signing in and out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use user_core::UserManager;
use user_core::flows::{Admission, SecondStepForm, SignInForm};

use super::with_cookies;
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

    let admission = users.sign_in(&form, &visitor).await?;

    let (set, next) = cookies::of_admission(users.settings(), admission);
    Ok(with_cookies(set, next))
}

/// A code of an authenticator app, or a recovery code in its place.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NextStep {
    step: String,
    totp_code: String,
    recovery_code: String,
}

pub(crate) async fn second_step(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    Body(typed): Body<NextStep>,
) -> Result<impl IntoResponse, Problem> {
    let NextStep { step, totp_code, recovery_code } = typed;
    let form = SecondStepForm { step, totp_code, recovery_code, trust_device: false };

    let passed = users.second_step(&form, &visitor).await?;

    let (set, next) = cookies::of_admission(users.settings(), Admission::SignedIn(passed.signed_in));
    Ok(with_cookies(set, next))
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
