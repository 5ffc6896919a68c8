//! A socket whose other end has to keep up: nothing waits for ever for a client that does not read, and nothing more is
//! read from one.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// What a connection and its socket know of each other.
#[derive(Clone, Default)]
pub(super) struct Phase(Arc<Flags>);

#[derive(Default)]
struct Flags {
    answering: AtomicBool,
    closing: AtomicBool,
}

impl Phase {
    /// A request is being answered, until what is returned is dropped.
    pub(super) fn answering(&self) -> Answering {
        self.0.answering.store(true, Ordering::Relaxed);
        Answering(self.clone())
    }

    /// From now on nothing is waited for that the client has not sent.
    pub(super) fn close(&self) {
        self.0.closing.store(true, Ordering::Relaxed);
    }

    fn waits_for_nobody(&self) -> bool {
        self.0.closing.load(Ordering::Relaxed) && !self.0.answering.load(Ordering::Relaxed)
    }
}

pub(super) struct Answering(Phase);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.0.answering.store(false, Ordering::Relaxed);
    }
}

/// A socket with patience.
pub(super) struct Socket {
    inner: TcpStream,
    phase: Phase,
    /// How long the client may take to read what was written so far.
    patience: Duration,
    /// Runs while the client is behind.
    behind: Option<Pin<Box<Sleep>>>,
    /// Whether reading was put off until the client has caught up.
    put_off: bool,
}

impl Socket {
    pub(super) fn new(inner: TcpStream, phase: Phase, patience: Duration) -> Self {
        Self { inner, phase, patience, behind: None, put_off: false }
    }

    /// The client has to take what is written now, or loses the connection. Reading a byte now and then does not help.
    fn hurry<T>(&mut self, context: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_pending() {
            let patience = self.patience;
            let behind = self.behind.get_or_insert_with(|| Box::pin(sleep(patience)));
            ready!(behind.as_mut().poll(context));
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        written
    }

    fn caught_up(&mut self, context: &Context<'_>) {
        self.behind = None;
        if std::mem::take(&mut self.put_off) {
            context.waker().wake_by_ref();
        }
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        // A client that sends requests and takes no answers makes work for nothing.
        if self.behind.is_some() {
            self.put_off = true;
            return Poll::Pending;
        }
        let read = Pin::new(&mut self.inner).poll_read(context, buffer);
        if read.is_pending() && self.phase.waits_for_nobody() { Poll::Ready(Ok(())) } else { read }
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write(context, bytes);
        self.hurry(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write_vectored(context, bytes);
        self.hurry(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    /// Asked for when all is written.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.inner).poll_flush(context);
        if flushed.is_ready() {
            self.caught_up(context);
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}
