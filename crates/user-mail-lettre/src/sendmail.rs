//! Mails through the `sendmail` program.

use std::io;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use async_trait::async_trait;
use thiserror::Error;
use tokio::io::AsyncWriteExt as _;
use tokio::process::{ChildStdin, Command};
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

use crate::error::SetupError;
use crate::message::Outgoing;

/// Hands each mail to a program that speaks like `sendmail`: those of Postfix, Exim, `OpenSMTPD` and msmtp do.
#[derive(Clone, Debug)]
pub struct SendmailMailer {
    program: PathBuf,
    timeout: Duration,
}

/// How much of what the program complains about is kept, in bytes.
const COMPLAINT_MAX: usize = 300;

/// Exit codes that say the mail itself is at fault (sysexits.h): bad data, no such user.
const REFUSED_FOR_GOOD: [i32; 2] = [65, 67];

#[derive(Debug, Error)]
enum SendmailError {
    #[error("sendmail could not be run")]
    Io(#[from] io::Error),
    #[error("sendmail took longer than {0:?}")]
    TimedOut(Duration),
    #[error("sendmail ended with {status}: {complaint}")]
    Refused { status: ExitStatus, complaint: String },
}

impl SendmailMailer {
    /// Where the program is found on almost every system.
    pub const USUAL_PROGRAM: &str = "/usr/sbin/sendmail";

    /// Runs `program`, which must be there.
    pub fn new(program: impl Into<PathBuf>) -> Result<Self, SetupError> {
        let program = program.into();
        match std::fs::metadata(&program) {
            Ok(found) if found.is_file() => Ok(Self { program, timeout: crate::smtp::TIMEOUT }),
            Ok(_) => Err(SetupError::Path { path: program, source: io::ErrorKind::InvalidInput.into() }),
            Err(source) => Err(SetupError::Path { path: program, source }),
        }
    }

    /// How long the program may take for one mail. Thirty seconds unless said otherwise.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    async fn run(&self, outgoing: &Outgoing) -> Result<(), SendmailError> {
        let mut child = Command::new(&self.program)
            // A line with a dot is not the end; the sender of the envelope; what follows is no option.
            .args(["-i", "-f", outgoing.from.as_ref(), "--", outgoing.to.as_ref()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        // Programs of this kind read the line ends of their own system.
        let text = outgoing.text.replace("\r\n", "\n");
        let feeding = feed(child.stdin.take(), &text);
        let (fed, output) = tokio::join!(feeding, child.wait_with_output());
        let output = output?;
        if output.status.success() {
            return Ok(fed?);
        }
        let complaint = output.stderr.get(..COMPLAINT_MAX).unwrap_or(&output.stderr);
        let complaint = String::from_utf8_lossy(complaint).replace(char::is_control, " ");
        Err(SendmailError::Refused { status: output.status, complaint: complaint.trim().to_owned() })
    }
}

async fn feed(input: Option<ChildStdin>, text: &str) -> io::Result<()> {
    let Some(mut input) = input else { return Ok(()) };
    input.write_all(text.as_bytes()).await?;
    input.shutdown().await
}

impl SendmailError {
    fn is_permanent(&self) -> bool {
        let Self::Refused { status, .. } = self else { return false };
        status.code().is_some_and(|code| REFUSED_FOR_GOOD.contains(&code))
    }
}

#[async_trait]
impl Mailer for SendmailMailer {
    /// The program does not tell what the server behind it can carry.
    fn carries_smtputf8(&self) -> bool {
        false
    }

    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        let outgoing = Outgoing::new(mail).map_err(|why| MailError::Permanent(why.into()))?;
        let outcome = tokio::time::timeout(self.timeout, self.run(&outgoing)).await;
        match outcome.unwrap_or(Err(SendmailError::TimedOut(self.timeout))) {
            Ok(()) => Ok(()),
            Err(error) if error.is_permanent() => Err(MailError::Permanent(error.into())),
            // Whatever it is, nothing says that it is about this mail.
            Err(error) => Err(MailError::Site(error.into())),
        }
    }
}
