//! The cookies that an exchange sends back.

use std::time::Duration;

use poem::Response;
use poem::http::{HeaderMap, HeaderValue, header};
use user_core::domain::UserId;
use user_core::flows::SignedIn;
use user_core::seal::Label;

use super::{Exchange, lock};
use crate::request::cookies::{Keep, Name};

const DEVICE_KEPT: Duration = Duration::from_hours(365 * 24);
/// Enough for a path with a query, and small for a cookie.
const WANTED_MAX: usize = 512;
const LINK_KEPT: Duration = Duration::from_mins(15);
/// More than any link of ours has.
const LINK_MAX: usize = 256;

const WANTED: Label = Label::Custom("wanted");

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
        self.remove(Name::Registered);
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

    /// Keeps the token of a link for the page that follows. What cannot be one is not kept: it came in a URL, and
    /// could write attributes of its own into the cookie.
    pub(crate) fn keep_link(&self, name: Name, link: &str) {
        let is_plain = link.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        if is_plain && !link.is_empty() && link.len() <= LINK_MAX {
            self.set(name, link, Keep::For(LINK_KEPT));
        } else {
            self.remove(name);
        }
    }

    /// Keeps where the user wanted to go until an address is confirmed, in this browser: the link in the mail leads
    /// there, wherever it is opened from here.
    pub(crate) fn keep_wanted(&self, user: UserId, path: &str) {
        if path.len() <= WANTED_MAX {
            let wanted = [user.as_bytes().as_slice(), path.as_bytes()].concat();
            let sealed = self.users().seals().seal(WANTED, &wanted);
            self.set(Name::Wanted, &sealed, Keep::For(self.settings().lifetimes.confirm_email));
        }
    }

    /// Where this user wanted to go, once. Whoever uses the browser after them does not learn of it.
    pub(crate) fn take_wanted(&self, user: Option<UserId>) -> Option<String> {
        let sealed = self.cookie(Name::Wanted)?;
        let opened = self.users().seals().open(WANTED, sealed);
        self.remove(Name::Wanted);
        let (opened, user) = (opened?, user?);
        self.next(std::str::from_utf8(opened.strip_prefix(user.as_bytes())?).ok()?)
    }

    /// Adds the cookies of this exchange to its response, and keeps what is one person's from being kept for others.
    pub(crate) fn finish(&self, response: &mut Response) {
        let outgoing: Vec<_> = lock(&self.0.outgoing).drain(..).collect();
        let headers = response.headers_mut();
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
