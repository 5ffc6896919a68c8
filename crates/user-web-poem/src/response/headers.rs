//! Headers that keep a page from being used against its reader.

use poem::Response;
use poem::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What follows [`PAGE_POLICY`] on a page with a meter: our script, asking here.
const SCRIPT_POLICY: &str = "script-src 'self'; connect-src 'self'";

/// For our own pages: no script at all, styles and pictures from here, forms only to here, and in nobody's frame.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                           frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// On every response that does not say otherwise itself.
const ALWAYS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Not `no-referrer`: under that, browsers post our own forms with `Origin: null`.
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Adds what every response of the site carries.
pub(crate) fn add_to_all(headers: &mut HeaderMap, https: bool) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if https {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
}

/// Makes a page response: HTML that nobody but its reader keeps.
pub(crate) fn page(html: String, locale: &str) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .header(header::CONTENT_LANGUAGE, locale)
        .header(header::CONTENT_SECURITY_POLICY, PAGE_POLICY)
        .header(header::CACHE_CONTROL, "no-store")
        .body(html)
}

/// Lets a page run the script of its form and, by it, ask this site. Nothing inline, nothing from elsewhere.
pub(crate) fn let_script_run(headers: &mut HeaderMap) {
    if let Ok(policy) = HeaderValue::from_str(&format!("{PAGE_POLICY}; {SCRIPT_POLICY}")) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}
