//! Setting a new password with a mailed link.

use poem::http::StatusCode;
use poem::web::{Path, Query as QueryOf};
use poem::{Response, handler};
use user_core::domain::{Notice, Purpose, Violations};
use user_core::flows::{LinkError, LinkRefusal, PasswordWasReset, ResetPasswordError, ResetPasswordForm};
use user_core::views::FormView;

use super::password_strength::strength;
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
    let page = exchange.path(|paths| &paths.reset_password);
    link::take_in(exchange, Name::ResetLink, &token, &page, &query.next)
}

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ResetLink).unwrap_or_default();
    match exchange.users().check_link(Purpose::ResetPassword, link).await {
        Ok(()) => {
            let form = form(&exchange, &query.next).refused(&Violations::none());
            Ok(form_page(&exchange, StatusCode::OK, form).await?)
        }
        Err(LinkError::Refused(refusal)) => Ok(lead_on(&exchange, refusal)),
        Err(LinkError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ResetLink).unwrap_or_default();
    reset(&exchange, &posted, link).await
}

/// Shown again, the form is at the clean URL: what the visitor sends next carries the link in its cookie.
#[handler]
pub(crate) async fn submit_linked(
    exchange: Exchange,
    posted: Posted,
    Path(token): Path<String>,
) -> poem::Result<Response> {
    exchange.keep_link(Name::ResetLink, &token);
    reset(&exchange, &posted, &token).await
}

async fn reset(exchange: &Exchange, posted: &Posted, link: &str) -> poem::Result<Response> {
    let text = |name| posted.fields.text(name).to_owned();
    let next = posted.fields.text("next");
    let again = |violations, judged| refused(exchange, form(exchange, next).judged(judged), violations);
    if posted.is_stale {
        return Ok(again(stale(), None).await?);
    }
    let typed =
        ResetPasswordForm { new_password: text("new_password"), retype_password: text("retype_password") };
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().reset_password(link, &typed, &visitor).await {
        Ok(reset) => Ok(done(exchange, &reset, next)),
        Err(ResetPasswordError::Invalid(violations)) => {
            Ok(again(violations, strength(exchange, &posted.fields).await?).await?)
        }
        Err(ResetPasswordError::Link(refusal)) => Ok(lead_on(exchange, refusal)),
        Err(ResetPasswordError::Off) => Err(not_there().into()),
        Err(ResetPasswordError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn form(exchange: &Exchange, next: &str) -> FormView {
    exchange.users().forms().reset_password().leading_to(exchange.next(next).as_deref())
}

fn done(exchange: &Exchange, reset: &PasswordWasReset, next: &str) -> Response {
    exchange.remove(Name::ResetLink);
    exchange.keep_device(&reset.device);
    let places = &exchange.settings().destinations;
    let set = places.after_reset_password.clone();
    let usual = match &reset.signed_in {
        Some(signed_in) => {
            exchange.sign_in(signed_in);
            set.unwrap_or_else(|| places.after_sign_in.clone())
        }
        None => set.unwrap_or_else(|| exchange.path(|paths| &paths.sign_in)),
    };
    exchange.redirect(&exchange.next_or(next, &usual), Some(&Notice::PasswordReset))
}

/// A link that leads nowhere: to where another can be had.
fn lead_on(exchange: &Exchange, refusal: LinkRefusal) -> Response {
    exchange.remove(Name::ResetLink);
    exchange.redirect(&exchange.path(|paths| &paths.forgot_password), Some(&link::notice(exchange, refusal)))
}
