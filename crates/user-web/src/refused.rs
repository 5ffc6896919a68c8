//! Why a handler has no response of its own.

use std::fmt;

use http::StatusCode;
use user_core::domain::Unmet;
use user_core::flows::Refusal;
use user_core::ports::PortError;

use crate::response::problem::Problem;

/// Why a handler has no response of its own. [`UserWeb::answer`](crate::UserWeb::answer) makes one of it for the
/// visitor.
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
            Self::Unmet(Unmet::NotAllowed | Unmet::EmailNotConfirmed | Unmet::NoSecondFactor) => {
                StatusCode::FORBIDDEN
            }
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

/// What all pages answer alike. A form that is shown again, and a link that leads elsewhere, are answered by its page
/// before.
impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Off | Refusal::Unknown | Refusal::Link(_) => Problem::new(StatusCode::NOT_FOUND).into(),
            Refusal::Unmet(unmet) => unmet.into(),
            Refusal::Gone => Unmet::NotSignedIn.into(),
            Refusal::Throttled { retry_after } => Problem::too_many(retry_after).into(),
            Refusal::Invalid(violations) => {
                Problem { violations, ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY) }.into()
            }
            Refusal::Failed(error) => error.into(),
        }
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
