//! Guards: what a route, or a group of routes, asks of a visitor.

use poem::{Endpoint, FromRequest, IntoResponse, Middleware, Request, RequestBody, Response};
use user_core::domain::Requirement;

use crate::exchange::Exchange;
use crate::problem::Problem;

/// Lets only those through who meet `requirement`.
///
/// A browser that does not is sent where it can help itself: to the sign-in page and back again, or to a page that says
/// why not. A form whose sender has to prove the password once more is found again after that, as it was posted. A
/// client that asks for JSON gets a problem document with 401 or 403.
///
/// ```
/// use poem::{EndpointExt, Route, handler};
/// use user_core::domain::Requirement;
/// use user_web_poem::guard;
///
/// #[handler]
/// fn vault() -> &'static str {
///     "the secret sauce"
/// }
///
/// let secret_and_either = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
/// let app = Route::new().at("/vault", vault.with(guard(secret_and_either)));
/// ```
pub const fn guard(requirement: Requirement) -> Guard {
    Guard { requirement }
}

/// The middleware that [`guard`] makes.
#[derive(Clone, Debug)]
pub struct Guard {
    requirement: Requirement,
}

impl<E: Endpoint> Middleware<E> for Guard {
    type Output = Guarded<E>;

    fn transform(&self, endpoint: E) -> Self::Output {
        Guarded { requirement: self.requirement.clone(), endpoint }
    }
}

/// An endpoint behind a guard.
pub struct Guarded<E> {
    requirement: Requirement,
    endpoint: E,
}

impl<E: Endpoint> Endpoint for Guarded<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let exchange = <&Exchange>::from_request(&request, &mut RequestBody::default()).await?;
        exchange.demand(&self.requirement).await.map_err(Problem::from)?;
        self.endpoint.call(request).await.map(IntoResponse::into_response)
    }
}
