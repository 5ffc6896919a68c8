//! Registering, and confirming the address.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::IntoResponse;
use serde::Deserialize;
use user_core::UserManager;
use user_core::flows::{ConfirmEmailForm, RegisterForm, RegisteredNext};

use super::{Next, with_cookies};
use crate::cookies::{self, Kind};
use crate::json::Body;
use crate::problem::Problem;
use crate::{session, visitor};

/// What a client sends to register. What the settings do not ask for may be left out.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Registration {
    username: String,
    email: String,
    password: String,
    retype_password: String,
    fields: BTreeMap<String, String>,
    invite_token: String,
}

pub(crate) async fn register(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    Body(typed): Body<Registration>,
) -> Result<impl IntoResponse, Problem> {
    let Registration { username, email, password, retype_password, fields, invite_token } = typed;
    let form = RegisterForm { username, email, password, retype_password, fields, invite_token };

    let registered = users.register(&form, &visitor).await?;

    let settings = users.settings();
    let lifetime = settings.lifetimes.pending_users;
    let mark = cookies::keep(settings, Kind::Registration, registered.mark, Some(lifetime));
    let mut set: Vec<_> = mark.into_iter().collect();
    let next = match registered.next {
        RegisteredNext::ConfirmEmail => Next::ConfirmEmail,
        RegisteredNext::SignIn => Next::SignIn,
        RegisteredNext::Admission(admission) => {
            let (of_admission, next) = cookies::of_admission(settings, admission);
            set.extend(of_admission);
            next
        }
    };
    Ok(with_cookies(set, next))
}

/// The last part of a mailed link, and what proves the account: nothing in the browser that registered, the password of
/// the account or a new one anywhere else.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Proof {
    token: String,
    password: String,
    new_password: String,
    retype_password: String,
}

pub(crate) async fn confirm(
    State(users): State<UserManager>,
    visitor::From(visitor): visitor::From,
    session::Maybe(current): session::Maybe,
    Body(proof): Body<Proof>,
) -> Result<impl IntoResponse, Problem> {
    let Proof { token, password, new_password, retype_password } = proof;
    let form = ConfirmEmailForm { password, new_password, retype_password };

    let confirmed = users.confirm_email(&token, &form, current.as_ref(), &visitor).await?;

    let settings = users.settings();
    let mut set: Vec<_> = cookies::forget(settings, Kind::Registration).into_iter().collect();
    let Some(admission) = confirmed.admission else {
        return Ok(with_cookies(set, Next::SignIn));
    };
    let (of_admission, next) = cookies::of_admission(settings, admission);
    set.extend(of_admission);
    Ok(with_cookies(set, next))
}
