//! A posted form with a file: read once, bounded, with every field at most once.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use http::{HeaderMap, StatusCode, header};
use multer::{Field, Multipart};

use super::form::Fields;
use crate::incoming::{BodyStream, Incoming};
use crate::response::problem::Problem;

/// The most fields beside the file.
const FIELDS_MAX: usize = 8;
/// The most bytes of one of them: an anti-forgery token and where to go on to need a tenth of it.
const FIELD_MAX: usize = 8 * 1024;

/// Whether the body is a form with files, as browsers post it.
pub(crate) fn is_upload(headers: &HeaderMap) -> bool {
    let kind = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("");
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("multipart/form-data"))
}

/// How much of a form with a file is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UploadMax {
    /// The most bytes of a file that are kept, and one more: enough to see that it is too large.
    pub(crate) file: usize,
    /// The most bytes of everything. Up to here a file that is too large is read to its end and forgotten, so that its
    /// sender gets an answer: a browser that is cut off in the middle shows none.
    pub(crate) whole: usize,
}

/// The fields of such a form, and the file among them: the one called `name` that has a file name. Its file name and its
/// declared type are not looked at.
pub(crate) async fn read_upload(
    request: &mut impl Incoming,
    name: &str,
    max: UploadMax,
) -> Result<(Fields, Vec<u8>), Problem> {
    let kind = request.head().headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let boundary = kind.and_then(|kind| multer::parse_boundary(kind).ok()).ok_or_else(malformed)?;
    let is_over = Arc::new(AtomicBool::new(false));
    let body = limited(request.take_body(), max.whole, Arc::clone(&is_over));
    let read = read_parts(Multipart::new(body, boundary), name, max).await;
    // The parser only sees a body that broke off.
    if is_over.load(Ordering::Relaxed) { Err(too_large()) } else { read }
}

async fn read_parts(
    mut parts: Multipart<'static>,
    name: &str,
    max: UploadMax,
) -> Result<(Fields, Vec<u8>), Problem> {
    let (mut fields, mut file) = (Vec::new(), None);
    while let Some(part) = parts.next_field().await.map_err(|_| malformed())? {
        let (called, is_file) = (part.name().map(str::to_owned), part.file_name().is_some());
        let called = called.ok_or_else(malformed)?;
        let is_ours = is_file && called == name;
        let kept = match (is_ours, is_file) {
            (true, _) => max.file.saturating_add(1),
            (false, true) => 0,
            (false, false) => FIELD_MAX + 1,
        };
        let bytes = begin_of(part, kept).await.map_err(|_| malformed())?;
        if is_ours {
            if file.replace(bytes).is_some() {
                return Err(malformed());
            }
        } else if !is_file {
            if fields.len() == FIELDS_MAX || bytes.len() > FIELD_MAX {
                return Err(too_large());
            }
            fields.push((called, String::from_utf8(bytes).map_err(|_| malformed())?));
        }
    }
    Ok((Fields::from_pairs(fields)?, file.unwrap_or_default()))
}

/// The first bytes of a part, which is read to its end.
async fn begin_of(mut part: Field<'static>, kept: usize) -> multer::Result<Vec<u8>> {
    let mut begin = Vec::new();
    while let Some(chunk) = part.chunk().await? {
        let wanted = chunk.len().min(kept - begin.len());
        begin.extend_from_slice(chunk.get(..wanted).unwrap_or_default());
    }
    Ok(begin)
}

/// The body up to `max` bytes as they arrive, whatever `Content-Length` says.
fn limited(
    body: BodyStream,
    max: usize,
    is_over: Arc<AtomicBool>,
) -> impl Stream<Item = io::Result<Bytes>> + Send {
    let mut seen = 0_usize;
    body.map(move |bytes| {
        let bytes = bytes?;
        seen = seen.saturating_add(bytes.len());
        if seen > max {
            is_over.store(true, Ordering::Relaxed);
            return Err(io::Error::other("too large"));
        }
        Ok(bytes)
    })
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE)
}

fn malformed() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST)
}
