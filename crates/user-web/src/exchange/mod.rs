//! One request and the response being made: who asks, what they may see, what goes back beside the page.

mod answer;
mod cookies;
mod kept;
mod links;
mod posted;
mod sent;
mod session;
mod uploads;

pub use cookies::Whose;
pub(crate) use kept::Kept;
pub use links::naming_link;
pub(crate) use links::{LINK, leading_to, url_for_link};
pub(crate) use posted::{Posted, Upload};
pub use sent::{SentAbout, SentMail};
pub use uploads::Uploaded;

use std::mem;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Method, header};
use tokio::sync::OnceCell;
use user_core::UserManager;
use user_core::domain::{Field, Locale, Notice, SessionId, UserId, Violation, Violations};
use user_core::flows::{Current, RefusedRequest, Visitor};
use user_core::ports::PortError;
use user_core::settings::Settings;

use self::session::SessionCookies;
use crate::csrf;
use crate::current_user::CurrentUser;
use crate::incoming::Head;
use crate::once::Form;
use crate::pages::mount::Place;
use crate::request::cookies::{Cookies, Name};
use crate::request::next::safe_next;
use crate::request::origin::is_unsafe;
use crate::response::problem::Problem;
use crate::web::UserWeb;

/// One request and the response being made: what a page of the app's own needs when it stands in for one of ours, and
/// calls a flow itself. Cheap to clone; every page handler of ours takes one, too.
///
/// It tells the flow who asks, keeps the cookies of the user who is signed in, and leads on with something to say. What
/// was posted has passed the anti-forgery check by then; what the form means is the handler's affair.
#[derive(Clone)]
pub struct Exchange(Arc<Inner>);

struct Inner {
    web: UserWeb,
    place: Option<Place>,
    method: Method,
    path_and_query: String,
    cookies: Cookies,
    sessions: SessionCookies,
    address: Option<IpAddr>,
    user_agent: Option<String>,
    accept_language: String,
    wants_json: bool,
    takes_gzip: bool,
    current: OnceCell<Option<Current>>,
    visitor: OnceLock<String>,
    outgoing: Mutex<Vec<(Name, String)>>,
    failure: Mutex<Option<Problem>>,
    /// The fields of a form of ours that was posted, as they came.
    posted: OnceLock<Bytes>,
    /// The same form, as something that may have been done before.
    form: OnceLock<Form>,
    /// A form with a file for a page of the app's own.
    uploaded: Mutex<Option<Posted>>,
    /// The session that began with this response, and whose it is.
    begun: OnceLock<(SessionId, UserId)>,
    /// What the page of this response has to say by itself.
    said: OnceLock<Notice>,
    /// Set where a page found out that its viewer may invite others.
    may_invite: OnceLock<()>,
    /// What was refused, to be recorded once the response is there.
    refused: Mutex<Vec<RefusedRequest>>,
    /// Set where a page or a form is for a link that the browser does not have.
    missing_link: OnceLock<()>,
    /// What the form of this request was refused with.
    refused_with: OnceLock<Violations>,
    /// What the form that was posted is shown again with, before anything else is done with it.
    shown_with: OnceLock<Violations>,
}

impl Exchange {
    pub(crate) fn begin(web: &UserWeb, head: &Head<'_>) -> Self {
        let headers = head.headers;
        let cookies = web.jar().read(headers);
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self(Arc::new(Inner {
            web: web.clone(),
            place: web.place(head.uri.path()).cloned(),
            method: head.method.clone(),
            path_and_query: web
                .users()
                .settings()
                .outside(head.original_uri.path_and_query().map_or("/", |both| both.as_str())),
            sessions: SessionCookies::of(web, &cookies),
            cookies,
            address: web.visitor_address(head.peer, headers),
            user_agent: text(header::USER_AGENT),
            accept_language: text(header::ACCEPT_LANGUAGE).unwrap_or_default(),
            wants_json: wants_json(headers),
            takes_gzip: takes_gzip(headers),
            current: OnceCell::new(),
            visitor: OnceLock::new(),
            outgoing: Mutex::new(Vec::new()),
            failure: Mutex::new(None),
            posted: OnceLock::new(),
            uploaded: Mutex::new(None),
            form: OnceLock::new(),
            begun: OnceLock::new(),
            said: OnceLock::new(),
            may_invite: OnceLock::new(),
            refused: Mutex::new(Vec::new()),
            missing_link: OnceLock::new(),
            refused_with: OnceLock::new(),
            shown_with: OnceLock::new(),
        }))
    }

