//! Shows the progress of a long work.

use indicatif::{ProgressBar, ProgressStyle};

/// Shows how far a long work is. It is gone when this is dropped.
pub trait Progress: Send {
    /// So much is done.
    fn at(&mut self, done: u64);

    /// Steps aside while something else is written.
    fn aside(&mut self, write: &mut dyn FnMut());
}

/// For nobody: what is piped or read by a script stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn at(&mut self, _: u64) {}

    fn aside(&mut self, write: &mut dyn FnMut()) {
        write();
    }
}

/// A bar on standard error, with the rate and the time that is left.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new(all: u64) -> Self {
        let bar = ProgressBar::new(all);
        let style =
            ProgressStyle::with_template("{bar:40} {human_pos} of {human_len}  {per_sec}  {eta} left");
        Self(style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style)))
    }
}

impl Progress for Bar {
    fn at(&mut self, done: u64) {
        self.0.set_position(done);
    }

    fn aside(&mut self, write: &mut dyn FnMut()) {
        self.0.suspend(write);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
