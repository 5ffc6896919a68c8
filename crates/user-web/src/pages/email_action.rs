//! Doing something to one address of the user. Only by POST: nothing that a link could do.

use user_core::domain::{EmailAddress, EmailId, Notice};
use user_core::flows::{ManageEmailError, Refusal};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{forged, not_there};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};
use crate::response::Response;

async fn submit(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Steps([id, action]): Steps<2>,
) -> Answer {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let id: EmailId = id.parse().map_err(|_| not_there())?;
    let (users, current) = (exchange.users(), current.current());
    let visitor = exchange.visitor().await?;
    let done = match action.as_str() {
        "confirm" => users.send_confirmation(current, id, &visitor).await,
        "make-primary" => users.make_primary(current, id, &visitor).await,
        "delete" => users.remove_email(current, id, &visitor).await,
        _ => return Err(not_there().into()),
    };
    match done {
        Ok(email) => Ok(back(&exchange, &posted, &notice(&action, &email))),
        Err(ManageEmailError::Unconfirmed) => Ok(back(&exchange, &posted, &Notice::EMAIL_NOT_CONFIRMED)),
        Err(ManageEmailError::Primary) => Ok(back(&exchange, &posted, &Notice::NOT_ALLOWED)),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

fn back(exchange: &Exchange, posted: &Posted, notice: &Notice) -> Response {
    let list = exchange.path(|paths| &paths.manage_emails);
    exchange.redirect(&exchange.next_or(posted.fields.text("next"), &list), Some(notice))
}

fn notice(action: &str, email: &EmailAddress) -> Notice {
    let address = email.to_string();
    match action {
        "make-primary" => Notice::PRIMARY_EMAIL_CHANGED.with("address", address),
        "delete" => Notice::EMAIL_REMOVED.with("address", address),
        _ => Notice::EMAIL_ADDED.with("address", address),
    }
}

pub(super) const PAGE: Mount = Mount::at(Methods::NONE)
    .below(":id/:action", Methods::post(|asked| submit.handle(asked)))
    .for_users()
    .about("email");
