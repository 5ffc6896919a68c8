//! Changing the username.

use http::StatusCode;
use user_core::domain::{Notice, Unmet, Username, Violations};
use user_core::flows::ChangeUsernameForm;
use user_core::views::{FormView, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, form_page, refuse, refused, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Kept, Posted};
use crate::response::Response;
use crate::response::problem::Problem;

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    if !exchange.users().is_fresh(current.current()) {
        return Err(Unmet::NotFresh.into());
    }
    let form = form(&exchange, username_of(&current), &query.next).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let (typed, next) = (text("new_username"), text("next"));
    let new_username = if posted.is_of_another { username_of(&current).to_owned() } else { typed };
    let again = |violations| refused(&exchange, form(&exchange, &new_username, &next), violations);
    if posted.is_stale {
        return Ok(again(stale(&exchange)).await?);
    }
    let form = ChangeUsernameForm { new_username: new_username.clone(), old_password: text("old_password") };
    let visitor = exchange.visitor().await?;
    match exchange.users().change_username(current.current(), &form, &visitor).await {
        Ok(username) => {
            let usual = exchange.settings().after(Page::ChangeUsername);
            let notice = Notice::USERNAME_CHANGED.with("username", username.to_string());
            Ok(exchange.redirect(&exchange.next_or(&next, &usual), Some(&notice)))
        }
        Err(error) => refuse(error, again).await,
    }
}

fn username_of(current: &CurrentUser) -> &str {
    current.user().username.as_ref().map(Username::as_str).unwrap_or_default()
}

fn form(exchange: &Exchange, typed: &str, next: &str) -> FormView {
    let typed = Typed { username: typed.to_owned(), ..Typed::default() };
    exchange.users().forms().change_username(&typed).leading_to(exchange.next(next).as_deref())
}

async fn resume(exchange: Exchange, _: CurrentUser, kept: Kept) -> Result<Response, Problem> {
    let form = form(&exchange, kept.text("new_username"), kept.text("next"));
    form_page(&exchange, StatusCode::OK, form.refused(&Violations::none())).await
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .for_users()
        .resumed_by(|exchange, current, kept| Box::pin(resume(exchange, current, kept)));
