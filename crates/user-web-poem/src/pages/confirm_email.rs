//! Confirming an address. Opening the link changes nothing: it only takes the token out of the URL.

use poem::http::StatusCode;
use poem::web::{Path, Query as QueryOf};
use poem::{Response, handler};
use user_core::domain::{Notice, Purpose};
use user_core::flows::{ConfirmEmailError, EmailConfirmed, LinkError, LinkRefusal};
use user_core::views::FormView;

use super::{Query, form_page, link, not_there, refused, stale};
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
    let page = exchange.path(|paths| &paths.confirm_email);
    link::take_in(exchange, Name::ConfirmLink, &token, &page, &query.next)
}

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ConfirmLink).unwrap_or_default();
    match exchange.users().check_link(Purpose::ConfirmEmail, link).await {
        Ok(()) => Ok(form_page(&exchange, StatusCode::OK, form(&exchange, &query.next)).await?),
        Err(LinkError::Refused(refusal)) => Ok(lead_on(&exchange, refusal)),
        Err(LinkError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ConfirmLink).unwrap_or_default();
    confirm(&exchange, &posted, link).await
}

#[handler]
pub(crate) async fn submit_linked(
    exchange: Exchange,
    posted: Posted,
    Path(token): Path<String>,
) -> poem::Result<Response> {
    exchange.keep_link(Name::ConfirmLink, &token);
    confirm(&exchange, &posted, &token).await
}

async fn confirm(exchange: &Exchange, posted: &Posted, link: &str) -> poem::Result<Response> {
    let next = posted.fields.text("next");
    if posted.is_stale {
        return Ok(refused(exchange, form(exchange, next), stale()).await?);
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    let mark = exchange.cookie(Name::Registered);
    match exchange.users().confirm_email(link, mark, &visitor).await {
        Ok(confirmed) => Ok(done(exchange, &confirmed, next).await),
        Err(ConfirmEmailError::Link(refusal)) => Ok(lead_on(exchange, refusal)),
        Err(ConfirmEmailError::Off) => Err(not_there().into()),
        Err(ConfirmEmailError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn form(exchange: &Exchange, next: &str) -> FormView {
    exchange.users().forms().confirm_email().leading_to(exchange.next(next).as_deref())
}

async fn done(exchange: &Exchange, confirmed: &EmailConfirmed, next: &str) -> Response {
    exchange.remove(Name::ConfirmLink);
    let user = if let Some(signed_in) = &confirmed.signed_in {
        exchange.sign_in(signed_in);
        Some(signed_in.session.user_id)
    } else {
        exchange.current().await.ok().flatten().map(|current| current.user.id)
    };
    let places = &exchange.settings().destinations;
    let usual = places.after_confirm_email.clone().unwrap_or_else(|| {
        if user.is_some() { places.after_sign_in.clone() } else { exchange.path(|paths| &paths.sign_in) }
    });
    // Not signed in, the visitor would only be sent to sign in.
    let wanted = exchange.take_wanted(user);
    exchange.redirect(&exchange.next_or(next, &wanted.unwrap_or(usual)), Some(&Notice::EmailConfirmed))
}

/// A link that leads nowhere: to where another can be had, or, when it did its work already, to sign in.
fn lead_on(exchange: &Exchange, refusal: LinkRefusal) -> Response {
    exchange.remove(Name::ConfirmLink);
    let to = match refusal {
        LinkRefusal::Used => exchange.path(|paths| &paths.sign_in),
        LinkRefusal::Invalid | LinkRefusal::Expired => exchange.path(|paths| &paths.resend_confirm_email),
    };
    exchange.redirect(&to, Some(&link::notice(exchange, refusal)))
}
