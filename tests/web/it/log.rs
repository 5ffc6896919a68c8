//! The log of this program, by thread: a test runs on one, and reads what it caused itself.

use std::cell::RefCell;
use std::io;
use std::sync::Once;

use tracing::Level;

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Takes down everything, for whoever listens. One for the whole program and before its first line: several that come
/// and go hide lines from each other.
pub(crate) fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let subscriber =
            tracing_subscriber::fmt().with_max_level(Level::TRACE).with_ansi(false).without_time();
        subscriber.with_writer(|| Writer).init();
    });
}

/// Forgets what this thread logged so far.
pub(crate) fn listen() {
    start();
    LINES.with_borrow_mut(Vec::clear);
}

/// What this thread has logged since.
pub(crate) fn text() -> String {
    LINES.with_borrow(|lines| String::from_utf8(lines.clone()).unwrap())
}

/// The lines among it that tell of a request.
pub(crate) fn requests() -> Vec<String> {
    let text = text();
    let lines = text.lines().filter_map(|line| line.split_once("user_web::access: request "));
    lines.map(|(_, fields)| fields.to_owned()).collect()
}

struct Writer;

impl io::Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
