//! Making recovery codes, and showing them once.

use http::StatusCode;
use user_core::domain::{RecoveryCode, Unmet};
use user_core::flows::{RecoveryCodesLeft, Refusal};
use user_core::views::RecoveryCodesPage;

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, forged, not_there};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};

/// What is appended to the path where somebody tells that the codes are saved.
const SAVED: &str = "saved";
/// Which codes the page shows.
const SHOWN: &str = "shown";

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let (users, current) = (exchange.users(), current.current());
    if !users.is_fresh(current) {
        return Err(Unmet::NotFresh.into());
    }
    let left = users.recovery_codes_left(current).await?;
    let codes = users.shown_recovery_codes(current, &query.shown).await?;
    let codes: Vec<_> = codes.iter().map(RecoveryCode::grouped).collect();
    let forms = users.forms();
    let form =
        if codes.is_empty() { forms.recovery_codes() } else { forms.recovery_codes_saved(&query.shown) };
    let zone = current.user.shown_zone();
    let RecoveryCodesLeft { unused, earlier_until, lost, .. } = left;
    let earlier_until = earlier_until.map(|until| zone.readable(until));
    let page = |site| RecoveryCodesPage { site, left: unused, earlier_until, lost, codes, form };
    Ok(exchange.page("recovery-codes", StatusCode::OK, page).await?)
}

/// Leads to the page that shows them: the second of two presses is led there, too.
async fn make(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let visitor = exchange.visitor().await?;
    let shown = exchange.users().make_recovery_codes(current.current(), &visitor).await;
    let shown = shown.map_err(Refusal::from)?;
    let page = exchange.path(|paths| &paths.recovery_codes);
    Ok(exchange.redirect(&format!("{page}?{SHOWN}={shown}"), None))
}

async fn saved(exchange: Exchange, current: CurrentUser, posted: Posted, Steps([what]): Steps<1>) -> Answer {
    if what != SAVED {
        return Err(not_there().into());
    }
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    exchange.users().recovery_codes_saved(current.current(), posted.fields.text(SHOWN)).await?;
    Ok(exchange.redirect(&exchange.path(|paths| &paths.profile), None))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| make.handle(asked)))
        .below(":what", Methods::post(|asked| saved.handle(asked)))
        .for_users();
