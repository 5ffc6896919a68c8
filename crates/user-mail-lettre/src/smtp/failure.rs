//! What went wrong at which step, and whether it will always.

use std::error::Error as _;
use std::fmt;
use std::time::Duration;

use lettre::transport::smtp::Error;

use super::verdict::Verdict;

/// How far a mail came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Connect,
    Encrypt,
    SignIn,
    Sender,
    Recipient,
    Content,
}

/// Why a mail was not taken over. Never holds a password.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server, or the way to it, said no at this step.
    At { step: Step, source: Error },
    /// The server said something that had the password in it, which is not repeated.
    SignInEchoed { code: String },
    /// The server does not offer what this site needs.
    NotOffered(&'static str),
    /// The server does not take addresses with letters beyond ASCII (RFC 6531). No later try finds another server.
    AsciiOnly,
    /// It took too long.
    TimedOut(Duration),
    /// The mailer is going away.
    Closed,
}

impl Failure {
    pub(super) const fn at(step: Step) -> impl Fn(Error) -> Self {
        move |source| Self::At { step, source }
    }

    pub(super) const fn timed_out(after: Duration) -> Self {
        Self::TimedOut(after)
    }

    /// Whom it is about, and for how long.
    pub(super) fn verdict(&self) -> Verdict {
        match self {
            Self::At { step, source } => match (code(source), source.source()) {
                (Some(code), Some(words)) => Verdict::on(*step, code, &words.to_string()),
                (Some(code), None) => Verdict::on(*step, code, ""),
                (None, _) => Verdict::Site,
            },
            Self::AsciiOnly => Verdict::Never,
            Self::SignInEchoed { .. } | Self::NotOffered(_) | Self::TimedOut(_) | Self::Closed => {
                Verdict::Site
            }
        }
    }

    /// Whether the server answered in full, so that the next mail can use the connection.
    pub(super) fn leaves_the_connection_usable(&self) -> bool {
        match self {
            // 421: the server closes the connection (RFC 5321 §3.8).
            Self::At { source, .. } => code(source).is_some_and(|code| code != 421),
            Self::AsciiOnly => true,
            _ => false,
        }
    }
}

fn code(error: &Error) -> Option<u16> {
    error.status().map(u16::from)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At { step, source } => {
                let words = source.to_string().replace(char::is_control, " ");
                write!(f, "{step}: {}", words.trim())
            }
            Self::SignInEchoed { code } => write!(f, "{}: {code}", Step::SignIn),
            Self::NotOffered(what) => write!(f, "the mail server does not offer {what}"),
            Self::AsciiOnly => {
                f.write_str("the mail server does not take addresses with letters beyond ASCII")
            }
            Self::TimedOut(after) => write!(f, "the mail server took longer than {after:?}"),
            Self::Closed => f.write_str("the mailer is closed"),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "no connection to the mail server",
            Self::Encrypt => "no encrypted connection to the mail server",
            Self::SignIn => "the mail server refused the sign-in",
            Self::Sender => "the mail server refused the sender",
            Self::Recipient => "the mail server refused the recipient",
            Self::Content => "the mail server refused the message",
        })
    }
}

/// The words of the cause are in those above, cleaned of control characters; they are not repeated as a source.
impl std::error::Error for Failure {}
