//! Keeping an account that is going to be deleted: what signing in to it offers.

use http::StatusCode;
use user_core::domain::Notice;
use user_core::flows::{Refusal, SignedIn};
use user_core::views::KeepAccountPage;

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, forged};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let Some(due) = current.user().deletion_at else {
        let usual = exchange.settings().after(Page::KeepAccount);
        return Ok(exchange.redirect(&exchange.next_or(&query.next, &usual), None));
    };
    let due = current.user().shown_zone().readable(due);
    let next = exchange.next(&query.next);
    let onward = exchange.next_or(&query.next, &exchange.settings().destinations.after_sign_in);
    let form = exchange.users().forms().keep_account().leading_to(next.as_deref());
    let page = |site| KeepAccountPage { site, form, due, onward };
    Ok(exchange.page("keep-account", StatusCode::OK, page).await?)
}

async fn keep(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    exchange.users().keep_account(current.current()).await.map_err(Refusal::from)?;
    let usual = exchange.settings().after(Page::KeepAccount);
    let to = exchange.next_or(posted.fields.text("next"), &usual);
    Ok(exchange.redirect(&to, Some(&Notice::ACCOUNT_KEPT)))
}

/// Where somebody is led who has signed in and wants to go `to`: past the offer to keep the account, if it is going to be
/// deleted.
pub(super) fn past_the_offer(exchange: &Exchange, signed_in: &SignedIn, to: String) -> String {
    if signed_in.user.deletion_at.is_none() {
        return to;
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &to).finish();
    format!("{}?{query}", exchange.path(|paths| &paths.keep_account))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| keep.handle(asked)))
        .for_users()
        .about("deletion");
