//! Who may change anything: a form of this site, sent by the browser it was shown in.

use bytes::Bytes;
use http::{Method, StatusCode};
use user_core::flows::{Refusal, RefusedRequest};

use crate::exchange::{Exchange, Posted, Upload};
use crate::incoming::Incoming;
use crate::once;
use crate::pages;
use crate::pages::mount::Place;
use crate::request::cookies::Name;
use crate::request::form::{Fields, form_max, is_form, read_body, sole_value};
use crate::request::host;
use crate::request::origin::{is_foreign, is_unsafe};
use crate::request::upload::{UploadMax, is_upload, read_upload};
use crate::response::problem::Problem;

/// A form of the app's own may be longer than ours.
const APP_FORM_MAX: usize = 1024 * 1024;
/// The field of a form with a picture.
const PICTURE: &str = "picture";
/// Where a script puts the token that a form has in a field.
const HEADER: &str = "x-csrf-token";
const FIELD: &str = "csrf_token";

/// Lets a request in that is safe, or comes from a form of this site; with what was posted to a page of ours.
pub(crate) async fn admit(
    exchange: &Exchange,
    request: &mut impl Incoming,
) -> Result<Option<Posted>, Problem> {
    let head = request.head();
    if !host::is_sound(head.headers) {
        return Err(Problem::new(StatusCode::BAD_REQUEST));
    }
    if !is_unsafe(head.method) {
        return Ok(None);
    }
    if is_foreign(head.headers, exchange.web().base()) {
        return Err(forged(exchange));
    }
    let in_header = head.headers.get(HEADER).and_then(|token| token.to_str().ok());
    let in_header = in_header.is_some_and(|token| exchange.is_our_form(token));
    match exchange.place() {
        Some(place) if *head.method != Method::POST || !place.takes_forms() => {
            Err(Problem::new(StatusCode::METHOD_NOT_ALLOWED))
        }
        Some(place) => admit_to_page(exchange, place, request, in_header).await.map(Some),
        None if exchange.web().takes_a_file(head.uri.path()) && is_upload(head.headers) => {
            admit_upload_to_app(exchange, request, in_header).await.map(|()| None)
        }
        None if in_header => Ok(None),
        None => admit_to_app(exchange, request).await.map(|()| None),
    }
}

/// A page of ours takes forms only. A stale one may be shown again with what was typed: the page decides.
async fn admit_to_page(
    exchange: &Exchange,
    place: &Place,
    request: &mut impl Incoming,
    in_header: bool,
) -> Result<Posted, Problem> {
    if place.takes_a_file() && is_upload(request.head().headers) {
        return admit_upload(exchange, request, in_header).await;
    }
    if !is_form(request.head().headers) {
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let form = read_body(request, form_max(&exchange.settings().fields)).await?;
    let fields = Fields::parse(&form)?;
    let is_stale = is_stale(exchange, &fields, in_header);
    if let Some(family) = place.family() {
        let (seals, to) = (exchange.users().seals(), (family, exchange.path_and_query()));
        let form = once::Form::of(seals, fields.text(FIELD), to, &form);
        exchange.keep_form(form.map(|form| form.stale_if(is_stale)));
    }
    if !is_stale {
        exchange.keep_posted(&form);
    }
    let is_of_another = is_stale && exchange.is_of_another(fields.text(FIELD)).await?;
    let posted = Posted::new(fields, is_stale);
    Ok(if is_of_another { posted.of_another() } else { posted })
}

/// Who is not signed in has no picture to send: nobody else makes us hold large bodies, a cookie of a session that has
/// ended or not. Of the others each sends one at a time, and what is begun counts, before a byte is read.
async fn admit_upload(
    exchange: &Exchange,
    request: &mut impl Incoming,
    in_header: bool,
) -> Result<Posted, Problem> {
    let Some(current) = exchange.current().await? else {
        let (posted, _) = read_posted(exchange, request, in_header, UploadMax::of_form()).await?;
        return Ok(posted);
    };
    let max = exchange.settings().pictures.max_bytes;
    let max = UploadMax::of_file(usize::try_from(max).unwrap_or(usize::MAX), request.head().headers);
    let room = exchange.web().uploads().begin(current.user.id, max.file)?;
    let turn = exchange.users().begin_upload(current, &exchange.visitor().await?).await;
    let turn = turn.map_err(|error| not_begun(error.into()))?;
    let (posted, file) = read_posted(exchange, request, in_header, max).await?;
    Ok(posted.with_upload(Upload { file, turn, room }))
}

/// The same for a page of the app's own in the place of ours: it finds the file, and the body is empty.
async fn admit_upload_to_app(
    exchange: &Exchange,
    request: &mut impl Incoming,
    in_header: bool,
) -> Result<(), Problem> {
    let posted = admit_upload(exchange, request, in_header).await?;
    if posted.is_stale {
        return Err(pages::forged(exchange));
    }
    request.put_body(Bytes::new());
    exchange.keep_upload(posted);
    Ok(())
}

/// The page refuses as it does, but nobody reads the form to get there.
fn not_begun(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Throttled { retry_after } => Problem::too_many(retry_after),
        Refusal::Failed(error) => error.into(),
        _ => Problem::new(StatusCode::NOT_FOUND),
    }
}

async fn read_posted(
    exchange: &Exchange,
    request: &mut impl Incoming,
    in_header: bool,
    max: UploadMax,
) -> Result<(Posted, Vec<u8>), Problem> {
    let (fields, file) = read_upload(request, PICTURE, max).await?;
    let is_stale = is_stale(exchange, &fields, in_header);
    if is_stale {
        exchange.is_of_another(fields.text(FIELD)).await?;
    }
    Ok((Posted::new(fields, is_stale), file))
}

fn is_stale(exchange: &Exchange, fields: &Fields, in_header: bool) -> bool {
    let is_stale = !in_header && !exchange.is_our_form(fields.text(FIELD));
    if is_stale {
        exchange.note(RefusedRequest::ForgedRequest);
    }
    is_stale
}

/// What the app makes of a form is its own affair; that it comes from the app is ours.
async fn admit_to_app(exchange: &Exchange, request: &mut impl Incoming) -> Result<(), Problem> {
    if !is_form(request.head().headers) {
        // Nothing but a browser that is signed in can be tricked into this.
        return if exchange.cookie(Name::Session).is_some() { Err(forged(exchange)) } else { Ok(()) };
    }
    let bytes = read_body(request, APP_FORM_MAX).await?;
    request.put_body(bytes.clone());
    if !sole_value(&bytes, FIELD).is_some_and(|token| exchange.is_our_form(&token)) {
        return Err(forged(exchange));
    }
    if *request.head().method == Method::POST {
        exchange.keep_posted(&bytes);
    }
    Ok(())
}

fn forged(exchange: &Exchange) -> Problem {
    exchange.note(RefusedRequest::ForgedRequest);
    pages::forged(exchange)
}
