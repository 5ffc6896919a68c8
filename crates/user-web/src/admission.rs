//! Who may change anything: a form of this site, sent by the browser it was shown in.

use poem::Request;
use poem::http::{Method, StatusCode};
use user_core::flows::Refusal;

use crate::exchange::{Exchange, Posted};
use crate::once;
use crate::pages::{self, Place};
use crate::request::cookies::Name;
use crate::request::form::{FORM_MAX, Fields, form_max, is_form, read_body, sole_value};
use crate::request::host;
use crate::request::origin::{is_foreign, is_unsafe};
use crate::request::upload::{UploadMax, is_upload, read_upload};
use crate::response::problem::Problem;

/// A form of the app's own may be longer than ours.
const APP_FORM_MAX: usize = 1024 * 1024;
/// The field of a form with a picture.
const PICTURE: &str = "picture";
/// A picture so many times larger than one may be still gets its form back, with what is wrong.
const MANY_TIMES: usize = 10;
/// Where a script puts the token that a form has in a field.
const HEADER: &str = "x-csrf-token";
const FIELD: &str = "csrf_token";

/// Lets a request in that is safe, or comes from a form of this site.
pub(crate) async fn admit(exchange: &Exchange, request: &mut Request) -> Result<(), Problem> {
    if !host::is_sound(request) {
        return Err(Problem::new(StatusCode::BAD_REQUEST));
    }
    if !is_unsafe(request.method()) {
        return Ok(());
    }
    if is_foreign(request.headers(), exchange.web().base()) {
        return Err(forged(exchange));
    }
    let in_header = request.header(HEADER).is_some_and(|token| exchange.is_our_form(token));
    match exchange.place() {
        Some(place) if *request.method() != Method::POST || !place.methods().contains("POST") => {
            Err(Problem::new(StatusCode::METHOD_NOT_ALLOWED))
        }
        Some(_) => admit_to_page(exchange, request, in_header).await,
        None if in_header => Ok(()),
        None => admit_to_app(exchange, request).await,
    }
}

/// A page of ours takes forms only. A stale one may be shown again with what was typed: the page decides.
async fn admit_to_page(exchange: &Exchange, request: &mut Request, in_header: bool) -> Result<(), Problem> {
    let takes_a_file = exchange.place().is_some_and(Place::takes_a_file);
    let (fields, file, form) = if takes_a_file && is_upload(request.headers()) {
        let max = upload_max(exchange).await?;
        if max.file > FORM_MAX {
            // Held for as long as the request: what was read stays in memory until then.
            request.set_data(exchange.web().room_for(max.file)?);
        }
        let (fields, file) = read_upload(request, PICTURE, max).await?;
        (fields, file, None)
    } else if is_form(request.headers()) {
        let form = read_body(request, form_max(&exchange.settings().fields)).await?;
        (Fields::parse(&form)?, Vec::new(), Some(form))
    } else {
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    };
    let token = fields.text(FIELD);
    let is_stale = !in_header && !exchange.is_our_form(token);
    if is_stale {
        exchange.refuse(Refusal::ForgedRequest);
    }
    if let Some(form) =
        form.as_deref().filter(|_| exchange.place().is_some_and(|place| once::is_worth_it(place.page())))
    {
        let (seals, path) = (exchange.users().seals(), exchange.path_and_query());
        exchange.keep_form(once::Form::of(seals, token, path, form, is_stale));
    }
    if let Some(form) = form.filter(|_| !is_stale) {
        exchange.keep_posted(&form);
    }
    request.set_data(Posted::new(fields, is_stale, file));
    Ok(())
}

/// Who is not signed in has no picture to send: nobody else makes us hold large bodies, a cookie of a session that has
/// ended or not.
async fn upload_max(exchange: &Exchange) -> Result<UploadMax, Problem> {
    if exchange.current().await.map_err(Problem::from)?.is_none() {
        return Ok(UploadMax { file: FORM_MAX, whole: FORM_MAX });
    }
    let file = usize::try_from(exchange.settings().pictures.max_bytes).unwrap_or(usize::MAX);
    Ok(UploadMax { file, whole: file.saturating_mul(MANY_TIMES).saturating_add(FORM_MAX) })
}

/// What the app makes of a form is its own affair; that it comes from the app is ours.
async fn admit_to_app(exchange: &Exchange, request: &mut Request) -> Result<(), Problem> {
    if !is_form(request.headers()) {
        // Nothing but a browser that is signed in can be tricked into this.
        return if exchange.cookie(Name::Session).is_some() { Err(forged(exchange)) } else { Ok(()) };
    }
    let bytes = read_body(request, APP_FORM_MAX).await?;
    if !sole_value(&bytes, FIELD).is_some_and(|token| exchange.is_our_form(&token)) {
        return Err(forged(exchange));
    }
    if request.method() == Method::POST {
        exchange.keep_posted(&bytes);
    }
    Ok(())
}

fn forged(exchange: &Exchange) -> Problem {
    exchange.refuse(Refusal::ForgedRequest);
    pages::forged(exchange)
}
