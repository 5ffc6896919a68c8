//! What surrounds every request of an attached site, in the one right order.
//!
//! 1. An exchange begins: cookies, address, language.
//! 2. An unsafe request must come from a form of ours.
//! 3. What was done a moment ago is answered as it was then.
//! 4. A page of ours answers, or the app.
//! 5. Whatever went wrong becomes a page or a problem document.
//! 6. Cookies and headers are added, also to errors.
//! 7. A line for the log of requests is offered.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt;
use http::{Method, StatusCode, header};
use tracing::Instrument;
use user_core::domain::Unmet;
use user_core::settings::Settings;

use crate::admission::admit;
use crate::exchange::Exchange;
use crate::incoming::{Answered, Incoming, Reply};
use crate::once::{self, Turn};
use crate::pages::mount::{Answer, Asked, Door, Place};
use crate::refused::Refused;
use crate::response::problem::Problem;
use crate::response::{Response, headers};
use crate::web::UserWeb;

impl UserWeb {
    /// Answers a request: with an account page, or with what `app` makes of it, and puts around both what they need.
    ///
    /// A request that may change something reaches the app only if it comes from a form of this site, or from no browser
    /// at all. `app` gets the request and its exchange, which extractors and guards take who asks from.
    pub async fn answer<R, B, F>(&self, mut request: R, app: impl FnOnce(R, Exchange) -> F) -> Answered<B>
    where
        R: Incoming,
        B: From<Bytes>,
        F: Future<Output = Reply<B>>,
    {
        let settings = self.users().settings();
        take_away_base(&mut request, settings);
        let exchange = Exchange::begin(self, &request.head());
        let admitted = match exchange.choose_session().await {
            Ok(()) => admit(&exchange, &mut request).await,
            Err(error) => Err(error.into()),
        };
        let (route, mut response) = match (admitted, exchange.place()) {
            (Err(problem), _) => (None, close(&exchange, Err(problem.into())).await),
            (Ok(posted), Some(place)) => {
                let asked = Asked::new(&exchange, place, &request.head(), posted);
                (None, answer_of_ours(&exchange, place, asked).await.map(B::from))
            }
            (Ok(_), None) => {
                let reply = AssertUnwindSafe(app(request, exchange.clone())).catch_unwind().await;
                let Reply { route, outcome } =
                    reply.unwrap_or_else(|_| Reply { route: None, outcome: Err(panicked()) });
                (route, close(&exchange, outcome).await)
            }
        };
        let route = route.or_else(|| exchange.place().map(|place| Arc::clone(place.route())));
        headers::add_to_all(response.headers_mut(), settings);
        log(&exchange, route.as_deref(), response.status());
        Answered { route, response }
    }
}

/// The path below which the app is reached is no part of its routes, whether the proxy passed it on or not.
fn take_away_base(request: &mut impl Incoming, settings: &Settings) {
    let whole = request.head().uri.path_and_query().map_or("/", |both| both.as_str());
    let inside = settings.inside(whole);
    if inside.len() == whole.len() {
        return;
    }
    let rooted = if inside.starts_with('/') { inside.to_owned() } else { format!("/{inside}") };
    if let Ok(uri) = rooted.parse() {
        request.set_uri(uri);
    }
}

async fn answer_of_ours(exchange: &Exchange, place: &Place, asked: Asked) -> Response {
    if exchange.form().is_some() {
        in_turn(exchange, place, asked).await
    } else {
        close(exchange, handle(exchange, place, asked).await).await
    }
}

async fn handle(exchange: &Exchange, place: &Place, asked: Asked) -> Answer {
    enter(exchange, place.mount().door, &asked).await?;
    let Some(endpoint) = place.endpoint(exchange.method()) else {
        return Err(Problem::new(StatusCode::METHOD_NOT_ALLOWED).into());
    };
    let answer = AssertUnwindSafe(endpoint(asked)).catch_unwind().await.unwrap_or_else(|_| Err(panicked()));
    let without_body = |response: Response| response.map(|_| Bytes::new());
    if *exchange.method() == Method::HEAD { answer.map(without_body) } else { answer }
}

