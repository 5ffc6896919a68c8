//! The user's picture: choosing one, removing it, and serving it.

use poem::http::{HeaderName, StatusCode, header};
use poem::web::{Path, Query as QueryOf};
use poem::{Response, handler};
use user_core::domain::{Notice, PictureId, PictureSize, Unmet, User, Violations};
use user_core::flows::SetPictureError;
use user_core::views::{FormView, PicturePage};

use super::{Query, forged, not_there, stale};
use crate::exchange::{Exchange, Posted};
use crate::extract::CurrentUser;
use crate::guard::TurnedAway;
use crate::response::problem::Problem;

/// What stands below the page to remove the picture.
const REMOVE: &str = "remove";
/// Should a browser ever take a picture for a document: nothing in it may do anything.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

#[handler]
pub(crate) async fn show(
    exchange: Exchange,
    current: CurrentUser,
    QueryOf(query): QueryOf<Query>,
) -> poem::Result<Response> {
    Ok(page(&exchange, current.user(), StatusCode::OK, form(&exchange, &query.next)).await?)
}

#[handler]
pub(crate) async fn submit(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
) -> poem::Result<Response> {
    let form = form(&exchange, posted.fields.text("next"));
    if posted.is_stale {
        return Ok(refused(&exchange, current.user(), form, stale(&exchange), StatusCode::FORBIDDEN).await?);
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().set_picture(current.current(), posted.take_file(), &visitor).await {
        Ok(()) => Ok(done(&exchange, &posted, &Notice::PictureSaved)),
        Err(SetPictureError::Invalid(violations)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(refused(&exchange, current.user(), form, violations, status).await?)
        }
        Err(error) => Err(failed(error)),
    }
}

#[handler]
pub(crate) async fn take_away(
    exchange: Exchange,
    current: CurrentUser,
    posted: Posted,
    Path(action): Path<String>,
) -> poem::Result<Response> {
    if action != REMOVE {
        return Err(not_there().into());
    }
    if posted.is_stale {
        return Err(forged(&exchange).into());
    }
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    match exchange.users().remove_picture(current.current(), &visitor).await {
        Ok(()) => Ok(done(&exchange, &posted, &Notice::PictureRemoved)),
        Err(error) => Err(failed(error)),
    }
}

fn failed(error: SetPictureError) -> poem::Error {
    match error {
        SetPictureError::Off => not_there().into(),
        SetPictureError::Gone => TurnedAway(Unmet::NotSignedIn).into(),
        SetPictureError::Throttled { retry_after } => Problem::too_many(retry_after).into(),
        SetPictureError::Failed(error) => Problem::from(error).into(),
        SetPictureError::Invalid(violations) => {
            Problem { violations, ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY) }.into()
        }
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
    let (name, initials) = (user.display_name().to_owned(), user.initials());
    let picture = address(exchange, user, PictureSize::Large);
    let remove = picture.is_some().then(|| format!("{}/{REMOVE}", exchange.path(|paths| &paths.picture)));
    exchange.page("picture", status, |site| PicturePage { site, form, name, initials, picture, remove }).await
}

/// Where the picture of a user is served from.
pub(crate) fn address(exchange: &Exchange, user: &User, size: PictureSize) -> Option<String> {
    let id = user.picture.filter(|_| exchange.settings().has_pictures())?;
    Some(format!("{}/{id}-{}", exchange.path(|paths| &paths.pictures), size.pixels()))
}

/// Whoever knows the id may see the picture. What is there under one never changes.
#[handler]
pub(crate) async fn serve(exchange: Exchange, Path(name): Path<String>) -> poem::Result<Response> {
    let (id, size) = name.rsplit_once('-').ok_or_else(not_there)?;
    let id: PictureId = id.parse().map_err(|_| not_there())?;
    let size = PictureSize::parse(size).ok_or_else(not_there)?;
    let found = exchange.users().picture(id, size).await.map_err(Problem::from)?;
    let file = found.ok_or_else(not_there)?;
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, file.format.media_type())
        .header(header::CACHE_CONTROL, "private, max-age=31536000, immutable")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(HeaderName::from_static("cross-origin-resource-policy"), "same-origin")
        .body(file.bytes))
}
