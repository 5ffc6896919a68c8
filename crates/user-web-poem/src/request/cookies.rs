//! Our cookies: one way to name, read, set and remove them.

use std::collections::HashMap;
use std::time::Duration;

use cookie::{Cookie, SameSite};
use poem::http::HeaderMap;
use user_core::settings::Settings;

/// A cookie of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Name {
    /// Who is signed in.
    Session,
    /// A device that a user signed in on.
    Device,
    /// An anonymous visitor: what anti-forgery tokens are bound to before anybody signs in.
    Visitor,
    /// The browser that registered.
    Registered,
    /// One-time messages.
    Notices,
    /// A link to confirm an address, on its way out of the URL.
    ConfirmLink,
    /// A link to reset a password, on its way out of the URL.
    ResetLink,
}

impl Name {
    const ALL: [Self; 7] = [
        Self::Session,
        Self::Device,
        Self::Visitor,
        Self::Registered,
        Self::Notices,
        Self::ConfirmLink,
        Self::ResetLink,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Device => "device",
            Self::Visitor => "visitor",
            Self::Registered => "registered",
            Self::Notices => "notices",
            Self::ConfirmLink => "confirm",
            Self::ResetLink => "reset",
        }
    }

    /// The whole name. `__Host-` (RFC 6265bis §4.1.3.2) keeps a sibling domain from planting one of ours; browsers
    /// accept it only over https.
    fn whole(self, settings: &Settings) -> String {
        let prefix = match (settings.is_https(), settings.cookies.insecure_development) {
            (true, _) => "__Host-",
            (false, false) => "",
            (false, true) => "insecure_",
        };
        format!("{prefix}{}_{}", settings.cookies.name, self.word())
    }
}

/// The cookies of ours that a request carries; the first of a name counts.
#[derive(Debug, Default)]
pub(crate) struct Cookies(HashMap<Name, String>);

impl Cookies {
    pub(crate) fn read(headers: &HeaderMap, settings: &Settings) -> Self {
        let mut found = HashMap::new();
        let texts = headers.get_all("cookie").iter().filter_map(|value| value.to_str().ok());
        for cookie in texts.flat_map(Cookie::split_parse).flatten() {
            if let Some(name) = Name::ALL.into_iter().find(|name| name.whole(settings) == cookie.name()) {
                found.entry(name).or_insert_with(|| cookie.value().to_owned());
            }
        }
        Self(found)
    }

    pub(crate) fn get(&self, name: Name) -> Option<&str> {
        self.0.get(&name).map(String::as_str)
    }
}

/// How long the browser keeps a cookie.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keep {
    UntilClosed,
    For(Duration),
}

/// The `Set-Cookie` value that sets a cookie.
pub(crate) fn set(settings: &Settings, name: Name, value: &str, keep: Keep) -> String {
    let mut cookie = base(settings, name, value.to_owned());
    if let Keep::For(time) = keep {
        let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        cookie.set_max_age(cookie::time::Duration::seconds(seconds));
    }
    cookie.to_string()
}

/// The `Set-Cookie` value that removes a cookie: the very attributes it was set with, or browsers keep it.
pub(crate) fn remove(settings: &Settings, name: Name) -> String {
    let mut cookie = base(settings, name, String::new());
    cookie.set_max_age(cookie::time::Duration::ZERO);
    cookie.to_string()
}

fn base(settings: &Settings, name: Name, value: String) -> Cookie<'static> {
    Cookie::build((name.whole(settings), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(settings.is_https())
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(base_url: &str) -> Settings {
        Settings { public_base_url: base_url.to_owned(), ..Settings::default() }
    }

    #[test]
    fn over_https_cookies_are_host_only_and_secure() {
        let cookie = set(&settings("https://example.com"), Name::Session, "v", Keep::UntilClosed);

        assert_eq!(cookie, "__Host-user_session=v; HttpOnly; SameSite=Lax; Secure; Path=/");
    }

    #[test]
    fn on_loopback_they_work_without_https() {
        let cookie = set(&Settings::default(), Name::Device, "v", Keep::For(Duration::from_mins(1)));

        assert_eq!(cookie, "user_device=v; HttpOnly; SameSite=Lax; Path=/; Max-Age=60");
    }

    #[test]
    fn the_development_switch_changes_the_name() {
        let mut settings = settings("http://10.0.0.5");
        settings.cookies.insecure_development = true;

        assert!(set(&settings, Name::Session, "v", Keep::UntilClosed).starts_with("insecure_user_session="));
    }

    #[test]
    fn a_removal_carries_the_attributes_of_the_cookie() {
        let gone = remove(&settings("https://example.com"), Name::Session);

        assert_eq!(gone, "__Host-user_session=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0");
    }

    #[test]
    fn the_first_cookie_of_a_name_counts_and_strangers_are_ignored() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", "other=1; user_session=a; user_session=b; ;=;;".parse().unwrap());
        let cookies = Cookies::read(&headers, &Settings::default());

        assert_eq!(cookies.get(Name::Session), Some("a"));
        assert_eq!(cookies.get(Name::Device), None);
    }
}
