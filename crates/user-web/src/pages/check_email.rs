//! A mail is on its way: where to look for it, and how to have it sent again. The page says the same to everybody, whether
//! there is an account with the address or not: all it knows is what was typed.

use chrono::TimeDelta;
use http::StatusCode;
use user_core::domain::{Notice, Violations};
use user_core::flows::{ForgotPasswordForm, Refusal, ResendConfirmEmailForm};
use user_core::views::{CheckEmailPage, FormView};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, refuse, refused_status, stale};
use crate::exchange::{Exchange, Posted, SentAbout, SentMail, leading_to};
use crate::response::Response;
use crate::response::problem::Problem;

/// Mails take their time: who asks again at once gets two.
const WAIT: TimeDelta = TimeDelta::seconds(60);

/// To the page that says to look for the mail. It says that by itself; a page of the app's own in its place gets the notice.
pub(super) fn to_check_email(exchange: &Exchange, next: Option<&str>, notice: &Notice) -> Response {
    let page = leading_to(&exchange.path(|paths| &paths.check_email), next);
    exchange.redirect(&page, Some(notice).filter(|_| !exchange.web().has(Page::CheckEmail)))
}

/// Where a form leads that asked for a mail: to `set` where the settings say so, else to the page that says to look for it.
pub(super) fn sent(exchange: &Exchange, set: Option<&String>, next: &str, notice: &Notice) -> Response {
    match set {
        Some(set) => exchange.redirect(&exchange.next_or(next, set), Some(notice)),
        None => to_check_email(exchange, exchange.next(next).as_deref(), notice),
    }
}

async fn show(exchange: Exchange, query: Query) -> Answer {
    if let Some(elsewhere) = exchange.past_the_entrance(&query.next).await? {
        return Ok(elsewhere);
    }
    let Some(sent) = exchange.sent() else { return Ok(to_sign_in(&exchange, &query.next)) };
    let form = form(&exchange, &query.next).refused(&Violations::none());
    Ok(page(&exchange, StatusCode::OK, &sent, form).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let next = posted.fields.text("next");
    let Some(sent) = exchange.sent() else { return Ok(to_sign_in(&exchange, next)) };
    let again = async |violations: Violations| {
        let status = refused_status(&exchange, &violations)?;
        page(&exchange, status, &sent, form(&exchange, next).refused(&violations)).await
    };
    if posted.is_stale {
        return Ok(again(stale(&exchange)).await?);
    }
    let wait = (sent.at + WAIT - exchange.users().now()).to_std().unwrap_or_default();
    if !wait.is_zero() {
        let retry_after = wait;
        return refuse(Refusal::Throttled { retry_after }, again).await;
    }
    match send(&exchange, &sent).await {
        Ok(()) => {
            let notice = match sent.about {
                SentAbout::Reset => Notice::RESET_SENT,
                SentAbout::Registered | SentAbout::Resend => Notice::CONFIRMATION_SENT,
            };
            exchange.keep_sent(sent.about, &sent.address);
            let page = leading_to(&exchange.path(|paths| &paths.check_email), exchange.next(next).as_deref());
            Ok(exchange.redirect(&page, Some(&notice)))
        }
        Err(refusal) => refuse(refusal, again).await,
    }
}

async fn send(exchange: &Exchange, sent: &SentMail) -> Result<(), Refusal> {
    let visitor = exchange.visitor().await?;
    let email = sent.address.clone();
    match sent.about {
        SentAbout::Reset => {
            Ok(exchange.users().forgot_password(&ForgotPasswordForm { email }, &visitor).await?)
        }
        SentAbout::Registered | SentAbout::Resend => {
            Ok(exchange.users().resend_confirm_email(&ResendConfirmEmailForm { email }, &visitor).await?)
        }
    }
}

fn to_sign_in(exchange: &Exchange, next: &str) -> Response {
    let next = exchange.next(next);
    exchange.redirect(&leading_to(&exchange.path(|paths| &paths.sign_in), next.as_deref()), None)
}

fn form(exchange: &Exchange, next: &str) -> FormView {
    exchange.users().forms().check_email().leading_to(exchange.next(next).as_deref())
}

async fn page(
    exchange: &Exchange,
    status: StatusCode,
    sent: &SentMail,
    form: FormView,
) -> Result<Response, Problem> {
    let (about, other) = match sent.about {
        SentAbout::Registered => ("registered", exchange.path(|paths| &paths.register)),
        SentAbout::Resend => ("resend", exchange.path(|paths| &paths.resend_confirm_email)),
        SentAbout::Reset => ("reset", exchange.path(|paths| &paths.forgot_password)),
    };
    let other = leading_to(&other, form.next.as_deref());
    let address = sent.address.clone();
    let view = |site: user_core::views::Site, form: FormView| {
        let site = site.leading_to(form.next.as_deref());
        CheckEmailPage { site, form, address, about, other }
    };
    exchange.page_with_form("check-email", status, form, view).await
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked))).about("email");
