//! What a web framework hands over: a request, and what the app answered.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use http::{HeaderMap, Method, Uri};

use crate::refused::Refused;

/// The body of a request as it arrives. Its reader sets the limit.
pub type BodyStream = BoxStream<'static, io::Result<Bytes>>;

/// The parts of a request that are looked at: everything but its body.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The method.
    pub method: &'a Method,
    /// The URI by which the request is routed.
    pub uri: &'a Uri,
    /// The URI as it arrived, before a router took the beginning of its path away.
    pub original_uri: &'a Uri,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The address of the connection's other end, if the framework tells.
    pub peer: Option<IpAddr>,
}

/// A request in the type of its framework. What is not a form is passed to the app as it came, body and all.
pub trait Incoming: Send {
    /// The request without its body.
    fn head(&self) -> Head<'_>;

    /// Replaces the URI by which the app routes the request.
    fn set_uri(&mut self, uri: Uri);

    /// Takes the body out.
    fn take_body(&mut self) -> BodyStream;

    /// Puts a body back that was read to its end.
    fn put_body(&mut self, body: Bytes);
}

/// What the app behind the account pages answered.
#[derive(Debug)]
pub struct Reply<B> {
    /// The route that the request reached, as the app mounted it; `None` where there is none.
    pub route: Option<Arc<str>>,
    /// The response, or why there is none.
    pub outcome: Result<http::Response<B>, Refused>,
}

/// The answer to a request.
#[derive(Debug)]
pub struct Answered<B> {
    /// The route of the page that answered, as it was mounted, for a log of the app's own; `None` where no route was
    /// reached.
    pub route: Option<Arc<str>>,
    /// The response, with cookies and headers.
    pub response: http::Response<B>,
}
