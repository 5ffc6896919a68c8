//! Our cookies: one way to name, read, set and remove them.

use std::fmt;
use std::time::Duration;

use cookie::{Cookie, SameSite};
use http::{HeaderMap, header};
use sha2::{Digest, Sha256};
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
    /// The browser in which a step of signing in was begun.
    Browser,
    /// A device that a user trusts.
    Trusted,
    /// One-time messages.
    Notices,
    /// A mailed link on its way out of the URL: each has a cookie of its own, so that two tabs never mix.
    Link(LinkKind, LinkKey),
    /// Where a visitor wanted to go who has to confirm an address first.
    Wanted,
    /// Which address was typed that a mail is on its way to.
    Sent,
    /// The language that was chosen in this browser.
    Language,
}

impl Name {
    const PLAIN: [(Self, &'static str); 10] = [
        (Self::Session, "session"),
        (Self::Device, "device"),
        (Self::Visitor, "visitor"),
        (Self::Registered, "registered"),
        (Self::Browser, "browser"),
        (Self::Trusted, "trusted"),
        (Self::Notices, "notices"),
        (Self::Wanted, "wanted"),
        (Self::Sent, "sent"),
        (Self::Language, "language"),
    ];

    /// What stands behind the name of the app.
    fn text(self) -> String {
        match self {
            Self::Link(kind, key) => format!("{}_{key}", kind.word()),
            plain => {
                Self::PLAIN.iter().find(|(name, _)| *name == plain).map_or("", |(_, word)| word).to_owned()
            }
        }
    }

    fn parse(text: &str) -> Option<Self> {
        if let Some((name, _)) = Self::PLAIN.iter().find(|(_, word)| *word == text) {
            return Some(*name);
        }
        let (word, key) = text.split_once('_')?;
        let kind = LinkKind::ALL.into_iter().find(|kind| kind.word() == word)?;
        Some(Self::Link(kind, LinkKey::parse(key)?))
    }
}

/// What a mailed link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// To confirm an address.
    Confirm,
    /// To reset a password.
    Reset,
    /// To take back a change of address.
    Undo,
    /// To accept an invitation.
    Invite,
}

impl LinkKind {
    const ALL: [Self; 4] = [Self::Confirm, Self::Reset, Self::Undo, Self::Invite];

    const fn word(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::Undo => "undo",
            Self::Invite => "invite",
        }
    }
}

/// Tells the links of one browser apart: the beginning of a link's digest, which opens nothing and may stand in a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LinkKey([u8; 4]);

impl LinkKey {
    /// The key of a link.
    pub(crate) fn of(link: &str) -> Self {
        let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(link.as_bytes()));
        Self([a, b, c, d])
    }

    /// A key as it stands in a URL, a form or the name of a cookie.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_hex = text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let number = u32::from_str_radix(text, 16).ok().filter(|_| is_hex)?;
        Some(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes(self.0))
    }
}

/// The cookies of one site: what their names begin with there, and whether they need https.
#[derive(Clone, Debug)]
pub(crate) struct Jar {
    stem: String,
    path: String,
    https: bool,
}

impl Jar {
    /// `__Host-` (RFC 6265bis §4.1.3.2) keeps a sibling domain from planting a cookie of ours; browsers accept it only
    /// over https, and only with the path `/`. Below a path of its own, an app keeps its cookies from its neighbours on
    /// the same host instead.
    pub(crate) fn new(settings: &Settings) -> Self {
        let path = settings.base_path();
        let prefix = match (settings.is_https(), settings.cookies.insecure_development) {
            (true, _) if path.is_empty() => "__Host-",
            (true, _) => "__Secure-",
            (false, false) => "",
            (false, true) => "insecure_",
        };
        let path = if path.is_empty() { "/" } else { path };
        let stem = format!("{prefix}{}_", settings.cookies.name);
        Self { stem, path: path.to_owned(), https: settings.is_https() }
    }

    /// The cookies of ours that a request carries. Others of the browser's are none of our business, whatever bytes
    /// they consist of.
    pub(crate) fn read(&self, headers: &HeaderMap) -> Cookies {
        let lines = headers.get_all(header::COOKIE).iter();
        let pairs = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b';'));
        Cookies(pairs.filter_map(|pair| self.ours(pair)).collect())
    }

    /// A pair whose name is exactly one of ours (RFC 6265 §4.2.1): no other program can have set it by a name that only
    /// looks like it.
    fn ours(&self, pair: &[u8]) -> Option<(Name, String)> {
        let pair = pair.trim_ascii_start();
        let equals = pair.iter().position(|byte| *byte == b'=')?;
        let (called, value) = (pair.get(..equals)?, pair.get(equals + 1..)?);
        let name = self.name(std::str::from_utf8(called).ok()?)?;
        let value = std::str::from_utf8(value).ok()?.trim_ascii();
        Some((name, value.to_owned()))
    }

    /// Which cookie of ours has this whole name.
    pub(crate) fn name(&self, whole: &str) -> Option<Name> {
        whole.strip_prefix(&self.stem).and_then(Name::parse)
    }

    /// The whole name of a cookie of ours.
    pub(crate) fn full_name(&self, name: Name) -> String {
        format!("{}{}", self.stem, name.text())
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
        Cookie::build((self.full_name(name), value))
            .path(self.path.clone())
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.https)
            .build()
    }
}

