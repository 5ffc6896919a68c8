//! What surrounds every request of an attached site, in the one right order.
//!
//! 1. An exchange begins: cookies, address, language.
//! 2. An unsafe request must come from a form of ours.
//! 3. The handler runs.
//! 4. Whatever went wrong becomes a page or a problem document.
//! 5. Cookies and headers are added, also to errors.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use poem::http::StatusCode;
use poem::{Endpoint, IntoResponse, Request, Response};

use crate::exchange::{Exchange, Posted};
use crate::guard::TurnedAway;
use crate::request::cookies::Name;
use crate::request::form::{FORM_MAX, Fields, is_form, read_body};
use crate::request::origin::{is_foreign, is_unsafe};
use crate::response::headers;
use crate::response::problem::Problem;
use crate::web::UserWeb;

/// A form of the app's own may be longer than ours.
const APP_FORM_MAX: usize = 1024 * 1024;

/// A site with accounts.
pub(crate) struct Attached<E> {
    pub(crate) web: UserWeb,
    pub(crate) site: E,
}

impl<E: Endpoint> Endpoint for Attached<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let exchange = Exchange::begin(&self.web, &request);
        let mut response = match admit(&exchange, &mut request).await {
            Ok(()) => {
                request.set_data(exchange.clone());
                let answer = AssertUnwindSafe(self.site.call(request)).catch_unwind().await;
                answer.map_or_else(|_| Err(panicked()), |answer| answer.map(IntoResponse::into_response))
            }
            Err(problem) => Err(problem.into()),
        }
        .unwrap_or_else(|error| explain(&exchange, error));
        if let Some(failure) = exchange.failure() {
            response = exchange.problem(&failure);
        }
        exchange.finish(&mut response);
        headers::add_to_all(response.headers_mut(), exchange.settings().is_https());
        Ok(response)
    }
}

/// Lets a request in that is safe, or comes from a form of this site.
async fn admit(exchange: &Exchange, request: &mut Request) -> Result<(), Problem> {
    if !is_unsafe(request.method()) {
        return Ok(());
    }
    let forged = || Problem::named(StatusCode::FORBIDDEN, "csrf");
    if is_foreign(request.headers(), exchange.web().base()) {
        return Err(forged());
    }
    let ours = exchange.web().is_ours(request.uri().path());
    let in_header = request.header("x-csrf-token").is_some_and(|token| exchange.is_our_form(token));
    if !is_form(request.headers()) {
        // Nothing but our own pages, or a browser that is signed in, can be tricked into anything.
        let exposed = ours || exchange.cookie(Name::Session).is_some();
        return match exposed && !in_header {
            true if ours => Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
            true => Err(forged()),
            false => Ok(()),
        };
    }
    let bytes = read_body(request, if ours { FORM_MAX } else { APP_FORM_MAX }).await?;
    let fields = Fields::parse(&bytes)?;
    let is_stale = !in_header && !exchange.is_our_form(fields.text("csrf_token"));
    if is_stale && !ours {
        return Err(forged());
    }
    request.set_data(Posted { fields, is_stale });
    Ok(())
}

fn panicked() -> poem::Error {
    tracing::error!("a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR).into()
}

/// Turns whatever went wrong into something that its reader can use.
fn explain(exchange: &Exchange, error: poem::Error) -> Response {
    let error = match error.downcast::<TurnedAway>() {
        Ok(away) => return exchange.turn_away(away.0).unwrap_or_else(|problem| exchange.problem(&problem)),
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
    exchange.problem(&problem)
}
