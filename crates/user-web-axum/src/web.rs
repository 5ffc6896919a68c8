//! The web front end of one app.

use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath};
use axum::http::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use serde_json::Value;
use tower::Layer;
use user_core::UserManager;
use user_web::{DevMailbox, Page};

use crate::attached::Attached;
use crate::exchange::Exchange;
use crate::problem::Problem;

/// The account pages of one app, and what its own pages need of them. Cheap to clone.
///
/// ```
/// use axum::{Router, routing::get};
/// use user_core::UserManager;
/// use user_web_axum::{CurrentUser, UserWeb};
///
/// async fn members(current: CurrentUser) -> String {
///     format!("Hello {}", current.user().display_name())
/// }
///
/// fn site(users: UserManager) -> Router {
///     UserWeb::new(users).attach(Router::new().route("/members", get(members)))
/// }
/// ```
#[derive(Clone, Debug)]
pub struct UserWeb(user_web::UserWeb);

impl UserWeb {
    /// All pages whose feature is on.
    pub fn new(users: UserManager) -> Self {
        Self(user_web::UserWeb::new(users))
    }

    /// Shows the mails that `mailbox` took over, under `/dev/mailbox`. For development: anybody who can open the page
    /// can read everybody's links.
    #[must_use]
    pub fn mailbox(self, mailbox: &DevMailbox) -> Self {
        Self(self.0.mailbox(mailbox))
    }

    /// Leaves a page out, so that the app can mount its own at the same path, on an [`Exchange`](crate::Exchange).
    /// Other pages still link to it.
    ///
    /// [`Page::SignInOrRegister`] posts its forms to the two pages it is named after: leave it out with either. A
    /// visitor who must prove the password again comes to a sign-in page of the app's own with `again=1` in the query;
    /// a form that they had posted is not found again there.
    #[must_use]
    pub fn leave_out(self, page: Page) -> Self {
        Self(self.0.leave_out(page))
    }

    /// Adds the account pages to `app` and puts around all of it what they need: sessions, anti-forgery, language,
    /// problem pages, headers. Once, around everything: nothing works half-wired.
    ///
    /// From then on a request that can change something (`POST`, `PUT`, …) is let in when no other site sent it, and
    /// when it is a form that carries a [`CsrfToken`](crate::CsrfToken), or carries that in its header, or is neither a
    /// form nor from a browser that is signed in. What others post to the app on their own account, such as a payment
    /// service, is mounted beside the attached site and not in it. The forms of the app may have up to one mebibyte.
    ///
    /// Below a path, as `https://example.com/app`, it makes no difference whether the proxy in front takes `/app` away
    /// or passes it on: the routes of `app` are without it.
    ///
    /// An account page answers before a route of the app at the same path, unless it was [left out](Self::leave_out).
    pub fn attach(&self, app: Router) -> Router {
        Router::new().fallback_service(self.layer(app.layer(from_fn(tell_route))))
    }

    /// A page of the app's own: the template `pages/<name>.html` of its templates folder, in the layout of the
    /// others. `data` is what the template finds beside `site`: an object, or anything else under the name `data`.
    pub async fn page(&self, exchange: &Exchange, name: &str, data: Value) -> Result<Response, Problem> {
        Ok(self.0.page(exchange, name, data).await?.map(Body::from))
    }

    /// The manager behind the pages.
    pub fn users(&self) -> &UserManager {
        self.0.users()
    }

    /// Where the visitor is, as far as it can be believed: the peer of the connection, or what the proxies in
    /// `trusted_proxies` say. For a log of the app's own; at any place, inside or around what was attached.
    pub fn visitor_address<B>(&self, request: &Request<B>) -> Option<IpAddr> {
        self.0.visitor_address(peer(request), request.headers())
    }
}

/// Around any service; one that tells no route has none in the log.
impl<S> Layer<S> for UserWeb {
    type Service = Attached<S>;

    fn layer(&self, app: S) -> Attached<S> {
        Attached { web: self.0.clone(), app }
    }
}

/// The address of the connection's other end.
pub(crate) fn peer<B>(request: &Request<B>) -> Option<IpAddr> {
    request.extensions().get().map(|ConnectInfo(peer): &ConnectInfo<SocketAddr>| peer.ip())
}

/// Hands the route that the app's router found outwards, with the response.
async fn tell_route(request: Request<Body>, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}
