//! The cookies of a browser, kept and sent as RFC 6265 says.

use std::time::Duration;

use chrono::{DateTime, Utc};
use cookie::Cookie;
use http::HeaderMap;
use http::header::SET_COOKIE;
use url::Url;

/// Browsers drop a cookie whose name and value are longer together (RFC 6265bis §5.6).
const COOKIE_MAX: usize = 4096;

/// The cookies of one browser, all of one host.
#[derive(Clone, Debug, Default)]
pub(super) struct Jar(Vec<Kept>);

#[derive(Clone, Debug)]
struct Kept {
    name: String,
    value: String,
    path: String,
    secure: bool,
    /// `None` for a cookie that goes when the browser is closed.
    until: Option<DateTime<Utc>>,
}

impl Jar {
    /// Keeps what a response to a request for `url` sets.
    pub(super) fn keep(&mut self, url: &Url, headers: &HeaderMap, now: DateTime<Utc>) {
        for text in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let Ok(cookie) = Cookie::parse(text) else { continue };
            if !may_set(url, &cookie) {
                continue;
            }
            let kept = Kept::of(url, &cookie, now);
            self.0.retain(|other| other.name != kept.name || other.path != kept.path);
            if kept.until.is_none_or(|until| until > now) {
                self.0.push(kept);
            }
        }
    }

    /// What a request for `url` carries: cookies of longer paths first (RFC 6265 §5.4).
    pub(super) fn for_request(&self, url: &Url, now: DateTime<Utc>) -> Option<String> {
        let is_secure = url.scheme() == "https";
        let sent = |kept: &&Kept| {
            kept.is_alive(now) && (is_secure || !kept.secure) && covers(&kept.path, url.path())
        };
        let mut sent: Vec<_> = self.0.iter().filter(sent).collect();
        sent.sort_by_key(|kept| std::cmp::Reverse(kept.path.len()));
        let pairs: Vec<_> = sent.iter().map(|kept| format!("{}={}", kept.name, kept.value)).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    pub(super) fn value(&self, name: &str, now: DateTime<Utc>) -> Option<&str> {
        self.0.iter().find(|kept| kept.name == name && kept.is_alive(now)).map(|kept| kept.value.as_str())
    }

    pub(super) fn names(&self, now: DateTime<Utc>) -> Vec<&str> {
        self.0.iter().filter(|kept| kept.is_alive(now)).map(|kept| kept.name.as_str()).collect()
    }

    /// Forgets what goes when the browser is closed.
    pub(super) fn close(&mut self) {
        self.0.retain(|kept| kept.until.is_some());
    }
}

impl Kept {
    fn of(url: &Url, cookie: &Cookie<'_>, now: DateTime<Utc>) -> Self {
        let given = cookie.path().filter(|path| path.starts_with('/'));
        let path = given.map_or_else(|| usual_path(url.path()), str::to_owned);
        let (name, value) = (cookie.name().to_owned(), cookie.value().to_owned());
        Self { name, value, path, secure: cookie.secure() == Some(true), until: until(cookie, now) }
    }

    fn is_alive(&self, now: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| until > now)
    }
}

/// When a cookie goes: `Max-Age` counts before `Expires` (RFC 6265 §5.3).
fn until(cookie: &Cookie<'_>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Some(age) = cookie.max_age() {
        let age = Duration::from_secs(u64::try_from(age.whole_seconds()).unwrap_or(0));
        return Some(chrono::Duration::from_std(age).ok().and_then(|age| now.checked_add_signed(age)))
            .map(|until| until.unwrap_or(DateTime::<Utc>::MAX_UTC));
    }
    let expires = cookie.expires_datetime()?.unix_timestamp();
    DateTime::from_timestamp(expires, 0)
}

/// Whether a browser takes this cookie from this URL: its size, its host, `Secure`, and what its name promises.
fn may_set(url: &Url, cookie: &Cookie<'_>) -> bool {
    let (is_https, secure) = (url.scheme() == "https", cookie.secure() == Some(true));
    let host = url.host_str().unwrap_or_default();
    let is_ours =
        cookie.domain().is_none_or(|domain| host == domain || host.ends_with(&format!(".{domain}")));
    let keeps_promise = match cookie.name() {
        name if name.starts_with("__Host-") => {
            secure && cookie.domain().is_none() && cookie.path() == Some("/")
        }
        name if name.starts_with("__Secure-") => secure,
        _ => true,
    };
    let fits = cookie.name().len() + cookie.value().len() <= COOKIE_MAX;
    is_ours && keeps_promise && fits && (is_https || !secure)
}

