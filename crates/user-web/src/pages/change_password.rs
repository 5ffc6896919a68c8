//! Changing the password.

use poem::http::StatusCode;
use poem::web::Query as QueryOf;
use poem::{Response, handler};
use user_core::domain::{Notice, Unmet, User, Violations};
use user_core::flows::{ChangePasswordError, ChangePasswordForm};
use user_core::views::{FormView, Typed};

use super::{Query, form_page, link, not_there, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::extract::CurrentUser;
use crate::guard::TurnedAway;
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn show(
    exchange: Exchange,
    current: CurrentUser,
    QueryOf(query): QueryOf<Query>,
) -> poem::Result<Response> {
    if !exchange.users().is_fresh(current.current()) {
        return Err(TurnedAway(Unmet::NotFresh).into());
    }
    let form = form(&exchange, current.user(), &query.next).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

/// To the page, for a password manager that knows no more of the site than its name.
#[handler]
pub(crate) fn lead(exchange: &Exchange) -> Response {
    exchange.redirect(&exchange.path(|paths| &paths.change_password), None)
}

#[handler]
pub(crate) async fn submit(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
) -> poem::Result<Response> {
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
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    let doubtful =
        exchange.settings().manages_emails() && !exchange.users().doubtful_emails(current.user()).is_empty();
    match exchange.users().change_password(current.current(), &form, &visitor).await {
        Ok(signed_in) => {
            exchange.sign_in(&signed_in);
            let set = exchange.settings().destinations.after_change_password.clone();
            let usual = set.unwrap_or_else(|| exchange.path(|paths| &paths.profile));
            if doubtful {
                let list = exchange.path(|paths| &paths.manage_emails);
                let list = link::leading_to(&list, exchange.next(&next).as_deref());
                return Ok(exchange.redirect(&list, Some(&Notice::AddressesDoubtful)));
            }
            Ok(exchange.redirect(&exchange.next_or(&next, &usual), Some(&Notice::PasswordChanged)))
        }
        Err(ChangePasswordError::Invalid(violations)) => Ok(again(violations).await?),
        Err(ChangePasswordError::NotFresh) => Err(TurnedAway(Unmet::NotFresh).into()),
        Err(ChangePasswordError::Gone) => Err(TurnedAway(Unmet::NotSignedIn).into()),
        Err(ChangePasswordError::Off) => Err(not_there().into()),
        Err(ChangePasswordError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(ChangePasswordError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn form(exchange: &Exchange, user: &User, next: &str) -> FormView {
    exchange.users().forms().change_password(&Typed::of(user)).leading_to(exchange.next(next).as_deref())
}
