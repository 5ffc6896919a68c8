//! A program that was started to be measured.

use std::fs;
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::program::wait;
use crate::report::{cpu_seconds_of, now};
use crate::wire::Wire;

const PATIENCE: Duration = Duration::from_secs(10);

/// A process, and where it answers. It ends with this value.
pub(crate) struct Process {
    child: Child,
    address: SocketAddr,
}

impl Process {
    /// Starts a program that will show this page at this address, and waits until it does. Tells how long that took. What
    /// it prints goes nowhere.
    pub(crate) fn showing(mut command: Command, address: SocketAddr, path: &str) -> Result<(Self, Duration)> {
        let begun = now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let process = Self { child, address };
        let request = get(path, "");
        while !process.shows(request.as_bytes()) {
            ensure!(begun.elapsed() < PATIENCE, "{path} was not there within {PATIENCE:?}");
            wait(Duration::from_micros(500));
        }
        Ok((process, begun.elapsed()))
    }

    fn shows(&self, request: &[u8]) -> bool {
        Wire::open(self.address).and_then(|mut wire| wire.expect(200, request).map(|_| ())).is_ok()
    }

    /// A program that answers at this address.
    pub(crate) const fn of(child: Child, address: SocketAddr) -> Self {
        Self { child, address }
    }

    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// Processor time it has used, in seconds.
    pub(crate) fn cpu_seconds(&self) -> Result<f64> {
        cpu_seconds_of(&self.id()).context("this system does not say what a process has used")
    }

    /// Its memory in MiB, what it shares with others counted in part (the proportional set size).
    pub(crate) fn memory(&self) -> Result<f64> {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.id()))?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).context("no line says so")?;
        let kib: f64 = line.split_whitespace().next().context("no number")?.parse()?;
        Ok(kib / 1024.0)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A request for a page, with these cookies.
pub(crate) fn get(path: &str, cookies: &str) -> String {
    let cookies = if cookies.is_empty() { String::new() } else { format!("Cookie: {cookies}\r\n") };
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{cookies}\r\n")
}

/// A request that posts a form, with these cookies.
pub(crate) fn post(path: &str, cookies: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}"
    )
}
