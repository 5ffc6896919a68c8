//! Our cookies: one way to name, read, set and remove them.

use std::time::Duration;

use cookie::{Cookie, SameSite};
use poem::http::{HeaderMap, header};
use user_core::settings::Settings;

/// A cookie of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// A link to take back a change of address, on its way out of the URL.
    UndoLink,
    /// A link to accept an invitation, on its way out of the URL.
    InviteLink,
    /// Where a visitor wanted to go who has to confirm an address first.
    Wanted,
    /// The language that was chosen in this browser.
    Language,
}

impl Name {
    const ALL: [Self; 11] = [
        Self::Session,
        Self::Device,
        Self::Visitor,
        Self::Registered,
        Self::Notices,
        Self::ConfirmLink,
        Self::ResetLink,
        Self::UndoLink,
        Self::InviteLink,
        Self::Wanted,
        Self::Language,
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
            Self::UndoLink => "undo",
            Self::InviteLink => "invite",
            Self::Wanted => "wanted",
            Self::Language => "language",
        }
    }
}

/// The cookies of one site: what they are called there, worked out once, and whether they need https.
#[derive(Clone, Debug)]
pub(crate) struct Jar {
    names: [(Name, String); Name::ALL.len()],
    https: bool,
}

impl Jar {
    /// `__Host-` (RFC 6265bis §4.1.3.2) keeps a sibling domain from planting a cookie of ours; browsers accept it only
    /// over https.
    pub(crate) fn new(settings: &Settings) -> Self {
        let prefix = match (settings.is_https(), settings.cookies.insecure_development) {
            (true, _) => "__Host-",
            (false, false) => "",
            (false, true) => "insecure_",
        };
        let whole = |name: Name| (name, format!("{prefix}{}_{}", settings.cookies.name, name.word()));
        Self { names: Name::ALL.map(whole), https: settings.is_https() }
    }

    /// The cookies of ours that a request carries.
    pub(crate) fn read(&self, headers: &HeaderMap) -> Cookies {
        let mut found = Cookies::default();
        let texts = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        for cookie in texts.flat_map(Cookie::split_parse).flatten() {
            if let Some((name, _)) = self.names.iter().find(|(_, whole)| whole == cookie.name()) {
                found.0.push((*name, cookie.value().to_owned()));
            }
        }
        found
    }

    /// The `Set-Cookie` value that sets a cookie.
    pub(crate) fn set(&self, name: Name, value: &str, keep: Keep) -> String {
        let mut cookie = self.base(name, value.to_owned());
        if let Keep::For(time) = keep {
            let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
            cookie.set_max_age(cookie::time::Duration::seconds(seconds));
        }
        cookie.to_string()
    }

    /// The `Set-Cookie` value that removes a cookie: the very attributes it was set with, or browsers keep it.
    pub(crate) fn remove(&self, name: Name) -> String {
        let mut cookie = self.base(name, String::new());
        cookie.set_max_age(cookie::time::Duration::ZERO);
        cookie.to_string()
    }

    fn base(&self, name: Name, value: String) -> Cookie<'static> {
        let whole = self.names.iter().find(|(other, _)| *other == name);
        Cookie::build((whole.map(|(_, whole)| whole.clone()).unwrap_or_default(), value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.https)
            .build()
    }
}

/// The cookies of ours that came with a request; the first of a name counts.
#[derive(Debug, Default)]
pub(crate) struct Cookies(Vec<(Name, String)>);

impl Cookies {
    pub(crate) fn get(&self, name: Name) -> Option<&str> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
    }
}

/// How long the browser keeps a cookie.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keep {
    UntilClosed,
    For(Duration),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(base_url: &str) -> Settings {
        Settings { public_base_url: base_url.to_owned(), ..Settings::default() }
    }

    fn jar(base_url: &str) -> Jar {
        Jar::new(&settings(base_url))
    }

    #[test]
    fn over_https_cookies_are_host_only_and_secure() {
        let cookie = jar("https://example.com").set(Name::Session, "v", Keep::UntilClosed);

        assert_eq!(cookie, "__Host-user_session=v; HttpOnly; SameSite=Lax; Secure; Path=/");
    }

    #[test]
    fn on_loopback_they_work_without_https() {
        let cookie = Jar::new(&Settings::default()).set(Name::Device, "v", Keep::For(Duration::from_mins(1)));

        assert_eq!(cookie, "user_device=v; HttpOnly; SameSite=Lax; Path=/; Max-Age=60");
    }

    #[test]
    fn the_development_switch_changes_the_name() {
        let mut settings = settings("http://10.0.0.5");
        settings.cookies.insecure_development = true;

        assert!(
            Jar::new(&settings)
                .set(Name::Session, "v", Keep::UntilClosed)
                .starts_with("insecure_user_session=")
        );
    }

    #[test]
    fn a_removal_carries_the_attributes_of_the_cookie() {
        let gone = jar("https://example.com").remove(Name::Session);

        assert_eq!(gone, "__Host-user_session=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0");
    }

    #[test]
    fn the_first_cookie_of_a_name_counts_and_strangers_are_ignored() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", "other=1; user_session=a; user_session=b; ;=;;".parse().unwrap());
        let cookies = Jar::new(&Settings::default()).read(&headers);

        assert_eq!(cookies.get(Name::Session), Some("a"));
        assert_eq!(cookies.get(Name::Device), None);
    }
}
