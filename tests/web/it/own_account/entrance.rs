//! The ways in and out: registering, signing in and out, asking for another mail, and what the foot of a page does.

use std::collections::BTreeMap;

use http::StatusCode;
use serde_json::json;
use user_core::domain::{Notice, Violations};
use user_core::flows::{
    Admission, ForgotPasswordForm, PasswordStrengthError, RegisterForm, RegisteredNext,
    ResendConfirmEmailForm, SignInForm,
};
use user_core::views::{StrengthView, Typed};
use user_web::{Exchange, LinkKind, Problem, Response, SentAbout, Whose};

use super::{Answer, Sent, leading, refuse, show, show_with};

pub(super) async fn register(exchange: Exchange, sent: Sent) -> Answer {
    let (next, invitation) =
        (sent.text("next"), exchange.link(LinkKind::Invite, &sent.text("link")).to_owned());
    let forms = exchange.users().forms();
    if sent.form.is_none() {
        if let Some(elsewhere) = exchange.past_the_entrance(&next).await? {
            return Ok(elsewhere);
        }
        let form = match exchange.users().invitation(&invitation).await {
            Ok(invited) => forms.register_invited(&Typed::default(), invited.email.as_str(), &invitation),
            Err(_) => forms.register(&Typed::default()),
        };
        return show(&exchange, leading(&exchange, form, &next), &Violations::none()).await;
    }
    let form = RegisterForm {
        username: sent.text("username"),
        email: sent.text("email"),
        password: sent.text("password"),
        retype_password: sent.text("retype_password"),
        fields: BTreeMap::from([("motto".to_owned(), sent.text("motto"))]),
        invite_token: sent.text("invite_token"),
    };
    match exchange.users().register(&form, &exchange.visitor().await?).await {
        Ok(registered) => {
            exchange.drop_link(LinkKind::Invite, &form.invite_token);
            if let RegisteredNext::Admission(Admission::SignedIn(signed_in)) = &registered.next {
                exchange.sign_in(signed_in);
                return Ok(exchange.redirect("/own/in", Some(&Notice::SIGNED_IN)));
            }
            exchange.keep_registration(&registered.mark);
            if let Some(next) = exchange.next(&next) {
                exchange.keep_wanted(Whose::Registration(&registered.mark), &next);
            }
            Ok(exchange.redirect("/own/registered", Some(&Notice::REGISTERED_CONFIRM)))
        }
        Err(error) => {
            let typed = Typed { username: form.username, email: form.email, ..Typed::default() };
            refuse(&exchange, error, leading(&exchange, forms.register(&typed), &next)).await
        }
    }
}

pub(super) async fn sign_in(exchange: Exchange, sent: Sent) -> Answer {
    let (current, next) = (exchange.current().await?, sent.text("next"));
    let proves_again = current.is_some() && !sent.text("again").is_empty();
    let forms = exchange.users().forms();
    let again = |typed: &Typed| {
        let form = forms.sign_in(typed).hiding("again", proves_again.then(|| "1".to_owned()));
        leading(&exchange, form, &next)
    };
    if sent.form.is_none() {
        if !proves_again && let Some(elsewhere) = exchange.past_the_entrance(&next).await? {
            return Ok(elsewhere);
        }
        let typed = current.map(|current| Typed::of(&current.user)).unwrap_or_default();
        return show(&exchange, again(&typed), &Violations::none()).await;
    }
    let identifier = sent.text(exchange.users().identifier_field().name());
    let remember_me = !sent.text("remember_me").is_empty();
    let form = SignInForm { identifier, password: sent.text("password"), remember_me };
    match exchange.users().sign_in(&form, &exchange.visitor().await?).await {
        Ok(admission) => Ok(match exchange.admit(&admission, exchange.next(&next).as_deref()) {
            Some(second_step) => exchange.redirect(&second_step, None),
            None => exchange.redirect(&exchange.next_or(&next, "/own/in"), Some(&Notice::SIGNED_IN)),
        }),
        Err(error) => {
            let typed = Typed { username: form.identifier, remember_me, ..Typed::default() };
            refuse(&exchange, error, again(&typed)).await
        }
    }
}

