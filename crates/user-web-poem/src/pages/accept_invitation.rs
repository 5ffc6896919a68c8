//! Accepting an invitation. Opening the link changes nothing: it only takes the token out of the URL, and leads whoever
//! has no account to registration.

use poem::http::StatusCode;
use poem::web::{Path, Query as QueryOf};
use poem::{Response, Route, get, handler};
use user_core::domain::{Notice, Unmet, Violations};
use user_core::flows::{AcceptInvitationError, Invited, LinkError, LinkRefusal, Refusal};
use user_core::views::{AcceptInvitationPage, InvitedView};

use super::{Query, link, not_there, refused_status, stale};
use crate::exchange::{Exchange, Posted};
use crate::guard::TurnedAway;
use crate::request::cookies::Name;
use crate::response::problem::Problem;

/// Adds the page, and the links that lead to it.
pub(super) fn mount(app: Route, path: &str, below: &str) -> Route {
    app.at(path, get(show).post(submit)).at(below, get(open))
}

/// The link of the mail.
#[handler]
pub(crate) fn open(
    exchange: &Exchange,
    Path(token): Path<String>,
    QueryOf(query): QueryOf<Query>,
) -> Response {
    let page = exchange.path(|paths| &paths.accept_invitation);
    link::take_in(exchange, Name::InviteLink, &token, &page, &query.next)
}

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let link = exchange.cookie(Name::InviteLink).unwrap_or_default();
    match exchange.users().invitation(link).await {
        Ok(invited) => Ok(lead(&exchange, &invited, &query.next, StatusCode::OK, &Violations::none()).await?),
        Err(LinkError::Refused(refusal)) => Ok(lead_on(&exchange, refusal).await?),
        Err(LinkError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let link = exchange.cookie(Name::InviteLink).unwrap_or_default();
    let next = posted.fields.text("next");
    if posted.is_stale {
        let violations = stale();
        let status = refused_status(&exchange, &violations)?;
        return match exchange.users().invitation(link).await {
            Ok(invited) => Ok(lead(&exchange, &invited, next, status, &violations).await?),
            Err(LinkError::Refused(refusal)) => Ok(lead_on(&exchange, refusal).await?),
            Err(LinkError::Failed(error)) => Err(Problem::from(error).into()),
        };
    }
    let here = here(&exchange, next);
    let Some(current) = exchange.current().await.map_err(Problem::from)? else {
        return if exchange.wants_json() {
            Err(TurnedAway(Unmet::NotSignedIn).into())
        } else {
            Ok(exchange.redirect(&here, None))
        };
    };
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().accept_invitation(current, link, &visitor).await {
        Ok(()) => {
            exchange.remove(Name::InviteLink);
            let to = exchange.next_or(next, &exchange.settings().destinations.after_sign_in);
            Ok(exchange.redirect(&to, Some(&Notice::InvitationAccepted)))
        }
        Err(AcceptInvitationError::Link(refusal)) => Ok(lead_on(&exchange, refusal).await?),
        Err(AcceptInvitationError::SomebodyElse) if exchange.wants_json() => {
            Err(Problem::new(StatusCode::FORBIDDEN).into())
        }
        // The page says so.
        Err(AcceptInvitationError::SomebodyElse) => Ok(exchange.redirect(&here, None)),
        Err(AcceptInvitationError::Gone) => Err(TurnedAway(Unmet::NotSignedIn).into()),
        Err(AcceptInvitationError::Off) => Err(not_there().into()),
        Err(AcceptInvitationError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

/// This page, with where to go on to from it.
fn here(exchange: &Exchange, next: &str) -> String {
    link::leading_to(&exchange.path(|paths| &paths.accept_invitation), exchange.next(next).as_deref())
}

/// The page, or registration for a stranger who has no account yet.
async fn lead(
    exchange: &Exchange,
    invited: &Invited,
    next: &str,
    status: StatusCode,
    violations: &Violations,
) -> Result<Response, Problem> {
    let current = exchange.current().await?;
    if current.is_none() && !invited.has_account {
        let register = exchange.path(|paths| &paths.register);
        return Ok(exchange.redirect(&link::leading_to(&register, exchange.next(next).as_deref()), None));
    }
    let standing = match current {
        Some(current) if exchange.users().may_accept(&current.user, invited) => "invited",
        Some(_) => "other",
        None => "stranger",
    };
    let invitation = InvitedView {
        address: invited.email.to_string(),
        inviter: invited.inviter.clone(),
        standing,
        sign_in: (standing == "stranger").then(|| {
            let sign_in = exchange.path(|paths| &paths.sign_in);
            link::leading_to(&sign_in, Some(&here(exchange, next)))
        }),
    };
    let form = exchange.users().forms().accept_invitation().refused(violations);
    let form = form.leading_to(exchange.next(next).as_deref());
    exchange.page("accept-invitation", status, |site| AcceptInvitationPage { site, form, invitation }).await
}

/// An invitation that leads nowhere: to the sign-in page, or to the front page for whoever is signed in.
pub(super) async fn lead_on(exchange: &Exchange, refusal: LinkRefusal) -> Result<Response, Problem> {
    exchange.remove(Name::InviteLink);
    let notice = match refusal {
        LinkRefusal::Invalid => {
            exchange.refuse(Refusal::ForeignLink);
            Notice::InvitationInvalid
        }
        LinkRefusal::Expired => Notice::InvitationExpired,
        LinkRefusal::Used => Notice::InvitationUsed,
    };
    let to = match exchange.current().await? {
        Some(_) => exchange.path(|paths| &paths.profile),
        None => exchange.path(|paths| &paths.sign_in),
    };
    Ok(exchange.redirect(&to, Some(&notice)))
}
