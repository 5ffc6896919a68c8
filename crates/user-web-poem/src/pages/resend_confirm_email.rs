//! Asking for another confirmation mail.

use poem::http::StatusCode;
use poem::{Response, handler};
use user_core::domain::{Notice, Violations};
use user_core::flows::{ResendConfirmEmailError, ResendConfirmEmailForm};
use user_core::views::Typed;

use super::{form_page, not_there, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn show(exchange: Exchange) -> poem::Result<Response> {
    let form = exchange.users().forms().resend_confirm_email(&Typed::default()).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let email = posted.fields.text("email").to_owned();
    let typed = Typed { email: email.clone(), ..Typed::default() };
    let again =
        |violations| refused(&exchange, exchange.users().forms().resend_confirm_email(&typed), violations);
    if posted.is_stale {
        return Ok(again(stale()).await?);
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().resend_confirm_email(&ResendConfirmEmailForm { email }, &visitor).await {
        Ok(()) => {
            let set = exchange.settings().destinations.after_resend_confirm_email.clone();
            let to = set.unwrap_or_else(|| exchange.path(|paths| &paths.sign_in));
            Ok(exchange.redirect(&to, Some(&Notice::ConfirmationSent)))
        }
        Err(ResendConfirmEmailError::Invalid(violations)) => Ok(again(violations).await?),
        Err(ResendConfirmEmailError::Off) => Err(not_there().into()),
        Err(ResendConfirmEmailError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(ResendConfirmEmailError::Failed(error)) => Err(Problem::from(error).into()),
    }
}
