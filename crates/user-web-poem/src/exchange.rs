//! One request and the response being made: who asks, what they may see, what goes back beside the page.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use poem::http::{HeaderMap, Method, StatusCode, header};
use poem::{FromRequest, Request, RequestBody, Response};
use serde::Serialize;
use tokio::sync::OnceCell;
use user_core::UserManager;
use user_core::domain::{Locale, Notice};
use user_core::flows::{Current, SignedIn, Visitor};
use user_core::ports::{PortError, Template};
use user_core::seal::Label;
use user_core::settings::Settings;
use user_core::views::{Links, NoticeView, Site, direction};

use crate::csrf;
use crate::request::address::visitor_address;
use crate::request::cookies::{self, Cookies, Keep, Name};
use crate::request::form::Fields;
use crate::request::next::safe_next;
use crate::response::headers;
use crate::response::problem::Problem;
use crate::web::UserWeb;

const DEVICE_KEPT: Duration = Duration::from_hours(365 * 24);
const LINK_KEPT: Duration = Duration::from_mins(15);

/// One request and its response. Cheap to clone; every page handler takes one.
#[derive(Clone)]
pub(crate) struct Exchange(Arc<Inner>);

struct Inner {
    web: UserWeb,
    method: Method,
    path_and_query: String,
    cookies: Cookies,
    address: Option<IpAddr>,
    user_agent: Option<String>,
    accept_language: String,
    wants_json: bool,
    current: OnceCell<Option<Current>>,
    outgoing: Mutex<Vec<(Name, String)>>,
    failure: Mutex<Option<Problem>>,
}

impl Exchange {
    pub(crate) fn begin(web: &UserWeb, request: &Request) -> Self {
        let settings = web.users().settings();
        let text = |name: &str| request.header(name).map(str::to_owned);
        let headers = request.headers();
        Self(Arc::new(Inner {
            web: web.clone(),
            method: request.method().clone(),
            path_and_query: request
                .original_uri()
                .path_and_query()
                .map_or("/", |both| both.as_str())
                .to_owned(),
            cookies: Cookies::read(headers, settings),
            address: address(request, settings),
            user_agent: text("user-agent"),
            accept_language: text("accept-language").unwrap_or_default(),
            wants_json: wants_json(headers),
            current: OnceCell::new(),
            outgoing: Mutex::new(Vec::new()),
            failure: Mutex::new(None),
        }))
    }

    pub(crate) fn web(&self) -> &UserWeb {
        &self.0.web
    }

    pub(crate) fn users(&self) -> &UserManager {
        self.0.web.users()
    }

    pub(crate) fn settings(&self) -> &Settings {
        self.users().settings()
    }

    pub(crate) fn wants_json(&self) -> bool {
        self.0.wants_json
    }

    pub(crate) fn is_safe(&self) -> bool {
        !crate::request::origin::is_unsafe(&self.0.method)
    }

    pub(crate) fn path_and_query(&self) -> &str {
        &self.0.path_and_query
    }

    pub(crate) fn cookie(&self, name: Name) -> Option<&str> {
        self.0.cookies.get(name)
    }

    /// Who is signed in, looked up once, and only when somebody asks: a request without a session cookie of ours
    /// never reaches the store.
    pub(crate) async fn current(&self) -> Result<Option<&Current>, PortError> {
        let resumed = self.0.current.get_or_try_init(|| self.resume()).await?;
        Ok(resumed.as_ref())
    }

    async fn resume(&self) -> Result<Option<Current>, PortError> {
        let Some(cookie) = self.cookie(Name::Session) else { return Ok(None) };
        let visitor = self.visitor_in(self.settings().languages.default.clone());
        let Some(resumed) = self.users().resume(cookie, &visitor).await? else {
            self.remove(Name::Session);
            return Ok(None);
        };
        if let Some(renewed) = resumed.renewed_cookie {
            self.set(Name::Session, &renewed, self.session_kept(resumed.current.session.persistent));
        }
        Ok(Some(resumed.current))
    }

    /// Something failed that a handler may not notice: the exchange answers with it instead.
    pub(crate) fn fail(&self, problem: Problem) {
        *self.0.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(problem);
    }

