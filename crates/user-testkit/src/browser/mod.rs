//! A browser without a window, for tests of an app's pages: it visits, fills in forms, follows links, keeps cookies and
//! opens mails, all in one process and without a socket.
//!
//! It reads HTML, so the site needs a renderer that makes some: [`Site::rendered_by`](crate::story::Site::rendered_by)
//! takes yours. What carries its requests to the app is a [`Transport`]: `user_web_poem::testing::in_process` and
//! `user_web_axum::testing::in_process` make one, and so is any async closure from request to response.
//!
//! Everything that cannot be done fails the test and names what is there instead: the forms of the page, the fields of
//! the form, the links.
//!
//! ```
//! use bytes::Bytes;
//! use http::{Request, Response};
//! use user_testkit::browser::Browser;
//! use user_testkit::story::Site;
//!
//! const GUESTS: &str = r#"<h1>Guests</h1><form action="/guests"><input name="who"></form>"#;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let app = async |request: Request<Bytes>| match request.uri().query() {
//!     None => Response::new(Bytes::from(GUESTS)),
//!     Some(query) => Response::new(Bytes::from(format!("<h1>{query}</h1>"))),
//! };
//! let mut guest = Browser::new(&Site::new(), app);
//!
//! let page = guest.visit("/guests").await;
//! let page = guest.submit(&page.form("/guests").fill("who", "Ada")).await;
//!
//! assert_eq!((page.status(), page.heading().as_str()), (200, "who=Ada"));
//! # }
//! ```

mod form;
mod jar;
mod page;
mod transport;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use url::Url;
use user_core::domain::ComposedMail;
use user_core::ports::Clock;

pub use form::Form;
pub use page::Page;
pub use transport::Transport;

use crate::SentMail;
use crate::story::Site;
use form::Posted;
use jar::Jar;

/// How many redirects are followed: more than that is a circle.
const REDIRECTS_MAX: usize = 10;
/// What the browser says it can show. Real ones say more of the same.
const SHOWS: HeaderValue = HeaderValue::from_static("text/html,application/xhtml+xml,*/*;q=0.8");

/// A browser without a window, and somebody who uses it. A clone has copies of its cookies, as a thief would.
#[derive(Clone)]
pub struct Browser {
    app: Arc<dyn Transport>,
    site: Site,
    base: Url,
    jar: Jar,
    headers: HeaderMap,
    address: IpAddr,
}

