//! Taking the account back, after a change of a way in. Opening the link changes nothing: it only takes the token out
//! of the URL.

use std::future::{Ready, ready};

use http::StatusCode;
use user_core::domain::{Notice, Violations};
use user_core::flows::{EmailChangeUndone, LinkError, LinkRefusal, Refusal, UndoEmailChangeError};
use user_core::views::AddressFormPage;

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, refused_status, stale};
use crate::exchange::{Exchange, LINK, Posted, naming_link};
use crate::request::cookies::{LinkKind, Name};
use crate::response::Response;

/// The link of the mail.
fn open(exchange: Exchange, Steps([token]): Steps<1>, query: Query) -> Ready<Answer> {
    let page = exchange.path(|paths| &paths.undo_email_change);
    ready(Ok(exchange.open_link(LinkKind::Undo, &token, &page, &query.next)))
}

async fn show(exchange: Exchange, query: Query) -> Answer {
    let link = exchange.link(LinkKind::Undo, &query.link);
    page(&exchange, link, &query.next, StatusCode::OK, &Violations::none()).await
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let link = exchange.link(LinkKind::Undo, posted.fields.text(LINK));
    undo(&exchange, &posted, link).await
}

async fn submit_linked(exchange: Exchange, posted: Posted, Steps([token]): Steps<1>) -> Answer {
    exchange.keep_link(LinkKind::Undo, &token);
    undo(&exchange, &posted, &token).await
}

async fn undo(exchange: &Exchange, posted: &Posted, link: &str) -> Answer {
    let next = posted.fields.text("next");
    if posted.is_stale {
        let violations = stale(exchange);
        let status = refused_status(exchange, &violations)?;
        return page(exchange, link, next, status, &violations).await;
    }
    let visitor = exchange.visitor().await?;
    match exchange.users().undo_email_change(link, &visitor).await {
        Ok(undone) => Ok(done(exchange, &undone, link, next)),
        Err(UndoEmailChangeError::Link(refusal)) => Ok(lead_on(exchange, link, refusal)),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

async fn page(
    exchange: &Exchange,
    link: &str,
    next: &str,
    status: StatusCode,
    violations: &Violations,
) -> Answer {
    let address = match exchange.users().undone_email(link).await {
        Ok(email) => email.to_string(),
        Err(LinkError::Refused(refusal)) => return Ok(lead_on(exchange, link, refusal)),
        Err(LinkError::Failed(error)) => return Err(error.into()),
    };
    let form = exchange.users().forms().undo_email_change().refused(violations);
    let form = naming_link(form.leading_to(exchange.next(next).as_deref()), link);
    Ok(exchange.page(form.name, status, |site| AddressFormPage { site, form, address }).await?)
}

/// On to a new password: until it is set, none opens the account.
fn done(exchange: &Exchange, undone: &EmailChangeUndone, link: &str, next: &str) -> Response {
    exchange.drop_link(LinkKind::Undo, link);
    exchange.remove(Name::Session);
    let page = exchange.path(|paths| &paths.reset_password);
    let next = exchange.next(next);
    let to = exchange.page_for_link(LinkKind::Reset, &undone.reset_link, &page, next.as_deref());
    exchange.redirect(&to, Some(&Notice::EMAIL_CHANGE_UNDONE))
}

fn lead_on(exchange: &Exchange, link: &str, refusal: LinkRefusal) -> Response {
    exchange.drop_link(LinkKind::Undo, link);
    exchange.redirect(&exchange.path(|paths| &paths.sign_in), Some(&exchange.link_notice(refusal)))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .below(":token", Methods::form(|asked| open.handle(asked), |asked| submit_linked.handle(asked)))
        .about("email");