    pub(crate) fn failure(&self) -> Option<Problem> {
        self.0.failure.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// What the flows are told of whoever asks.
    pub(crate) async fn visitor(&self) -> Result<Visitor, PortError> {
        let session = self.cookie(Name::Session).and_then(|cookie| self.users().session_id(cookie));
        Ok(Visitor { session, ..self.visitor_in(self.locale().await?) })
    }

    fn visitor_in(&self, locale: Locale) -> Visitor {
        Visitor {
            address: self.0.address,
            user_agent: self.0.user_agent.clone(),
            locale,
            device: self.cookie(Name::Device).map(str::to_owned),
            session: None,
        }
    }

    pub(crate) async fn locale(&self) -> Result<Locale, PortError> {
        let current = self.current().await?;
        Ok(self.users().locale_for(current.map(|current| &current.user), &self.0.accept_language))
    }

    /// The language where the store cannot be asked for the user's own.
    fn locale_unasked(&self) -> Locale {
        let user = self.0.current.get().and_then(Option::as_ref).map(|current| &current.user);
        self.users().locale_for(user, &self.0.accept_language)
    }

    fn outgoing(&self) -> std::sync::MutexGuard<'_, Vec<(Name, String)>> {
        self.0.outgoing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, name: Name, header: String) {
        let mut outgoing = self.outgoing();
        outgoing.retain(|(other, _)| *other != name);
        outgoing.push((name, header));
    }

    pub(crate) fn set(&self, name: Name, value: &str, keep: Keep) {
        self.put(name, cookies::set(self.settings(), name, value, keep));
    }

    pub(crate) fn remove(&self, name: Name) {
        if self.cookie(name).is_some() || self.outgoing().iter().any(|(other, _)| *other == name) {
            self.put(name, cookies::remove(self.settings(), name));
        }
    }

    fn session_kept(&self, persistent: bool) -> Keep {
        if persistent { Keep::For(self.settings().lifetimes.remembered_session) } else { Keep::UntilClosed }
    }

    /// Puts a fresh sign-in into the browser, and takes out what belonged to the visitor before.
    pub(crate) fn sign_in(&self, signed_in: &SignedIn) {
        self.set(Name::Session, &signed_in.cookie, self.session_kept(signed_in.session.persistent));
        self.set(Name::Device, &signed_in.device, Keep::For(DEVICE_KEPT));
        self.remove(Name::Visitor);
        self.remove(Name::Registered);
    }

    pub(crate) fn sign_out(&self) {
        self.remove(Name::Session);
        self.remove(Name::Visitor);
    }

    pub(crate) fn keep_link(&self, name: Name, link: &str) {
        self.set(name, link, Keep::For(LINK_KEPT));
    }

    /// The paths of our own that a visitor may be sent to: `next` when it is safe, else `or`.
    pub(crate) fn next_or(&self, next: &str, or: &str) -> String {
        safe_next(self.web().base(), next).unwrap_or_else(|| or.to_owned())
    }

    /// A safe `next`, if there is one.
    pub(crate) fn next(&self, raw: &str) -> Option<String> {
        safe_next(self.web().base(), raw)
    }

    /// Where to find one of our pages.
    pub(crate) fn path(&self, path: impl FnOnce(&user_core::settings::Paths) -> &String) -> String {
        self.settings().paths.whole(path(&self.settings().paths))
    }

    /// Whether `token` was made for this session or, before there is one, for this visitor.
    pub(crate) fn is_our_form(&self, token: &str) -> bool {
        let session = self.cookie(Name::Session).and_then(|cookie| self.users().session_id(cookie));
        let seals = self.users().seals();
        let of_session = session.is_some_and(|id| csrf::is_good(seals, id.as_bytes(), token));
        of_session
            || self
                .cookie(Name::Visitor)
                .is_some_and(|visitor| csrf::is_good(seals, visitor.as_bytes(), token))
    }

    fn csrf_token(&self, current: Option<&Current>) -> String {
        let (seals, mask) = (self.users().seals(), self.users().random_bytes());
        if let Some(current) = current {
            return csrf::token(seals, current.session.id.as_bytes(), mask);
        }
        let known = self.cookie(Name::Visitor).filter(|known| !known.is_empty()).map(str::to_owned);
        let visitor = known.unwrap_or_else(|| {
            let fresh = seals.seal(Label::Custom("visitor"), &self.users().random_bytes());
            self.set(Name::Visitor, &fresh, Keep::UntilClosed);
            fresh
        });
        csrf::token(seals, visitor.as_bytes(), mask)
    }

    fn notices(&self) -> Vec<Notice> {
        let sealed =
            self.cookie(Name::Notices).and_then(|text| self.users().seals().open(Label::Notices, text));
        sealed.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
    }

