//! What a handler answers with in place of a response.

use std::fmt;
use std::time::Duration;

use poem::Response;
use poem::error::ResponseError;
use poem::http::StatusCode;
use user_core::ports::PortError;
use user_web::Refused;

/// A refusal or a failure on its way to the visitor, who gets a page in their language; a program that asks for JSON gets
/// a problem document. As the error of a handler, it is all that has to be said.
#[derive(Debug)]
pub struct Problem(pub(crate) Refused);

impl Problem {
    /// A problem of this status.
    pub fn new(status: StatusCode) -> Self {
        user_web::Problem::new(status).into()
    }

    /// Too many attempts: 429, and when to come back.
    pub fn too_many(retry_after: Duration) -> Self {
        user_web::Problem::too_many(retry_after).into()
    }
}

impl From<user_web::Problem> for Problem {
    fn from(problem: user_web::Problem) -> Self {
        Self(problem.into())
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        Self(refused)
    }
}

impl From<PortError> for Problem {
    fn from(error: PortError) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.0.status()
    }

    /// Seen only where the site is not attached; there the exchange makes a page or a document of it.
    fn as_response(&self) -> Response {
        self.status().into()
    }
}
