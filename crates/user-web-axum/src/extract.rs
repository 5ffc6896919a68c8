//! What a handler may ask for: who is signed in, and a token for a form.

use std::fmt;
use std::ops::Deref;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use user_core::domain::Unmet;
use user_web::Refused;

use crate::exchange::Exchange;
use crate::problem::{Problem, Rejection};

/// The user who is signed in. As an argument it demands a sign-in, like a guard; as `Option<CurrentUser>` it does not.
/// Nobody is looked up for a visitor without a session cookie of ours. A store that does not answer is a 503 in both
/// cases.
///
/// ```
/// use user_web_axum::CurrentUser;
///
/// async fn members(current: CurrentUser) -> String {
///     format!("Hello {}", current.user().display_name())
/// }
///
/// async fn home(current: Option<CurrentUser>) -> String {
///     current.map_or("Hello stranger".to_owned(), |current| format!("Hello {}", current.user().display_name()))
/// }
/// # use axum::{Router, routing::get};
/// # Router::<()>::new().route("/members", get(members)).route("/", get(home));
/// ```
#[derive(Clone, Debug)]
pub struct CurrentUser(user_web::CurrentUser);

impl Deref for CurrentUser {
    type Target = user_web::CurrentUser;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for CurrentUser {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        let found = <Self as OptionalFromRequestParts<S>>::from_request_parts(parts, state).await?;
        found.ok_or_else(|| Problem::from(Refused::from(Unmet::NotSignedIn)).into())
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for CurrentUser {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Option<Self>, Rejection> {
        let current = Exchange::of(&parts.extensions)?.current_user().await.map_err(Problem::from)?;
        Ok(current.map(Self))
    }
}

/// The anti-forgery token of this visitor, for the app's own forms: in a hidden field named `csrf_token`. What is not
/// such a form, a file or JSON, carries it in the header `X-CSRF-Token`. (Pages made with
/// [`UserWeb::page`](crate::UserWeb::page) find it as `site.csrf_token`.)
///
/// ```
/// use axum::response::Html;
/// use user_web_axum::CsrfToken;
///
/// async fn comment(token: CsrfToken) -> Html<String> {
///     Html(format!(
///         r#"<form method="post"><input type="hidden" name="csrf_token" value="{token}"><button>Send</button></form>"#
///     ))
/// }
/// # axum::Router::<()>::new().route("/", axum::routing::get(comment));
/// ```
#[derive(Clone)]
pub struct CsrfToken(String);

impl CsrfToken {
    /// The token: letters, digits, `-` and `_`, which need no escaping anywhere.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfToken(…)")
    }
}

impl<S: Sync> FromRequestParts<S> for CsrfToken {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Rejection> {
        Ok(Self(Exchange::of(&parts.extensions)?.csrf_token()))
    }
}
