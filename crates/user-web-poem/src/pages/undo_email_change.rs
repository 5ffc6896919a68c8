//! Taking back a change of the primary address. Opening the link changes nothing: it only takes the token out of the
//! URL.

use poem::http::StatusCode;
use poem::web::{Path, Query as QueryOf};
use poem::{Response, handler};
use user_core::domain::{Notice, Violations};
use user_core::flows::{EmailChangeUndone, LinkError, LinkRefusal, UndoEmailChangeError};
use user_core::views::AddressFormPage;

use super::{Query, link, not_there, refused_status, stale};
use crate::exchange::{Exchange, Posted};
use crate::request::cookies::Name;
use crate::response::problem::Problem;

/// The link of the mail.
#[handler]
pub(crate) fn open(
    exchange: &Exchange,
    Path(token): Path<String>,
    QueryOf(query): QueryOf<Query>,
) -> Response {
    let page = exchange.path(|paths| &paths.undo_email_change);
    link::take_in(exchange, Name::UndoLink, &token, &page, &query.next)
}

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let link = exchange.cookie(Name::UndoLink).unwrap_or_default();
    page(&exchange, link, &query.next, StatusCode::OK, &Violations::none()).await
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.cookie(Name::UndoLink).unwrap_or_default();
    undo(&exchange, &posted, link).await
}

#[handler]
pub(crate) async fn submit_linked(
    exchange: Exchange,
    posted: Posted,
    Path(token): Path<String>,
) -> poem::Result<Response> {
    exchange.keep_link(Name::UndoLink, &token);
    undo(&exchange, &posted, &token).await
}

async fn undo(exchange: &Exchange, posted: &Posted, link: &str) -> poem::Result<Response> {
    let next = posted.fields.text("next");
    if posted.is_stale {
        let violations = stale();
        let status = refused_status(exchange, &violations)?;
        return page(exchange, link, next, status, &violations).await;
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().undo_email_change(link, &visitor).await {
        Ok(undone) => Ok(done(exchange, &undone, next)),
        Err(UndoEmailChangeError::Link(refusal)) => Ok(lead_on(exchange, refusal)),
        Err(UndoEmailChangeError::Off) => Err(not_there().into()),
        Err(UndoEmailChangeError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

async fn page(
    exchange: &Exchange,
    link: &str,
    next: &str,
    status: StatusCode,
    violations: &Violations,
) -> poem::Result<Response> {
    let address = match exchange.users().undone_email(link).await {
        Ok(email) => email.to_string(),
        Err(LinkError::Refused(refusal)) => return Ok(lead_on(exchange, refusal)),
        Err(LinkError::Failed(error)) => return Err(Problem::from(error).into()),
    };
    let form = exchange.users().forms().undo_email_change().refused(violations);
    let form = form.leading_to(exchange.next(next).as_deref());
    Ok(exchange.page(form.name, status, |site| AddressFormPage { site, form, address }).await?)
}

/// On to a new password, for whoever took the address may know the old one.
fn done(exchange: &Exchange, undone: &EmailChangeUndone, next: &str) -> Response {
    exchange.remove(Name::UndoLink);
    exchange.remove(Name::Session);
    let to = match &undone.reset_link {
        Some(link) => {
            exchange.keep_link(Name::ResetLink, link);
            exchange.path(|paths| &paths.reset_password)
        }
        None => exchange.path(|paths| &paths.sign_in),
    };
    exchange
        .redirect(&link::leading_to(&to, exchange.next(next).as_deref()), Some(&Notice::EmailChangeUndone))
}

fn lead_on(exchange: &Exchange, refusal: LinkRefusal) -> Response {
    exchange.remove(Name::UndoLink);
    exchange.redirect(&exchange.path(|paths| &paths.sign_in), Some(&link::notice(exchange, refusal)))
}
