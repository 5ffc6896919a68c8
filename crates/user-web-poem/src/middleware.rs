//! What surrounds every request of an attached site, in the one right order.
//!
//! 1. An exchange begins: cookies, address, language.
//! 2. An unsafe request must come from a form of ours.
//! 3. The handler runs.
//! 4. Whatever went wrong becomes a page or a problem document.
//! 5. Cookies and headers are added, also to errors.
//! 6. A line for the log of requests is offered.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Endpoint, IntoResponse, PathPattern, Request, Response};

use crate::admission::admit;
use crate::exchange::Exchange;
use crate::guard::TurnedAway;
use crate::response::headers;
use crate::response::problem::Problem;
use crate::web::UserWeb;

/// A site with accounts.
pub(crate) struct Attached<E> {
    pub(crate) web: UserWeb,
    pub(crate) site: E,
}

impl<E: Endpoint> Endpoint for Attached<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let exchange = Exchange::begin(&self.web, &request);
        let answer = match admit(&exchange, &mut request).await {
            Ok(()) => self.handle(&exchange, request).await,
            Err(problem) => Err(problem.into()),
        };
        let route = route(&exchange, &answer);
        let mut response = match (exchange.failure(), answer) {
            (Some(failure), _) => exchange.problem(&failure).await,
            (None, Ok(response)) => response,
            (None, Err(error)) => explain(&exchange, error).await,
        };
        exchange.record_refusals().await;
        exchange.finish(&mut response);
        headers::add_to_all(response.headers_mut(), exchange.settings().is_https());
        log(&exchange, route.as_ref(), response.status());
        // For a log of the app's own around all of this.
        if let Some(route) = route {
            response.set_data(route);
        }
        Ok(response)
    }
}

impl<E: Endpoint> Attached<E> {
    async fn handle(&self, exchange: &Exchange, mut request: Request) -> poem::Result<Response> {
        request.set_data(exchange.clone());
        let answer = AssertUnwindSafe(self.site.call(request)).catch_unwind().await;
        answer.map_or_else(|_| Err(panicked()), |answer| answer.map(IntoResponse::into_response))
    }
}

fn panicked() -> poem::Error {
    tracing::error!("a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR).into()
}

/// Turns whatever went wrong into something that its reader can use.
async fn explain(exchange: &Exchange, error: poem::Error) -> Response {
    let error = match error.downcast::<TurnedAway>() {
        Ok(away) => return turn_away(exchange, &away).await,
        Err(error) => error,
    };
    let problem = match error.downcast::<Problem>() {
        Ok(problem) => problem,
        Err(error) if error.is_from_response() => return error.into_response(),
        Err(error) => {
            if error.status().is_server_error() {
                tracing::error!(error = %error, "a handler failed");
            }
            Problem::new(error.status())
        }
    };
    let mut response = exchange.problem(&problem).await;
    if let Some(place) = exchange.place().filter(|_| problem.status == StatusCode::METHOD_NOT_ALLOWED) {
        // RFC 9110 §15.5.6 asks for it.
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(place.methods()));
    }
    response
}

async fn turn_away(exchange: &Exchange, away: &TurnedAway) -> Response {
    match exchange.turn_away(away.0) {
        Ok(response) => response,
        Err(problem) => exchange.problem(&problem).await,
    }
}

/// The route as it was mounted: `/user/reset-password/:token`. A request that was refused before it got there, or whose
/// handler panicked, has it where it is for one of our own pages.
fn route(exchange: &Exchange, answer: &poem::Result<Response>) -> Option<PathPattern> {
    let reached = match answer {
        Ok(response) => response.data::<PathPattern>().cloned(),
        Err(error) => error.data::<PathPattern>().cloned(),
    };
    reached.or_else(|| exchange.own_route().map(|route| PathPattern(route.into())))
}

/// A line for each request: the route and never the path, which may hold the token of a link.
fn log(exchange: &Exchange, route: Option<&PathPattern>, status: StatusCode) {
    tracing::debug!(
        target: "user_web_poem::access",
        method = exchange.method().as_str(),
        route = route.map_or("-", |route| &*route.0),
        status = status.as_u16(),
        client = exchange.address().map(tracing::field::display),
        "request"
    );
}
