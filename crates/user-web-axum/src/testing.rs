//! Requests to an app without a socket, for its tests.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use axum::response::IntoResponse;
use futures_util::future::BoxFuture;
use tower::{Service, ServiceExt};

/// Returns a function that answers requests with `app`, a router or any other service, in one process: what
/// [`Browser`](https://docs.rs/user-testkit/latest/user_testkit/browser/struct.Browser.html) of `user-testkit` sends
/// its requests by.
///
/// A request comes from the [`SocketAddr`] among its extensions, else from this machine. Of a response whose body
/// breaks off, the body is empty.
///
/// ```
/// use axum::{Router, response::Html, routing::get};
/// use user_testkit::browser::Browser;
/// use user_testkit::story::Site;
/// use user_web_axum::{UserWeb, testing::in_process};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let site = Site::new();
/// let home = get(async || Html("<h1>A teahouse</h1>"));
/// let app = UserWeb::new(site.users.clone()).attach(Router::new().route("/", home));
/// let mut guest = Browser::new(&site, in_process(app));
///
/// assert_eq!(guest.visit("/").await.heading(), "A teahouse");
/// # }
/// ```
pub fn in_process<S>(
    app: S,
) -> impl Fn(Request<Bytes>) -> BoxFuture<'static, Response<Bytes>> + Clone + Send + Sync + 'static
where
    S: Service<Request<Body>, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
{
    move |request| Box::pin(answer(app.clone(), request))
}

async fn answer<S>(app: S, request: Request<Bytes>) -> Response<Bytes>
where
    S: Service<Request<Body>, Error = Infallible>,
    S::Response: IntoResponse,
{
    let mut request = request.map(Body::from);
    let here = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 0);
    let peer = request.extensions().get().copied().unwrap_or(here);
    request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer));
    let response = app.oneshot(request).await.unwrap_or_else(|never| match never {});
    let (parts, body) = response.into_response().into_parts();
    Response::from_parts(parts, to_bytes(body, usize::MAX).await.unwrap_or_default())
}
