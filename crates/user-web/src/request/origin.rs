//! Whether a browser says that a request was made by this site.

use http::{HeaderMap, Method};
use url::Url;

/// Whether a method can change anything (RFC 9110 §9.2.1).
pub(crate) fn is_unsafe(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE)
}

/// Whether the browser names another site as the maker of the request: by `Sec-Fetch-Site` (W3C Fetch Metadata), or
/// where it is too old to send that, by `Origin`. Silence is for the token to judge.
pub(crate) fn is_foreign(headers: &HeaderMap, base: &Url) -> bool {
    let header = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => Url::parse(origin).map_or(true, |origin| origin.origin() != base.origin()),
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(name: &'static str, value: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        is_foreign(&headers, &Url::parse("https://example.com").unwrap())
    }

    #[test]
    fn another_site_is_told_from_this_one() {
        for site in ["cross-site", "same-site", "nonsense"] {
            assert!(foreign("sec-fetch-site", site), "{site}");
        }
        for origin in ["https://evil.test", "http://example.com", "https://example.com:8443", "null", "x"] {
            assert!(foreign("origin", origin), "{origin}");
        }
        assert!(!foreign("sec-fetch-site", "same-origin"));
        assert!(!foreign("origin", "https://example.com"));
        assert!(!foreign("accept", "text/html"));
    }
}