    fn site(&self, locale: &Locale, current: Option<&Current>) -> Site {
        let mut links = Links::for_visitor(self.settings(), current.is_some());
        links.mailbox = self.web().mailbox_path();
        Site {
            app_name: self.settings().app_name.clone(),
            locale: locale.clone(),
            direction: direction(locale),
            stylesheet: self.web().stylesheet_path(),
            csrf_token: self.csrf_token(current),
            user: current.map(|current| current.user.display_name().to_owned()),
            links,
            notices: self.notices().iter().map(NoticeView::from).collect(),
        }
    }

    /// A page: `body` makes its data from what every page knows. Notices are shown here, and so are gone.
    pub(crate) async fn page<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        body: impl FnOnce(Site) -> T,
    ) -> Result<Response, Problem> {
        let locale = self.locale().await?;
        let site = self.site(&locale, self.current().await?);
        self.render(name, status, &locale, &body(site))
    }

    /// A page that can be shown even when the store cannot be asked who is looking.
    pub(crate) fn page_unasked<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        body: impl FnOnce(Site) -> T,
    ) -> Result<Response, Problem> {
        let locale = self.locale_unasked();
        let current = self.0.current.get().and_then(Option::as_ref);
        self.render(name, status, &locale, &body(self.site(&locale, current)))
    }

    fn render<T: Serialize>(
        &self,
        name: &str,
        status: StatusCode,
        locale: &Locale,
        data: &T,
    ) -> Result<Response, Problem> {
        let data = serde_json::to_value(data).map_err(|error| PortError::new("renderer", error))?;
        let html = self.users().renderer().render(Template::Page(name), locale, &data)?;
        self.remove(Name::Notices);
        let mut response = headers::page(html, locale.as_str());
        response.set_status(status);
        Ok(response)
    }

    /// One message as plain text, for clients that read no pages.
    pub(crate) fn words(&self, message: &user_core::views::MessageView) -> String {
        let arguments = serde_json::to_value(&message.args).unwrap_or_default();
        let found = self.users().renderer().message(&message.id, &self.locale_unasked(), &arguments);
        found.unwrap_or_else(|_| message.id.clone())
    }

    /// On to another page of the site, with something to say there.
    pub(crate) fn redirect(&self, to: &str, notice: Option<&Notice>) -> Response {
        if let Some(notice) = notice {
            let mut notices = self.notices();
            notices.push(notice.clone());
            // The latest few: a cookie has its limits.
            let latest = notices.split_off(notices.len().saturating_sub(4));
            let json = serde_json::to_vec(&latest).unwrap_or_default();
            self.set(Name::Notices, &self.users().seals().seal(Label::Notices, &json), Keep::UntilClosed);
        }
        Response::builder()
            .status(StatusCode::SEE_OTHER)
            .header(header::LOCATION, to)
            .header(header::CACHE_CONTROL, "no-store")
            .finish()
    }

    /// Adds the cookies of this exchange to its response.
    pub(crate) fn finish(&self, response: &mut Response) {
        for (_, cookie) in self.outgoing().drain(..) {
            if let Ok(value) = cookie.parse() {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
    }
}

fn address(request: &Request, settings: &Settings) -> Option<IpAddr> {
    let peer = request.remote_addr().as_socket_addr().map(std::net::SocketAddr::ip);
    let headers = request.headers().get_all("x-forwarded-for");
    let hops: Vec<_> = headers.iter().filter_map(|value| value.to_str().ok()).collect();
    visitor_address(peer, &hops, &settings.trusted_proxies)
}

/// Whether the client asks for JSON and not for a page.
fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get("accept").and_then(|value| value.to_str().ok()).unwrap_or("");
    accept.contains("json") && !accept.contains("text/html")
}

impl<'a> FromRequest<'a> for Exchange {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        <&'a Self>::from_request(request, body).await.cloned()
    }
}

impl<'a> FromRequest<'a> for &'a Exchange {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> poem::Result<Self> {
        request.data::<Exchange>().ok_or_else(|| {
            let why = "this route is not under `UserWeb::attach`, which every page and guard of user-web-poem needs";
            tracing::error!(why, "mis-wired");
            poem::Error::from_string(why, StatusCode::INTERNAL_SERVER_ERROR)
        })
    }
}

/// A posted form that passed the anti-forgery check, or was open for too long and may be shown again.
#[derive(Clone, Debug)]
pub(crate) struct Posted {
    pub(crate) fields: Fields,
    pub(crate) is_stale: bool,
}

impl<'a> FromRequest<'a> for Posted {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> poem::Result<Self> {
        request.data::<Self>().cloned().ok_or_else(|| Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE).into())
    }
}