/// The path of a cookie that names none: the folder of the page (RFC 6265 §5.1.4).
fn usual_path(page: &str) -> String {
    match page.rsplit_once('/') {
        Some((folder, _)) if !folder.is_empty() => folder.to_owned(),
        _ => "/".to_owned(),
    }
}

/// Whether a cookie of this path goes to this page (RFC 6265 §5.1.4).
fn covers(path: &str, page: &str) -> bool {
    let Some(rest) = page.strip_prefix(path) else { return false };
    rest.is_empty() || path.ends_with('/') || rest.starts_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://example.com/user/sign-in";

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    fn jar(from: &str, cookies: &[&str]) -> Jar {
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            headers.append(SET_COOKIE, cookie.parse().unwrap());
        }
        let mut jar = Jar::default();
        jar.keep(&url(from), &headers, DateTime::UNIX_EPOCH);
        jar
    }

    fn sent(jar: &Jar, to: &str, seconds: i64) -> String {
        jar.for_request(&url(to), DateTime::from_timestamp(seconds, 0).unwrap()).unwrap_or_default()
    }

    #[test]
    fn a_cookie_goes_to_its_path_and_below_and_nowhere_else() {
        let jar = jar(PAGE, &["a=1; Path=/user", "b=2", "c=3; Path=/", "d=4; Path=/user/sign-in/"]);

        assert_eq!(sent(&jar, "https://example.com/user/x", 0), "a=1; b=2; c=3");
        assert_eq!(sent(&jar, "https://example.com/user", 0), "a=1; b=2; c=3");
        assert_eq!(sent(&jar, "https://example.com/users", 0), "c=3");
        assert_eq!(sent(&jar, "https://example.com/user/sign-in/x", 0), "d=4; a=1; b=2; c=3");
    }

    #[test]
    fn a_secure_cookie_is_taken_and_sent_over_https_alone() {
        let plain = "http://example.com/user/sign-in";

        assert_eq!(sent(&jar(PAGE, &["a=1; Secure"]), PAGE, 0), "a=1");
        assert_eq!(sent(&jar(PAGE, &["a=1; Secure"]), plain, 0), "");
        assert_eq!(sent(&jar(plain, &["a=1; Secure"]), PAGE, 0), "");
    }

    #[test]
    fn a_cookie_lives_as_long_as_it_says() {
        let all = ["a=1; Max-Age=60", "b=2", "c=3; Expires=Thu, 01 Jan 1970 00:02:00 GMT"];
        let mut jar = jar(PAGE, &all);

        assert_eq!(sent(&jar, PAGE, 59), "a=1; b=2; c=3");
        assert_eq!(sent(&jar, PAGE, 60), "b=2; c=3");
        assert_eq!(sent(&jar, PAGE, 120), "b=2");
        jar.close();
        assert_eq!(sent(&jar, PAGE, 0), "a=1; c=3");
        assert_eq!(
            (jar.value("b", DateTime::UNIX_EPOCH), jar.names(DateTime::UNIX_EPOCH)),
            (None, vec!["a", "c"])
        );
    }

    #[test]
    fn a_cookie_is_replaced_by_one_of_its_name_and_path_and_taken_out_by_age_zero() {
        assert_eq!(sent(&jar(PAGE, &["a=1; Path=/", "a=2; Path=/", "a=3; Path=/user"]), PAGE, 0), "a=3; a=2");
        assert_eq!(sent(&jar(PAGE, &["a=1; Path=/", "a=; Path=/; Max-Age=0"]), PAGE, 0), "");
    }

    #[test]
    fn a_cookie_that_no_browser_takes_is_dropped() {
        let long = format!("a={}", "x".repeat(COOKIE_MAX));
        let refused = [
            "__Host-a=1; Secure",
            "__Host-a=1; Path=/",
            "__Host-a=1; Secure; Path=/; Domain=example.com",
            "__Secure-a=1",
            "a=1; Domain=elsewhere.example",
            "a=1; Domain=ample.com",
            &long,
            "no cookie",
        ];

        for cookie in refused {
            assert_eq!(sent(&jar(PAGE, &[cookie]), PAGE, 0), "", "{cookie}");
        }
        assert_eq!(sent(&jar(PAGE, &["__Host-a=1; Secure; Path=/"]), PAGE, 0), "__Host-a=1");
        assert_eq!(
            sent(&jar("https://a.example.com/", &["a=1; Domain=example.com"]), "https://a.example.com/", 0),
            "a=1"
        );
    }
}
