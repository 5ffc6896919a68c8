//! Using a recovery code: for a new password, or as a proof of who is signed in.

use http::StatusCode;
use user_core::domain::{Field, Notice, Violations};
use user_core::flows::{Current, RecoveryCodeForm, ResetByRecoveryCodeForm};
use user_core::views::{FormView, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::reset_password::after_reset;
use super::{Query, form_page, refuse, refused, stale};
use crate::exchange::{Exchange, Posted};

async fn show(exchange: Exchange, query: Query) -> Answer {
    let form = match exchange.current().await? {
        Some(_) => proof(&exchange, &query.next),
        None => reset(&exchange, &Typed::default(), &query.next),
    };
    Ok(form_page(&exchange, StatusCode::OK, form.refused(&Violations::none())).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    match exchange.current().await? {
        Some(current) => prove(&exchange, current, &posted).await,
        None => set_password(&exchange, &posted).await,
    }
}

async fn prove(exchange: &Exchange, current: &Current, posted: &Posted) -> Answer {
    let next = posted.fields.text("next");
    let again = |violations| refused(exchange, proof(exchange, next), violations);
    if posted.is_stale {
        return Ok(again(stale(exchange)).await?);
    }
    let form = RecoveryCodeForm { recovery_code: posted.fields.text("recovery_code").to_owned() };
    let visitor = exchange.visitor().await?;
    match exchange.users().prove_by_recovery_code(current, &form, &visitor).await {
        Ok(proven) => {
            exchange.sign_in(&proven.signed_in);
            let to = exchange.next_or(next, &exchange.path(|paths| &paths.profile));
            Ok(exchange.redirect(&to, Some(&Notice::RECOVERY_CODE_USED.with("left", proven.left))))
        }
        Err(error) => refuse(error, again).await,
    }
}

async fn set_password(exchange: &Exchange, posted: &Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let field = exchange.users().identifier_field();
    let (identifier, code) = (text(field.name()), text("recovery_code"));
    let (name, email) = match field {
        Field::Email => (String::new(), identifier.clone()),
        _ => (identifier.clone(), String::new()),
    };
    let typed = Typed { username: name, email, code: code.clone(), ..Typed::default() };
    let next = posted.fields.text("next");
    let again = |violations| refused(exchange, reset(exchange, &typed, next), violations);
    if posted.is_stale {
        return Ok(again(stale(exchange)).await?);
    }
    let form = ResetByRecoveryCodeForm {
        identifier,
        recovery_code: code,
        new_password: text("new_password"),
        retype_password: text("retype_password"),
    };
    let visitor = exchange.visitor().await?;
    match exchange.users().reset_by_recovery_code(&form, &visitor).await {
        Ok(reset) => Ok(after_reset(exchange, &reset, exchange.next(next))),
        Err(error) => refuse(error, again).await,
    }
}

fn proof(exchange: &Exchange, next: &str) -> FormView {
    exchange.users().forms().recovery_code_proof().leading_to(exchange.next(next).as_deref())
}

fn reset(exchange: &Exchange, typed: &Typed, next: &str) -> FormView {
    exchange.users().forms().use_recovery_code(typed).leading_to(exchange.next(next).as_deref())
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .about("password")
        .secret();
