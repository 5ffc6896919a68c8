//! Asking for a link to reset the password.

use poem::http::StatusCode;
use poem::{Response, handler};
use user_core::domain::{Notice, Violations};
use user_core::flows::{ForgotPasswordError, ForgotPasswordForm};
use user_core::views::Typed;

use super::{form_page, not_there, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn show(exchange: Exchange) -> poem::Result<Response> {
    let form = exchange.users().forms().forgot_password(&Typed::default()).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let email = posted.fields.text("email").to_owned();
    let typed = Typed { email: email.clone(), ..Typed::default() };
    let again = |violations| refused(&exchange, exchange.users().forms().forgot_password(&typed), violations);
    if posted.is_stale {
        return Ok(again(stale()).await?);
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().forgot_password(&ForgotPasswordForm { email }, &visitor).await {
        Ok(()) => {
            let set = exchange.settings().destinations.after_forgot_password.clone();
            let to = set.unwrap_or_else(|| exchange.path(|paths| &paths.sign_in));
            Ok(exchange.redirect(&to, Some(&Notice::ResetSent)))
        }
        Err(ForgotPasswordError::Invalid(violations)) => Ok(again(violations).await?),
        Err(ForgotPasswordError::Off) => Err(not_there().into()),
        Err(ForgotPasswordError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(ForgotPasswordError::Failed(error)) => Err(Problem::from(error).into()),
    }
}
