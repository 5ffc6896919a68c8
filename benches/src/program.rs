//! The demo as its operator sees it: a process in a folder of its own, and how soon it serves.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::process::Process;
use crate::report::{line, median, title};

const STARTS: usize = 9;
/// Where the quickstarts serve.
const QUICKSTART: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 3_000);

/// The password of the one user there is.
pub(crate) const PASSWORD: &str = "a password for the crowd";
/// Name and password, as the form to sign in asks for them.
pub(crate) const CREDENTIALS: [(&str, &str); 2] = [("username", "crowd"), ("password", PASSWORD)];
/// The crowd is one client to the demo, and must not be slowed down.
const PATIENT: [&str; 4] = [
    "USER__THROTTLES__ACCOUNT_AND_CLIENT__FREE",
    "USER__THROTTLES__ACCOUNT__FREE",
    "USER__THROTTLES__CLIENT__FREE",
    "USER__THROTTLES__MAIL_ADDRESS__FREE",
];

/// The demo that was built beside this program, running in a folder of its own.
pub(crate) struct Demo {
    process: Process,
    server: Server,
}

/// Something that listens on a port of this machine.
pub(crate) struct Server {
    port: u16,
}

impl Deref for Demo {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

impl Server {
    pub(crate) const fn at(port: u16) -> Self {
        Self { port }
    }

    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn get(&self, path: &str) -> Result<String> {
        let answer = self.asks(&format!("GET {path} HTTP/1.1\r\n"), "")?;
        ensure!(answer.starts_with("HTTP/1.1 200"), "{path} answered: {}", first_line(&answer));
        Ok(answer)
    }

    pub(crate) fn connect(&self) -> Result<TcpStream> {
        Ok(TcpStream::connect(("127.0.0.1", self.port))?)
    }

    pub(crate) fn asks(&self, head: &str, body: &str) -> Result<String> {
        let mut stream = self.connect()?;
        let host = format!("Host: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        stream.write_all(format!("{head}{host}\r\n{body}").as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}

impl Demo {
    /// Starts it in this folder, and waits for the first page.
    pub(crate) fn begin(folder: &TempDir) -> Result<Self> {
        Ok(Self::start(&demo()?, folder)?.0)
    }

    /// Starts it and waits for the first page; tells how long that took.
    pub(crate) fn start(program: &Path, folder: &TempDir) -> Result<(Self, Duration)> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(program);
        command.env_clear().env("USER__LISTEN", address.to_string()).current_dir(folder.path());
        command.envs(PATIENT.map(|limit| (limit, "1000000")));
        let (process, took) = Process::showing(command, address, "/user/sign-in")?;
        Ok((Self { process, server: Server::at(address.port()) }, took))
    }

    /// The same with somebody in it who has the role `admin`.
    pub(crate) fn with_somebody(folder: &TempDir) -> Result<Self> {
        let demo = Self::begin(folder)?;
        register(&self::demo()?, folder)?;
        Ok(demo)
    }

    pub(crate) const fn process(&self) -> &Process {
        &self.process
    }

    /// A browser that was never here signs in, as a person does: opens the page, fills in the form.
    pub(crate) fn signed_in(&self) -> Result<Browser> {
        let mut browser = Browser::new(&self.process)?;
        let page = browser.open("/user/sign-in")?;
        browser.submit(&page, &CREDENTIALS)?;
        Ok(browser)
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark lets real time pass, on a thread of its own")]
pub(crate) fn wait(time: Duration) {
    std::thread::sleep(time);
}

pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

fn first_line(answer: &str) -> &str {
    answer.lines().next().unwrap_or("nothing")
}

pub(crate) fn demo() -> Result<PathBuf> {
    built("demo")
}

/// A program that was built beside this one.
fn built(name: &str) -> Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name(name);
    ensure!(program.exists(), "build it first: `load build`");
    Ok(program)
}

/// One of the quickstarts, running in a folder of its own. They serve where they are written to.
pub(crate) fn quickstart(name: &str, folder: &TempDir) -> Result<Process> {
    ensure!(
        TcpStream::connect(QUICKSTART).is_err(),
        "the quickstarts need {QUICKSTART}, where somebody serves"
    );
    let mut command = Command::new(built(name)?);
    command.env_clear().current_dir(folder.path());
    Ok(Process::showing(command, QUICKSTART, "/user/sign-in")?.0)
}

/// From the start of the process to its first page, with a database that is there.
pub(crate) fn start_up() -> Result<()> {
    title("From the start of the demo to its first page");
    let (program, folder) = (demo()?, tempfile::tempdir()?);
    // The first start makes the database.
    let (_, first) = Demo::start(&program, &folder)?;
    let starts = (0..STARTS).map(|_| Ok(Demo::start(&program, &folder)?.1.as_secs_f64() * 1_000.0));
    let starts = starts.collect::<Result<Vec<_>>>()?;
    line("median of nine (goal: 30 ms)", &format!("{:.1} ms", median(starts)));
    line("the first of all, which makes the database", &format!("{:.1} ms", first.as_secs_f64() * 1_000.0));
    Ok(())
}

/// Makes the user `crowd`, who has the role `admin`.
pub(crate) fn register(program: &Path, folder: &TempDir) -> Result<()> {
    let mut command = Command::new(program);
    command.args([
        "user",
        "create",
        "--email",
        "crowd@example.com",
        "--username",
        "crowd",
        "--role",
        "admin",
        "--password-stdin",
    ]);
    command.env_clear().current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut process = command.spawn()?;
    let mut input = process.stdin.take().context("a process without its input")?;
    input.write_all(PASSWORD.as_bytes())?;
    drop(input);
    ensure!(process.wait()?.success(), "nobody could be made");
    Ok(())
}
