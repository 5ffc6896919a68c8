//! Registration.

use poem::http::StatusCode;
use poem::web::Query as QueryOf;
use poem::{Response, handler};
use user_core::domain::{Notice, Violations};
use user_core::flows::{RegisterError, RegisterForm, Registered, RegisteredNext};
use user_core::views::{FormView, Typed};

use super::password_strength::strength;
use super::sign_in_or_register::where_sent;
use super::{Query, declared, form_page, not_there, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::request::cookies::{Keep, Name};
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn show(exchange: Exchange, QueryOf(query): QueryOf<Query>) -> poem::Result<Response> {
    let current = exchange.current().await.map_err(Problem::from)?;
    if current.is_some() && exchange.settings().auto_sign_in.when_signed_in {
        let to = exchange.next_or(&query.next, &exchange.settings().destinations.after_sign_in);
        return Ok(exchange.redirect(&to, None));
    }
    let form = form(&exchange, &Typed::default(), &query.next).refused(&Violations::none());
    Ok(form_page(&exchange, StatusCode::OK, form).await?)
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, posted: Posted) -> poem::Result<Response> {
    let text = |name| posted.fields.text(name).to_owned();
    let fields = declared(exchange.settings().registration_fields(), &posted.fields);
    let typed = Typed {
        username: text("username"),
        email: text("email"),
        fields: fields.clone(),
        ..Typed::default()
    };
    let next = text("next");
    let form = || where_sent(&exchange, form(&exchange, &typed, &next), &posted.fields);
    let again = |violations, judged| refused(&exchange, form().judged(judged), violations);
    if posted.is_stale {
        return Ok(again(stale(), None).await?);
    }
    let form = RegisterForm {
        username: text("username"),
        email: text("email"),
        password: text("password"),
        retype_password: text("retype_password"),
        fields,
    };
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().register(&form, &visitor).await {
        Ok(registered) => Ok(welcome(&exchange, &registered, &next)),
        Err(RegisterError::Invalid(violations)) => {
            Ok(again(violations, strength(&exchange, &posted.fields).await?).await?)
        }
        Err(RegisterError::Off) => Err(not_there().into()),
        Err(RegisterError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(RegisterError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn form(exchange: &Exchange, typed: &Typed, next: &str) -> FormView {
    exchange.users().forms().register(typed).leading_to(exchange.next(next).as_deref())
}

fn welcome(exchange: &Exchange, registered: &Registered, next: &str) -> Response {
    let settings = exchange.settings();
    let notice = match &registered.next {
        RegisteredNext::ConfirmEmail => Notice::RegisteredConfirm,
        RegisteredNext::SignIn => Notice::Registered,
        RegisteredNext::SignedIn(signed_in) => {
            exchange.sign_in(signed_in);
            let to = exchange.next_or(next, &settings.destinations.after_sign_in);
            return exchange.redirect(&to, Some(&Notice::SignedIn));
        }
    };
    exchange.set(Name::Registered, &registered.mark, Keep::For(settings.lifetimes.confirm_email));
    let to = settings.destinations.after_register.clone();
    let to = to.unwrap_or_else(|| exchange.path(|paths| &paths.sign_in));
    exchange.redirect(&to, Some(&notice))
}
