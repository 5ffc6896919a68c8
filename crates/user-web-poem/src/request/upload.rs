//! A posted form with a file: read once, bounded, with every field at most once.

use poem::http::{HeaderMap, StatusCode};
use poem::web::Multipart;
use poem::{Body, FromRequest, Request, RequestBody};

use super::form::{Fields, read_body};
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

/// The fields of such a form, and the file among them: the one that has a file name. Its name and its declared type are
/// not looked at.
pub(crate) async fn read_upload(request: &mut Request, limit: usize) -> Result<(Fields, Vec<u8>), Problem> {
    let bytes = read_body(request, limit).await?;
    let mut body = RequestBody::new(Body::from_vec(bytes));
    let mut parts = Multipart::from_request(request, &mut body).await.map_err(|_| malformed())?;
    let (mut fields, mut file) = (Vec::new(), None);
    while let Some(part) = parts.next_field().await.map_err(|_| malformed())? {
        let name = part.name().map(str::to_owned).ok_or_else(malformed)?;
        if part.file_name().is_some() {
            let bytes = part.bytes().await.map_err(|_| malformed())?;
            if file.replace(bytes).is_some() {
                return Err(malformed());
            }
        } else {
            let text = part.text().await.map_err(|_| malformed())?;
            if fields.len() == FIELDS_MAX || text.len() > FIELD_MAX {
                return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE));
            }
            fields.push((name, text));
        }
    }
    Ok((Fields::from_pairs(fields)?, file.unwrap_or_default()))
}

fn malformed() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST)
}
