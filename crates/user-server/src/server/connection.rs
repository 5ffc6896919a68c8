//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::http::uri::Scheme;
use poem::http::{HeaderMap, HeaderValue, StatusCode, Version, header};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Body, Endpoint, Request, Response};
use tokio::net::TcpStream;

use super::socket::{Phase, Socket};
use super::{App, Place, Stop};
use crate::config::ServerLimits;

/// How long a connection is kept open after the signal to stop that lies idle, or on which half the head of a request
/// has come: the rest may already be on its way, and its answer tells the client to send the next one elsewhere.
const LINGER: Duration = Duration::from_millis(500);

/// How long the rest of a body is waited for after the signal to stop.
const BODY_LINGER: Duration = Duration::from_secs(3);

/// The longest head of a request, and all that is kept of one connection at a time.
const BUFFER_MAX: usize = 64 * 1024;

/// What every connection is served with.
#[derive(Clone)]
pub(super) struct Connections {
    pub(super) app: App,
    pub(super) limits: ServerLimits,
    pub(super) stop: Stop,
    pub(super) local: SocketAddr,
}

impl Connections {
    /// Serves requests until the client is done, too slow, or told to go; gives back its place by dropping `place`.
    pub(super) fn serve(
        &self,
        socket: TcpStream,
        place: Option<Place>,
    ) -> impl Future<Output = ()> + Send + 'static {
        let this = self.clone();
        async move {
            let _place = place;
            let Ok(peer) = socket.peer_addr() else { return };
            // Without it, small answers may wait for the acknowledgement of earlier ones.
            let _ = socket.set_nodelay(true);
            this.serve_from(socket, peer).await;
        }
    }

    async fn serve_from(&self, socket: TcpStream, peer: SocketAddr) {
        let phase = Phase::default();
        let service = service_fn(|request| {
            let answering = phase.answering();
            async move {
                let response = self.answer(request, peer).await;
                drop(answering);
                Ok::<_, Infallible>(hyper::Response::from(response))
            }
        });
        let socket = Socket::new(socket, phase.clone(), self.limits.write_timeout);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header_timeout)
            .max_buf_size(BUFFER_MAX)
            .serve_connection(TokioIo::new(socket), service);
        let mut connection = pin!(connection);
        // What goes wrong here is the client's doing: it went away, or was too slow.
        tokio::select! {
            _ = connection.as_mut() => return,
            () = self.stop.requested() => {},
        }
        tokio::select! {
            _ = connection.as_mut() => return,
            () = tokio::time::sleep(LINGER) => {},
        }
        phase.close();
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }

    async fn answer(&self, request: hyper::Request<Incoming>, peer: SocketAddr) -> Response {
        // Of a client that sends many requests at once, others get a turn before each.
        tokio::task::yield_now().await;
        if !names_one_host(request.version(), request.headers()) {
            let refused = Response::builder().status(StatusCode::BAD_REQUEST);
            return refused.header(header::CONNECTION, "close").finish();
        }
        let (local, remote) = (LocalAddr(Addr::from(self.local)), RemoteAddr(Addr::from(peer)));
        let mut request = Request::from((request, local, remote, Scheme::HTTP));
        if has_body(request.headers()) {
            let body = request.take_body();
            request.set_body(until_stop(body, self.stop.clone()));
        }
        let mut response = self.app.get_response(request).await;
        if self.stop.is_requested() {
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}

/// A request of HTTP/1.1 that does not say once which host it is for is refused (RFC 9112 §3.2): what stands before
/// this server may have gone by the other one.
fn names_one_host(version: Version, headers: &HeaderMap) -> bool {
    let hosts = headers.get_all(header::HOST).iter().count();
    hosts == 1 || (hosts == 0 && version < Version::HTTP_11)
}

fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(header::CONTENT_LENGTH) || headers.contains_key(header::TRANSFER_ENCODING)
}

/// `body`, broken off where the rest of it does not come although it is time to stop.
fn until_stop(body: Body, stop: Stop) -> Body {
    let stopped = Box::pin(async move {
        stop.requested().await;
        tokio::time::sleep(BODY_LINGER).await;
    });
    let parts = stream::unfold(Some((Box::pin(body.into_bytes_stream()), stopped)), async |both| {
        let (mut bytes, mut stopped) = both?;
        tokio::select! {
            biased;
            part = bytes.next() => part.map(|part| (part, Some((bytes, stopped)))),
            () = stopped.as_mut() => Some((Err(io::ErrorKind::ConnectionAborted.into()), None)),
        }
    });
    Body::from_bytes_stream(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_says_once_which_host_it_is_for() {
        let named = |version, hosts: &[&str]| {
            let pairs = hosts.iter().map(|host| (header::HOST, host.parse().unwrap()));
            let headers = pairs.fold(HeaderMap::new(), |mut headers, (name, host)| {
                headers.append(name, host);
                headers
            });
            names_one_host(version, &headers)
        };

        assert!(named(Version::HTTP_11, &["a.example"]));
        assert!(named(Version::HTTP_10, &[]) && named(Version::HTTP_10, &["a.example"]));
        assert!(!named(Version::HTTP_11, &[]));
        for version in [Version::HTTP_10, Version::HTTP_11] {
            assert!(!named(version, &["a.example", "a.example"]));
        }
    }
}
