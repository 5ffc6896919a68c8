//! Choosing the language: the form at the foot of every page leads here, and back. Only by POST.

use http::StatusCode;
use user_core::flows::{ChooseLanguageError, Refusal};

use super::forged;
use super::mount::{Answer, Handler, Methods, Mount};
use crate::exchange::{Exchange, Posted};
use crate::response::problem::Problem;

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let Some(chosen) = exchange.users().offered_locale(posted.fields.text("language")) else {
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY).into());
    };
    if let Some(current) = exchange.current().await? {
        let visitor = exchange.visitor().await?;
        match exchange.users().choose_language(current, chosen.as_str(), &visitor).await {
            Ok(()) => {}
            Err(ChooseLanguageError::NotOffered) => {
                return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY).into());
            }
            Err(error) => return Err(Refusal::from(error).into()),
        }
    }
    exchange.keep_language(chosen);
    let next = exchange.next_or(posted.fields.text("next"), "/");
    Ok(exchange.redirect(&next, None))
}

pub(super) const PAGE: Mount = Mount::at(Methods::post(|asked| submit.handle(asked))).repeatable();
