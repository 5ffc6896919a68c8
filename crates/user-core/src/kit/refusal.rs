//! One refusal for the errors of all flows.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{Unmet, Violations};
use crate::kit::LinkRefusal;
use crate::ports::PortError;

/// The error of any flow, in the form that front ends handle.
///
/// The error of every flow becomes one by `into()`, so a front end answers what they have in common at one place: a
/// flow that is off, a form to show again, a limit, a failure. A page that has an answer of its own to a case of its
/// flow's error matches that case first. Exhaustive on purpose, like the errors.
#[derive(Debug, Error)]
pub enum Refusal {
    /// The app has switched this off.
    #[error("this is off")]
    Off,
    /// The user does not meet a requirement of the flow.
    #[error("a requirement is not met: {0:?}")]
    Unmet(Unmet),
    /// The form has violations.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The account of the user who is signed in is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// What the flow is about does not exist, or belongs to another user.
    #[error("there is no such thing")]
    Unknown,
    /// The link is invalid, expired or used.
    #[error(transparent)]
    Link(#[from] LinkRefusal),
    /// An adapter failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

/// Makes a [`Refusal`] of the error of a flow: of the cases that all flows have by their names, of its own by an arm
/// each.
macro_rules! refuses_as {
    ($error:ident: $($case:ident),+ $(; $($own:pat => $refusal:expr),+)?) => {
        impl From<$error> for $crate::kit::Refusal {
            fn from(error: $error) -> Self {
                use $error as Own;
                $crate::kit::refuses_as!(@ error [$($case)+] $($($own => $refusal,)+)?)
            }
        }
    };
    (@ $error:ident [] $($arms:tt)*) => { match $error { $($arms)* } };
    (@ $error:ident [Off $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)* Own::Off => Self::Off,)
    };
    (@ $error:ident [NotFresh $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)*
            Own::NotFresh => Self::Unmet($crate::domain::Unmet::NotFresh),)
    };
    (@ $error:ident [Invalid $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)*
            Own::Invalid(violations) => Self::Invalid(violations),)
    };
    (@ $error:ident [Throttled $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)*
            Own::Throttled { retry_after } => Self::Throttled { retry_after },)
    };
    (@ $error:ident [Gone $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)* Own::Gone => Self::Gone,)
    };
    (@ $error:ident [Unknown $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)* Own::Unknown => Self::Unknown,)
    };
    (@ $error:ident [Link $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)* Own::Link(refusal) => Self::Link(refusal),)
    };
    (@ $error:ident [Failed $($rest:ident)*] $($arms:tt)*) => {
        $crate::kit::refuses_as!(@ $error [$($rest)*] $($arms)* Own::Failed(error) => Self::Failed(error),)
    };
}
pub(crate) use refuses_as;
