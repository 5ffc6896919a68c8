//! The demo as its operator sees it: how soon it serves, and how much memory it takes.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Result, ensure};
use tempfile::TempDir;

use crate::report::{line, median, now, resident_mib_of, title};

const STARTS: usize = 9;
const PATIENCE: Duration = Duration::from_secs(10);
/// Longer than the hasher keeps memory that nobody needs.
const QUIET: Duration = Duration::from_secs(40);

/// The demo that was built beside this program, running in a folder of its own.
struct Demo {
    process: Child,
    port: u16,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Demo {
    /// Starts it and waits for the first page; tells how long that took.
    fn start(program: &Path, folder: &TempDir) -> Result<(Self, Duration)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new(program);
        command.env_clear().env("USER__LISTEN", format!("127.0.0.1:{port}")).current_dir(folder.path());
        let begun = now();
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let demo = Self { process, port };
        while demo.get("/user/sign-in").is_err() {
            ensure!(begun.elapsed() < PATIENCE, "the demo did not start within {PATIENCE:?}");
            wait(Duration::from_micros(500));
        }
        Ok((demo, begun.elapsed()))
    }

    fn get(&self, path: &str) -> Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let host = format!("Host: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        stream.write_all(format!("GET {path} HTTP/1.1\r\n{host}\r\n").as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        ensure!(answer.starts_with("HTTP/1.1 200"), "{path} answered: {}", first_line(&answer));
        Ok(())
    }

    fn resident(&self) -> Option<f64> {
        resident_mib_of(&self.process.id().to_string())
    }
}

#[expect(clippy::disallowed_methods, reason = "a benchmark lets real time pass, on a thread of its own")]
pub(crate) fn wait(time: Duration) {
    std::thread::sleep(time);
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
