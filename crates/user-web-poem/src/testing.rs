//! Requests to an app without a socket, for its tests.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use poem::http::uri::Scheme;
use poem::http::{self, Request};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Body, Endpoint, RequestParts};

/// Returns a function that answers requests with `app`, in one process: what
/// [`Browser`](https://docs.rs/user-testkit/latest/user_testkit/browser/struct.Browser.html) of `user-testkit` sends
/// its requests by.
///
/// A request comes from the [`SocketAddr`] among its extensions, else from this machine. Of a response whose body
/// breaks off, the body is empty.
///
/// ```
/// use poem::{Route, get, handler};
/// use user_testkit::browser::Browser;
/// use user_testkit::story::Site;
/// use user_web_poem::{UserWeb, testing::in_process};
///
/// #[handler]
/// fn home() -> &'static str {
///     "<h1>A teahouse</h1>"
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let site = Site::new();
/// let app = UserWeb::new(site.users.clone()).attach(Route::new().at("/", get(home)));
/// let mut guest = Browser::new(&site, in_process(app));
///
/// assert_eq!(guest.visit("/").await.heading(), "A teahouse");
/// # }
/// ```
pub fn in_process(
    app: impl Endpoint + 'static,
) -> impl Fn(Request<Bytes>) -> BoxFuture<'static, http::Response<Bytes>> + Clone + Send + Sync + 'static {
    let app = Arc::new(app);
    move |request| {
        let app = Arc::clone(&app);
        Box::pin(async move { answer(app.as_ref(), request).await })
    }
}

async fn answer(app: &impl Endpoint, request: Request<Bytes>) -> http::Response<Bytes> {
    let (parts, body) = request.into_parts();
    let here = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 0);
    let peer = parts.extensions.get().copied().unwrap_or(here);
    let parts = RequestParts::from((parts, LocalAddr::default(), RemoteAddr(Addr::from(peer)), Scheme::HTTP));
    let response = app.get_response(poem::Request::from_parts(parts, Body::from(body))).await;
    let (parts, body) = response.into_parts();
    let mut response = http::Response::new(body.into_bytes().await.unwrap_or_default());
    *response.status_mut() = parts.status;
    *response.headers_mut() = parts.headers;
    response
}