impl Browser {
    /// Makes a browser with no cookies, which reads English and sends its requests to `app`, the app of `site`.
    pub fn new(site: &Site, app: impl Transport + 'static) -> Self {
        let base = &site.users.settings().public_base_url;
        let base = Url::parse(base).expect("a manager checks its settings");
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, SHOWS);
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en"));
        let address = Ipv4Addr::new(192, 0, 2, 1).into();
        Self { app: Arc::new(app), site: site.clone(), base, jar: Jar::default(), headers, address }
    }

    /// Sends this header with every request, in the place of another of the same name.
    #[must_use]
    pub fn saying(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("the name of a header");
        self.headers.insert(name, value.parse().expect("the value of a header"));
        self
    }

    /// Reads this language: `Accept-Language`.
    #[must_use]
    pub fn reading(self, language: &str) -> Self {
        self.saying("accept-language", language)
    }

    /// Connects from this address.
    #[must_use]
    pub const fn at(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    /// Another browser in front of the same app, with no cookies.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        Self { jar: Jar::default(), ..self.clone() }
    }

    /// Opens a path of the site, or a link to it, and follows redirects to the page that they end at.
    pub async fn visit(&mut self, to: &str) -> Page {
        let url = self.base.join(to).unwrap_or_else(|error| panic!("{to} is no URL: {error}"));
        assert_eq!(url.origin(), self.base.origin(), "{to} is on another site than {}", self.base);
        self.go(Method::GET, url, Posted::none()).await
    }

    /// Sends a form and follows redirects. The form may be of a page that was opened long ago, as in another tab.
    pub async fn submit(&mut self, form: &Form) -> Page {
        let (method, url, posted) = form.sent();
        assert_eq!(url.origin(), self.base.origin(), "the form posts to another site: {url}");
        self.go(method, url, posted).await
    }

    /// Follows the link of a page that has this text, or leads to this path.
    pub async fn follow(&mut self, page: &Page, link: &str) -> Page {
        self.visit(page.link(link).as_str()).await
    }

    /// Opens the link in the newest mail to `address`, once every mail that is due was sent.
    pub async fn open_mail(&mut self, address: &str) -> Page {
        let mail = self.newest_mail(address).await;
        let link = SentMail::link_in(&mail);
        let link = link.unwrap_or_else(|| panic!("no link in the mail {:?}:\n{}", mail.subject, mail.text));
        self.visit(&link).await
    }

    /// Returns the newest mail to `address`, once every mail that is due was sent.
    pub async fn newest_mail(&self, address: &str) -> ComposedMail {
        let mail = self.mails(address).await.pop();
        mail.unwrap_or_else(|| {
            let others: Vec<_> = self.site.mail.all().iter().map(|mail| mail.to.to_string()).collect();
            panic!("no mail to {address}; there are mails to {others:?}")
        })
    }

    /// Returns every mail to `address`, oldest first, once every mail that is due was sent.
    pub async fn mails(&self, address: &str) -> Vec<ComposedMail> {
        self.site.delivers_mail().await;
        self.site.mail.all_to(address)
    }

    /// Returns the value of a cookie that the browser has kept, by its whole name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.jar.value(name, self.site.clock.now())
    }

    /// Returns the names of all cookies that the browser has kept.
    pub fn cookies(&self) -> Vec<&str> {
        self.jar.names(self.site.clock.now())
    }

    /// Closes the browser and opens it again: cookies without a date are gone.
    pub fn restart(&mut self) {
        self.jar.close();
    }

    async fn go(&mut self, method: Method, url: Url, posted: Posted) -> Page {
        let (mut method, mut url, mut posted) = (method, url, posted);
        for _ in 0..REDIRECTS_MAX {
            let response = self.send(&method, &url, &posted).await;
            let Some(next) = redirect(&response, &url) else { return Page::new(url, response) };
            if next.origin() != self.base.origin() {
                return Page::new(url, response);
            }
            // RFC 9110 §15.4.8 and §15.4.9: only these two repeat the form.
            let repeats = [StatusCode::TEMPORARY_REDIRECT, StatusCode::PERMANENT_REDIRECT];
            if !repeats.contains(&response.status()) {
                (method, posted) = (Method::GET, Posted::none());
            }
            url = next;
        }
        panic!("redirected {REDIRECTS_MAX} times, the last time to {url}")
    }

    async fn send(&mut self, method: &Method, url: &Url, posted: &Posted) -> Response<Bytes> {
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let mut request = Request::new(posted.body.clone());
        *request.method_mut() = method.clone();
        *request.uri_mut() = format!("{}{query}", url.path()).parse().expect("a URL has a path");
        request.headers_mut().clone_from(&self.headers);
        let mut say = |name, value: &str| {
            request.headers_mut().insert(name, value.parse().expect("no control characters"));
        };
        say(HOST, &authority(url));
        if let Some(kind) = &posted.kind {
            say(CONTENT_TYPE, kind);
            say(ORIGIN, &url.origin().ascii_serialization());
        }
        if let Some(cookies) = self.jar.for_request(url, self.site.clock.now()) {
            say(COOKIE, &cookies);
        }
        request.extensions_mut().insert(SocketAddr::new(self.address, 40_000));
        let response = self.app.send(request).await;
        self.jar.keep(url, response.headers(), self.site.clock.now());
        response
    }
}

/// The host and the port of a URL.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Where a response leads on to, if it is a redirect.
fn redirect(response: &Response<Bytes>, from: &Url) -> Option<Url> {
    let to = response.headers().get(LOCATION)?.to_str().ok()?;
    let to = from.join(to).unwrap_or_else(|error| panic!("{from} redirects to {to}: {error}"));
    response.status().is_redirection().then_some(to)
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cookies = self.cookies();
        f.debug_struct("Browser")
            .field("base", &self.base.as_str())
            .field("cookies", &cookies)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
