//! The server: an accept loop on hyper. Poem's own has no deadline for the head of a request and no limit on
//! connections.

mod connection;
mod deadline;
mod stop;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use poem::Response;
use poem::endpoint::BoxEndpoint;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

use crate::config::ServerLimits;
use connection::Connections;
pub(crate) use deadline::Deadline;
pub(crate) use stop::{Stop, on_signals};

/// How long to leave the system alone when it has no more sockets to give.
const REST_AFTER_REFUSAL: Duration = Duration::from_millis(100);

/// The app that is served.
pub(crate) type App = Arc<BoxEndpoint<'static, Response>>;

/// Serves `app` until it is told to stop, and then finishes what was accepted.
pub(crate) async fn serve(
    listener: TcpListener,
    app: App,
    limits: ServerLimits,
    stop: &Stop,
) -> io::Result<()> {
    let connections = Connections { app, limits, stop: stop.clone(), local: listener.local_addr()? };
    let permits = Arc::new(Semaphore::new(limits.max_connections));
    let mut open = JoinSet::new();
    while let Some((socket, permit)) = next(&listener, &permits, &mut open, stop).await {
        open.spawn(connections.serve(socket, Some(permit)));
    }
    for socket in waiting(listener)? {
        open.spawn(connections.serve(socket, None));
    }
    finish(open, limits.stop_timeout).await;
    Ok(())
}

/// The next connection, as soon as there is room for one; nothing once it is time to stop.
async fn next(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
    open: &mut JoinSet<()>,
    stop: &Stop,
) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    loop {
        while open.try_join_next().is_some() {}
        let accepted = async {
            let permit = Arc::clone(permits).acquire_owned().await;
            (listener.accept().await, permit)
        };
        tokio::select! {
            biased;
            () = stop.requested() => return None,
            (accepted, permit) = accepted => match (accepted, permit) {
                (Ok((socket, _)), Ok(permit)) => return Some((socket, permit)),
                (Ok(_), Err(_)) => return None,
                (Err(error), _) => rest_after(&error).await,
            },
        }
    }
}

/// A client that went away before it was accepted is nothing; anything else would come again at once.
async fn rest_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(error = error as &dyn std::error::Error, "no connection could be accepted");
        tokio::time::sleep(REST_AFTER_REFUSAL).await;
    }
}

/// Whoever was let in by the system and is still waiting here. Asked of the system itself: the runtime may not have
/// heard of the latest yet.
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
