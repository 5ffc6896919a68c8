//! Setting a new password with a mailed link.

use std::future::{Ready, ready};

use http::StatusCode;
use user_core::domain::{Notice, Violations};
use user_core::flows::{
    Admission, LinkError, LinkRefusal, PasswordWasReset, ResetPasswordError, ResetPasswordForm,
};
use user_core::views::{FormView, Typed};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, form_page, refuse, refused, stale};
use crate::exchange::{Exchange, LINK, Posted, Whose, leading_to, naming_link};
use crate::request::cookies::{LinkKind, Name};
use crate::response::Response;
use crate::response::problem::Problem;

/// The link of the mail.
fn open(exchange: Exchange, Steps([token]): Steps<1>, query: Query) -> Ready<Answer> {
    let page = exchange.path(|paths| &paths.reset_password);
    ready(Ok(exchange.open_link(LinkKind::Reset, &token, &page, &query.next)))
}

async fn show(exchange: Exchange, query: Query) -> Answer {
    let link = exchange.link(LinkKind::Reset, &query.link);
    match form(&exchange, link, &query.next).await? {
        Ok(form) => Ok(form_page(&exchange, StatusCode::OK, form.refused(&Violations::none())).await?),
        Err(elsewhere) => Ok(elsewhere),
    }
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let link = exchange.link(LinkKind::Reset, posted.fields.text(LINK));
    reset(&exchange, &posted, link).await
}

/// Shown again, the form is at the clean URL: what the visitor sends next carries the link in its cookie.
async fn submit_linked(exchange: Exchange, posted: Posted, Steps([token]): Steps<1>) -> Answer {
    exchange.keep_link(LinkKind::Reset, &token);
    reset(&exchange, &posted, &token).await
}

async fn reset(exchange: &Exchange, posted: &Posted, link: &str) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let next = posted.fields.text("next");
    let again = async |violations| match form(exchange, link, next).await? {
        Ok(form) => refused(exchange, form, violations).await,
        Err(elsewhere) => Ok(elsewhere),
    };
    if posted.is_stale {
        return Ok(again(stale(exchange)).await?);
    }
    let typed =
        ResetPasswordForm { new_password: text("new_password"), retype_password: text("retype_password") };
    let visitor = exchange.visitor().await?;
    let wanted = wanted(exchange, link).await?;
    match exchange.users().reset_password(link, &typed, &visitor).await {
        Ok(reset) => {
            exchange.drop_link(LinkKind::Reset, link);
            exchange.remove(Name::Wanted);
            Ok(after_reset(exchange, &reset, exchange.next(next).or(wanted)))
        }
        Err(ResetPasswordError::Link(refusal)) => Ok(lead_on(exchange, link, refusal)),
        Err(error) => refuse(error, again).await,
    }
}

/// The form, which names the account that it acts on; or where a link leads that is not good.
async fn form(exchange: &Exchange, link: &str, next: &str) -> Result<Result<FormView, Response>, Problem> {
    match exchange.users().reset_account(link).await {
        Ok(account) => {
            let form = exchange.users().forms().reset_password(&Typed::of(&account));
            Ok(Ok(naming_link(form.leading_to(exchange.next(next).as_deref()), link)))
        }
        Err(LinkError::Refused(refusal)) => Ok(Err(lead_on(exchange, link, refusal))),
        Err(LinkError::Failed(error)) => Err(error.into()),
    }
}

/// Where the owner of the link wanted to go who asked for it in this browser.
async fn wanted(exchange: &Exchange, link: &str) -> Result<Option<String>, Problem> {
    if exchange.cookie(Name::Wanted).is_none() {
        return Ok(None);
    }
    match exchange.users().reset_account(link).await {
        Ok(account) => {
            let addresses = account.emails.iter().map(|email| Whose::Address(email.address.as_str()));
            Ok(exchange.wanted(addresses))
        }
        Err(LinkError::Refused(_)) => Ok(None),
        Err(LinkError::Failed(error)) => Err(error.into()),
    }
}

/// What follows a new password: where it leads, and whom it lets in.
pub(super) fn after_reset(exchange: &Exchange, reset: &PasswordWasReset, next: Option<String>) -> Response {
    exchange.keep_device(&reset.device);
    let doubts = doubts(exchange, reset, next.as_deref());
    let places = &exchange.settings().destinations;
    let sign_in = exchange.path(|paths| &paths.sign_in);
    let set = places.after_reset_password.clone();
    let to = match (&reset.admission, next) {
        (Some(Admission::SignedIn(signed_in)), next) => {
            exchange.sign_in(signed_in);
            next.or(set).unwrap_or_else(|| places.after_sign_in.clone())
        }
        // Addresses that are doubtful are shown once the second step is passed.
        (Some(Admission::Pending(pending)), next) => {
            exchange.keep_pending(pending);
            let next = doubts.or(next).or(set);
            let to = exchange.second_step_page(pending, next.as_deref());
            return exchange.redirect(&to, Some(&Notice::PASSWORD_RESET));
        }
        (None, Some(next)) => leading_to(&sign_in, Some(&next)),
        (None, None) => set.unwrap_or(sign_in),
    };
    match doubts {
        Some(list) => exchange.redirect(&list, Some(&Notice::ADDRESSES_DOUBTFUL)),
        None => exchange.redirect(&to, Some(&Notice::PASSWORD_RESET)),
    }
}

/// The list of addresses, where some may be an intruder's. Where nobody is signed in yet, its guard leads by way of
/// signing in.
fn doubts(exchange: &Exchange, reset: &PasswordWasReset, next: Option<&str>) -> Option<String> {
    let has_some = exchange.settings().manages_emails() && !reset.doubtful.is_empty();
    has_some.then(|| leading_to(&exchange.path(|paths| &paths.manage_emails), next))
}

/// A link that leads nowhere: to where another can be had, if anywhere.
fn lead_on(exchange: &Exchange, link: &str, refusal: LinkRefusal) -> Response {
    exchange.drop_link(LinkKind::Reset, link);
    let asks = exchange.settings().resets_password();
    let to = exchange.path(|paths| if asks { &paths.forgot_password } else { &paths.sign_in });
    exchange.redirect(&to, Some(&exchange.link_notice(refusal)))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .below(":token", Methods::form(|asked| open.handle(asked), |asked| submit_linked.handle(asked)))
        .about("password");
