//! Deleting the account.

use http::StatusCode;
use user_core::domain::{Notice, Unmet, User, Violations};
use user_core::flows::{AccountDeletion, DeleteAccountForm};
use user_core::views::{DeleteAccountPage, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, refuse, refused_status, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};

async fn show(exchange: Exchange, current: CurrentUser) -> Answer {
    if current.user().deletion_at.is_some() {
        return Ok(exchange.redirect(&exchange.path(|paths| &paths.keep_account), None));
    }
    // Asked before the form is filled in: nothing of it is carried through the sign-in page.
    if !exchange.users().is_stepped_up(current.current()) {
        return Err(Unmet::NotFresh.into());
    }
    page(&exchange, current.user(), StatusCode::OK, &Violations::none()).await
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let again = async |violations: Violations| {
        let status = refused_status(&exchange, &violations)?;
        page(&exchange, current.user(), status, &violations).await
    };
    if posted.is_stale {
        return again(stale(&exchange)).await;
    }
    let form = DeleteAccountForm { account_name: posted.fields.text("account_name").to_owned() };
    let visitor = exchange.visitor().await?;
    let notice = match exchange.users().delete_account(current.current(), &form, &visitor).await {
        Ok(AccountDeletion::Done) => Notice::ACCOUNT_DELETED,
        Ok(AccountDeletion::Due(due)) => {
            Notice::DELETION_SCHEDULED.with("due", current.user().shown_zone().readable(due))
        }
        Err(error) => return refuse(error, again).await,
    };
    exchange.sign_out();
    Ok(exchange.redirect(&exchange.settings().after(Page::DeleteAccount), Some(&notice)))
}

async fn page(exchange: &Exchange, user: &User, status: StatusCode, violations: &Violations) -> Answer {
    let grace = exchange.settings().lifetimes.deletion;
    let due = exchange.users().now() + grace;
    let due = (!grace.is_zero()).then(|| user.shown_zone().readable(due));
    let form = exchange.users().forms().delete_account(&Typed::of(user)).refused(violations);
    Ok(exchange.page(form.name, status, |site| DeleteAccountPage { site, form, due }).await?)
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .for_users()
        .secret()
        .about("deletion");