    pub(crate) fn web(&self) -> &UserWeb {
        &self.0.web
    }

    /// The manager behind the pages.
    pub fn users(&self) -> &UserManager {
        self.0.web.users()
    }

    /// The settings of the site.
    pub fn settings(&self) -> &Settings {
        self.users().settings()
    }

    /// Which route of our own pages the request is for, if it is for one.
    pub(crate) fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    pub(crate) fn method(&self) -> &Method {
        &self.0.method
    }

    pub(crate) fn address(&self) -> Option<IpAddr> {
        self.0.address
    }

    /// Whether the client asks for JSON and not for a page.
    pub fn wants_json(&self) -> bool {
        self.0.wants_json
    }

    /// Whether the client reads what is compressed.
    pub(crate) fn takes_gzip(&self) -> bool {
        self.0.takes_gzip
    }

    pub(crate) fn is_safe(&self) -> bool {
        !is_unsafe(&self.0.method)
    }

    pub(crate) fn path_and_query(&self) -> &str {
        &self.0.path_and_query
    }

    pub(crate) fn cookie(&self, name: Name) -> Option<&str> {
        if name == Name::Session { self.0.sessions.counting() } else { self.0.cookies.get(name) }
    }

    /// Whether the browser sent any cookie of ours: one that keeps none can post no form.
    pub(crate) fn has_cookies(&self) -> bool {
        !self.0.cookies.is_empty()
    }

    /// Who is signed in, looked up once, and only when somebody asks: a request without a session cookie of ours
    /// never reaches the store.
    pub async fn current(&self) -> Result<Option<&Current>, PortError> {
        let resumed = self.0.current.get_or_try_init(|| self.resume()).await?;
        Ok(resumed.as_ref())
    }

    /// Who is signed in, for a handler that demands it.
    pub async fn current_user(&self) -> Result<Option<CurrentUser>, PortError> {
        let current = self.current().await?;
        Ok(current.map(|current| CurrentUser::new(self.users(), current)))
    }

    /// The same, if that was asked already.
    pub(crate) fn current_user_known(&self) -> Option<CurrentUser> {
        self.current_known().map(|current| CurrentUser::new(self.users(), current))
    }

    /// Who is signed in, if that was asked already.
    pub(crate) fn current_known(&self) -> Option<&Current> {
        self.0.current.get().and_then(Option::as_ref)
    }

    /// The session that began with this response.
    pub(crate) fn begun(&self) -> Option<SessionId> {
        self.0.begun.get().map(|(session, _)| *session)
    }

    /// The form that was posted, where it may have been done before.
    pub(crate) fn form(&self) -> Option<&Form> {
        self.0.form.get()
    }

    pub(crate) fn keep_form(&self, form: Option<Form>) {
        if let Some(form) = form {
            let _ = self.0.form.set(form);
        }
    }

    /// Whether a form that is not acted on was filled in by another user than the one who is signed in now. It is shown
    /// again without what they typed, and says so.
    pub(crate) async fn is_of_another(&self, token: &str) -> Result<bool, PortError> {
        let Some(owner) = csrf::user(self.users().seals(), token) else { return Ok(false) };
        let Some(current) = self.current().await?.filter(|current| current.user.id != owner) else {
            return Ok(false);
        };
        let name = current.user.display_name().to_owned();
        self.show_with(Violations::one(Field::Form, Violation::OtherAccount { name }));
        Ok(true)
    }

    /// What the form of this request was refused with, if it was.
    pub(crate) fn refused_with(&self) -> Option<&Violations> {
        self.0.refused_with.get()
    }

    pub(crate) fn note_refused_with(&self, violations: &Violations) {
        let _ = self.0.refused_with.set(violations.clone());
    }

    /// What the form that was posted is shown again with, where that is known before its page looks at it.
    pub(crate) fn shown_with(&self) -> Option<&Violations> {
        self.0.shown_with.get()
    }

    pub(crate) fn show_with(&self, violations: Violations) {
        let _ = self.0.shown_with.set(violations);
    }

    /// Something failed that a handler may not notice: the exchange answers with it instead.
    pub fn fail(&self, problem: Problem) {
        *lock(&self.0.failure) = Some(problem);
    }

    pub(crate) fn failure(&self) -> Option<Problem> {
        lock(&self.0.failure).take()
    }

    /// Something was refused here, and not by a flow: it is recorded with the response.
    pub(crate) fn note(&self, refusal: RefusedRequest) {
        lock(&self.0.refused).push(refusal);
    }

