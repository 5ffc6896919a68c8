//! Setting a new password with a mailed link.

use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use user_core::domain::{Notice, Purpose, Violations};
use user_core::flows::{LinkError, LinkRefusal, PasswordWasReset, ResetPasswordError, ResetPasswordForm};

use super::confirm_email::without_referrer;
use super::{form_page, not_there, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::request::cookies::Name;
use crate::response::problem::Problem;

/// The link of the mail: the token goes into a cookie, and the visitor to a URL without it.
#[handler]
pub(crate) fn open(exchange: &Exchange, Path(token): Path<String>) -> Response {
    exchange.keep_link(Name::ResetLink, &token);
    without_referrer(exchange.redirect(&exchange.path(|paths| &paths.reset_password), None))
}

#[handler]
pub(crate) async fn show(exchange: Exchange) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ResetLink).unwrap_or_default();
    match exchange.users().check_link(Purpose::ResetPassword, link).await {
        Ok(()) => {
            let form = exchange.users().forms().reset_password().refused(&Violations::none());
            Ok(form_page(&exchange, StatusCode::OK, form).await?)
        }
        Err(LinkError::Refused(refusal)) => Ok(lead_on(&exchange, refusal)),
        Err(LinkError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.cookie(Name::ResetLink).unwrap_or_default().to_owned();
    reset(exchange, posted, &link).await
}

#[handler]
pub(crate) async fn submit_linked(
    exchange: Exchange,
    posted: Posted,
    Path(token): Path<String>,
) -> poem::Result<Response> {
    reset(exchange, posted, &token).await
}

async fn reset(exchange: Exchange, posted: Posted, link: &str) -> poem::Result<Response> {
    let again = |violations| refused(&exchange, exchange.users().forms().reset_password(), violations);
    if posted.is_stale {
        return Ok(again(stale()).await?);
    }
    let text = |name| posted.fields.text(name).to_owned();
    let form =
        ResetPasswordForm { new_password: text("new_password"), retype_password: text("retype_password") };
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().reset_password(link, &form, &visitor).await {
        Ok(reset) => Ok(done(&exchange, &reset)),
        Err(ResetPasswordError::Invalid(violations)) => {
            // Shown again under the clean URL: what the visitor sends next carries the link in its cookie.
            exchange.keep_link(Name::ResetLink, link);
            Ok(again(violations).await?)
        }
        Err(ResetPasswordError::Link(refusal)) => Ok(lead_on(&exchange, refusal)),
        Err(ResetPasswordError::Off) => Err(not_there().into()),
        Err(ResetPasswordError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn done(exchange: &Exchange, reset: &PasswordWasReset) -> Response {
    exchange.remove(Name::ResetLink);
    // Whatever session this browser had has ended with all the others.
    exchange.sign_out();
    let places = &exchange.settings().destinations;
    let set = places.after_reset_password.clone();
    let to = match &reset.signed_in {
        Some(signed_in) => {
            exchange.sign_in(signed_in);
            set.unwrap_or_else(|| places.after_sign_in.clone())
        }
        None => set.unwrap_or_else(|| exchange.path(|paths| &paths.sign_in)),
    };
    exchange.redirect(&to, Some(&Notice::PasswordReset))
}

/// A link that leads nowhere: to where another can be had.
fn lead_on(exchange: &Exchange, refusal: LinkRefusal) -> Response {
    exchange.remove(Name::ResetLink);
    let notice = match refusal {
        LinkRefusal::Invalid => Notice::LinkInvalid,
        LinkRefusal::Expired => Notice::LinkExpired,
        LinkRefusal::Used => Notice::LinkUsed,
    };
    exchange.redirect(&exchange.path(|paths| &paths.forgot_password), Some(&notice))
}
