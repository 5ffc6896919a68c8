//! The same pages over HTTP: a server on loopback, and callers that keep their connections.

use std::sync::Arc;

use anyhow::{Context, Result};
use poem::endpoint::BoxEndpoint;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Response, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

/// The end of the head of a response (RFC 9112 section 2.1).
const HEAD_END: &[u8] = b"\r\n\r\n";

/// A site that answers on loopback, with one open connection for each caller.
pub(crate) struct Wire {
    callers: Vec<Mutex<TcpStream>>,
    request: Vec<u8>,
    server: JoinHandle<()>,
}

impl Wire {
    /// Serves `page`, and opens a connection for each of `callers`, who will ask for `path` with this cookie.
    pub(crate) async fn open(
        page: Arc<BoxEndpoint<'static, Response>>,
        path: &str,
        cookie: &str,
        callers: usize,
    ) -> Result<Arc<Self>> {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
        let address = *acceptor
            .local_addr()
            .first()
            .and_then(|address| address.as_socket_addr())
            .context("a server without an address")?;
        let server = tokio::spawn(async move {
            let _ends_with_the_bench = Server::new_with_acceptor(acceptor).run(page).await;
        });
        let mut open = Vec::with_capacity(callers);
        for _ in 0..callers {
            let connection = TcpStream::connect(address).await?;
            connection.set_nodelay(true)?;
            open.push(Mutex::new(connection));
        }
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n").into_bytes();
        Ok(Arc::new(Self { callers: open, request, server }))
    }

    /// One caller asks once more, and reads the whole answer, which must be good.
    pub(crate) async fn ask(&self, caller: usize) -> Result<()> {
        let mut connection = self.callers.get(caller).context("a caller without a connection")?.lock().await;
        connection.write_all(&self.request).await?;
        let mut answer = Vec::with_capacity(1_024);
        let head = loop {
            anyhow::ensure!(connection.read_buf(&mut answer).await? > 0, "the server hung up");
            if let Some(end) = answer.windows(HEAD_END.len()).position(|four| four == HEAD_END) {
                break end + HEAD_END.len();
            }
        };
        let text = String::from_utf8_lossy(answer.get(..head).unwrap_or_default()).to_ascii_lowercase();
        anyhow::ensure!(text.starts_with("http/1.1 200"), "{text}");
        let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split_whitespace().next());
        let whole = head + length.context("an answer without a length")?.parse::<usize>()?;
        while answer.len() < whole {
            anyhow::ensure!(connection.read_buf(&mut answer).await? > 0, "the server hung up");
        }
        Ok(())
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.server.abort();
    }
}
