//! Doing something to one address of the user. Only by POST: nothing that a link could do.

use poem::web::Path;
use poem::{Response, handler};
use user_core::domain::{EmailAddress, EmailId, Notice, Unmet};
use user_core::flows::ManageEmailError;

use super::{forged, not_there};
use crate::exchange::{Exchange, Posted};
use crate::extract::CurrentUser;
use crate::guard::TurnedAway;
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn submit(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Path((id, action)): Path<(String, String)>,
) -> poem::Result<Response> {
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let id: EmailId = id.parse().map_err(|_| not_there())?;
    let (users, current) = (exchange.users(), current.current());
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    let done = match action.as_str() {
        "confirm" => users.send_confirmation(current, id, &visitor).await,
        "make-primary" => users.make_primary(current, id, &visitor).await,
        "delete" => users.remove_email(current, id, &visitor).await,
        _ => return Err(not_there().into()),
    };
    match done {
        Ok(email) => Ok(back(&exchange, &posted, &notice(&action, &email))),
        Err(ManageEmailError::NotFresh) => Err(TurnedAway(Unmet::NotFresh).into()),
        Err(ManageEmailError::Gone) => Err(TurnedAway(Unmet::NotSignedIn).into()),
        Err(ManageEmailError::Off | ManageEmailError::Unknown) => Err(not_there().into()),
        Err(ManageEmailError::Unconfirmed) => Ok(back(&exchange, &posted, &Notice::EmailNotConfirmed)),
        Err(ManageEmailError::Primary) => Ok(back(&exchange, &posted, &Notice::NotAllowed)),
        Err(ManageEmailError::Throttled { retry_after }) => Err(Problem::too_many(retry_after).into()),
        Err(ManageEmailError::Failed(error)) => Err(Problem::from(error).into()),
    }
}

fn back(exchange: &Exchange, posted: &Posted, notice: &Notice) -> Response {
    let list = exchange.path(|paths| &paths.manage_emails);
    exchange.redirect(&exchange.next_or(posted.fields.text("next"), &list), Some(notice))
}

fn notice(action: &str, email: &EmailAddress) -> Notice {
    let address = email.to_string();
    match action {
        "make-primary" => Notice::PrimaryEmailChanged { address },
        "delete" => Notice::EmailRemoved { address },
        _ => Notice::EmailAdded { address },
    }
}
