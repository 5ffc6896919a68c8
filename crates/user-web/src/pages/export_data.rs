//! Exporting what the site keeps about the user.

use http::{StatusCode, header};
use user_core::UserManager;
use user_core::domain::{Notice, Unmet};
use user_core::flows::{ExportState, Refusal};
use user_core::views::ExportDataPage;

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{forged, not_there};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};
use crate::response::response;

/// What is appended to the path of the page for the files of an export.
const JSON: &str = "data.json";
const ZIP: &str = "data.zip";

async fn show(exchange: Exchange, current: CurrentUser) -> Answer {
    let state = exchange.users().export_state(current.current()).await?;
    let zone = current.user().shown_zone();
    let path = exchange.path(|paths| &paths.export_data);
    let until = if let ExportState::Ready(until) = state { Some(zone.readable(until)) } else { None };
    let link = |file: &str| until.is_some().then(|| format!("{path}/{file}"));
    let (json, zip) = (link(JSON), link(ZIP));
    let form = (state == ExportState::None).then(|| exchange.users().forms().export_data());
    let page = |site| ExportDataPage { site, form, until, json, zip };
    Ok(exchange.page("export-data", StatusCode::OK, page).await?)
}

async fn ask(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let visitor = exchange.visitor().await?;
    exchange.users().ask_for_export(current.current(), &visitor).await.map_err(Refusal::from)?;
    Ok(exchange.redirect(&exchange.path(|paths| &paths.export_data), Some(&Notice::EXPORT_ASKED)))
}

async fn fetch(exchange: Exchange, current: CurrentUser, Steps([file]): Steps<1>) -> Answer {
    let kind = match file.as_str() {
        JSON => "application/json",
        ZIP => "application/zip",
        _ => return Err(not_there().into()),
    };
    if !exchange.users().is_fresh(current.current()) {
        return Err(Unmet::NotFresh.into());
    }
    let visitor = exchange.visitor().await?;
    let found = exchange.users().export(current.current(), &visitor).await?;
    let found = found.ok_or_else(not_there)?;
    let bytes = if file == JSON { UserManager::export_json(&found)? } else { found };
    let disposition = format!("attachment; filename=\"{file}\"");
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok(response(StatusCode::OK, headers, bytes))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| ask.handle(asked)))
        .below(":file", Methods::get(|asked| fetch.handle(asked)))
        .for_users();
