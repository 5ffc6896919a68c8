//! The cookies that an exchange sends back.

use std::time::Duration;

use http::{HeaderMap, HeaderValue, header};
use user_core::domain::{Locale, UserId};
use user_core::flows::{Admission, PendingSignIn, SignedIn};
use user_core::seal::Label;

use super::{Exchange, lock};
use crate::request::cookies::{Keep, Name};

const DEVICE_KEPT: Duration = Duration::from_hours(365 * 24);
const LANGUAGE_KEPT: Duration = Duration::from_hours(365 * 24);
/// Enough for a path with a query, and small for a cookie.
const WANTED_MAX: usize = 512;

const WANTED: Label = Label::Custom("wanted");
const OWNER: Label = Label::Custom("wanted by");

/// Whose wish it was to go somewhere, as far as this browser knows.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
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
        let _ = self.0.begun.set((signed_in.session.id, signed_in.session.user_id));
        self.set(Name::Session, &signed_in.cookie, self.session_kept(signed_in.session.persistent));
        self.keep_device(&signed_in.device);
        // The mark of what was registered here stays: it is void for whom it has served, and good for others.
        self.remove(Name::Visitor);
    }

    /// Puts what a flow answered with an admission into the browser. Answers the URL of the page of the second step, which
    /// leads on to `next`, where one is asked for first.
    pub fn admit(&self, admission: &Admission, next: Option<&str>) -> Option<String> {
        match admission {
            Admission::SignedIn(signed_in) => {
                self.sign_in(signed_in);
                None
            }
            Admission::Pending(pending) => {
                self.keep_pending(pending);
                Some(self.second_step_page(pending, next))
            }
        }
    }

    /// Puts the mark of a pending sign-in into the browser, by which it is known at the second step.
    pub(crate) fn keep_pending(&self, pending: &PendingSignIn) {
        self.set(Name::Browser, &pending.browser, Keep::UntilClosed);
    }

    /// The URL of the page of the second step, which leads on to `next`.
    pub(crate) fn second_step_page(&self, pending: &PendingSignIn, next: Option<&str>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("step", &pending.step);
        if let Some(next) = next {
            query.append_pair("next", next);
        }
        format!("{}?{}", self.path(|paths| &paths.second_step), query.finish())
    }

    /// Puts the mark of a trusted device into the browser, which a second step answers with.
    pub fn keep_trusted(&self, mark: &str) {
        self.set(Name::Trusted, mark, Keep::For(self.settings().second_factor.trust_device));
    }

    /// Puts the mark of a known device into the browser, which a flow answers with.
    pub fn keep_device(&self, mark: &str) {
        self.set(Name::Device, mark, Keep::For(DEVICE_KEPT));
    }

    /// Keeps the mark that a registration was answered with: by it this browser confirms the address without a
    /// password.
    pub fn keep_registration(&self, mark: &str) {
        self.set(Name::Registered, mark, Keep::For(self.settings().lifetimes.pending_users));
    }

    /// The registration that this browser made, for [`wanted`](Self::wanted).
    pub fn registration(&self) -> Option<Whose<'_>> {
        self.cookie(Name::Registered).map(Whose::Registration)
    }

    /// Keeps the language that was chosen in this browser.
    pub fn keep_language(&self, language: &Locale) {
        self.set(Name::Language, language.as_str(), Keep::For(LANGUAGE_KEPT));
    }

    /// Forgets the language that was chosen in this browser.
    pub fn forget_language(&self) {
        self.remove(Name::Language);
    }

    /// Takes the session out of the browser; [`UserManager::sign_out`](user_core::UserManager::sign_out) ends it.
    pub fn sign_out(&self) {
        self.remove(Name::Session);
        self.remove(Name::Visitor);
    }

    /// Keeps where somebody wanted to go until a mail has come, in this browser: the link in the mail leads there,
    /// wherever it is opened from here.
    pub fn keep_wanted(&self, whose: Whose<'_>, path: &str) {
        if path.len() <= WANTED_MAX {
            let wanted = [self.mark_of(whose).as_slice(), path.as_bytes()].concat();
            let sealed = self.users().seals().seal(WANTED, &wanted);
            self.set(Name::Wanted, &sealed, Keep::For(self.settings().lifetimes.confirm_email));
        }
    }

    /// Where one of these wanted to go, once. The next user of the browser does not learn of it.
    pub fn take_wanted<'a>(&self, whose: impl IntoIterator<Item = Whose<'a>>) -> Option<String> {
        let wanted = self.wanted(whose);
        self.remove(Name::Wanted);
        wanted
    }

    /// The same, and there it stays. Looks only.
    pub fn wanted<'a>(&self, whose: impl IntoIterator<Item = Whose<'a>>) -> Option<String> {
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
