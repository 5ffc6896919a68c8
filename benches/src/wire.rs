//! A client over HTTP: connections that are kept, and nothing that costs. It asks ours and the limits alike.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// The end of the head of a response (RFC 9112 section 2.1).
const HEAD_END: &[u8] = b"\r\n\r\n";
/// Longer than any answer takes, however many ask.
const PATIENCE: Duration = Duration::from_secs(30);

/// One open connection.
pub(crate) struct Wire {
    stream: TcpStream,
    answer: Vec<u8>,
}

/// What was answered.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) head: &'a str,
    pub(crate) body: &'a [u8],
}

impl Wire {
    pub(crate) fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, answer: Vec::with_capacity(16 * 1_024) })
    }

    /// Sends a request, and reads the whole answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Result<Answer<'_>> {
        self.stream.write_all(request)?;
        self.answer.clear();
        let head = loop {
            self.read_more()?;
            if let Some(end) = self.answer.windows(HEAD_END.len()).position(|four| four == HEAD_END) {
                break end + HEAD_END.len();
            }
        };
        let whole = head + length(self.answer.get(..head).unwrap_or_default())?;
        while self.answer.len() < whole {
            self.read_more()?;
        }
        let (head, body) = self.answer.split_at(head);
        let head = std::str::from_utf8(head)?;
        let status = head.split_whitespace().nth(1).context("an answer without a status")?.parse()?;
        Ok(Answer { status, head, body })
    }

    /// The same for what must be answered with this status.
    pub(crate) fn expect(&mut self, status: u16, request: &[u8]) -> Result<Answer<'_>> {
        let answer = self.ask(request)?;
        ensure!(answer.status == status, "answered, where {status} was expected: {}", answer.head);
        Ok(answer)
    }

    fn read_more(&mut self) -> Result<()> {
        let mut part = [0; 16 * 1_024];
        let read = self.stream.read(&mut part)?;
        ensure!(read > 0, "the server hung up");
        self.answer.extend_from_slice(part.get(..read).unwrap_or_default());
        Ok(())
    }
}

/// The length of the body. Whoever answers here says it.
fn length(head: &[u8]) -> Result<usize> {
    let head = std::str::from_utf8(head)?;
    let length = header(head, "content-length").context("an answer without a length")?;
    Ok(length.parse()?)
}

/// The first header of this name.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    headers(head, name).next()
}

/// All headers of this name.
pub(crate) fn headers<'a>(head: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    head.lines().filter_map(move |line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}