/// The cookies of ours that came with a request.
#[derive(Debug, Default)]
pub(crate) struct Cookies(Vec<(Name, String)>);

impl Cookies {
    /// The first of a name, which is the one for the longest path (RFC 6265 §5.4).
    pub(crate) fn get(&self, name: Name) -> Option<&str> {
        self.all(name).next()
    }

    /// All of a name, in their order.
    pub(crate) fn all(&self, name: Name) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(other, _)| *other == name).map(|(_, value)| value.as_str())
    }

    /// The links of one kind, in the order in which the browser names them: the oldest first (RFC 6265 §5.4).
    pub(crate) fn links(&self, kind: LinkKind) -> impl DoubleEndedIterator<Item = (LinkKey, &str)> {
        self.0.iter().filter_map(move |(name, value)| match name {
            Name::Link(of, key) if *of == kind => Some((*key, value.as_str())),
            _ => None,
        })
    }

    /// Whether a link is among them.
    pub(crate) fn has_link(&self) -> bool {
        self.0.iter().any(|(name, _)| matches!(name, Name::Link(..)))
    }

    /// Whether the browser sent none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
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
    use http::HeaderValue;

    use super::*;

    fn settings(base_url: &str) -> Settings {
        let mut settings = Settings::default();
        base_url.clone_into(&mut settings.public_base_url);
        settings
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
    fn below_a_path_cookies_stay_there() {
        let cookie = jar("https://example.com/app").set(Name::Session, "v", Keep::UntilClosed);

        assert_eq!(cookie, "__Secure-user_session=v; HttpOnly; SameSite=Lax; Secure; Path=/app");
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
    fn each_link_has_a_cookie_of_its_own() {
        let (one, other) = (LinkKey::of("one"), LinkKey::of("other"));
        let mut headers = HeaderMap::new();
        let text = format!(
            "user_reset_{one}=one; user_reset_{other}=other; user_undo_{one}=x; user_reset_=y; user_reset=z"
        );
        headers.append("cookie", text.parse().unwrap());
        let cookies = Jar::new(&Settings::default()).read(&headers);

        assert_eq!(cookies.links(LinkKind::Reset).collect::<Vec<_>>(), [(one, "one"), (other, "other")]);
        assert_eq!(LinkKey::parse(&one.to_string()), Some(one));
        for text in ["", "+1234567", "1234567", "123456789", "ABCDEF01", "1234567g"] {
            assert_eq!(LinkKey::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_cookie_of_a_name_counts_and_strangers_are_ignored() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", "other=1; user_session=a; user_session=b; ;=;;".parse().unwrap());
        let cookies = Jar::new(&Settings::default()).read(&headers);

        assert_eq!(cookies.get(Name::Session), Some("a"));
        assert_eq!(cookies.get(Name::Device), None);
    }

    #[test]
    fn cookies_of_others_hide_none_of_ours_whatever_bytes_they_have() {
        for beside in [b"name=Jos\xe9; ".as_slice(), b"\xff; ", b"\xe9=1;", b"a=\"\x80;\"; ", b"=;; ;"] {
            for line in [[beside, b"user_session=a"].concat(), [b"user_session=a; ", beside].concat()] {
                let headers =
                    HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_bytes(&line).unwrap())]);
                let cookies = Jar::new(&Settings::default()).read(&headers);
                assert_eq!(cookies.get(Name::Session), Some("a"), "{}", line.escape_ascii());
            }
        }
    }

    #[test]
    fn a_name_that_only_looks_like_ours_is_not_ours() {
        for line in [
            "user_session =a",
            "user_session\t=a",
            "User_session=a",
            "xuser_session=a",
            "user_session",
            "\"user_session\"=a",
        ] {
            let headers = HeaderMap::from_iter([(header::COOKIE, line.parse().unwrap())]);
            assert_eq!(Jar::new(&Settings::default()).read(&headers).get(Name::Session), None, "{line}");
        }
    }
}
