//! Forgotten, reset and changed passwords.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;
use user_core::UserManager;
use user_core::flows::{ChangePasswordForm, ForgotPasswordForm, ResetPasswordForm};

use super::{Next, Person, with_cookies};
use crate::cookies;
use crate::json::Body;
use crate::problem::Problem;
use crate::session::SignedIn;
use crate::visitor;

/// Whose password is forgotten.
#[derive(Deserialize)]
pub(crate) struct Address {
    email: String,
}

/// The answer is the same whether or not anybody has the address.
pub(crate) async fn forgot(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    Body(Address { email }): Body<Address>,
) -> Result<StatusCode, Problem> {
    users.forgot_password(&ForgotPasswordForm { email }, &visitor).await?;

    Ok(StatusCode::ACCEPTED)
}

/// The last part of the mailed link, and the new password.
#[derive(Deserialize)]
pub(crate) struct Reset {
    token: String,
    new_password: String,
    retype_password: String,
}

pub(crate) async fn reset(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    Body(typed): Body<Reset>,
) -> Result<impl IntoResponse, Problem> {
    let Reset { token, new_password, retype_password } = typed;
    let form = ResetPasswordForm { new_password, retype_password };

    let reset = users.reset_password(&token, &form, &visitor).await?;

    let Some(admission) = reset.admission else {
        let known = cookies::of_known_device(users.settings(), reset.device);
        return Ok(with_cookies(known.into_iter().collect(), Next::SignIn));
    };
    let (set, next) = cookies::of_admission(users.settings(), admission);
    Ok(with_cookies(set, next))
}

/// The current password and the new one.
#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are those of the product's forms")]
pub(crate) struct Change {
    old_password: String,
    new_password: String,
    retype_password: String,
}

/// Every other session ends, and this browser gets a new cookie.
pub(crate) async fn change(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    SignedIn(current): SignedIn,
    Body(typed): Body<Change>,
) -> Result<impl IntoResponse, Problem> {
    let Change { old_password, new_password, retype_password } = typed;
    let form = ChangePasswordForm { old_password, new_password, retype_password };

    let signed_in = users.change_password(&current, &form, &visitor).await?;

    let user = Person::from(&signed_in.user);
    Ok(with_cookies(cookies::of_sign_in(users.settings(), signed_in), Next::SignedIn { user }))
}
