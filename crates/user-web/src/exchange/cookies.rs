//! The cookies that an exchange sends back.

use std::time::Duration;

use http::{HeaderMap, HeaderValue, header};
use user_core::domain::{UserId, UserStatus};
use user_core::flows::SignedIn;
use user_core::seal::Label;

use super::{Exchange, lock};
use crate::request::cookies::{Keep, LinkKey, LinkKind, Name};

const DEVICE_KEPT: Duration = Duration::from_hours(365 * 24);
/// Enough for a path with a query, and small for a cookie.
const WANTED_MAX: usize = 512;
const LINK_KEPT: Duration = Duration::from_mins(15);
/// More than any link of ours has.
const LINK_MAX: usize = 256;
/// Links of one kind that one browser keeps at once.
const LINKS_MAX: usize = 4;

const WANTED: Label = Label::Custom("wanted");
const OWNER: Label = Label::Custom("wanted by");

/// Who wanted to go somewhere, as far as this browser knows.
#[derive(Clone, Copy)]
pub(crate) enum Whose<'a> {
    /// Somebody who is signed in.
    User(UserId),
    /// Who registered here, by the mark of that.
    Registration(&'a str),
    /// Who has this address, if anybody.
    Address(&'a str),
}

impl Exchange {
    fn put(&self, name: Name, header: String) {
        let mut outgoing = lock(&self.0.outgoing);
        outgoing.retain(|(other, _)| *other != name);
        outgoing.push((name, header));
    }

    pub(crate) fn set(&self, name: Name, value: &str, keep: Keep) {
        self.put(name, self.web().jar().set(name, value, keep));
    }

    pub(crate) fn remove(&self, name: Name) {
        let is_sent = lock(&self.0.outgoing).iter().any(|(other, _)| *other == name);
        if is_sent || self.cookie(name).is_some() {
            self.put(name, self.web().jar().remove(name));
        }
    }

    pub(super) fn session_kept(&self, persistent: bool) -> Keep {
        if persistent { Keep::For(self.settings().lifetimes.remembered_session) } else { Keep::UntilClosed }
    }

    /// Puts what a flow answered with a fresh sign-in into the browser, and takes out what belonged to the visitor
    /// before.
    pub fn sign_in(&self, signed_in: &SignedIn) {
        let _ = self.0.begun.set(signed_in.session.id);
        self.set(Name::Session, &signed_in.cookie, self.session_kept(signed_in.session.persistent));
        self.keep_device(&signed_in.device);
        self.remove(Name::Visitor);
        // Until an address is confirmed, this browser is known for the account that it registered.
        if signed_in.user.status != UserStatus::Pending {
            self.remove(Name::Registered);
        }
    }

    /// Puts the mark of a known device into the browser.
    pub(crate) fn keep_device(&self, mark: &str) {
        self.set(Name::Device, mark, Keep::For(DEVICE_KEPT));
    }

    /// Takes the session out of the browser; [`UserManager::sign_out`](user_core::UserManager::sign_out) ends it.
    pub fn sign_out(&self) {
        self.remove(Name::Session);
        self.remove(Name::Visitor);
    }

    /// Keeps the token of a link for the page that follows, and tells which link that page is for. What cannot be a link
    /// is not kept: it came in a URL, and could write attributes of its own into the cookie.
    pub(crate) fn keep_link(&self, kind: LinkKind, link: &str) -> LinkKey {
        let key = LinkKey::of(link);
        if !link.is_empty() && link.len() <= LINK_MAX && link.bytes().all(|b| b.is_ascii_alphanumeric()) {
            self.drop_surplus(kind, key);
            self.set(Name::Link(kind, key), link, Keep::For(LINK_KEPT));
        }
        key
    }

    /// The oldest links make room: whatever opens many of them must not fill the browser's jar.
    fn drop_surplus(&self, kind: LinkKind, beside: LinkKey) {
        let others: Vec<_> =
            self.0.cookies.links(kind).map(|(key, _)| key).filter(|key| *key != beside).collect();
        let surplus = (others.len() + 1).saturating_sub(LINKS_MAX);
        others.into_iter().take(surplus).for_each(|key| self.remove(Name::Link(kind, key)));
    }

    /// The link that a page or a form says it is for; empty where this browser has none such. What names no link is for
    /// the only one of its kind, and a page may be for the latest of several. A form may not: it acts on what it showed.
    pub(crate) fn link(&self, kind: LinkKind, named: &str) -> &str {
        let mut links = self.0.cookies.links(kind);
        let found = if named.is_empty() {
            let latest = links.next_back();
            let is_sole = links.next_back().is_none();
            latest.filter(|_| is_sole || self.is_safe())
        } else {
            LinkKey::parse(named).and_then(|named| links.find(|(key, _)| *key == named))
        };
        found.map_or("", |(_, link)| link)
    }

    /// Takes a link out of the browser.
    pub(crate) fn drop_link(&self, kind: LinkKind, link: &str) {
        self.remove(Name::Link(kind, LinkKey::of(link)));
    }

    /// Keeps where somebody wanted to go until a mail has come, in this browser: the link in the mail leads there, wherever
    /// it is opened from here.
    pub(crate) fn keep_wanted(&self, whose: Whose<'_>, path: &str) {
        if path.len() <= WANTED_MAX {
            let wanted = [self.mark_of(whose).as_slice(), path.as_bytes()].concat();
            let sealed = self.users().seals().seal(WANTED, &wanted);
            self.set(Name::Wanted, &sealed, Keep::For(self.settings().lifetimes.confirm_email));
        }
    }

    /// Where one of these wanted to go, once. Whoever uses the browser after them does not learn of it.
    pub(crate) fn take_wanted<'a>(&self, whose: impl IntoIterator<Item = Whose<'a>>) -> Option<String> {
        let wanted = self.wanted(whose);
        self.remove(Name::Wanted);
        wanted
    }

    /// The same, and there it stays. Looks only.
    pub(crate) fn wanted<'a>(&self, whose: impl IntoIterator<Item = Whose<'a>>) -> Option<String> {
        let opened = self.users().seals().open(WANTED, self.cookie(Name::Wanted)?)?;
        let path = whose.into_iter().find_map(|whose| opened.strip_prefix(self.mark_of(whose).as_slice()))?;
        self.next(std::str::from_utf8(path).ok()?)
    }

    /// A mark that tells nothing of whose it is.
    fn mark_of(&self, whose: Whose<'_>) -> [u8; 32] {
        let (family, name) = match whose {
            Whose::User(user) => ("user:", user.to_string()),
            Whose::Registration(mark) => ("registration:", mark.to_owned()),
            Whose::Address(address) => ("address:", address.trim().to_lowercase()),
        };
        self.users().seals().digest(OWNER, format!("{family}{name}").as_bytes())
    }

    /// Adds the cookies of this exchange to its response, and keeps what is one person's from being kept for others.
    pub(crate) fn finish(&self, headers: &mut HeaderMap) {
        let outgoing: Vec<_> = lock(&self.0.outgoing).drain(..).collect();
        let is_personal = !outgoing.is_empty() || self.current_known().is_some();
        if is_personal && !is_kept_back(headers) {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        for cookie in outgoing.iter().filter_map(|(_, cookie)| cookie.parse().ok()) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}

/// Whether no cache that others use keeps the response.
fn is_kept_back(headers: &HeaderMap) -> bool {
    let said = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok()).unwrap_or("");
    said.contains("no-store") || said.contains("private")
}
