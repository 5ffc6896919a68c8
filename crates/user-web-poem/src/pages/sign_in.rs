//! Signing in.

use poem::http::StatusCode;
use poem::web::Query as QueryOf;
use poem::{Response, handler};
use user_core::domain::{Field, Notice, User, Violation, Violations};
use user_core::flows::{SignInError, SignInForm};
use user_core::views::{FormView, Typed};

use super::sign_in_or_register::where_sent;
use super::{Query, form_page, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let current = exchange.current().await.map_err(Problem::from)?;
    let proves_again = !query.again.is_empty();
    if current.is_some() && !proves_again && exchange.settings().auto_sign_in.when_signed_in {
        let to = exchange.next_or(&query.next, &exchange.settings().destinations.after_sign_in);
        return Ok(exchange.redirect(&to, None));
    }
    let typed = current.map(|current| known(&current.user)).unwrap_or_default();
    let form = form(&exchange, &typed, &query.next).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let text = |name| posted.fields.text(name).to_owned();
    let field = exchange.users().identifier_field();
    let identifier = text(field.name());
    let remember_me = posted.fields.ticked("remember_me");
    let typed =
        Typed { username: identifier.clone(), email: identifier.clone(), remember_me, ..Typed::default() };
    let next = text("next");
    let form = || where_sent(&exchange, form(&exchange, &typed, &next), &posted.fields);
    let again = |violations| refused(&exchange, form(), violations);
    if posted.is_stale {
        return Ok(again(stale()).await?);
    }
    let form = SignInForm { identifier, password: text("password"), remember_me };
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    let barred = |violation| Violations::one(Field::Form, violation);
    match exchange.users().sign_in(&form, &visitor).await {
        Ok(signed_in) => {
            exchange.sign_in(&signed_in);
            let to = exchange.next_or(&next, &exchange.settings().destinations.after_sign_in);
            Ok(exchange.redirect(&to, Some(&Notice::SignedIn)))
        }
        Err(SignInError::Invalid(violations)) => Ok(again(violations).await?),
        Err(SignInError::Unconfirmed) => Ok(again(barred(Violation::Unconfirmed)).await?),
        Err(SignInError::Disabled) => Ok(again(barred(Violation::Disabled)).await?),
        Err(SignInError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(SignInError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

/// Whoever proves the password again need not type who they are.
fn known(user: &User) -> Typed {
    let email = user.primary_email().map(|email| email.address.to_string()).unwrap_or_default();
    Typed { username: user.display_name().to_owned(), email, ..Typed::default() }
}

fn form(exchange: &Exchange, typed: &Typed, next: &str) -> FormView {
    exchange.users().forms().sign_in(typed).leading_to(exchange.next(next).as_deref())
}