/// Two forms, each of which posts to its own page.
pub(super) async fn sign_in_or_register(exchange: Exchange, sent: Sent) -> Answer {
    if let Some(elsewhere) = exchange.past_the_entrance(&sent.text("next")).await? {
        return Ok(elsewhere);
    }
    let forms = exchange.users().forms();
    let sign_in = leading(&exchange, forms.sign_in(&Typed::default()), &sent.text("next"));
    let register = leading(&exchange, forms.register(&Typed::default()), &sent.text("next"));
    let both = |site, register| json!({ "site": site, "form": sign_in, "register": register });
    Ok(exchange.page_with_form("own-sign-in-or-register", StatusCode::OK, register, both).await?)
}

pub(super) async fn sign_out(exchange: Exchange, sent: Sent) -> Answer {
    if sent.form.is_none() {
        return show(&exchange, exchange.users().forms().sign_out(), &Violations::none()).await;
    }
    if let Some(current) = exchange.current().await? {
        exchange.users().sign_out(current, &exchange.visitor().await?).await?;
    }
    exchange.sign_out();
    Ok(exchange.redirect("/own/out", Some(&Notice::SIGNED_OUT)))
}

pub(super) fn language(exchange: &Exchange, sent: &Sent) -> Answer {
    let Some(chosen) = exchange.users().offered_locale(&sent.text("language")) else {
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY).into());
    };
    exchange.keep_language(chosen);
    Ok(exchange.redirect(&exchange.next_or(&sent.text("next"), "/"), None))
}

/// What the script of a form asks while somebody types.
pub(super) async fn password_strength(exchange: Exchange, sent: Sent) -> Answer {
    let typed = [sent.text("password"), sent.text("new_password")].concat();
    let (username, email) = (sent.text("username"), sent.text("email"));
    let visitor = exchange.visitor().await?;
    let strength = exchange.users().password_strength(&typed, (&username, &email), &visitor).await;
    let strength = match strength {
        Ok(strength) => strength.map(StrengthView::from),
        Err(PasswordStrengthError::Throttled { retry_after }) => {
            return Err(Problem::too_many(retry_after).into());
        }
        Err(PasswordStrengthError::Failed(error)) => return Err(error.into()),
    };
    let told = strength.map(|told| json!({ "score": told.score, "message": exchange.words(&told.message) }));
    let mut response = Response::new(json!(told).to_string().into());
    response.headers_mut().insert("content-type", http::HeaderValue::from_static("application/json"));
    Ok(response)
}

pub(super) async fn resend(exchange: Exchange, sent: Sent) -> Answer {
    let typed = Typed { email: sent.text("email"), ..Typed::default() };
    let form = exchange.users().forms().resend_confirm_email(&typed);
    if sent.form.is_none() {
        return show(&exchange, form, &Violations::none()).await;
    }
    let wish = ResendConfirmEmailForm { email: typed.email };
    match exchange.users().resend_confirm_email(&wish, &exchange.visitor().await?).await {
        Ok(()) => {
            exchange.keep_sent(SentAbout::Resend, &wish.email);
            Ok(exchange.redirect("/own/resent", Some(&Notice::CONFIRMATION_SENT)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}

pub(super) async fn forgot(exchange: Exchange, sent: Sent) -> Answer {
    let typed = Typed { email: sent.text("email"), ..Typed::default() };
    let form = leading(&exchange, exchange.users().forms().forgot_password(&typed), &sent.text("next"));
    if sent.form.is_none() {
        return show(&exchange, form, &Violations::none()).await;
    }
    let wish = ForgotPasswordForm { email: typed.email };
    match exchange.users().forgot_password(&wish, &exchange.visitor().await?).await {
        Ok(()) => {
            if let Some(next) = exchange.next(&sent.text("next")) {
                exchange.keep_wanted(Whose::Address(&wish.email), &next);
            }
            Ok(exchange.redirect("/own/forgot", Some(&Notice::RESET_SENT)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}

/// Says to look for a mail, and sends it once more.
pub(super) async fn check_email(exchange: Exchange, sent: Sent) -> Answer {
    let form = exchange.users().forms().check_email();
    let Some(mail) = exchange.sent() else { return Ok(exchange.redirect("/own/nothing-sent", None)) };
    if sent.form.is_none() {
        return show_with(&exchange, form, &Violations::none(), json!({ "address": mail.address })).await;
    }
    let wish = ResendConfirmEmailForm { email: mail.address };
    match exchange.users().resend_confirm_email(&wish, &exchange.visitor().await?).await {
        Ok(()) => {
            exchange.keep_sent(SentAbout::Resend, &wish.email);
            Ok(exchange.redirect("/own/sent-again", Some(&Notice::CONFIRMATION_SENT)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}
