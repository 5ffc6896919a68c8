//! What carries a request of a browser to an app.

use std::future::Future;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};

/// Carries a request to an app and brings the response back, in one process.
///
/// The extensions of the request hold the [`SocketAddr`](std::net::SocketAddr) that it comes from. Any async function
/// from request to response is a transport.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Sends `request`, and returns the response with its whole body.
    async fn send(&self, request: Request<Bytes>) -> Response<Bytes>;
}

#[async_trait]
impl<F, Answering> Transport for F
where
    F: Fn(Request<Bytes>) -> Answering + Send + Sync,
    Answering: Future<Output = Response<Bytes>> + Send,
{
    async fn send(&self, request: Request<Bytes>) -> Response<Bytes> {
        self(request).await
    }
}
