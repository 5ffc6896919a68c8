//! The pages behind mailed links: each keeps its link, acts on the one that it showed, and drops it.

use user_core::domain::{Notice, Violations};
use user_core::flows::{
    AcceptInvitationError, Admission, ConfirmEmailError, ConfirmEmailForm, LinkError, LinkRefusal, Refusal,
    ResetPasswordForm, UndoEmailChangeError,
};
use user_core::views::Typed;
use user_web::{Exchange, LinkKind, Response, Whose, naming_link};

use super::{Answer, Sent, refuse, show};

fn dead_link(exchange: &Exchange, kind: LinkKind, link: &str, refusal: LinkRefusal) -> Response {
    exchange.drop_link(kind, link);
    exchange.redirect("/page", Some(&exchange.link_notice(refusal)))
}

pub(super) async fn confirm(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    if let [token] = steps {
        let page = exchange.path(|paths| &paths.confirm_email);
        return Ok(exchange.open_link(LinkKind::Confirm, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Confirm, &sent.text("link")).to_owned();
    let (visitor, current) = (exchange.visitor().await?, exchange.current().await?);
    let confirmation = match exchange.users().confirmation_of(&link, current, &visitor).await {
        Ok(confirmation) => confirmation,
        Err(LinkError::Refused(refusal)) => {
            return Ok(dead_link(&exchange, LinkKind::Confirm, &link, refusal));
        }
        Err(LinkError::Failed(error)) => return Err(error.into()),
    };
    let forms = exchange.users().forms();
    let form = forms.confirm_email(confirmation.asks, &Typed::of_confirmed(&confirmation));
    let form = naming_link(form, &link);
    if sent.form.is_none() {
        return show(&exchange, form, &Violations::none()).await;
    }
    let typed = ConfirmEmailForm { password: sent.text("password"), ..ConfirmEmailForm::default() };
    match exchange.users().confirm_email(&link, &typed, current, &visitor).await {
        Ok(confirmed) => {
            exchange.drop_link(LinkKind::Confirm, &link);
            if let Some(Admission::SignedIn(signed_in)) = &confirmed.admission {
                exchange.sign_in(signed_in);
            }
            let wanted = exchange.take_wanted(exchange.registration());
            let to = wanted.unwrap_or("/own/confirmed".to_owned());
            Ok(exchange.redirect(&to, Some(&Notice::EMAIL_CONFIRMED)))
        }
        Err(ConfirmEmailError::Link(refusal)) => Ok(dead_link(&exchange, LinkKind::Confirm, &link, refusal)),
        Err(error) => refuse(&exchange, error, form).await,
    }
}

pub(super) async fn reset(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    if let [token] = steps {
        let page = exchange.path(|paths| &paths.reset_password);
        return Ok(exchange.open_link(LinkKind::Reset, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Reset, &sent.text("link")).to_owned();
    let account = match exchange.users().reset_account(&link).await {
        Ok(account) => account,
        Err(LinkError::Refused(refusal)) => return Ok(dead_link(&exchange, LinkKind::Reset, &link, refusal)),
        Err(LinkError::Failed(error)) => return Err(error.into()),
    };
    let form = || naming_link(exchange.users().forms().reset_password(&Typed::of(&account)), &link);
    if sent.form.is_none() {
        return show(&exchange, form(), &Violations::none()).await;
    }
    let typed = ResetPasswordForm {
        new_password: sent.text("new_password"),
        retype_password: sent.text("retype_password"),
    };
    match exchange.users().reset_password(&link, &typed, &exchange.visitor().await?).await {
        Ok(reset) => {
            exchange.drop_link(LinkKind::Reset, &link);
            exchange.keep_device(&reset.device);
            if let Some(Admission::SignedIn(signed_in)) = &reset.admission {
                exchange.sign_in(signed_in);
            }
            let owner = account.emails.iter().map(|email| Whose::Address(email.address.as_str()));
            let to = exchange.take_wanted(owner).unwrap_or("/own/reset".to_owned());
            Ok(exchange.redirect(&to, Some(&Notice::PASSWORD_RESET)))
        }
        Err(error) => refuse(&exchange, error, form()).await,
    }
}

pub(super) async fn accept(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    if let [token] = steps {
        let page = exchange.path(|paths| &paths.accept_invitation);
        return Ok(exchange.open_link(LinkKind::Invite, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Invite, &sent.text("link")).to_owned();
    let Some(current) = exchange.current().await? else {
        let register = exchange.path(|paths| &paths.register);
        return Ok(exchange.redirect(&exchange.page_for_link(LinkKind::Invite, &link, &register, None), None));
    };
    if sent.form.is_none() {
        let form = exchange.users().forms().accept_invitation();
        return show(&exchange, naming_link(form, &link), &Violations::none()).await;
    }
    match exchange.users().accept_invitation(current, &link, &exchange.visitor().await?).await {
        Ok(()) => {
            exchange.drop_link(LinkKind::Invite, &link);
            Ok(exchange.redirect("/own/accepted", Some(&Notice::INVITATION_ACCEPTED)))
        }
        Err(AcceptInvitationError::Link(refusal)) => {
            Ok(dead_link(&exchange, LinkKind::Invite, &link, refusal))
        }
        Err(error) => Err(Refusal::from(error).into()),
    }
}

/// Takes the account back, and leads on to a new password.
pub(super) async fn undo(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    if let [token] = steps {
        let page = exchange.path(|paths| &paths.undo_email_change);
        return Ok(exchange.open_link(LinkKind::Undo, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Undo, &sent.text("link")).to_owned();
    if sent.form.is_none() {
        return match exchange.users().undone_email(&link).await {
            Ok(_) => {
                let form = exchange.users().forms().undo_email_change();
                show(&exchange, naming_link(form, &link), &Violations::none()).await
            }
            Err(LinkError::Refused(refusal)) => Ok(dead_link(&exchange, LinkKind::Undo, &link, refusal)),
            Err(LinkError::Failed(error)) => Err(error.into()),
        };
    }
    match exchange.users().undo_email_change(&link, &exchange.visitor().await?).await {
        Ok(undone) => {
            exchange.drop_link(LinkKind::Undo, &link);
            exchange.sign_out();
            let page = exchange.path(|paths| &paths.reset_password);
            let to = exchange.page_for_link(LinkKind::Reset, &undone.reset_link, &page, None);
            Ok(exchange.redirect(&to, Some(&Notice::EMAIL_CHANGE_UNDONE)))
        }
        Err(UndoEmailChangeError::Link(refusal)) => Ok(dead_link(&exchange, LinkKind::Undo, &link, refusal)),
        Err(error) => Err(Refusal::from(error).into()),
    }
}
