//! A wire that can be cut, or can go dead: between the demo and one of its servers.

use std::future::pending;
use std::sync::Arc;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wire {
    Whole,
    Cut,
    Dead,
}

/// Passes connections on to a server, until something happens to it.
pub struct Proxy {
    /// Where to connect to instead.
    pub port: u16,
    wire: Arc<watch::Sender<Wire>>,
    task: JoinHandle<()>,
}

impl Proxy {
    /// A proxy to `host:port`.
    pub async fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let wire = Arc::new(watch::Sender::new(Wire::Whole));
        let watched = Arc::clone(&wire);
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(pass(client, server.clone(), watched.subscribe()));
            }
        });
        Self { port, wire, task }
    }

    /// Ends every connection, and every new one at once.
    pub fn cut(&self) {
        self.wire.send_replace(Wire::Cut);
    }

    /// Takes whatever comes, and never says a word.
    pub fn goes_dead(&self) {
        self.wire.send_replace(Wire::Dead);
    }

    /// Passes new connections on again; those that were dead end.
    pub fn mend(&self) {
        self.wire.send_replace(Wire::Whole);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pass(mut client: TcpStream, server: String, mut wire: watch::Receiver<Wire>) {
    let begins = *wire.borrow_and_update();
    let passing = async {
        match begins {
            Wire::Whole => {
                let Ok(mut server) = TcpStream::connect(server).await else { return };
                // However it ends: this connection is over.
                let _ = copy_bidirectional(&mut client, &mut server).await;
            }
            Wire::Cut => {}
            Wire::Dead => pending().await,
        }
    };
    tokio::select! {
        () = passing => return,
        _ = wire.changed() => {},
    }
    // Nothing is read any more. Over at once when cut; when dead, as soon as somebody mends it.
    let _ = wire.wait_for(|wire| *wire != Wire::Dead).await;
    drop(client);
}
