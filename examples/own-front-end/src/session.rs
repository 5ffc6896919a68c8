//! Who is signed in: once per request, before the handler.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use user_core::UserManager;
use user_core::domain::Unmet;
use user_core::flows::Current;

use crate::cookies::{self, Kind};
use crate::problem::Problem;
use crate::visitor::visitor_of;

/// Somebody who is signed in, as an argument of a handler; nobody gets 401.
pub(crate) struct SignedIn(pub(crate) Current);

impl<S: Send + Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Current>().cloned().map(Self).ok_or(Unmet::NotSignedIn.into())
    }
}

/// The user who is signed in, as an argument of a handler, or nobody.
pub(crate) struct Maybe(pub(crate) Option<Current>);

impl<S: Send + Sync> FromRequestParts<S> for Maybe {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.extensions.get::<Current>().cloned()))
    }
}

/// Looks up the session of the cookie for the handlers, and hands on the cookie's next value once a day: a copied
/// cookie gives itself away by being the earlier one.
pub(crate) async fn resume(
    State(users): State<UserManager>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let settings = users.settings();
    let Some(cookie) = cookies::read(&parts.headers, settings, Kind::Session) else {
        return Ok(next.run(Request::from_parts(parts, body)).await);
    };
    let resumed = users.resume(&cookie, &visitor_of(&parts, &users)).await?;
    let Some(resumed) = resumed else {
        return Ok(next.run(Request::from_parts(parts, body)).await);
    };
    let lifetime = resumed.current.session.persistent.then_some(settings.lifetimes.remembered_session);
    parts.extensions.insert(resumed.current);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let renewed =
        resumed.renewed_cookie.filter(|_| !cookies::sets(response.headers(), settings, Kind::Session));
    if let Some(value) = renewed.and_then(|value| cookies::keep(settings, Kind::Session, value, lifetime)) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}
