//! How strong a new password is, told to the script of a form while somebody types.

use http::{StatusCode, header};
use serde_json::json;
use user_core::domain::PasswordStrength;
use user_core::flows::PasswordStrengthError;
use user_core::views::StrengthView;

use super::forged;
use super::mount::{Answer, Handler, Methods, Mount};
use crate::exchange::{Exchange, Posted};
use crate::request::form::Fields;
use crate::response::problem::Problem;
use crate::response::response;

/// 200 with score and words; 204 where there is nothing to tell.
async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let no_store = (header::CACHE_CONTROL, "no-store");
    let Some(strength) = strength(&exchange, &posted.fields).await? else {
        return Ok(response(StatusCode::NO_CONTENT, [no_store], ""));
    };
    let StrengthView { score, message } = strength.into();
    let answer = json!({ "score": score, "message": exchange.words(&message) });
    let json = (header::CONTENT_TYPE, "application/json");
    Ok(response(StatusCode::OK, [no_store, json], answer.to_string()))
}

/// How strong the new password among `fields` is. None where there is no meter, and where there is too much to do just
/// now: nobody is made to wait for a word of advice.
async fn strength(exchange: &Exchange, fields: &Fields) -> Result<Option<PasswordStrength>, Problem> {
    let typed = [fields.text("password"), fields.text("new_password")].concat();
    let (username, email) = match exchange.current().await? {
        Some(current) => {
            let email = current.user.primary_email().map(|email| email.address.to_string());
            (current.user.username.as_ref().map(ToString::to_string), email)
        }
        None => (Some(fields.text("username").to_owned()), Some(fields.text("email").to_owned())),
    };
    let whose = (username.as_deref().unwrap_or_default(), email.as_deref().unwrap_or_default());
    let visitor = exchange.visitor().await?;
    match exchange.users().password_strength(&typed, whose, &visitor).await {
        Ok(strength) => Ok(strength),
        Err(PasswordStrengthError::Throttled { retry_after }) => Err(Problem::too_many(retry_after)),
        Err(PasswordStrengthError::Failed(error)) if error.retry_after().is_some() => Ok(None),
        Err(PasswordStrengthError::Failed(error)) => Err(error.into()),
    }
}

pub(super) const PAGE: Mount = Mount::at(Methods::post(|asked| submit.handle(asked))).repeatable();
