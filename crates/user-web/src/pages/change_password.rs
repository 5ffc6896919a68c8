//! Changing the password.

use std::future::{Ready, ready};

use http::StatusCode;
use user_core::domain::{Notice, Unmet, User, Violations};
use user_core::flows::ChangePasswordForm;
use user_core::views::{FormView, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, form_page, refuse, refused, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted, leading_to};

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    if !exchange.users().is_fresh(current.current()) {
        return Err(Unmet::NotFresh.into());
    }
    let form = form(&exchange, current.user(), &query.next).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

/// To the page, for a password manager that knows no more of the site than its name.
fn lead(exchange: Exchange) -> Ready<Answer> {
    ready(Ok(exchange.redirect(&exchange.path(|paths| &paths.change_password), None)))
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let next = text("next");
    let again = |violations| refused(&exchange, form(&exchange, current.user(), &next), violations);
    if posted.is_stale {
        return Ok(again(stale(&exchange)).await?);
    }
    let form = ChangePasswordForm {
        old_password: text("old_password"),
        new_password: text("new_password"),
        retype_password: text("retype_password"),
    };
    let visitor = exchange.visitor().await?;
    let doubtful =
        exchange.settings().manages_emails() && !exchange.users().doubtful_emails(current.user()).is_empty();
    match exchange.users().change_password(current.current(), &form, &visitor).await {
        Ok(signed_in) => {
            exchange.sign_in(&signed_in);
            let usual = exchange.settings().after(Page::ChangePassword);
            if doubtful {
                let list = exchange.path(|paths| &paths.manage_emails);
                let list = leading_to(&list, exchange.next(&next).as_deref());
                return Ok(exchange.redirect(&list, Some(&Notice::ADDRESSES_DOUBTFUL)));
            }
            Ok(exchange.redirect(&exchange.next_or(&next, &usual), Some(&Notice::PASSWORD_CHANGED)))
        }
        Err(error) => refuse(error, again).await,
    }
}

fn form(exchange: &Exchange, user: &User, next: &str) -> FormView {
    exchange.users().forms().change_password(&Typed::of(user)).leading_to(exchange.next(next).as_deref())
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .for_users()
        .about("password")
        .secret();

pub(super) const WELL_KNOWN: Mount = Mount::at(Methods::get(|asked| lead.handle(asked)));
