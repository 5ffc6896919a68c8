//! Accepting an invitation. Opening the link changes nothing: it only takes the token out of the URL, and leads a
//! visitor without an account to registration.

use std::future::{Ready, ready};

use http::StatusCode;
use user_core::domain::{Notice, Unmet, Violations};
use user_core::flows::{AcceptInvitationError, Invited, LinkError, LinkRefusal, Refusal};
use user_core::views::{AcceptInvitationPage, InvitedView};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, refused_status, stale};
use crate::exchange::{Exchange, LINK, Posted, leading_to, naming_link, url_for_link};
use crate::request::cookies::LinkKind;
use crate::response::Response;
use crate::response::problem::Problem;

/// The link of the mail.
fn open(exchange: Exchange, Steps([token]): Steps<1>, query: Query) -> Ready<Answer> {
    let page = exchange.path(|paths| &paths.accept_invitation);
    ready(Ok(exchange.open_link(LinkKind::Invite, &token, &page, &query.next)))
}

async fn show(exchange: Exchange, query: Query) -> Answer {
    let link = exchange.link(LinkKind::Invite, &query.link);
    let here = Here { link, next: exchange.next(&query.next) };
    Ok(show_again(&exchange, &here, StatusCode::OK, &Violations::none()).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let link = exchange.link(LinkKind::Invite, posted.fields.text(LINK));
    let here = Here { link, next: exchange.next(posted.fields.text("next")) };
    if posted.is_stale {
        let violations = stale(&exchange);
        let status = refused_status(&exchange, &violations)?;
        return Ok(show_again(&exchange, &here, status, &violations).await?);
    }
    let Some(current) = exchange.current().await? else {
        return if exchange.wants_json() {
            Err(Unmet::NotSignedIn.into())
        } else {
            Ok(exchange.redirect(&here.path(&exchange), None))
        };
    };
    let visitor = exchange.visitor().await?;
    match exchange.users().accept_invitation(current, link, &visitor).await {
        Ok(()) => {
            exchange.drop_link(LinkKind::Invite, link);
            let to = here.next.unwrap_or_else(|| exchange.settings().destinations.after_sign_in.clone());
            Ok(exchange.redirect(&to, Some(&Notice::INVITATION_ACCEPTED)))
        }
        Err(AcceptInvitationError::Link(refusal)) => Ok(lead_on(&exchange, link, refusal).await?),
        Err(AcceptInvitationError::SomebodyElse) if exchange.wants_json() => {
            Err(Problem::new(StatusCode::FORBIDDEN).into())
        }
        // The page says so.
        Err(AcceptInvitationError::SomebodyElse) => Ok(exchange.redirect(&here.path(&exchange), None)),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

/// Which invitation this is about, and where to go on to from it.
struct Here<'a> {
    link: &'a str,
    next: Option<String>,
}

impl Here<'_> {
    fn path(&self, exchange: &Exchange) -> String {
        self.on(&exchange.path(|paths| &paths.accept_invitation))
    }

    fn on(&self, page: &str) -> String {
        url_for_link(page, self.link, self.next.as_deref())
    }
}

async fn show_again(
    exchange: &Exchange,
    here: &Here<'_>,
    status: StatusCode,
    violations: &Violations,
) -> Result<Response, Problem> {
    match exchange.users().invitation(here.link).await {
        Ok(invited) => lead(exchange, &invited, here, (status, violations)).await,
        Err(LinkError::Refused(refusal)) => lead_on(exchange, here.link, refusal).await,
        Err(LinkError::Failed(error)) => Err(error.into()),
    }
}

/// The page, or registration for a stranger who has no account yet.
async fn lead(
    exchange: &Exchange,
    invited: &Invited,
    here: &Here<'_>,
    (status, violations): (StatusCode, &Violations),
) -> Result<Response, Problem> {
    let current = exchange.current().await?;
    if current.is_none() && !invited.has_account {
        return Ok(exchange.redirect(&here.on(&exchange.path(|paths| &paths.register)), None));
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
            leading_to(&sign_in, Some(&here.path(exchange)))
        }),
    };
    let form = exchange.users().forms().accept_invitation().refused(violations);
    let form = naming_link(form.leading_to(here.next.as_deref()), here.link);
    exchange.page("accept-invitation", status, |site| AcceptInvitationPage { site, form, invitation }).await
}

/// An invitation that leads nowhere: to the sign-in page, or to the front page for a user who is signed in.
pub(super) async fn lead_on(
    exchange: &Exchange,
    link: &str,
    refusal: LinkRefusal,
) -> Result<Response, Problem> {
    exchange.drop_link(LinkKind::Invite, link);
    let notice = match refusal {
        LinkRefusal::Invalid if exchange.misses_link() => Notice::LINK_NOT_HERE,
        LinkRefusal::Invalid => {
            exchange.refuse_link();
            Notice::INVITATION_INVALID
        }
        LinkRefusal::Expired => Notice::INVITATION_EXPIRED,
        LinkRefusal::Used => Notice::INVITATION_USED,
    };
    let to = match exchange.current().await? {
        Some(_) => exchange.path(|paths| &paths.profile),
        None => exchange.path(|paths| &paths.sign_in),
    };
    Ok(exchange.redirect(&to, Some(&notice)))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .below(":token", Methods::get(|asked| open.handle(asked)))
        .about("invitation");
