//! The user's picture: choosing one, removing it, and serving it.

use http::{HeaderName, StatusCode, header};
use user_core::domain::{Notice, PictureId, PictureSize, User, Violations};
use user_core::flows::{Refusal, SetPictureError};
use user_core::views::{FormView, PicturePage};

use super::mount::{Answer, Handler, Methods, Mount, Steps};
use super::{Query, forged, not_there, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted, Upload};
use crate::response::problem::Problem;
use crate::response::{Response, response};

/// What stands below the page to remove the picture.
const REMOVE: &str = "remove";
/// Should a browser ever take a picture for a document: nothing in it may do anything.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    Ok(page(&exchange, current.user(), StatusCode::OK, form(&exchange, &query.next)).await?)
}

async fn submit(exchange: Exchange, current: CurrentUser, mut posted: Posted) -> Answer {
    let form = form(&exchange, posted.fields.text("next"));
    if posted.is_stale {
        return Ok(refused(&exchange, current.user(), form, stale(&exchange), StatusCode::FORBIDDEN).await?);
    }
    match set_picture(&exchange, &current, posted.take_upload()).await {
        Ok(()) => Ok(done(&exchange, &posted, &Notice::PICTURE_SAVED)),
        Err(SetPictureError::Invalid(violations)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(refused(&exchange, current.user(), form, violations, status).await?)
        }
        Err(error) => Err(Refusal::from(error).into()),
    }
}

/// Its room is held until the picture is made.
async fn set_picture(
    exchange: &Exchange,
    current: &CurrentUser,
    upload: Option<Upload>,
) -> Result<(), SetPictureError> {
    let (users, visitor) = (exchange.users(), exchange.visitor().await?);
    if let Some(Upload { file, turn, room: _room }) = upload {
        return users.set_picture(turn, file, &visitor).await;
    }
    // A form without a file.
    let turn = users.begin_upload(current.current(), &visitor).await?;
    users.set_picture(turn, Vec::new(), &visitor).await
}

async fn take_away(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Steps([action]): Steps<1>,
) -> Answer {
    if action != REMOVE {
        return Err(not_there().into());
    }
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let visitor = exchange.visitor().await?;
    match exchange.users().remove_picture(current.current(), &visitor).await {
        Ok(()) => Ok(done(&exchange, &posted, &Notice::PICTURE_REMOVED)),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

fn form(exchange: &Exchange, next: &str) -> FormView {
    exchange.users().forms().picture().leading_to(exchange.next(next).as_deref())
}

fn done(exchange: &Exchange, posted: &Posted, notice: &Notice) -> Response {
    let profile = exchange.path(|paths| &paths.profile);
    exchange.redirect(&exchange.next_or(posted.fields.text("next"), &profile), Some(notice))
}

async fn refused(
    exchange: &Exchange,
    user: &User,
    form: FormView,
    violations: Violations,
    status: StatusCode,
) -> Result<Response, Problem> {
    if exchange.wants_json() {
        let problem = if status == StatusCode::FORBIDDEN { forged(exchange) } else { Problem::new(status) };
        return Err(Problem { violations, ..problem });
    }
    page(exchange, user, status, form.refused(&violations)).await
}

async fn page(
    exchange: &Exchange,
    user: &User,
    status: StatusCode,
    form: FormView,
) -> Result<Response, Problem> {
    let (name, initials) = (user.full_name(), user.initials());
    let picture = exchange.picture_of(user, PictureSize::Large);
    let remove = picture.is_some().then(|| format!("{}/{REMOVE}", exchange.path(|paths| &paths.picture)));
    exchange.page("picture", status, |site| PicturePage { site, form, name, initials, picture, remove }).await
}

/// Anybody who knows the id may see the picture. What is there under one never changes.
async fn serve(exchange: Exchange, Steps([name]): Steps<1>) -> Answer {
    let (id, size) = name.rsplit_once('-').ok_or_else(not_there)?;
    let id: PictureId = id.parse().map_err(|_| not_there())?;
    let size = PictureSize::parse(size).ok_or_else(not_there)?;
    let found = exchange.users().picture(id, size).await?;
    let file = found.ok_or_else(not_there)?;
    let headers = [
        (header::CONTENT_TYPE, file.format.media_type()),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    Ok(response(StatusCode::OK, headers, file.bytes))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .below(":action", Methods::post(|asked| take_away.handle(asked)))
        .for_users()
        .with_a_file()
        .repeatable();

pub(super) const FILES: Mount =
    Mount::at(Methods::NONE).below(":picture", Methods::get(|asked| serve.handle(asked)));
