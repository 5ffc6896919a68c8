//! Who asks: what every flow is told of a request.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, AsHeaderName, USER_AGENT};
use axum::http::request::Parts;
use user_core::UserManager;
use user_core::flows::Visitor;

use crate::address::address_of;
use crate::cookies::{self, Kind};

/// The visitor of a request, as an argument of a handler.
pub(crate) struct From(pub(crate) Visitor);

impl FromRequestParts<UserManager> for From {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, users: &UserManager) -> Result<Self, Infallible> {
        Ok(Self(visitor_of(parts, users)))
    }
}

pub(crate) fn visitor_of(parts: &Parts, users: &UserManager) -> Visitor {
    let settings = users.settings();
    let cookie = |kind| cookies::read(&parts.headers, settings, kind);
    Visitor {
        address: address_of(parts, settings),
        user_agent: header(parts, USER_AGENT).map(str::to_owned),
        locale: users.locale_for(None, None, header(parts, ACCEPT_LANGUAGE).unwrap_or_default()),
        device: cookie(Kind::Device),
        mark: cookie(Kind::Registration),
        browser: cookie(Kind::Browser),
        trusted: None,
        session: cookie(Kind::Session).and_then(|cookie| users.session_id(&cookie)),
    }
}

fn header(parts: &Parts, name: impl AsHeaderName) -> Option<&str> {
    parts.headers.get(name)?.to_str().ok()
}
