//! Runs the program in a folder of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;

/// Longer than anything here takes, even on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_mins(2);

/// A folder for one site, with the variables it is configured by.
pub(crate) struct Place {
    folder: TempDir,
    variables: Vec<(String, String)>,
}

impl Place {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, variables: vec![] }.with("USER__LISTEN", "127.0.0.1:0")
    }

    /// The same, with a database that is ready for accounts.
    pub(crate) fn with_tables() -> Self {
        let place = Self::new();
        place.say(&["migrate", "up"], "");
        place
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// What is in its folder.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_user-server"));
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_none_or(|name| name.starts_with("USER__") || name == "RUST_LOG") {
                command.env_remove(name);
            }
        }
        command.current_dir(self.folder.path()).args(arguments).envs(self.variables.iter().cloned());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments).spawn().unwrap();
        // A command that reads nothing may be gone already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let (done, output) = channel();
        std::thread::spawn(move || done.send(child.wait_with_output()));
        output.recv_timeout(PATIENCE).expect("the command ends").unwrap()
    }

    /// Starts a command, and kills it as soon as it has written a line, while nobody reads on.
    pub(crate) fn kill_after_a_line(&self, arguments: &[&str]) {
        let mut child = self.command(arguments).spawn().unwrap();
        let (send, line) = channel();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            let mut first = String::new();
            let read = output.read_line(&mut first);
            // The pipe goes along: were it closed, the command would end by itself.
            send.send((read.map(|_| first), output))
        });
        let (line, _pipe) = line.recv_timeout(PATIENCE).expect("the command writes a line");
        child.kill().unwrap();
        let status = child.wait().unwrap();
        assert!(line.unwrap().ends_with('\n') && status.code().is_none(), "{status}");
    }

    /// What a command that must succeed writes.
    pub(crate) fn say(&self, arguments: &[&str], input: &str) -> String {
        let output = self.run(arguments, input);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// What a command that must fail writes.
    pub(crate) fn refuse(&self, arguments: &[&str], input: &str) -> String {
        let output = self.run(arguments, input);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stdout));
        text(&output.stderr)
    }

    /// What a command writes for which something that it needs does not work.
    pub(crate) fn fail(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments, "");
        assert_eq!(output.status.code(), Some(3), "{arguments:?}: {}", text(&output.stdout));
        text(&output.stderr)
    }

    /// What a command that cannot be understood writes.
    pub(crate) fn misuse(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stdout));
        text(&output.stderr)
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.say(arguments, "")).unwrap()
    }

    /// Serves until it is dropped or told to stop.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Site {
        let mut child = self.command(arguments).spawn().unwrap();
        let (lines, log) = (follow(child.stdout.take().unwrap()), follow(child.stderr.take().unwrap()));
        let mut site = Site { child: Some(child), lines, log, address: ([127, 0, 0, 1], 0).into() };
        let line = site.wait_for("Listening on http://");
        site.address = line.trim_start_matches("Listening on http://").parse().unwrap();
        site
    }
}

/// The lines of a stream as they come. It is read to its end whether anybody looks or not.
fn follow(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (send, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let _ = send.send(line);
        }
    });
    lines
}

/// A site that is being served.
pub(crate) struct Site {
    child: Option<Child>,
    lines: Receiver<String>,
    log: Receiver<String>,
    pub(crate) address: SocketAddr,
}

impl Site {
    /// The next line it prints that begins like this.
    pub(crate) fn wait_for(&self, beginning: &str) -> String {
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("never printed {beginning:?}; log: {:?}", self.log.try_iter().collect::<Vec<_>>());
            };
            if line.starts_with(beginning) {
                return line;
            }
        }
    }

    /// The next line of its log; none once it has ended.
    pub(crate) fn log_line(&self) -> Option<String> {
        self.log.recv_timeout(PATIENCE).ok()
    }

    /// The next line of its log with this in it.
    pub(crate) fn logged(&self, words: &str) -> String {
        loop {
            let line = self.log.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("never logged {words:?}"));
            if line.contains(words) {
                return line;
            }
        }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// One request on a connection of its own: the whole answer.
    pub(crate) fn get(&self, path: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        to_the_end(stream)
    }

    /// Asks for a link to reset a password, as a browser would.
    pub(crate) fn forget_password(&self, address: &str) {
        let page = self.get("/user/forgot-password");
        let token = between(&page, "name=\"csrf_token\" value=\"", "\"");
        let cookie = between(&page, "set-cookie: ", ";");
        let form = format!("csrf_token={token}&email={}", address.replace('@', "%40"));
        let mut stream = self.connect();
        write!(
            stream,
            "POST /user/forgot-password HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.address,
            form.len()
        )
        .unwrap();
        let answer = to_the_end(stream);
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    }

    /// Sends SIGTERM.
    pub(crate) fn terminate(&self) {
        let id = self.child.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Waits until it has ended by itself.
    pub(crate) fn ended(mut self) -> ExitStatus {
        let mut child = self.child.take().unwrap();
        let (done, status) = channel();
        std::thread::spawn(move || done.send(child.wait()));
        status.recv_timeout(PATIENCE).expect("the site ends").unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before:?} in {text}"));
    rest.split_once(after).unwrap().0
}

/// Everything that comes in until the other side closes.
pub(crate) fn to_the_end(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    text(&answer)
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