/// Whether a page of ours lets this request in.
async fn enter(exchange: &Exchange, door: Door, asked: &Asked) -> Result<(), Refused> {
    match door {
        Door::Open => Ok(()),
        // Not by way of a guard: who must set up a second factor does that on these pages.
        Door::SignedIn if exchange.current().await?.is_some() => Ok(()),
        Door::SignedIn => Err(Unmet::NotSignedIn.into()),
        // A page of somebody else's must not read the mails through the browser of whoever develops here.
        Door::Here if asked.is_here => Ok(()),
        Door::Here => Err(Problem::new(StatusCode::NOT_FOUND).into()),
    }
}

/// What comes of an attempt to answer a form.
enum Attempt {
    Answered(Response),
    /// Another request does the work: this one waits.
    UnderWay(Box<Asked>),
}

/// The answer to a form that somebody may have posted a moment ago. What is begun is done to its end, also when the
/// browser goes away meanwhile because somebody pressed again; waiting ends with the browser.
async fn in_turn(exchange: &Exchange, place: &Place, mut asked: Asked) -> Response {
    let mut seat = None;
    for _ in 0..once::PAUSES {
        let attempt = attempt(exchange.clone(), place.clone(), asked);
        asked = match tokio::spawn(attempt.in_current_span()).await {
            Ok(Attempt::Answered(response)) => return response,
            Ok(Attempt::UnderWay(asked)) => *asked,
            Err(_) => return crate::response::response(StatusCode::INTERNAL_SERVER_ERROR, [], ""),
        };
        // Those who wait cost little, and must not be without number.
        seat = seat.or_else(|| exchange.web().may_wait());
        if seat.is_none() {
            return close(exchange, Err(Problem::too_many(Duration::from_secs(1)).into())).await;
        }
        once::pause().await;
    }
    close(exchange, Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE).into())).await
}

async fn attempt(exchange: Exchange, place: Place, mut asked: Asked) -> Attempt {
    match once::turn(&exchange).await {
        Ok(Turn::Own) => Attempt::Answered(close(&exchange, handle(&exchange, &place, asked).await).await),
        Ok(Turn::First) => {
            let response = close(&exchange, handle(&exchange, &place, asked).await).await;
            once::settle(&exchange, &response).await;
            Attempt::Answered(response)
        }
        Ok(Turn::UnderWay) => Attempt::UnderWay(Box::new(asked)),
        Ok(Turn::Refused(violations)) => {
            exchange.show_with(violations);
            asked.show_again();
            Attempt::Answered(close(&exchange, handle(&exchange, &place, asked).await).await)
        }
        Ok(Turn::Again(response)) => Attempt::Answered(response),
        Err(problem) => Attempt::Answered(close(&exchange, Err(problem.into())).await),
    }
}

/// The response to an outcome, with the cookies of the exchange.
async fn close<B: From<Bytes>>(
    exchange: &Exchange,
    outcome: Result<http::Response<B>, Refused>,
) -> http::Response<B> {
    let mut response = match (exchange.failure(), outcome) {
        (Some(failure), _) => exchange.problem(&failure).await.map(B::from),
        (None, Ok(response)) => response,
        (None, Err(refused)) => explain(exchange, refused).await.map(B::from),
    };
    exchange.record_refusals().await;
    exchange.finish(response.headers_mut());
    response
}

fn panicked() -> Refused {
    tracing::error!("a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR).into()
}

/// Turns whatever went wrong into something that its reader can use.
async fn explain(exchange: &Exchange, refused: Refused) -> Response {
    let problem = match refused {
        Refused::Problem(problem) => problem,
        Refused::Unmet(unmet) => match exchange.turn_away(unmet).await {
            Ok(response) => return response,
            Err(problem) => problem,
        },
    };
    let mut response = exchange.problem(&problem).await;
    if let Some(place) = exchange.place().filter(|_| problem.status == StatusCode::METHOD_NOT_ALLOWED) {
        // RFC 9110 §15.5.6 asks for it.
        response.headers_mut().insert(header::ALLOW, place.allow());
    }
    response
}

/// A line for each request: the route and never the path, which may hold the token of a link.
fn log(exchange: &Exchange, route: Option<&str>, status: StatusCode) {
    tracing::debug!(
        target: "user_web::access",
        method = exchange.method().as_str(),
        route = route.unwrap_or("-"),
        status = status.as_u16(),
        client = exchange.address().map(tracing::field::display),
        "request"
    );
}
