//! What a page answers that does not do what it was asked: the form again, a problem, or the way past it.

use std::time::Duration;

use crate::response::Response;
use http::{StatusCode, header};
use user_core::domain::{Field, Violation, Violations};
use user_core::flows::Refusal;
use user_core::views::FormView;

use super::form_page;
use super::mount::Answer;
use crate::exchange::Exchange;
use crate::refused::Refused;
use crate::response::problem::Problem;

/// Answers the refusal of a flow: a form that was not right, or came too often, by showing it `again`, everything else
/// alike on all pages.
pub(crate) async fn refuse<R, F, E>(refusal: R, again: impl FnOnce(Violations) -> F) -> Answer
where
    R: Into<Refusal>,
    F: Future<Output = Result<Response, E>>,
    Refused: From<E>,
{
    match refusal.into() {
        Refusal::Invalid(violations) => Ok(again(violations).await?),
        Refusal::Throttled { retry_after } => {
            let seconds = Problem::too_many(retry_after).seconds().unwrap_or(1);
            let mut response = again(Violations::one(Field::Form, Violation::Throttled { seconds })).await?;
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            Ok(response)
        }
        refusal => Err(refusal.into()),
    }
}

/// The form again, with what was wrong; for a client that reads no pages, a problem document.
pub(crate) async fn refused(
    exchange: &Exchange,
    form: FormView,
    violations: Violations,
) -> Result<Response, Problem> {
    let status = refused_status(exchange, &violations)?;
    form_page(exchange, status, form.refused(&violations)).await
}

/// The status of a form that is shown again; for a client that reads no pages, a problem document.
pub(crate) fn refused_status(exchange: &Exchange, violations: &Violations) -> Result<StatusCode, Problem> {
    let wait = violations.of(Field::Form).find_map(|violation| match violation {
        Violation::Throttled { seconds } => Some(Duration::from_secs(*seconds)),
        _ => None,
    });
    if let Some(wait) = wait {
        // What comes of it is not kept: the same form is good when the time is over.
        let problem = Problem::too_many(wait);
        return if exchange.wants_json() { Err(problem) } else { Ok(problem.status) };
    }
    exchange.note_refused_with(violations);
    let refusal = violations.of(Field::Form).find_map(|violation| match violation {
        Violation::Expired | Violation::OtherAccount { .. } => Some("csrf"),
        Violation::NoCookies => Some("cookies"),
        _ => None,
    });
    let status = refusal.map_or(StatusCode::UNPROCESSABLE_ENTITY, |_| StatusCode::FORBIDDEN);
    if exchange.wants_json() {
        let problem = refusal.map_or_else(|| Problem::new(status), |name| Problem::named(status, name));
        return Err(Problem { violations: violations.clone(), ..problem });
    }
    Ok(status)
}

/// The form was open for too long, or in another session, or comes from a browser that keeps no cookies: shown again
/// with what was typed, to be sent once more. Or another user filled it in, or the very same was refused a moment ago:
/// it says that.
pub(crate) fn stale(exchange: &Exchange) -> Violations {
    if let Some(violations) = exchange.shown_with() {
        return violations.clone();
    }
    let why = if exchange.has_cookies() { Violation::Expired } else { Violation::NoCookies };
    Violations::one(Field::Form, why)
}

/// A form that is not shown again was open for too long, or in another session, or comes from elsewhere.
pub(crate) fn forged(exchange: &Exchange) -> Problem {
    let name = if exchange.has_cookies() { "csrf" } else { "cookies" };
    Problem::named(StatusCode::FORBIDDEN, name)
}

/// A page that is not there.
pub(crate) fn not_there() -> Problem {
    Problem::new(StatusCode::NOT_FOUND)
}
