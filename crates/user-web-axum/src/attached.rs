//! An app with account pages, as a service of Tower.

use std::convert::Infallible;
use std::io;
use std::mem;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{MatchedPath, OriginalUri};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{self, Uri};
use axum::response::{IntoResponse, Response};
use futures_util::future::BoxFuture;
use futures_util::{StreamExt, TryStreamExt};
use tower::Service;
use user_web::{BodyStream, Head, Incoming, Refused, Reply};

use crate::exchange::Exchange;
use crate::web::peer;

/// A site with accounts: what [`UserWeb`](crate::UserWeb) makes as a layer.
#[derive(Clone, Debug)]
pub struct Attached<S> {
    pub(crate) web: user_web::UserWeb,
    pub(crate) app: S,
}

/// The route that a request reached, as it was mounted, in the extensions of the response: for a log of the app's own.
#[derive(Clone, Debug)]
pub struct Route(pub Arc<str>);

impl<S, B> Service<http::Request<B>> for Attached<S>
where
    S: Service<http::Request<Body>, Error = Infallible> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Future: Send,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.app.poll_ready(context)
    }

    fn call(&mut self, request: http::Request<B>) -> Self::Future {
        // The one that is ready answers; its clone may not be.
        let next = self.app.clone();
        let app = mem::replace(&mut self.app, next);
        let web = self.web.clone();
        Box::pin(async move { Ok(answer(&web, app, request.map(Body::new)).await) })
    }
}

async fn answer<S>(web: &user_web::UserWeb, mut app: S, request: http::Request<Body>) -> Response
where
    S: Service<http::Request<Body>, Error = Infallible>,
    S::Response: IntoResponse,
{
    let mut allow = None;
    let site = async |Asked(mut request): Asked, exchange| {
        request.extensions_mut().insert(Exchange(exchange));
        let response = app.call(request).await.unwrap_or_else(|never| match never {});
        let response = response.into_response();
        allow = response.headers().get(ALLOW).cloned();
        reply(response)
    };
    let answered = web.answer(Asked(request), site).await;
    let mut response = answered.response;
    // A refusal by the app's router says what it allows (RFC 9110 §15.5.6), also once it has become a page.
    if let Some(allow) = allow {
        response.headers_mut().insert(ALLOW, allow);
    }
    if let Some(route) = answered.route {
        response.extensions_mut().insert(Route(route));
    }
    response
}

/// A request of Axum, on its way through the account pages.
struct Asked(http::Request<Body>);

impl Incoming for Asked {
    fn head(&self) -> Head<'_> {
        let original = self.0.extensions().get::<OriginalUri>();
        Head {
            method: self.0.method(),
            uri: self.0.uri(),
            original_uri: original.map_or(self.0.uri(), |OriginalUri(uri)| uri),
            headers: self.0.headers(),
            peer: peer(&self.0),
        }
    }

    fn set_uri(&mut self, uri: Uri) {
        *self.0.uri_mut() = uri;
    }

    fn take_body(&mut self) -> BodyStream {
        mem::take(self.0.body_mut()).into_data_stream().map_err(io::Error::other).boxed()
    }

    fn put_body(&mut self, body: Bytes) {
        *self.0.body_mut() = Body::from(body);
    }
}

/// The answer of the app, and the route that it reached.
fn reply(mut response: Response) -> Reply<Body> {
    let route = response.extensions_mut().remove::<MatchedPath>().map(|route| route.as_str().into());
    let refused = response.extensions_mut().remove::<Refused>().or_else(|| bare(&response));
    Reply { route, outcome: refused.map_or(Ok(response), Err) }
}

/// An error without a word to its reader: of the router, which found nothing, or of a handler that answers a status.
fn bare(response: &Response) -> Option<Refused> {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let is_empty = response.body().is_end_stream() && !response.headers().contains_key(CONTENT_TYPE);
    if !is_error || !is_empty {
        return None;
    }
    if status.is_server_error() {
        tracing::error!(%status, "a handler failed");
    }
    Some(user_web::Problem::new(status).into())
}
