//! The demo as a process of its own.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use url::Url;

use crate::binary;
use crate::database::Database;
use crate::mailbox::{Folder, Mailbox};
use crate::services::RealSmtp;
use crate::visitor::Visitor;
use crate::wait::within;

/// What links and cookies are sealed with, unless a test says otherwise.
const SECRET: &str = "5d0c6e1f8b7a42933f90b2e84d61c7a5";
const READY_WITHIN: Duration = Duration::from_mins(1);
const STOPPED_WITHIN: Duration = Duration::from_mins(1);

/// How a demo is to be started.
#[derive(Clone)]
pub struct Setup {
    variables: Vec<(String, String)>,
    arguments: Vec<String>,
    smtp_folder: Option<PathBuf>,
    unheard: bool,
    folder: Arc<TempDir>,
}

impl Setup {
    fn new() -> Self {
        let folder = Arc::new(tempfile::Builder::new().prefix("user-e2e-").tempdir().unwrap());
        let (variables, arguments) = (Vec::new(), Vec::new());
        let setup = Self { variables, arguments, smtp_folder: None, unheard: false, folder };
        setup.with("LISTEN", "127.0.0.1:0").with("SECRET", SECRET)
    }

    /// With a setting, named as in the environment but for the `USER__` in front.
    #[must_use]
    pub fn with(mut self, setting: &str, value: &str) -> Self {
        let name = format!("USER__{setting}");
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.to_owned()));
        self
    }

    /// With all that happens in its log, that of the libraries included.
    #[must_use]
    pub fn logging_everything(mut self) -> Self {
        self.variables.push(("RUST_LOG".to_owned(), "trace".to_owned()));
        self
    }

    /// With an argument of its command line.
    #[must_use]
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// On this database, whose tables it makes.
    #[must_use]
    pub fn on(self, database: &Database) -> Self {
        self.with("DATABASE__URL", &database.url).with("DATABASE__MIGRATE", "true")
    }

    /// Sending its mails through this server.
    #[must_use]
    pub fn mailing_by(mut self, smtp: &RealSmtp) -> Self {
        self.smtp_folder = Some(smtp.folder.clone());
        self.with("MAIL__URL", smtp.url.as_str())
    }

    /// Letting everybody try as often as they like: for tests of something else.
    #[must_use]
    pub fn patient(self) -> Self {
        ["ACCOUNT_AND_CLIENT", "ACCOUNT", "CLIENT", "MAIL_ADDRESS"]
            .into_iter()
            .fold(self, |setup, limit| setup.with(&format!("THROTTLES__{limit}__FREE"), "1000000"))
    }

    /// With a log that nobody reads any more.
    #[must_use]
    pub fn unheard(self) -> Self {
        Self { unheard: true, ..self }
    }

    /// The same, for another process beside the first.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self { folder: Self::new().folder, ..self.clone() }
    }

    /// Starts it, and waits until it listens and answers.
    pub async fn start(&self) -> Demo {
        let mut demo = self.launch();
        demo.until_ready().await;
        demo
    }

    /// Runs a command of its command line to its end, and answers with what it printed.
    pub async fn run(&self, arguments: &[&str]) -> String {
        let mut command = tokio::process::Command::from(self.command());
        let output = command.args(arguments).output().await.unwrap();
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "demo {arguments:?}: {out}{err}");
        out.into_owned()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(binary::demo());
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_remove("RUST_LOG").envs(self.variables.iter().cloned());
        command
    }

    fn launch(&self) -> Demo {
        let (out, log) = (self.folder.path().join("out"), self.folder.path().join("log"));
        let begins = fs::metadata(&out).map_or(0, |facts| usize::try_from(facts.len()).unwrap());
        let mut command = self.command();
        command.args(&self.arguments).stdout(appended(&out)).stderr(appended(&log));
        if self.unheard {
            let (_nobody_reads, pipe) = std::io::pipe().unwrap();
            command.stderr(pipe);
        }
        let child = command.spawn().expect("the demo does not start");
        let base = Url::parse("http://127.0.0.1").unwrap();
        Demo { setup: self.clone(), child, base, out, log, begins, mails: None }
    }
}

fn appended(path: &Path) -> File {
    OpenOptions::new().create(true).append(true).open(path).unwrap()
}

/// A demo that runs. It is killed when the test is over.
pub struct Demo {
    /// How it was started.
    pub setup: Setup,
    /// Where it is reached.
    pub base: Url,
    child: Child,
    out: PathBuf,
    log: PathBuf,
    /// Where its own words begin among those of the processes before it.
    begins: usize,
    mails: Option<Mailbox>,
}

impl Demo {
    /// A demo with a database in a file and a mailbox of its own.
    pub fn setup() -> Setup {
        Setup::new()
    }

    async fn until_ready(&mut self) {
        let address = within(READY_WITHIN, "the demo listens", async || {
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("the demo ended ({status}): {}{}", self.out(), self.log());
            }
            let line =
                self.out().lines().find_map(|line| line.strip_prefix("Listening on ").map(str::to_owned));
            line.map(|address| Url::parse(&address).unwrap())
        })
        .await;
        let healthy = address.join("/healthz").unwrap();
        within(READY_WITHIN, "the demo answers", async || {
            reqwest::get(healthy.clone()).await.ok().filter(|answer| answer.status().is_success())
        })
        .await;
        self.base = address;
        self.mails = Some(match &self.setup.smtp_folder {
            Some(folder) => Mailbox::Folder(Folder::from_now_on(folder.clone())),
            None => Mailbox::Page(self.base.join("/dev/mailbox.json").unwrap().into()),
        });
    }

    /// Somebody new, with a name that begins like this.
    pub fn visitor(&self, name: &str) -> Visitor {
        Visitor::new(self.base.clone(), name, self.mails.clone().expect("it was not started"))
    }

    /// Where its mails arrive.
    pub fn mailbox(&self) -> Mailbox {
        self.mails.clone().expect("it was not started")
    }

    /// What it printed since it was started.
    pub fn out(&self) -> String {
        let all = fs::read_to_string(&self.out).unwrap();
        all.get(self.begins..).unwrap_or_default().to_owned()
    }

    /// All that it and those before it logged.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap()).into_owned()
    }

    /// How much memory it holds, in KiB.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("no line says so");
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// The folder it runs in.
    pub fn folder(&self) -> &Path {
        self.setup.folder.path()
    }

    /// The same port at every start from now on, so that links stay good.
    #[must_use]
    pub fn setup_on_same_port(&self) -> Setup {
        self.setup.clone().with("LISTEN", self.base.authority())
    }

    /// Ends it as a power failure would.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop.
    pub fn terminate(&self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until it has ended by itself.
    pub async fn ended(&mut self) -> ExitStatus {
        within(STOPPED_WITHIN, "the demo stops", async || self.child.try_wait().unwrap()).await
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            self.show_log();
        }
    }
}

impl Demo {
    #[expect(clippy::print_stderr, reason = "what the demo said is what whoever looks into a failure wants")]
    fn show_log(&self) {
        let log = self.log();
        let lines: Vec<_> = log.lines().collect();
        eprintln!(
            "--- the end of the demo's log\n{}",
            lines.get(lines.len().saturating_sub(60)..).unwrap_or_default().join("\n")
        );
    }
}
