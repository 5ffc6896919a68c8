//! Guards: what a route, or a group of routes, asks of a visitor.

use std::mem;
use std::task::{Context, Poll};

use axum::http::Request;
use axum::response::{IntoResponse, Response};
use futures_util::future::BoxFuture;
use tower::{Layer, Service};
use user_core::domain::Requirement;

use crate::exchange::Exchange;
use crate::problem::{Problem, Rejection};

/// Lets only those through who meet `requirement`.
///
/// A browser that does not is sent where it can help itself: to the sign-in page and back again, or to a page that
/// says why not. A form whose sender has to prove the password once more is found again after that, as it was posted. A
/// client that asks for JSON gets a problem document with 401 or 403.
///
/// ```
/// use axum::{Router, routing::get};
/// use user_core::domain::Requirement;
/// use user_web_axum::guard;
///
/// async fn vault() -> &'static str {
///     "the secret sauce"
/// }
///
/// let secret_and_either = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
/// let app: Router = Router::new().route("/vault", get(vault).layer(guard(secret_and_either)));
/// ```
pub const fn guard(requirement: Requirement) -> Guard {
    Guard { requirement }
}

/// The layer that [`guard`] makes.
#[derive(Clone, Debug)]
pub struct Guard {
    requirement: Requirement,
}

impl<S> Layer<S> for Guard {
    type Service = Guarded<S>;

    fn layer(&self, inner: S) -> Guarded<S> {
        Guarded { requirement: self.requirement.clone(), inner }
    }
}

/// A service behind a guard.
#[derive(Clone, Debug)]
pub struct Guarded<S> {
    requirement: Requirement,
    inner: S,
}

impl<S, B> Service<Request<B>> for Guarded<S>
where
    S: Service<Request<B>> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
    B: Send + 'static,
{
    type Response = Response;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Response, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The one that is ready answers; its clone may not be.
        let next = self.inner.clone();
        let mut inner = mem::replace(&mut self.inner, next);
        let requirement = self.requirement.clone();
        Box::pin(async move {
            let exchange = Exchange::of(request.extensions()).cloned();
            match lets_in(exchange, &requirement).await {
                Ok(()) => inner.call(request).await.map(IntoResponse::into_response),
                Err(rejection) => Ok(rejection.into_response()),
            }
        })
    }
}

async fn lets_in(exchange: Result<Exchange, Rejection>, requirement: &Requirement) -> Result<(), Rejection> {
    Ok(exchange?.demand(requirement).await.map_err(Problem::from)?)
}
