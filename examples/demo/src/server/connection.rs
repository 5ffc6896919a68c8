//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::http::uri::Scheme;
use poem::http::{HeaderValue, header};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Endpoint, Request, Response};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;

use super::{App, Stop};
use crate::config::ServerLimits;

/// How long a connection that lies idle is kept open after the signal to stop: a request may already be on its way,
/// and its answer tells the client to send the next one elsewhere.
const LINGER: Duration = Duration::from_millis(500);

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
        place: Option<OwnedSemaphorePermit>,
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
        let service = service_fn(|request| async move {
            Ok::<_, Infallible>(hyper::Response::from(self.answer(request, peer).await))
        });
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
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }

    async fn answer(&self, request: hyper::Request<Incoming>, peer: SocketAddr) -> Response {
        let (local, remote) = (LocalAddr(Addr::from(self.local)), RemoteAddr(Addr::from(peer)));
        let request = Request::from((request, local, remote, Scheme::HTTP));
        let mut response = self.app.get_response(request).await;
        if self.stop.is_requested() {
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}
