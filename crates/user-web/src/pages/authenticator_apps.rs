//! The user's authenticator apps: the list, setting one up, renaming and removing one.

use chrono::{DateTime, SecondsFormat, Utc};
use http::StatusCode;
use user_core::domain::{CredentialId, Notice, TimeZone, Unmet, Violations};
use user_core::flows::{Refusal, SetUpTotpError, SetUpTotpForm, TotpApp, TotpSetUpUnderWay, TrustedDevice};
use user_core::views::{AuthenticatorAppsPage, QrView, TotpAppView, TotpSetUpView, TrustedDeviceView};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, forged, not_there, refuse, refused_status, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};
use crate::response::Response;
use crate::response::problem::Problem;

/// Which app a page sets up.
const SHOWN: &str = "shown";
/// What stands in place of an id for the app that is being set up.
const NEW: &str = "new";

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let (users, current) = (exchange.users(), current.current());
    if !users.is_fresh(current) {
        return Err(Unmet::NotFresh.into());
    }
    if let Some(under_way) = users.totp_under_way(current, &query.shown).await? {
        let form = (query.shown.as_str(), "");
        return Ok(setting_up(&exchange, &under_way, form, None).await?);
    }
    let (zone, path) = (current.user.shown_zone(), exchange.path(|paths| &paths.authenticator_apps));
    let apps = users.totp_apps(current).await?;
    let apps = apps.iter().map(|app| view(app, zone, &path)).collect();
    let devices = users.trusted_devices(current, &exchange.visitor().await?).await?;
    let devices = devices.iter().map(|device| device_view(device, zone, &path)).collect();
    let form = users.forms().authenticator_apps();
    let page = |site| AuthenticatorAppsPage { site, apps, devices, set_up: None, form };
    Ok(exchange.page("authenticator-apps", StatusCode::OK, page).await?)
}

fn view(app: &TotpApp, zone: TimeZone, path: &str) -> TotpAppView {
    let precise = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    TotpAppView {
        label: app.label.clone().unwrap_or_default(),
        created_at: precise(app.created_at),
        created: zone.readable(app.created_at),
        last_used_at: app.last_used_at.map(precise),
        last_used: app.last_used_at.map(|at| zone.readable(at)),
        rename: format!("{path}/{}/rename", app.id),
        remove: format!("{path}/{}/remove", app.id),
    }
}

fn device_view(device: &TrustedDevice, zone: TimeZone, path: &str) -> TrustedDeviceView {
    let until = device.expires_at.unwrap_or(device.created_at);
    TrustedDeviceView {
        user_agent: device.user_agent.clone().unwrap_or_default(),
        current: device.is_here,
        until_at: until.to_rfc3339_opts(SecondsFormat::Secs, true),
        until: zone.readable(until),
        forget: format!("{path}/{}/forget", device.id),
    }
}

/// The page with the key and the form for the first code; with what was wrong about it, if anything was.
async fn setting_up(
    exchange: &Exchange,
    under_way: &TotpSetUpUnderWay,
    (reference, label): (&str, &str),
    violations: Option<Violations>,
) -> Result<Response, Problem> {
    let status = match &violations {
        Some(violations) => refused_status(exchange, violations)?,
        None => StatusCode::OK,
    };
    let (uri, key) = (under_way.uri.clone(), under_way.secret.grouped());
    let set_up = Some(TotpSetUpView { qr: QrView::of(&uri), uri, key });
    let form = exchange.users().forms().set_up_totp(reference, label);
    let form = form.refused(&violations.unwrap_or_else(Violations::none));
    let page = |site| AuthenticatorAppsPage { site, apps: Vec::new(), devices: Vec::new(), set_up, form };
    exchange.page("authenticator-apps", status, page).await
}

/// Leads to the page that shows the key: the second of two presses is led there, too.
async fn begin(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let visitor = exchange.visitor().await?;
    let begun = exchange.users().begin_totp(current.current(), &visitor).await.map_err(Refusal::from)?;
    let page = exchange.path(|paths| &paths.authenticator_apps);
    Ok(exchange.redirect(&format!("{page}?{SHOWN}={begun}"), None))
}

async fn act(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Steps([app, what]): Steps<2>,
) -> Answer {
    if (app.as_str(), what.as_str()) == (NEW, "confirm") {
        return confirm(exchange, current, posted).await;
    }
    let id: CredentialId = app.parse().map_err(|_| not_there())?;
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let (users, current, visitor) = (exchange.users(), current.current(), exchange.visitor().await?);
    let notice = match what.as_str() {
        "rename" => {
            let renamed = users.rename_totp(current, id, posted.fields.text("label"), &visitor).await;
            renamed.map(|()| Notice::TOTP_RENAMED)
        }
        "remove" => users.remove_totp(current, id, &visitor).await.map(|()| Notice::TOTP_REMOVED),
        "forget" => {
            users.forget_device(current, id, &visitor).await?;
            Ok(Notice::DEVICE_FORGOTTEN)
        }
        _ => return Err(not_there().into()),
    };
    let notice = notice.map_err(Refusal::from)?;
    Ok(exchange.redirect(&exchange.path(|paths| &paths.authenticator_apps), Some(&notice)))
}

async fn confirm(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let (users, current) = (exchange.users(), current.current());
    let text = |name| posted.fields.text(name);
    let (reference, label) = (text(SHOWN), text("label"));
    let list = exchange.path(|paths| &paths.authenticator_apps);
    let Some(under_way) = users.totp_under_way(current, reference).await? else {
        return Ok(exchange.redirect(&list, None));
    };
    let again =
        async |violations| setting_up(&exchange, &under_way, (reference, label), Some(violations)).await;
    if posted.is_stale {
        return Ok(again(stale(&exchange)).await?);
    }
    let form = SetUpTotpForm {
        reference: reference.to_owned(),
        totp_code: text("totp_code").to_owned(),
        label: label.to_owned(),
    };
    let visitor = exchange.visitor().await?;
    match users.set_up_totp(current, &form, &visitor).await {
        Ok(done) => {
            exchange.sign_in(&done.signed_in);
            let codes = exchange.path(|paths| &paths.recovery_codes);
            let to = if done.wants_recovery_codes { codes } else { list };
            Ok(exchange.redirect(&to, Some(&Notice::TOTP_ADDED)))
        }
        // Too many codes were wrong, or it took too long: from the beginning.
        Err(SetUpTotpError::Unknown) => Ok(exchange.redirect(&list, None)),
        Err(error) => refuse(error, again).await,
    }
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| begin.handle(asked)))
        .below(":app/:what", Methods::post(|asked| act.handle(asked)))
        .for_users()
        .secret();
