//! Where the user is signed in, and ending it there.

use chrono::SecondsFormat;
use http::StatusCode;
use user_core::domain::{Notice, Session, SessionId, TimeZone};
use user_core::flows::{Refusal, RevokeSessionError};
use user_core::views::{SessionView, SessionsPage};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, forged, not_there};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};

/// What stands in place of a session's id for all others.
const OTHERS: &str = "others";

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let found = exchange.users().sessions(current.user().id).await?;
    let path = exchange.path(|paths| &paths.sessions);
    let (zone, own) = (current.user().shown_zone(), &current.session().id);
    let sessions: Vec<_> = found.iter().map(|session| view(session, own, zone, &path)).collect();
    // Also where one session is listed: a copy of its cookie is not.
    let revoke_others = Some(format!("{path}/{OTHERS}"));
    let next = exchange.next(&query.next);
    let page = |site| SessionsPage { site, sessions, revoke_others, next };
    Ok(exchange.page("sessions", StatusCode::OK, page).await?)
}

fn view(session: &Session, current: &SessionId, zone: TimeZone, path: &str) -> SessionView {
    let is_current = session.id == *current;
    SessionView {
        current: is_current,
        user_agent: session.user_agent.clone().unwrap_or_default(),
        address: session.address.map(|address| address.to_string()).unwrap_or_default(),
        created_at: session.created_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        created: zone.readable(session.created_at),
        last_seen_at: session.last_seen_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        last_seen: zone.readable(session.last_seen_at),
        revoke: (!is_current).then(|| format!("{path}/{}", session.id)),
    }
}

async fn revoke(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Steps([session]): Steps<1>,
) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let to = exchange.next_or(posted.fields.text("next"), &exchange.path(|paths| &paths.sessions));
    if session == OTHERS {
        let visitor = exchange.visitor().await?;
        let renewed = exchange.users().revoke_other_sessions(current.current(), &visitor).await?;
        if let Some(renewed) = renewed {
            exchange.sign_in(&renewed);
        }
        return Ok(exchange.redirect(&to, Some(&Notice::SESSIONS_REVOKED)));
    }
    let id: SessionId = session.parse().map_err(|_| not_there())?;
    match exchange.users().revoke_session(current.user().id, id).await {
        Ok(()) | Err(RevokeSessionError::Gone) => Ok(exchange.redirect(&to, Some(&Notice::SESSION_REVOKED))),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

pub(super) const PAGE: Mount = Mount::at(Methods::get(|asked| show.handle(asked)))
    .below(":session", Methods::post(|asked| revoke.handle(asked)))
    .for_users()
    .about("session");
