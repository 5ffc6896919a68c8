//! The user's addresses, and adding one.

use http::StatusCode;
use user_core::domain::{Notice, User, UserEmail, Violations};
use user_core::flows::AddEmailForm;
use user_core::views::{EmailView, ManageEmailsPage, ManagedEmailView, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Query, refuse, refused_status, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Kept, Posted};
use crate::response::Response;
use crate::response::problem::Problem;

/// What was typed, and where to go on to.
#[derive(Default)]
struct Wish {
    email: String,
    next: String,
}

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let wish = Wish { next: query.next, ..Wish::default() };
    Ok(page(&exchange, current.user(), StatusCode::OK, &wish, &Violations::none()).await?)
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let wish = Wish { email: text("email"), next: text("next") };
    let form = AddEmailForm { email: wish.email.clone() };
    if posted.is_stale {
        return again(&exchange, &current, &wish, stale(&exchange)).await;
    }
    let visitor = exchange.visitor().await?;
    match exchange.users().add_email(current.current(), &form, &visitor).await {
        Ok(email) => {
            let notice = Notice::EMAIL_ADDED.with("address", email.to_string());
            let list = exchange.path(|paths| &paths.manage_emails);
            Ok(exchange.redirect(&exchange.next_or(&wish.next, &list), Some(&notice)))
        }
        Err(error) => refuse(error, |violations| again(&exchange, &current, &wish, violations)).await,
    }
}

async fn again(exchange: &Exchange, current: &CurrentUser, wish: &Wish, violations: Violations) -> Answer {
    let status = refused_status(exchange, &violations)?;
    Ok(page(exchange, current.user(), status, wish, &violations).await?)
}

async fn page(
    exchange: &Exchange,
    user: &User,
    status: StatusCode,
    wish: &Wish,
    violations: &Violations,
) -> Result<Response, Problem> {
    let typed = Typed { email: wish.email.clone(), ..Typed::default() };
    let form = exchange.users().forms().add_email(&typed).refused(violations);
    let form = form.leading_to(exchange.next(&wish.next).as_deref());
    let path = exchange.path(|paths| &paths.email_action);
    let main = user.main_email().map(|email| email.id);
    let mut held: Vec<_> = user.emails.iter().collect();
    held.sort_by_key(|email| !email.primary);
    let emails = held.into_iter().map(|email| view(email, main == Some(email.id), &path)).collect();
    exchange.page("manage-emails", status, |site| ManageEmailsPage { site, emails, form }).await
}

fn view(email: &UserEmail, is_main: bool, path: &str) -> ManagedEmailView {
    let action = |on: bool, name: &str| on.then(|| format!("{path}/{}/{name}", email.id));
    let confirmed = email.confirmed_at.is_some();
    ManagedEmailView {
        email: EmailView { address: email.address.to_string(), confirmed, primary: email.primary },
        confirm: action(!confirmed, "confirm"),
        make_primary: action(confirmed && !email.primary, "make-primary"),
        delete: action(!is_main, "delete"),
    }
}

async fn resume(exchange: Exchange, current: CurrentUser, kept: Kept) -> Result<Response, Problem> {
    let wish = Wish { email: kept.text("email").to_owned(), next: kept.text("next").to_owned() };
    page(&exchange, current.user(), StatusCode::OK, &wish, &Violations::none()).await
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .for_users()
        .resumed_by(|exchange, current, kept| Box::pin(resume(exchange, current, kept)))
        .about("email");
