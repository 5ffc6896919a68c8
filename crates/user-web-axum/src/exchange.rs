//! One request and the response being made, in the types of Axum.

use std::ops::Deref;

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, StatusCode};
use axum::response::Response;
use serde::Serialize;
use user_core::domain::Notice;
use user_core::views::Site;

use crate::problem::{Problem, Rejection};

/// One request and the response being made: what a page of the app's own needs when it stands in for one of ours, and
/// calls a flow itself. Cheap to clone.
///
/// It tells the flow who asks, keeps the cookies of the user who is signed in, and leads on with something to say. What
/// was posted has passed the anti-forgery check by then; what the form means is the handler's affair.
///
/// ```
/// use axum::Form;
/// use axum::http::StatusCode;
/// use axum::response::Response;
/// use serde_json::json;
/// use user_core::domain::Notice;
/// use user_core::flows::{SignInError, SignInForm};
/// use user_web_axum::{Exchange, Problem};
///
/// #[derive(serde::Deserialize)]
/// struct Typed {
///     name: String,
///     password: String,
///     #[serde(default)]
///     next: String,
/// }
///
/// async fn sign_in(exchange: Exchange, Form(typed): Form<Typed>) -> Result<Response, Problem> {
///     let form = SignInForm { identifier: typed.name, password: typed.password, remember_me: false };
///     let visitor = exchange.visitor().await?;
///     match exchange.users().sign_in(&form, &visitor).await {
///         Ok(admission) => match exchange.admit(&admission, exchange.next(&typed.next).as_deref()) {
///             Some(second_step) => Ok(exchange.redirect(&second_step, None)),
///             None => Ok(exchange.redirect(&exchange.next_or(&typed.next, "/"), Some(&Notice::SIGNED_IN))),
///         },
///         Err(SignInError::Throttled { retry_after }) => Err(Problem::too_many(retry_after)),
///         Err(SignInError::Failed(error)) => Err(error.into()),
///         Err(_) => {
///             let status = StatusCode::UNPROCESSABLE_ENTITY;
///             exchange.page("our-sign-in", status, |site| json!({ "site": site })).await
///         }
///     }
/// }
/// # axum::Router::<()>::new().route("/", axum::routing::post(sign_in));
/// ```
#[derive(Clone)]
pub struct Exchange(pub(crate) user_web::Exchange);

impl Exchange {
    /// A page: the template `pages/<name>.html` with the data that `body` makes from what every page knows. Notices are
    /// shown here, and so are gone.
    pub async fn page<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        body: impl FnOnce(Site) -> T,
    ) -> Result<Response, Problem> {
        Ok(self.0.page(name, status, body).await?.map(Body::from))
    }

    /// On to another page of the site, a path of the app or one as browsers see it, with something to say there. What a
    /// visitor sent about where to go goes through [`next_or`](user_web::Exchange::next_or) before it comes here. A
    /// program that asks for JSON gets a notice of a refusal as a problem document.
    pub fn redirect(&self, to: &str, notice: Option<&Notice>) -> Response {
        self.0.redirect(to, notice).map(Body::from)
    }

    /// A response of the account pages in the types of Axum, for what the methods of [`user_web::Exchange`] answer.
    pub fn respond(&self, response: user_web::Response) -> Response {
        response.map(Body::from)
    }

    pub(crate) fn of(extensions: &Extensions) -> Result<&Self, Rejection> {
        extensions.get().ok_or(Rejection::NotAttached)
    }
}

impl Deref for Exchange {
    type Target = user_web::Exchange;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for Exchange {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Rejection> {
        Self::of(&parts.extensions).cloned()
    }
}
