//! What surrounds every request of an attached site, in the one right order.
//!
//! 1. An exchange begins: cookies, address, language.
//! 2. An unsafe request must come from a form of ours.
//! 3. What was done a moment ago is answered as it was then.
//! 4. The handler runs.
//! 5. Whatever went wrong becomes a page or a problem document.
//! 6. Cookies and headers are added, also to errors.
//! 7. A line for the log of requests is offered.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Endpoint, IntoResponse, PathPattern, Request, Response};
use tracing::Instrument;
use user_core::settings::Settings;

use crate::admission::admit;
use crate::exchange::Exchange;
use crate::guard::TurnedAway;
use crate::once::{self, Turn};
use crate::response::headers;
use crate::response::problem::Problem;
use crate::web::UserWeb;

/// A site with accounts.
pub(crate) struct Attached<E> {
    pub(crate) web: UserWeb,
    pub(crate) site: Arc<E>,
}

impl<E: Endpoint + 'static> Endpoint for Attached<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let settings = self.web.users().settings();
        take_away_base(&mut request, settings);
        let exchange = Exchange::begin(&self.web, &request);
        let admitted = admit(&exchange, &mut request).await.map(|()| request);
        let answering = Answering { site: Arc::clone(&self.site), exchange: exchange.clone() };
        let (route, mut response) = match admitted {
            Ok(request) if exchange.form().is_some() => answering.answer_in_turn(request).await,
            admitted => answering.answer(admitted).await,
        };
        let route = route.or_else(|| exchange.own_route().map(|route| PathPattern(route.into())));
        headers::add_to_all(response.headers_mut(), settings);
        log(&exchange, route.as_ref(), response.status());
        // For a log of the app's own around all of this.
        if let Some(route) = route {
            response.set_data(route);
        }
        Ok(response)
    }
}

/// The path below which the app is reached is no part of its routes, whether the proxy passed it on or not.
fn take_away_base(request: &mut Request, settings: &Settings) {
    let whole = request.uri().path_and_query().map_or("/", |both| both.as_str());
    let inside = settings.inside(whole);
    if inside.len() == whole.len() {
        return;
    }
    let rooted = if inside.starts_with('/') { inside.to_owned() } else { format!("/{inside}") };
    if let Ok(uri) = rooted.parse() {
        *request.uri_mut() = uri;
    }
}

/// What answers one request.
struct Answering<E> {
    site: Arc<E>,
    exchange: Exchange,
}

impl<E> Clone for Answering<E> {
    fn clone(&self) -> Self {
        Self { site: Arc::clone(&self.site), exchange: self.exchange.clone() }
    }
}

/// An answer, and the route that the request reached.
type Answer = (Option<PathPattern>, Response);

/// What comes of an attempt to answer.
enum Attempt {
    Answered(Answer),
    /// Another request does the work: this one waits.
    UnderWay(Box<Request>),
}

impl<E: Endpoint + 'static> Answering<E> {
    /// The answer to a form that somebody may have posted a moment ago. What is begun is done to its end, also when the
    /// browser goes away meanwhile because somebody pressed again; waiting ends with the browser.
    async fn answer_in_turn(&self, mut request: Request) -> Answer {
        let mut place = None;
        for _ in 0..once::PAUSES {
            let attempt = tokio::spawn(self.clone().attempt(request).in_current_span());
            request = match attempt.await {
                Ok(Attempt::Answered(answer)) => return answer,
                Ok(Attempt::UnderWay(request)) => *request,
                Err(_) => return (None, StatusCode::INTERNAL_SERVER_ERROR.into()),
            };
            // Those who wait cost little, and must not be without number.
            place = place.or_else(|| self.exchange.web().may_wait());
            if place.is_none() {
                return self.answer(Err(Problem::too_many(Duration::from_secs(1)))).await;
            }
            once::pause().await;
        }
        self.answer(Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE))).await
    }

    async fn attempt(self, request: Request) -> Attempt {
        match once::turn(&self.exchange).await {
            Ok(Turn::Own) => Attempt::Answered(self.answer(Ok(request)).await),
            Ok(Turn::First) => {
                let (route, response) = self.answer(Ok(request)).await;
                once::settle(&self.exchange, &response).await;
                Attempt::Answered((route, response))
            }
            Ok(Turn::UnderWay) => Attempt::UnderWay(Box::new(request)),
            Ok(Turn::Again(response)) => Attempt::Answered((None, response)),
            Err(problem) => Attempt::Answered(self.answer(Err(problem)).await),
        }
    }

    /// The answer, and the route as it was mounted where it got that far: `/user/reset-password/:token`.
    async fn answer(&self, admitted: Result<Request, Problem>) -> Answer {
        let exchange = &self.exchange;
        let answer = match admitted {
            Ok(request) => self.handle(request).await,
            Err(problem) => Err(problem.into()),
        };
        let route = reached(&answer);
        let mut response = match (exchange.failure(), answer) {
            (Some(failure), _) => exchange.problem(&failure).await,
            (None, Ok(response)) => response,
            (None, Err(error)) => explain(exchange, error).await,
        };
        exchange.record_refusals().await;
        exchange.finish(&mut response);
        (route, response)
    }

    async fn handle(&self, mut request: Request) -> poem::Result<Response> {
        request.set_data(self.exchange.clone());
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

/// The route that a request reached. One that was refused before it got there, or whose handler panicked, has the route
/// of our own page.
fn reached(answer: &poem::Result<Response>) -> Option<PathPattern> {
    match answer {
        Ok(response) => response.data::<PathPattern>().cloned(),
        Err(error) => error.data::<PathPattern>().cloned(),
    }
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
