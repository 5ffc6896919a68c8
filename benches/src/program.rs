//! The demo as its operator sees it: how soon it serves, and how much memory it takes, at rest and after a crowd.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::report::{line, median, now, resident_mib_of, title};

const STARTS: usize = 9;
const PATIENCE: Duration = Duration::from_secs(10);
/// Longer than the hasher keeps memory that nobody needs.
const QUIET: Duration = Duration::from_secs(40);

const CLIENTS: usize = 40;
const SIGN_INS_EACH: usize = 25;
const PASSWORD: &str = "a password for the crowd";
/// The crowd is one client to the demo, and must not be slowed down.
const PATIENT: [&str; 4] = [
    "USER__THROTTLES__ACCOUNT_AND_CLIENT__FREE",
    "USER__THROTTLES__ACCOUNT__FREE",
    "USER__THROTTLES__CLIENT__FREE",
    "USER__THROTTLES__MAIL_ADDRESS__FREE",
];

/// The demo that was built beside this program, running in a folder of its own.
pub(crate) struct Demo {
    process: Child,
    server: Server,
}

/// Something that listens on a port of this machine.
pub(crate) struct Server {
    port: u16,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
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
    /// Starts it and waits for the first page; tells how long that took.
    pub(crate) fn start(program: &Path, folder: &TempDir) -> Result<(Self, Duration)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new(program);
        command.env_clear().env("USER__LISTEN", format!("127.0.0.1:{port}")).current_dir(folder.path());
        command.envs(PATIENT.map(|limit| (limit, "1000000")));
        let begun = now();
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let demo = Self { process, server: Server::at(port) };
        while demo.get("/user/sign-in").is_err() {
            ensure!(begun.elapsed() < PATIENCE, "the demo did not start within {PATIENCE:?}");
            wait(Duration::from_micros(500));
        }
        Ok((demo, begun.elapsed()))
    }

    /// A browser that was never here signs in, as a person does: reads the page, fills in the form. Tells the answer.
    pub(crate) fn signs_in(&self) -> Result<String> {
        let page = self.get("/user/sign-in")?;
        let cookie = between(&page, "set-cookie: ", ";").context("a page without a cookie")?;
        let token = between(&page, "name=\"csrf_token\" value=\"", "\"").context("a form without a token")?;
        let password = PASSWORD.replace(' ', "+");
        let body = format!("csrf_token={token}&username=crowd&password={password}");
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        let head = format!(
            "POST /user/sign-in HTTP/1.1\r\n{kind}Cookie: {cookie}\r\nContent-Length: {}\r\n",
            body.len()
        );
        let answer = self.asks(&head, &body)?;
        ensure!(answer.starts_with("HTTP/1.1 303"), "a sign-in was answered: {}", first_line(&answer));
        Ok(answer)
    }

    fn resident(&self) -> Option<f64> {
        resident_mib_of(&self.process.id().to_string())
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
    let program = std::env::current_exe()?.with_file_name("demo");
    ensure!(program.exists(), "build it first: cargo build --release -p demo");
    Ok(program)
}

fn mib(figure: Option<f64>) -> String {
    figure.map_or_else(|| "not told by this system".to_owned(), |mib| format!("{mib:.1} MiB"))
}

/// Start, and memory at rest, of the whole process.
pub(crate) fn start_and_memory() -> Result<()> {
    title("The demo as a whole (goals: serves within 50 ms; at rest under 20 MiB)");
    let (program, folder) = (demo()?, tempfile::tempdir()?);
    // The first start makes the database.
    let _ = Demo::start(&program, &folder)?;
    let starts = (0..STARTS).map(|_| Ok(Demo::start(&program, &folder)?.1.as_secs_f64() * 1_000.0));
    let starts = starts.collect::<Result<Vec<_>>>()?;
    line("median time from start to the first page (goal: 50 ms)", &format!("{:.1} ms", median(starts)));
    let (demo, _) = Demo::start(&program, &folder)?;
    wait(QUIET);
    line("resident memory after 40 s at rest (goal: 20 MiB)", &mib(demo.resident()));
    Ok(())
}

/// Memory after a crowd has signed in, the hashing buffers included.
pub(crate) fn memory_after_a_crowd() -> Result<()> {
    title("The demo after 1,000 sign-ins by 40 clients at once (goal: under 64 MiB)");
    let (program, folder) = (demo()?, tempfile::tempdir()?);
    let (demo, _) = Demo::start(&program, &folder)?;
    register(&program, &folder)?;
    std::thread::scope(|clients| {
        let clients = (0..CLIENTS)
            .map(|_| clients.spawn(|| (0..SIGN_INS_EACH).try_for_each(|_| demo.signs_in().map(|_| ()))));
        clients.collect::<Vec<_>>().into_iter().try_for_each(|client| match client.join() {
            Ok(signed_in) => signed_in,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })?;
    line("resident memory (goal: 64 MiB)", &mib(demo.resident()));
    Ok(())
}

pub(crate) fn register(program: &Path, folder: &TempDir) -> Result<()> {
    let mut command = Command::new(program);
    command.args([
        "user",
        "create",
        "--email",
        "crowd@example.com",
        "--username",
        "crowd",
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
