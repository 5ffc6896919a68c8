//! The server: an accept loop on hyper. Poem's own has no deadline for the head of a request, none for a client that
//! does not read, and no limit on connections.

mod clients;
mod connection;
mod deadline;
mod socket;
mod stop;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use ipnet::IpNet;
use poem::Response;
use poem::endpoint::BoxEndpoint;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

use crate::config::ServerLimits;
use clients::{Admitted, Clients};
use connection::Connections;
pub(crate) use deadline::Deadline;
pub(crate) use stop::{Stop, on_signals};

/// How long to leave the system alone when it has no more sockets to give.
const REST_AFTER_REFUSAL: Duration = Duration::from_millis(100);

/// The app that is served.
pub(crate) type App = Arc<BoxEndpoint<'static, Response>>;

/// A place among the connections: one of all, and one of its client's.
pub(crate) struct Place {
    _of_all: OwnedSemaphorePermit,
    _of_client: Admitted,
}

/// Who may connect, and how often at once.
struct Door {
    listener: TcpListener,
    permits: Arc<Semaphore>,
    clients: Clients,
}

/// Serves `app` until it is told to stop, and then finishes what was accepted.
pub(crate) async fn serve(
    listener: TcpListener,
    app: App,
    (limits, trusted): (ServerLimits, Vec<IpNet>),
    stop: &Stop,
) -> io::Result<()> {
    let connections = Connections { app, limits, stop: stop.clone(), local: listener.local_addr()? };
    let permits = Arc::new(Semaphore::new(limits.max_connections));
    let clients = Clients::new(limits.max_connections_per_client, trusted);
    let (door, mut open) = (Door { listener, permits, clients }, JoinSet::new());
    while let Some((socket, place)) = next(&door, &mut open, stop).await {
        open.spawn(connections.serve(socket, Some(place)));
    }
    for socket in waiting(door.listener)? {
        open.spawn(connections.serve(socket, None));
    }
    finish(open, limits.stop_timeout).await;
    Ok(())
}

/// The next connection, as soon as there is room for one; nothing once it is time to stop.
async fn next(door: &Door, open: &mut JoinSet<()>, stop: &Stop) -> Option<(TcpStream, Place)> {
    loop {
        while open.try_join_next().is_some() {}
        let accepted = async {
            let permit = Arc::clone(&door.permits).acquire_owned().await;
            (door.listener.accept().await, permit)
        };
        tokio::select! {
            biased;
            () = stop.requested() => return None,
            (accepted, permit) = accepted => match (accepted, permit) {
                (Ok((socket, peer)), Ok(of_all)) => match door.clients.admit(peer.ip()) {
                    Some(of_client) => return Some((socket, Place { _of_all: of_all, _of_client: of_client })),
                    None => turn_away(&socket),
                },
                (Ok(_), Err(_)) => return None,
                (Err(error), _) => rest_after(&error).await,
            },
        }
    }
}

/// One client has as many connections as it may: it is told so if that can be done without waiting.
fn turn_away(socket: &TcpStream) {
    let answer = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n\
                   Connection: close\r\n\r\n";
    let _ = socket.try_write(answer);
}

/// A client that went away before it was accepted is nothing; anything else would come again at once.
async fn rest_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(error = error as &dyn std::error::Error, "no connection could be accepted");
        tokio::time::sleep(REST_AFTER_REFUSAL).await;
    }
}

/// A connection that the system accepted and is still waiting here. Asked of the system itself: the runtime may not
/// have heard of the latest yet.
fn waiting(listener: TcpListener) -> io::Result<Vec<TcpStream>> {
    let listener = listener.into_std()?;
    let accepted = std::iter::from_fn(|| listener.accept().ok());
    let sockets = accepted.map(|(socket, _)| {
        socket.set_nonblocking(true)?;
        TcpStream::from_std(socket)
    });
    sockets.collect()
}

async fn finish(mut open: JoinSet<()>, at_most: Duration) {
    let all = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(at_most, all).await.is_err() {
        tracing::warn!(connections = open.len(), "stopped before these had finished");
    }
}
