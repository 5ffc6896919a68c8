//! An app with account pages, as an endpoint of Poem.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt;
use poem::http::Uri;
use poem::{Body, Endpoint, IntoResponse, PathPattern, Request, Response, ResponseParts, http};
use user_web::{BodyStream, Head, Incoming, Refused, Reply};

use crate::exchange::Exchange;
use crate::problem::Problem;
use crate::web::peer;

/// A site with accounts.
pub(crate) struct Attached<E> {
    pub(crate) web: user_web::UserWeb,
    pub(crate) site: Arc<E>,
}

impl<E: Endpoint + 'static> Endpoint for Attached<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let site = async |Asked(mut request): Asked, exchange| {
            request.set_data(Exchange(exchange));
            reply(self.site.call(request).await.map(IntoResponse::into_response))
        };
        let answered = self.web.answer(Asked(request), site).await;
        let mut response = poems(answered.response);
        // For a log of the app's own around all of this.
        if let Some(route) = answered.route {
            response.set_data(PathPattern(route));
        }
        Ok(response)
    }
}

/// A request of Poem, on its way through the account pages.
struct Asked(Request);

impl Incoming for Asked {
    fn head(&self) -> Head<'_> {
        Head {
            method: self.0.method(),
            uri: self.0.uri(),
            original_uri: self.0.original_uri(),
            headers: self.0.headers(),
            peer: peer(&self.0),
        }
    }

    fn set_uri(&mut self, uri: Uri) {
        *self.0.uri_mut() = uri;
    }

    fn take_body(&mut self) -> BodyStream {
        self.0.take_body().into_bytes_stream().boxed()
    }

    fn put_body(&mut self, body: Bytes) {
        self.0.set_body(body);
    }
}

/// The answer of the app, and the route that it reached.
fn reply(answer: poem::Result<Response>) -> Reply<Body> {
    let route = match &answer {
        Ok(response) => response.data::<PathPattern>(),
        Err(error) => error.data::<PathPattern>(),
    };
    Reply { route: route.map(|route| Arc::clone(&route.0)), outcome: answer.map(theirs).or_else(refused) }
}

/// Why a handler of the app has no response; or the response that its error is.
fn refused(error: poem::Error) -> Result<http::Response<Body>, Refused> {
    match error.downcast::<Problem>() {
        Ok(Problem(refused)) => Err(refused),
        Err(error) if error.is_from_response() => Ok(theirs(error.into_response())),
        Err(error) => {
            if error.status().is_server_error() {
                tracing::error!(error = %error, "a handler failed");
            }
            Err(user_web::Problem::new(error.status()).into())
        }
    }
}

/// A response in the types of Poem.
pub(crate) fn poems<B: Into<Body>>(response: http::Response<B>) -> Response {
    let (http::response::Parts { status, version, headers, extensions, .. }, body) = response.into_parts();
    Response::from_parts(ResponseParts { status, version, headers, extensions }, body.into())
}

fn theirs(response: Response) -> http::Response<Body> {
    let (parts, body) = response.into_parts();
    let mut response = http::Response::new(body);
    *response.status_mut() = parts.status;
    *response.version_mut() = parts.version;
    *response.headers_mut() = parts.headers;
    *response.extensions_mut() = parts.extensions;
    response
}
