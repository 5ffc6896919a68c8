//! Confirming an address. Opening the link changes nothing: it only takes the token out of the URL.

use poem::http::{HeaderValue, StatusCode, header};
use poem::web::Path;
use poem::{Response, handler};
use user_core::domain::{Notice, Purpose};
use user_core::flows::{ConfirmEmailError, LinkError, LinkRefusal};

use super::{form_page, not_there, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::request::cookies::Name;
use crate::response::problem::Problem;

/// The link of the mail: the token goes into a cookie, and the visitor to a URL without it.
#[handler]
pub(crate) fn open(exchange: &Exchange, Path(token): Path<String>) -> Response {
    exchange.keep_link(Name::ConfirmLink, &token);
    without_referrer(exchange.redirect(&exchange.path(|paths| &paths.confirm_email), None))
}

/// The URL that held a token must not be told to the next page.
pub(super) fn without_referrer(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

#[handler]
pub(crate) async fn show(exchange: Exchange) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ConfirmLink).unwrap_or_default();
    match exchange.users().check_link(Purpose::ConfirmEmail, link).await {
        Ok(()) => Ok(form_page(&exchange, StatusCode::OK, exchange.users().forms().confirm_email()).await?),
        Err(LinkError::Refused(refusal)) => Ok(lead_on(&exchange, refusal)),
        Err(LinkError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ConfirmLink).unwrap_or_default().to_owned();
    confirm(exchange, posted, &link).await
}

#[handler]
pub(crate) async fn submit_linked(
    exchange: Exchange,
    posted: Posted,
    Path(token): Path<String>,
) -> poem::Result<Response> {
    confirm(exchange, posted, &token).await
}

async fn confirm(exchange: Exchange, posted: Posted, link: &str) -> poem::Result<Response> {
    if posted.is_stale {
        return Ok(refused(&exchange, exchange.users().forms().confirm_email(), stale()).await?);
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    let confirmed = exchange.users().confirm_email(link, exchange.cookie(Name::Registered), &visitor).await;
    match confirmed {
        Ok(confirmed) => {
            exchange.remove(Name::ConfirmLink);
            if let Some(signed_in) = &confirmed.signed_in {
                exchange.sign_in(signed_in);
            }
            let signed_in =
                confirmed.signed_in.is_some() || exchange.current().await.is_ok_and(|c| c.is_some());
            Ok(exchange.redirect(&after(&exchange, signed_in), Some(&Notice::EmailConfirmed)))
        }
        Err(ConfirmEmailError::Link(refusal)) => Ok(lead_on(&exchange, refusal)),
        Err(ConfirmEmailError::Off) => Err(not_there().into()),
        Err(ConfirmEmailError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn after(exchange: &Exchange, signed_in: bool) -> String {
    let set = exchange.settings().destinations.after_confirm_email.clone();
    let sign_in = || exchange.path(|paths| &paths.sign_in);
    set.unwrap_or_else(|| {
        if signed_in { exchange.settings().destinations.after_sign_in.clone() } else { sign_in() }
    })
}

/// A link that leads nowhere: to where another can be had, or, when it did its work already, to sign in.
fn lead_on(exchange: &Exchange, refusal: LinkRefusal) -> Response {
    exchange.remove(Name::ConfirmLink);
    let resend = exchange.path(|paths| &paths.resend_confirm_email);
    match refusal {
        LinkRefusal::Invalid => exchange.redirect(&resend, Some(&Notice::LinkInvalid)),
        LinkRefusal::Expired => exchange.redirect(&resend, Some(&Notice::LinkExpired)),
        LinkRefusal::Used => {
            exchange.redirect(&exchange.path(|paths| &paths.sign_in), Some(&Notice::LinkUsed))
        }
    }
}
