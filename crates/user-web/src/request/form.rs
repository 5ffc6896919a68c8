//! A posted form: read once, bounded, with every field at most once.

use std::collections::HashMap;

use bytes::{Bytes, BytesMut};
use futures_util::TryStreamExt;
use http::{HeaderMap, StatusCode};
use user_core::settings::{FieldDeclaration, FieldKind};

use crate::incoming::Incoming;
use crate::response::problem::Problem;

/// The most bytes of a form without what the app declares. The largest of ours, filled to the brim, needs a tenth of
/// it.
pub(crate) const FORM_MAX: usize = 64 * 1024;
/// A character is four bytes at most (RFC 3629 §3), and each of them three when it is posted.
const POSTED_CHARACTER: usize = 12;

/// The most bytes of a form, texts of declared fields as long as they may be included.
pub(crate) fn form_max(fields: &[FieldDeclaration]) -> usize {
    let longest = fields.iter().map(|field| match &field.kind {
        FieldKind::Text(rules) => rules.max.saturating_mul(POSTED_CHARACTER),
        _ => 0,
    });
    longest.fold(FORM_MAX, usize::saturating_add)
}

/// The fields of a form. Those that nobody asks for are never looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(HashMap<String, String>);

impl Fields {
    /// What was typed into `name`; empty when it was not posted.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether a checkbox was ticked: a browser posts it only then.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !matches!(value.as_str(), "" | "0" | "false" | "off"))
    }

    /// What our pages put into a form to say which it is. All else was typed.
    pub(crate) fn without_what_was_typed(self) -> Self {
        let is_ours = |name: &str| matches!(name, "link" | "invite_token" | "again" | "shown_on");
        Self(self.0.into_iter().filter(|(name, _)| is_ours(name)).collect())
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let malformed = || Problem::new(StatusCode::BAD_REQUEST);
        // Percent-encoded bytes that are no UTF-8 would be replaced in silence: a password must not be.
        std::str::from_utf8(bytes).ok().filter(|text| decodes_to_utf8(text)).ok_or_else(malformed)?;
        let pairs = url::form_urlencoded::parse(bytes);
        Self::from_pairs(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())))
    }

    pub(crate) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Self, Problem> {
        let mut fields = HashMap::new();
        for (name, value) in pairs {
            // Which of two values counts differs from parser to parser: neither does here.
            if fields.insert(name, value).is_some() {
                return Err(Problem::new(StatusCode::BAD_REQUEST));
            }
        }
        Ok(Self(fields))
    }
}

/// The value of a field that is posted exactly once.
pub(crate) fn sole_value(bytes: &[u8], name: &str) -> Option<String> {
    let mut values = url::form_urlencoded::parse(bytes).filter(|(found, _)| found == name);
    let (_, value) = values.next()?;
    values.next().is_none().then(|| value.into_owned())
}

fn decodes_to_utf8(text: &str) -> bool {
    percent_encoding::percent_decode_str(text).decode_utf8().is_ok()
}

/// Whether the body is a form as browsers post it.
pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut parts = kind.split(';').map(str::trim);
    let is_form =
        parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/x-www-form-urlencoded"));
    let utf8 = |part: &str| match part.split_once('=') {
        Some((name, charset)) if name.eq_ignore_ascii_case("charset") => {
            charset.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    is_form && parts.all(utf8)
}

/// Takes the body of `request`, up to `limit` bytes as they arrive, whatever `Content-Length` says.
pub(crate) async fn read_body(request: &mut impl Incoming, limit: usize) -> Result<Bytes, Problem> {
    let mut body = request.take_body();
    let (mut first, mut all) = (Bytes::new(), BytesMut::new());
    let mut left = limit;
    while let Some(chunk) = body.try_next().await.map_err(|_| Problem::new(StatusCode::BAD_REQUEST))? {
        left = left.checked_sub(chunk.len()).ok_or_else(|| Problem::new(StatusCode::PAYLOAD_TOO_LARGE))?;
        // Most forms come in one piece, which is not copied.
        if first.is_empty() && all.is_empty() {
            first = chunk;
        } else {
            all.extend_from_slice(&std::mem::take(&mut first));
            all.extend_from_slice(&chunk);
        }
    }
    Ok(if all.is_empty() { first } else { all.freeze() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_given_twice_is_refused() {
        assert!(Fields::parse(b"email=a&email=b").is_err());
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert!(Fields::parse(b"password=%ff%fe").is_err());
        assert!(Fields::parse(&[b'a', b'=', 0xff]).is_err());
    }

    #[test]
    fn a_value_is_taken_where_it_is_the_only_one() {
        assert_eq!(sole_value(b"tag=a&tag=b&token=t", "token").as_deref(), Some("t"));
        assert_eq!(sole_value(b"token=t&token=u", "token"), None);
        assert_eq!(sole_value(b"tag=a", "token"), None);
    }

    #[test]
    fn fields_are_read_and_missing_ones_are_empty() {
        let fields = Fields::parse("email=Ad%C3%A9+x&remember_me=on".as_bytes()).unwrap();

        assert_eq!(fields.text("email"), "Adé x");
        assert_eq!(fields.text("password"), "");
        assert!(fields.ticked("remember_me"));
        assert!(!fields.ticked("other"));
    }

    #[test]
    fn only_forms_in_utf8_are_forms() {
        let kind = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("content-type", text.parse().unwrap());
            is_form(&headers)
        };
        assert!(kind("application/x-www-form-urlencoded"));
        assert!(kind("application/x-www-form-urlencoded; charset=UTF-8"));
        assert!(!kind("application/x-www-form-urlencoded; charset=latin1"));
        assert!(!kind("application/json"));
        assert!(!is_form(&HeaderMap::new()));
    }
}
