//! Being told to stop: once, for everybody who listens.

use std::io;

use tokio::signal;
use tokio::sync::watch;

/// Tells whether to stop. Clones are told alike.
#[derive(Clone)]
pub(crate) struct Stop(watch::Sender<bool>);

impl Stop {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    /// Tells everybody to stop.
    pub(crate) fn now(&self) {
        self.0.send_replace(true);
    }

    pub(crate) fn is_requested(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it is time to stop.
    pub(crate) async fn requested(&self) {
        // The sender is in `self`, so the channel does not close.
        let _ = self.0.subscribe().wait_for(|stop| *stop).await;
    }
}

/// From now on, SIGTERM and Ctrl-C tell everybody to stop, and a second one does not wait for them.
pub(crate) fn on_signals(stop: &Stop) -> io::Result<()> {
    let (stop, mut signals) = (stop.clone(), Signals::listen()?);
    tokio::spawn(async move {
        signals.next().await;
        stop.now();
        tracing::info!("stopping: finishing what was accepted");
        signals.next().await;
        tracing::warn!("stopped at once");
        std::process::exit(1);
    });
    Ok(())
}

#[cfg(unix)]
struct Signals {
    terminate: signal::unix::Signal,
    interrupt: signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {},
            _ = self.interrupt.recv() => {},
        }
    }
}

#[cfg(windows)]
struct Signals(signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn listen() -> io::Result<Self> {
        Ok(Self(signal::windows::ctrl_c()?))
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
