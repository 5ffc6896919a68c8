//! Which problem each refusal of a flow is.
//!
//! Every `match` names every variant: a refusal that a later version of the core adds does not compile until this front
//! end has an answer to it.

use axum::http::StatusCode;
use user_core::domain::Unmet;
use user_core::flows::{
    ChangePasswordError, ConfirmEmailError, ForgotPasswordError, LinkRefusal, RegisterError,
    ResetPasswordError, SecondStepError, SignInError,
};

use crate::problem::Problem;

impl From<RegisterError> for Problem {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Off => Self::not_found(),
            RegisterError::InvitationRequired => Self::new(StatusCode::FORBIDDEN, "invitation_required"),
            RegisterError::Invitation(refusal) => refusal.into(),
            RegisterError::HasAccount => Self::new(StatusCode::CONFLICT, "has_account"),
            RegisterError::Invalid(violations) => Self::invalid(violations),
            RegisterError::Throttled { retry_after } => Self::throttled(retry_after),
            RegisterError::Failed(error) => error.into(),
        }
    }
}

impl From<ConfirmEmailError> for Problem {
    fn from(error: ConfirmEmailError) -> Self {
        match error {
            ConfirmEmailError::Off => Self::not_found(),
            ConfirmEmailError::Link(refusal) => refusal.into(),
            ConfirmEmailError::Invalid(violations) => Self::invalid(violations),
            ConfirmEmailError::Throttled { retry_after } => Self::throttled(retry_after),
            ConfirmEmailError::Failed(error) => error.into(),
        }
    }
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Invalid(violations) => Self::invalid(violations),
            SignInError::Unconfirmed => Self::new(StatusCode::FORBIDDEN, "unconfirmed"),
            SignInError::Disabled => Self::new(StatusCode::FORBIDDEN, "disabled"),
            SignInError::Throttled { retry_after } => Self::throttled(retry_after),
            SignInError::Failed(error) => error.into(),
        }
    }
}

impl From<SecondStepError> for Problem {
    fn from(error: SecondStepError) -> Self {
        match error {
            SecondStepError::Gone => Self::new(StatusCode::GONE, "second_step_gone"),
            SecondStepError::Invalid(violations) => Self::invalid(violations),
            SecondStepError::Throttled { retry_after } => Self::throttled(retry_after),
            SecondStepError::Failed(error) => error.into(),
        }
    }
}

impl From<ForgotPasswordError> for Problem {
    fn from(error: ForgotPasswordError) -> Self {
        match error {
            ForgotPasswordError::Off => Self::not_found(),
            ForgotPasswordError::Invalid(violations) => Self::invalid(violations),
            ForgotPasswordError::Throttled { retry_after } => Self::throttled(retry_after),
            ForgotPasswordError::Failed(error) => error.into(),
        }
    }
}

impl From<ResetPasswordError> for Problem {
    fn from(error: ResetPasswordError) -> Self {
        match error {
            ResetPasswordError::Off => Self::not_found(),
            ResetPasswordError::Link(refusal) => refusal.into(),
            ResetPasswordError::Invalid(violations) => Self::invalid(violations),
            ResetPasswordError::Throttled { retry_after } => Self::throttled(retry_after),
            ResetPasswordError::Failed(error) => error.into(),
        }
    }
}

impl From<ChangePasswordError> for Problem {
    fn from(error: ChangePasswordError) -> Self {
        match error {
            ChangePasswordError::Off => Self::not_found(),
            ChangePasswordError::NotFresh => Unmet::NotFresh.into(),
            ChangePasswordError::Invalid(violations) => Self::invalid(violations),
            ChangePasswordError::Throttled { retry_after } => Self::throttled(retry_after),
            ChangePasswordError::Gone => Unmet::NotSignedIn.into(),
            ChangePasswordError::Failed(error) => error.into(),
        }
    }
}

impl From<LinkRefusal> for Problem {
    fn from(refusal: LinkRefusal) -> Self {
        match refusal {
            LinkRefusal::Invalid => Self::new(StatusCode::NOT_FOUND, "link_invalid"),
            LinkRefusal::Expired => Self::new(StatusCode::GONE, "link_expired"),
            LinkRefusal::Used => Self::new(StatusCode::GONE, "link_used"),
        }
    }
}

impl From<Unmet> for Problem {
    fn from(unmet: Unmet) -> Self {
        match unmet {
            Unmet::NotSignedIn => Self::new(StatusCode::UNAUTHORIZED, "not_signed_in"),
            Unmet::NotAllowed => Self::new(StatusCode::FORBIDDEN, "not_allowed"),
            Unmet::EmailNotConfirmed => Self::new(StatusCode::FORBIDDEN, "email_not_confirmed"),
            Unmet::NoSecondFactor => Self::new(StatusCode::FORBIDDEN, "no_second_factor"),
            Unmet::NotFresh => Self::new(StatusCode::FORBIDDEN, "not_fresh"),
        }
    }
}
