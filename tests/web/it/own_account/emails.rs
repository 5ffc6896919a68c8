//! A user's addresses, and inviting the owners of others.

use serde_json::json;
use user_core::domain::{EmailId, InvitationId, Notice, Unmet, Violations};
use user_core::flows::{AddEmailForm, ChangeEmailForm, InviteForm, Refusal};
use user_core::views::Typed;
use user_web::Exchange;

use super::{Answer, Sent, fresh, not_there, refuse, show, show_with, signed_in};

pub(super) async fn manage(exchange: Exchange, sent: Sent) -> Answer {
    let (current, users) = (fresh(&exchange).await?, exchange.users());
    let form = users.forms().add_email(&Typed { email: sent.text("email"), ..Typed::default() });
    if sent.form.is_none() {
        let emails = current.user.emails.iter();
        let ids: Vec<_> = emails.map(|email| [email.id.to_string(), email.address.to_string()]).collect();
        return show_with(&exchange, form, &Violations::none(), json!(ids)).await;
    }
    let typed = AddEmailForm { email: sent.text("email") };
    match users.add_email(&current, &typed, &exchange.visitor().await?).await {
        Ok(email) => {
            let notice = Notice::EMAIL_ADDED.with("address", email.to_string());
            Ok(exchange.redirect("/own/added", Some(&notice)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}

pub(super) async fn act(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users) = (signed_in(&exchange).await?, exchange.users());
    let ([id, action], Some(_)) = (steps, sent.form) else { return Err(not_there()) };
    let id: EmailId = id.parse().map_err(|_| not_there())?;
    let visitor = exchange.visitor().await?;
    let done = match *action {
        "confirm" => users.send_confirmation(&current, id, &visitor).await,
        "make-primary" => users.make_primary(&current, id, &visitor).await,
        "delete" => users.remove_email(&current, id, &visitor).await,
        _ => return Err(not_there()),
    };
    done.map_err(Refusal::from)?;
    Ok(exchange.redirect(&format!("/own/{action}"), None))
}

pub(super) async fn change(exchange: Exchange, sent: Sent) -> Answer {
    let (current, users) = (fresh(&exchange).await?, exchange.users());
    let typed = Typed { email: sent.text("new_email"), ..Typed::default() };
    let form = users.forms().change_email(&typed, &Typed::of(&current.user));
    if sent.form.is_none() {
        return show(&exchange, form, &Violations::none()).await;
    }
    let wish = ChangeEmailForm { new_email: typed.email, old_password: sent.text("old_password") };
    match users.change_email(&current, &wish, &exchange.visitor().await?).await {
        Ok(email) => {
            let notice = Notice::EMAIL_ADDED.with("address", email.to_string());
            Ok(exchange.redirect("/own/mailed", Some(&notice)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}

/// Inviting, and below it what is done to an invitation.
pub(super) async fn invite(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users) = (signed_in(&exchange).await?, exchange.users());
    let Some(right) = users.invitation_right(&current.user).await? else {
        return Err(Unmet::NotAllowed.into());
    };
    let visitor = exchange.visitor().await?;
    if let [id, action] = steps {
        let id: InvitationId = id.parse().map_err(|_| not_there())?;
        let done = match *action {
            "resend" if sent.form.is_some() => users.resend_invitation(&current, id, &visitor).await,
            "revoke" if sent.form.is_some() => users.revoke_invitation(&current, id, &visitor).await,
            _ => return Err(not_there()),
        };
        done.map_err(Refusal::from)?;
        return Ok(exchange.redirect(&format!("/own/{action}"), None));
    }
    exchange.lead_to_inviting();
    let typed = Typed { email: sent.text("email"), roles: sent.text("roles"), ..Typed::default() };
    let form = users.forms().invite(&typed, &right.grantable_roles);
    if sent.form.is_none() {
        let sent = users.sent_invitations(current.user.id).await?;
        let ids: Vec<_> = sent.iter().map(|sent| sent.id.to_string()).collect();
        return show_with(&exchange, form, &Violations::none(), json!(ids)).await;
    }
    let wish = InviteForm { email: typed.email, roles: typed.roles };
    match users.invite(&current, &wish, &visitor).await {
        Ok(email) => {
            let notice = Notice::INVITATION_SENT.with("address", email.to_string());
            Ok(exchange.redirect("/own/invited", Some(&notice)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}