    /// A link was refused as none of ours. A page that is opened without any is no refusal.
    pub(crate) fn refuse_link(&self) {
        if self.0.cookies.has_link() {
            self.note(RefusedRequest::ForeignLink);
        }
    }

    /// Records what was refused.
    pub(crate) async fn record_refusals(&self) {
        let refused = mem::take(&mut *lock(&self.0.refused));
        let user = self.current_known().map(|current| current.user.id);
        for refusal in refused {
            let visitor = self.visitor_in(self.settings().languages.default.clone());
            self.users().note_refusal(refusal, user, &visitor).await;
        }
    }

    /// What the flows learn about the visitor.
    pub async fn visitor(&self) -> Result<Visitor, PortError> {
        Ok(Visitor { session: self.session_id(), ..self.visitor_in(self.locale().await?) })
    }

    fn visitor_in(&self, locale: Locale) -> Visitor {
        Visitor {
            address: self.0.address,
            user_agent: self.0.user_agent.clone(),
            locale,
            device: self.cookie(Name::Device).map(str::to_owned),
            mark: self.cookie(Name::Registered).map(str::to_owned),
            browser: self.cookie(Name::Browser).map(str::to_owned),
            trusted: self.cookie(Name::Trusted).map(str::to_owned),
            session: None,
        }
    }

    pub(crate) async fn locale(&self) -> Result<Locale, PortError> {
        let current = self.current().await?;
        Ok(self.locale_of(current))
    }

    /// The language as far as it is known without asking the store for the user's own.
    fn locale_known(&self) -> Locale {
        self.locale_of(self.current_known())
    }

    fn locale_of(&self, current: Option<&Current>) -> Locale {
        let (user, chose) = (current.map(|current| &current.user), self.cookie(Name::Language));
        self.users().locale_for(user, chose, &self.0.accept_language)
    }

    /// Where a form on this page comes back to: the page, or the front page where it is the answer to a form that
    /// stands on another one.
    fn here(&self) -> &str {
        let is_shown = self.is_safe() || self.place().is_some_and(Place::is_shown);
        if is_shown { &self.0.path_and_query } else { "/" }
    }

    /// Where a visitor goes on to: `next` when it leads to this site, else `or`, a path of the app. Whatever a query or
    /// a form says about where to go passes through here first.
    pub fn next_or(&self, next: &str, or: &str) -> String {
        self.next(next).unwrap_or_else(|| self.settings().outside(or))
    }

    /// A `next` that leads to this site, if it does: below the path that the app has to itself, where there is one.
    pub fn next(&self, raw: &str) -> Option<String> {
        safe_next(self.web().base(), raw).map(|next| self.settings().outside(&next))
    }

    /// Where to find one of our pages, as browsers see it: `exchange.path(|paths| &paths.sign_in)`.
    pub fn path(&self, path: impl FnOnce(&user_core::settings::Paths) -> &String) -> String {
        self.settings().page(path(&self.settings().paths))
    }

    /// Whether `token` was made for this session or, where the browser has none, for this visitor.
    pub(crate) fn is_our_form(&self, token: &str) -> bool {
        let seals = self.users().seals();
        match self.session_id() {
            Some(session) => csrf::is_good(seals, session.as_bytes(), token),
            None => self
                .cookie(Name::Visitor)
                .is_some_and(|visitor| csrf::is_good(seals, visitor.as_bytes(), token)),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the client asks for JSON and not for a page.
fn wants_json(headers: &HeaderMap) -> bool {
    let accept =
        headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("").to_lowercase();
    accept.contains("json") && !accept.contains("text/html")
}

/// Whether the client lists gzip among what it can read (RFC 9110 §12.5.3), and does not refuse it.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let listed = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    listed.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32));
        name.trim().eq_ignore_ascii_case("gzip") && !is_refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_reads_gzip_gets_it() {
        let takes = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("accept-encoding", value.parse().unwrap());
            takes_gzip(&headers)
        };

        assert!(["gzip", "br, gzip;q=0.5", "GZIP"].into_iter().all(takes));
        assert!(!["", "br", "gzip;q=0", "x-gzip, identity"].into_iter().any(takes));
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    #[test]
    fn a_program_is_told_from_a_browser() {
        let asks = |accept: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("accept", accept.parse().unwrap());
            wants_json(&headers)
        };

        for json in ["application/json", "Application/JSON", "application/problem+json, */*;q=0.1"] {
            assert!(asks(json), "{json}");
        }
        for page in ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "", "text/html, application/json"] {
            assert!(!asks(page), "{page}");
        }
        assert!(!wants_json(&HeaderMap::new()));
    }
}
