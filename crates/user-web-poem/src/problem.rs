//! What a handler answers with in place of a response.

use std::fmt;
use std::time::Duration;

use poem::Response;
use poem::error::ResponseError;
use poem::http::StatusCode;
use user_core::domain::Unmet;
use user_core::flows::Refusal;
use user_core::ports::PortError;
use user_web::Refused;

/// A refusal or a failure on its way to the visitor, who gets a page in their language; a program that asks for JSON
/// gets a problem document. As the error of a handler, it is all that has to be said.
///
/// The refusal of a flow becomes the answer that the account pages give, `Problem::from(Refusal::from(error))`, and a
/// requirement that is not met sends the visitor where it can be met, as a guard does.
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

macro_rules! becomes_problem {
    ($($why:ty),+) => {
        $(impl From<$why> for Problem {
            fn from(why: $why) -> Self {
                Self(why.into())
            }
        })+
    };
}

becomes_problem!(Refused, Refusal, Unmet, PortError, user_web::Problem);

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
