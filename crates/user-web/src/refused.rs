//! Why a handler has no response of its own.

use std::fmt;

use http::StatusCode;
use user_core::domain::Unmet;
use user_core::ports::PortError;

use crate::response::problem::Problem;

/// Why a handler has no response of its own. [`UserWeb::answer`](crate::UserWeb::answer) makes one of it for the visitor.
#[derive(Clone, Debug)]
pub enum Refused {
    /// A requirement was not met: the visitor is sent where they can meet it, or learns why not.
    Unmet(Unmet),
    /// Something else: a page or a document tells the visitor.
    Problem(Problem),
}

impl Refused {
    /// The status for a client that is not led anywhere.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Unmet(Unmet::NotSignedIn | Unmet::NotFresh) => StatusCode::UNAUTHORIZED,
            Self::Unmet(Unmet::NotAllowed | Unmet::EmailNotConfirmed) => StatusCode::FORBIDDEN,
            Self::Problem(problem) => problem.status,
        }
    }
}

impl From<Unmet> for Refused {
    fn from(unmet: Unmet) -> Self {
        Self::Unmet(unmet)
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<PortError> for Refused {
    fn from(error: PortError) -> Self {
        Problem::from(error).into()
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmet(unmet) => write!(f, "turned away: {unmet:?}"),
            Self::Problem(problem) => problem.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}
