//! Confirming an address. Opening the link changes nothing: it only takes the token out of the URL. In the browser that
//! registered the page has a button; anywhere else it asks who the reader is.

use std::future::{Ready, ready};

use http::StatusCode;
use user_core::domain::{Notice, Violations};
use user_core::flows::{
    Admission, ConfirmEmailError, ConfirmEmailForm, EmailConfirmed, LinkError, LinkRefusal, PendingSignIn,
};
use user_core::views::{ConfirmEmailPage, ConfirmationView, FormView, Typed};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, refuse, refused_status, stale};
use crate::exchange::{Exchange, LINK, Posted, Whose, leading_to, naming_link};
use crate::request::cookies::LinkKind;
use crate::response::Response;
use crate::response::problem::Problem;

/// The link of the mail.
fn open(exchange: Exchange, Steps([token]): Steps<1>, query: Query) -> Ready<Answer> {
    let page = exchange.path(|paths| &paths.confirm_email);
    ready(Ok(exchange.open_link(LinkKind::Confirm, &token, &page, &query.next)))
}

async fn show(exchange: Exchange, query: Query) -> Answer {
    let link = exchange.link(LinkKind::Confirm, &query.link);
    page(&exchange, link, &query.next, |form| Ok((StatusCode::OK, form))).await
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let link = exchange.link(LinkKind::Confirm, posted.fields.text(LINK));
    confirm(&exchange, &posted, link).await
}

async fn submit_linked(exchange: Exchange, posted: Posted, Steps([token]): Steps<1>) -> Answer {
    exchange.keep_link(LinkKind::Confirm, &token);
    confirm(&exchange, &posted, &token).await
}

async fn confirm(exchange: &Exchange, posted: &Posted, link: &str) -> Answer {
    let (next, text) = (posted.fields.text("next"), |name| posted.fields.text(name).to_owned());
    let again = async |violations: Violations| {
        let status = refused_status(exchange, &violations)?;
        page(exchange, link, next, |form| Ok((status, form.refused(&violations)))).await
    };
    if posted.is_stale {
        return again(stale(exchange)).await;
    }
    let form = ConfirmEmailForm {
        password: text("password"),
        new_password: text("new_password"),
        retype_password: text("retype_password"),
    };
    let visitor = exchange.visitor().await?;
    let current = exchange.current().await?;
    match exchange.users().confirm_email(link, &form, current, &visitor).await {
        Ok(confirmed) => Ok(done(exchange, &confirmed, link, next).await),
        Err(ConfirmEmailError::Link(refusal)) => Ok(lead_on(exchange, link, refusal)),
        Err(error) => refuse(error, again).await,
    }
}

/// The page, which names the account and asks for what this browser has to show.
async fn page(
    exchange: &Exchange,
    link: &str,
    next: &str,
    finish: impl FnOnce(FormView) -> Result<(StatusCode, FormView), Problem>,
) -> Answer {
    let visitor = exchange.visitor().await?;
    let current = exchange.current().await?;
    let confirmation = match exchange.users().confirmation_of(link, current, &visitor).await {
        Ok(confirmation) => confirmation,
        Err(LinkError::Refused(refusal)) => return Ok(lead_on(exchange, link, refusal)),
        Err(LinkError::Failed(error)) => return Err(error.into()),
    };
    let form = exchange.users().forms().confirm_email(confirmation.asks, &Typed::of_confirmed(&confirmation));
    let (status, form) = finish(naming_link(form, link).leading_to(exchange.next(next).as_deref()))?;
    let confirmation = ConfirmationView::from(&confirmation);
    let view = |site, form| ConfirmEmailPage { site, form, confirmation };
    Ok(exchange.page_with_form("confirm-email", status, form, view).await?)
}

async fn done(exchange: &Exchange, confirmed: &EmailConfirmed, link: &str, next: &str) -> Response {
    exchange.drop_link(LinkKind::Confirm, link);
    let user = match &confirmed.admission {
        Some(Admission::SignedIn(signed_in)) => {
            exchange.sign_in(signed_in);
            Some(signed_in.session.user_id)
        }
        Some(Admission::Pending(pending)) => return ask_on(exchange, pending, next),
        None => exchange.current().await.ok().flatten().map(|current| current.user.id),
    };
    let here = exchange.registration();
    let wanted = exchange.take_wanted(user.map(Whose::User).into_iter().chain(here));
    let places = &exchange.settings().destinations;
    let usual = match (&places.after_confirm_email, user) {
        (Some(set), _) => set.clone(),
        (None, Some(_)) => places.after_sign_in.clone(),
        (None, None) => exchange.path(|paths| &paths.sign_in),
    };
    let to = match wanted {
        Some(wanted) if user.is_some() => wanted,
        Some(wanted) => leading_to(&exchange.path(|paths| &paths.sign_in), Some(&wanted)),
        None => usual,
    };
    exchange.redirect(&exchange.next_or(next, &to), Some(&Notice::EMAIL_CONFIRMED))
}

/// To the second step of signing in; the address is confirmed already.
fn ask_on(exchange: &Exchange, pending: &PendingSignIn, next: &str) -> Response {
    exchange.keep_pending(pending);
    let wanted = exchange.take_wanted(exchange.registration());
    let next =
        exchange.next(next).or(wanted).or(exchange.settings().destinations.after_confirm_email.clone());
    exchange.redirect(&exchange.second_step_page(pending, next.as_deref()), Some(&Notice::EMAIL_CONFIRMED))
}

/// A link that leads nowhere: to where another can be had, or, when it did its work already, to sign in.
fn lead_on(exchange: &Exchange, link: &str, refusal: LinkRefusal) -> Response {
    exchange.drop_link(LinkKind::Confirm, link);
    let to = match refusal {
        LinkRefusal::Used => exchange.path(|paths| &paths.sign_in),
        LinkRefusal::Invalid | LinkRefusal::Expired => exchange.path(|paths| &paths.resend_confirm_email),
    };
    exchange.redirect(&to, Some(&exchange.link_notice(refusal)))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .below(":token", Methods::form(|asked| open.handle(asked), |asked| submit_linked.handle(asked)))
        .about("email");
