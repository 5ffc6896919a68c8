//! Why a command was not done, and how that is said.

use std::error::Error;
use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use thiserror::Error as ThisError;
use user_core::UserManager;
use user_core::domain::{Field, FieldViolation, Locale, Violation};
use user_core::flows::AdministrationError;
use user_core::ports::{Cause, PortError};
use user_core::views::MessageView;

use crate::{Terminal, show};

/// One thing that is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The value: `username`, `email`, `password`.
    pub field: String,
    /// Why, for programs: a code of the book's list.
    pub code: String,
    /// Why, for people, in English.
    pub message: String,
}

/// Why a command was not done.
#[derive(Debug, ThisError)]
pub enum CliError {
    /// It must not be, or there is nothing to do it to.
    #[error("{message}")]
    Refused {
        /// What was refused.
        message: String,
        /// What is wrong with which value; often none.
        problems: Vec<Problem>,
    },
    /// It was done, and something could not be taken over as it was.
    #[error("{0}")]
    Incomplete(String),
    /// The command does not say what it must.
    #[error("{0}")]
    Usage(String),
    /// A database or something else that is needed does not work.
    #[error(transparent)]
    Failed(Cause),
    /// Nobody listens any more, as behind `| head`. That is no failure.
    #[error("nobody listens")]
    Closed,
}

impl CliError {
    /// A refusal in words.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), problems: Vec::new() }
    }

    /// Something that is needed does not work.
    pub fn failed(cause: impl Into<Cause>) -> Self {
        Self::Failed(cause.into())
    }

    /// What a process that ends with this answers: 1 refused, 2 usage, 3 failed, 4 done but incomplete, 0 when only
    /// nobody listens.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Closed => 0,
            Self::Refused { .. } => 1,
            Self::Usage(_) => 2,
            Self::Failed(_) => 3,
            Self::Incomplete(_) => 4,
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Refused { .. } => "refused",
            Self::Usage(_) => "usage",
            Self::Failed(_) => "failed",
            Self::Incomplete(_) => "incomplete",
        }
    }

    fn problems(&self) -> &[Problem] {
        if let Self::Refused { problems, .. } = self { problems } else { &[] }
    }

    /// The message with every cause that it does not tell itself: drivers repeat theirs.
    pub(crate) fn with_causes(&self) -> String {
        let mut said = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            let told = error.to_string();
            if !said.contains(&told) {
                let _ = write!(said, ": {told}");
            }
            cause = error.source();
        }
        said
    }

    /// Everything, for people.
    fn in_lines(&self) -> String {
        let begin = if matches!(self, Self::Incomplete(_)) { "note" } else { "error" };
        let mut said = format!("{begin}: {}", self.with_causes());
        for Problem { field, message, .. } in self.problems() {
            let _ = write!(said, "\n  - {field}: {message}");
        }
        said
    }

    fn as_json(&self) -> String {
        let (kind, message, problems) = (self.kind(), self.with_causes(), self.problems());
        json!({ "error": { "kind": kind, "message": message, "problems": problems } }).to_string()
    }

    /// Why an administrator's wish was not done; violations in the words of the renderer.
    pub(crate) fn of(users: &UserManager, error: AdministrationError) -> Self {
        match error {
            AdministrationError::Failed(error) => error.into(),
            AdministrationError::Invalid(violations) => {
                let problem = |violation: &_| problem(users, violation);
                Self::Refused {
                    message: "refused".to_owned(),
                    problems: violations.iter().map(problem).collect(),
                }
            }
            other => Self::refused(other.to_string()),
        }
    }
}

/// What a page says of an address that is taken is for its owner: nobody else may learn it there.
const ADDRESS_TAKEN: &str = "An account with this address is there already.";
/// No page says it: there a name that stays the same is none that changes.
const SAME_USERNAME: &str = "The user has this name already.";

fn problem(users: &UserManager, violation: &FieldViolation) -> Problem {
    let message = MessageView::from(violation);
    let arguments = serde_json::to_value(&message.args).unwrap_or_default();
    let said = match (&violation.field, &violation.violation) {
        (Field::Email, Violation::Taken) => Ok(ADDRESS_TAKEN.to_owned()),
        (Field::Username, Violation::Same) => Ok(SAME_USERNAME.to_owned()),
        _ => users.renderer().message(&message.id, &Locale::english(), &arguments),
    };
    Problem {
        field: violation.field.name().to_owned(),
        code: violation.code(),
        message: said.unwrap_or(message.id),
    }
}

impl From<PortError> for CliError {
    fn from(error: PortError) -> Self {
        Self::failed(error)
    }
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::failed(error) }
    }
}

/// Says on standard error why a command was not done, and answers with what the process should.
pub fn finish(outcome: Result<(), CliError>, json: bool, terminal: &mut dyn Terminal) -> ExitCode {
    let Err(error) = outcome else { return ExitCode::SUCCESS };
    if !matches!(error, CliError::Closed) {
        let said = if json { error.as_json() } else { show::lines_without_control(&error.in_lines()) };
        // Where not even this can be said, the exit code has to do.
        let _ = terminal.message(&said);
    }
    ExitCode::from(error.code())
}
