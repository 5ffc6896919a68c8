//! Taking the account back, after a change of a way in. Opening the link changes nothing: it only takes the token out of the
//! URL.

use poem::http::StatusCode;
use poem::web::{Path, Query as QueryOf};
use poem::{Response, handler};
use user_core::domain::{Notice, Violations};
use user_core::flows::{EmailChangeUndone, LinkError, LinkRefusal, UndoEmailChangeError};
use user_core::views::AddressFormPage;

use super::{Query, link, not_there, refused_status, stale};
use crate::exchange::{Exchange, Posted};
use crate::request::cookies::{LinkKind, Name};
use crate::response::problem::Problem;

/// The link of the mail.
#[handler]
pub(crate) fn open(
    exchange: &Exchange,
    Path(token): Path<String>,
    QueryOf(query): QueryOf<Query>,
) -> Response {
    let page = exchange.path(|paths| &paths.undo_email_change);
    link::take_in(exchange, LinkKind::Undo, &token, &page, &query.next)
}

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let link = exchange.link(LinkKind::Undo, &query.link);
    page(&exchange, link, &query.next, StatusCode::OK, &Violations::none()).await
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.link(LinkKind::Undo, posted.fields.text(link::FIELD));
    undo(&exchange, &posted, link).await
}

#[handler]
pub(crate) async fn submit_linked(
    exchange: Exchange,
    posted: Posted,
    Path(token): Path<String>,
) -> poem::Result<Response> {
    exchange.keep_link(LinkKind::Undo, &token);
    undo(&exchange, &posted, &token).await
}

async fn undo(exchange: &Exchange, posted: &Posted, link: &str) -> poem::Result<Response> {
    let next = posted.fields.text("next");
    if posted.is_stale {
        let violations = stale(exchange);
        let status = refused_status(exchange, &violations)?;
        return page(exchange, link, next, status, &violations).await;
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().undo_email_change(link, &visitor).await {
        Ok(undone) => Ok(done(exchange, &undone, link, next)),
        Err(UndoEmailChangeError::Link(refusal)) => Ok(lead_on(exchange, link, refusal)),
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
        Err(LinkError::Refused(refusal)) => return Ok(lead_on(exchange, link, refusal)),
        Err(LinkError::Failed(error)) => return Err(Problem::from(error).into()),
    };
    let form = exchange.users().forms().undo_email_change().refused(violations);
    let form = link::naming(form.leading_to(exchange.next(next).as_deref()), link);
    Ok(exchange.page(form.name, status, |site| AddressFormPage { site, form, address }).await?)
}

/// On to a new password: until it is set, none opens the account.
fn done(exchange: &Exchange, undone: &EmailChangeUndone, link: &str, next: &str) -> Response {
    exchange.drop_link(LinkKind::Undo, link);
    exchange.remove(Name::Session);
    let key = exchange.keep_link(LinkKind::Reset, &undone.reset_link);
    let page = exchange.path(|paths| &paths.reset_password);
    let to = link::page_for(&page, key, exchange.next(next).as_deref());
    exchange.redirect(&to, Some(&Notice::EmailChangeUndone))
}

fn lead_on(exchange: &Exchange, link: &str, refusal: LinkRefusal) -> Response {
    exchange.drop_link(LinkKind::Undo, link);
    exchange.redirect(&exchange.path(|paths| &paths.sign_in), Some(&link::notice(exchange, refusal)))
}
