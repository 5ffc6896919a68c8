//! Inviting people, and whom one has invited.

use chrono::SecondsFormat;
use http::StatusCode;
use user_core::domain::{
    Invitation, InvitationId, InvitationState, Notice, Role, TimeZone, Unmet, Violations,
};
use user_core::flows::{InviteError, InviteForm, Refusal};
use user_core::views::{InvitationView, InvitePage, Typed};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Page, Query, forged, not_there, refuse, refused_status, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};
use crate::refused::Refused;
use crate::response::Response;

/// What was typed, and where to go on to.
#[derive(Default)]
struct Wish {
    email: String,
    roles: String,
    next: String,
}

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let wish = Wish { next: query.next, ..Wish::default() };
    page(&exchange, &current, StatusCode::OK, &wish, &Violations::none()).await
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let wish =
        Wish { email: text("email"), roles: roles(&exchange, &current, &posted).await?, next: text("next") };
    if posted.is_stale {
        return again(&exchange, &current, &wish, stale(&exchange)).await;
    }
    let form = InviteForm { email: wish.email.clone(), roles: wish.roles.clone() };
    let visitor = exchange.visitor().await?;
    match exchange.users().invite(current.current(), &form, &visitor).await {
        Ok(email) => {
            Ok(back(&exchange, &wish.next, &Notice::INVITATION_SENT.with("address", email.to_string())))
        }
        Err(error) => refuse(error, |violations| again(&exchange, &current, &wish, violations)).await,
    }
}

/// The roles that were ticked, and those that a program or a form of the app's own names with commas.
async fn roles(exchange: &Exchange, current: &CurrentUser, posted: &Posted) -> Result<String, Refused> {
    let right = exchange.users().invitation_right(current.user()).await?;
    let grantable = right.map(|right| right.grantable_roles).unwrap_or_default();
    let ticked = grantable.iter().filter(|role| posted.fields.ticked(&format!("role_{role}")));
    let named = ticked.map(Role::to_string).chain([posted.fields.text("roles").to_owned()]);
    Ok(named.filter(|role| !role.is_empty()).collect::<Vec<_>>().join(","))
}

/// Sends one again, or takes it back. Only by POST: nothing that a link could do.
async fn act(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Steps([id, action]): Steps<2>,
) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let id: InvitationId = id.parse().map_err(|_| not_there())?;
    let (users, current) = (exchange.users(), current.current());
    let visitor = exchange.visitor().await?;
    let done = match action.as_str() {
        "resend" => {
            let sent = users.resend_invitation(current, id, &visitor).await;
            sent.map(|email| Notice::INVITATION_SENT.with("address", email.to_string()))
        }
        "revoke" => {
            let revoked = users.revoke_invitation(current, id, &visitor).await;
            revoked.map(|email| Notice::INVITATION_REVOKED.with("address", email.to_string()))
        }
        _ => return Err(not_there().into()),
    };
    match done {
        Ok(notice) => Ok(back(&exchange, posted.fields.text("next"), &notice)),
        // Its roles are not this user's to give any more.
        Err(InviteError::Invalid(_)) => Err(Unmet::NotAllowed.into()),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

fn back(exchange: &Exchange, next: &str, notice: &Notice) -> Response {
    let usual = exchange.settings().after(Page::Invite);
    exchange.redirect(&exchange.next_or(next, &usual), Some(notice))
}

async fn again(exchange: &Exchange, current: &CurrentUser, wish: &Wish, violations: Violations) -> Answer {
    let status = refused_status(exchange, &violations)?;
    page(exchange, current, status, wish, &violations).await
}

async fn page(
    exchange: &Exchange,
    current: &CurrentUser,
    status: StatusCode,
    wish: &Wish,
    violations: &Violations,
) -> Answer {
    let users = exchange.users();
    let right = users.invitation_right(current.user()).await?;
    let Some(right) = right else { return Err(Unmet::NotAllowed.into()) };
    exchange.lead_to_inviting();
    let sent = users.sent_invitations(current.user().id).await?;
    let path = exchange.path(|paths| &paths.invite);
    let zone = current.user().shown_zone();
    let invitations = sent.iter().map(|one| view(one, one.state(users.now()), zone, &path)).collect();
    let grantable_roles: Vec<_> = right.grantable_roles.iter().map(Role::to_string).collect();
    let typed = Typed { email: wish.email.clone(), roles: wish.roles.clone(), ..Typed::default() };
    let form = users.forms().invite(&typed, &right.grantable_roles).refused(violations);
    let form = form.leading_to(exchange.next(&wish.next).as_deref());
    let page = |site| InvitePage { site, form, grantable_roles, invitations };
    Ok(exchange.page("invite", status, page).await?)
}

fn view(invitation: &Invitation, state: InvitationState, zone: TimeZone, path: &str) -> InvitationView {
    let action = |on: bool, name: &str| on.then(|| format!("{path}/{}/{name}", invitation.id));
    InvitationView {
        address: invitation.email.to_string(),
        roles: invitation.roles.iter().map(Role::to_string).collect(),
        state: match state {
            InvitationState::Open => "open",
            InvitationState::Accepted => "accepted",
            InvitationState::Expired => "expired",
            InvitationState::Revoked => "revoked",
        },
        sent_at: invitation.created_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        sent: zone.readable(invitation.created_at),
        expires: zone.readable(invitation.expires_at),
        resend: action(state != InvitationState::Accepted, "resend"),
        revoke: action(state == InvitationState::Open, "revoke"),
    }
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .below(":id/:action", Methods::post(|asked| act.handle(asked)))
        .for_users()
        .about("invitation");
