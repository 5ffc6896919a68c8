//! Asking for a link to reset the password.

use http::StatusCode;
use user_core::domain::{Notice, Violations};
use user_core::flows::ForgotPasswordForm;
use user_core::views::{FormView, Typed};

use super::check_email::sent;
use super::mount::{Answer, Handler, Methods, Mount};
use super::{Query, form_page, refuse, refused, stale};
use crate::exchange::{Exchange, Posted, SentAbout, Whose};

async fn show(exchange: Exchange, query: Query) -> Answer {
    let form = form(&exchange, "", &query.next).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let email = posted.fields.text("email").to_owned();
    let next = posted.fields.text("next");
    let again =
        |violations| refused(&exchange, form(&exchange, posted.fields.text("email"), next), violations);
    if posted.is_stale {
        // Somebody signed in meanwhile, in another tab.
        return match exchange.past_the_entrance(next).await? {
            Some(elsewhere) => Ok(elsewhere),
            None => Ok(again(stale(&exchange)).await?),
        };
    }
    let visitor = exchange.visitor().await?;
    match exchange.users().forgot_password(&ForgotPasswordForm { email }, &visitor).await {
        Ok(()) => {
            if let Some(next) = exchange.next(next) {
                exchange.keep_wanted(Whose::Address(posted.fields.text("email")), &next);
            }
            exchange.keep_sent(SentAbout::Reset, posted.fields.text("email"));
            let set = exchange.settings().destinations.after_forgot_password.as_ref();
            Ok(sent(&exchange, set, next, &Notice::RESET_SENT))
        }
        Err(error) => refuse(error, again).await,
    }
}

fn form(exchange: &Exchange, email: &str, next: &str) -> FormView {
    let typed = Typed { email: email.to_owned(), ..Typed::default() };
    exchange.users().forms().forgot_password(&typed).leading_to(exchange.next(next).as_deref())
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked))).about("password");
