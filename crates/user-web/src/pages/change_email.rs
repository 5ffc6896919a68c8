//! Changing the only address.

use http::StatusCode;
use user_core::domain::{Notice, Unmet, User, Violations};
use user_core::flows::ChangeEmailForm;
use user_core::views::{AddressFormPage, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, refuse, refused_status, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Kept, Posted};
use crate::response::Response;
use crate::response::problem::Problem;

/// What was typed, and where to go on to.
#[derive(Default)]
struct Wish {
    new_email: String,
    next: String,
}

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    if !exchange.users().is_fresh(current.current()) {
        return Err(Unmet::NotFresh.into());
    }
    let wish = Wish { next: query.next, ..Wish::default() };
    Ok(page(&exchange, current.user(), StatusCode::OK, &wish, &Violations::none()).await?)
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let wish = Wish { new_email: text("new_email"), next: text("next") };
    if posted.is_stale {
        return again(&exchange, &current, &wish, stale(&exchange)).await;
    }
    let form = ChangeEmailForm { new_email: wish.new_email.clone(), old_password: text("old_password") };
    let visitor = exchange.visitor().await?;
    match exchange.users().change_email(current.current(), &form, &visitor).await {
        Ok(email) => {
            let usual = exchange.settings().after(Page::ChangeEmail);
            let notice = Notice::EMAIL_ADDED.with("address", email.to_string());
            Ok(exchange.redirect(&exchange.next_or(&wish.next, &usual), Some(&notice)))
        }
        Err(error) => refuse(error, |violations| again(&exchange, &current, &wish, violations)).await,
    }
}

async fn again(exchange: &Exchange, current: &CurrentUser, wish: &Wish, violations: Violations) -> Answer {
    let status = refused_status(exchange, &violations)?;
    Ok(page(exchange, current.user(), status, wish, &violations).await?)
}

async fn page(
    exchange: &Exchange,
    user: &User,
    status: StatusCode,
    wish: &Wish,
    violations: &Violations,
) -> Result<Response, Problem> {
    let typed = Typed { email: wish.new_email.clone(), ..Typed::default() };
    let form = exchange.users().forms().change_email(&typed, &Typed::of(user)).refused(violations);
    let form = form.leading_to(exchange.next(&wish.next).as_deref());
    let address = user.primary_email().map(|email| email.address.to_string()).unwrap_or_default();
    exchange.page(form.name, status, |site| AddressFormPage { site, form, address }).await
}

async fn resume(exchange: Exchange, current: CurrentUser, kept: Kept) -> Result<Response, Problem> {
    let wish = Wish { new_email: kept.text("new_email").to_owned(), next: kept.text("next").to_owned() };
    page(&exchange, current.user(), StatusCode::OK, &wish, &Violations::none()).await
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .for_users()
        .resumed_by(|exchange, current, kept| Box::pin(resume(exchange, current, kept)))
        .about("email");
