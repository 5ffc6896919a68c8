//! Headers that keep a page from being used against its reader.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use user_core::settings::{Headers, OpenerPolicy, Settings};

use crate::response::{Response, response};

/// What follows [`PAGE_POLICY`] on a page with a meter: our script, asking here.
const SCRIPT_POLICY: &str = "script-src 'self'; connect-src 'self'";

/// The Content-Security-Policy of our own pages: no scripts, styles and pictures and form targets of this site alone,
/// no framing.
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

/// The name under which browsers know where to report.
const REPORTS: &str = "user-csp";

/// Adds what every response of the site carries.
pub(crate) fn add_to_all(headers: &mut HeaderMap, settings: &Settings) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if settings.is_https() {
        add_https(headers, &settings.headers);
    }
    if let Some(report) = &settings.headers.csp_report {
        let at = if report.starts_with('/') { settings.outside(report) } else { report.clone() };
        add_reports(headers, &at);
    }
}

/// What makes sense over https only.
fn add_https(headers: &mut HeaderMap, chosen: &Headers) {
    let subdomains = if chosen.hsts_include_subdomains { "; includeSubDomains" } else { "" };
    let stay = HeaderValue::from_str(&format!("max-age={}{subdomains}", chosen.hsts.as_secs()));
    let opener = match chosen.opener_policy {
        OpenerPolicy::SameOrigin => Some("same-origin"),
        OpenerPolicy::SameOriginAllowPopups => Some("same-origin-allow-popups"),
        OpenerPolicy::Off => None,
    };
    if let Ok(stay) = stay {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(stay);
    }
    if let Some(opener) = opener {
        let name = HeaderName::from_static("cross-origin-opener-policy");
        headers.entry(name).or_insert(HeaderValue::from_static(opener));
    }
}

/// Our own policy with where to report what it refuses: `report-to` for browsers that know it, `report-uri` for the
/// others (CSP Level 3 §6.5).
fn add_reports(headers: &mut HeaderMap, at: &str) {
    let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let Some(policy) = policy.filter(|policy| policy.starts_with(PAGE_POLICY)) else { return };
    let with_reports = HeaderValue::from_str(&format!("{policy}; report-uri {at}; report-to {REPORTS}"));
    let endpoints = HeaderValue::from_str(&format!("{REPORTS}=\"{at}\""));
    if let (Ok(with_reports), Ok(endpoints)) = (with_reports, endpoints) {
        headers.insert(header::CONTENT_SECURITY_POLICY, with_reports);
        headers.insert(HeaderName::from_static("reporting-endpoints"), endpoints);
    }
}

/// Makes a page response: HTML that nobody but its reader keeps.
pub(crate) fn page(status: StatusCode, html: String, locale: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_LANGUAGE, locale),
        (header::CONTENT_SECURITY_POLICY, PAGE_POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    response(status, headers, html)
}

/// Lets a page run the script of its form and, by it, ask this site. Nothing inline, nothing from elsewhere.
pub(crate) fn let_script_run(headers: &mut HeaderMap) {
    if let Ok(policy) = HeaderValue::from_str(&format!("{PAGE_POLICY}; {SCRIPT_POLICY}")) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}
