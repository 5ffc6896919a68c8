//! Signing out: a button, because a link could be followed by anything.

use http::StatusCode;
use user_core::domain::Notice;

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, form_page, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::response::Response;

async fn show(exchange: Exchange, query: Query) -> Answer {
    if exchange.current().await?.is_none() {
        return Ok(leave(&exchange, &query.next));
    }
    let form = exchange.users().forms().sign_out().leading_to(exchange.next(&query.next).as_deref());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let next = posted.fields.text("next");
    if posted.is_stale {
        // Signed out already, by a press before this one or in another tab.
        if exchange.current().await?.is_none() && exchange.has_cookies() {
            return Ok(leave(&exchange, next));
        }
        let form = exchange.users().forms().sign_out().leading_to(exchange.next(next).as_deref());
        return Ok(refused(&exchange, form, stale(&exchange)).await?);
    }
    if let Some(current) = exchange.current().await? {
        let visitor = exchange.visitor().await?;
        exchange.users().sign_out(current, &visitor).await?;
    }
    exchange.sign_out();
    Ok(leave(&exchange, next))
}

fn leave(exchange: &Exchange, next: &str) -> Response {
    let usual = exchange.settings().after(Page::SignOut);
    exchange.redirect(&exchange.next_or(next, &usual), Some(&Notice::SIGNED_OUT))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked))).about("session");
