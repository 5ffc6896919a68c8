//! Who asks, and what they typed.

use user_core::domain::{Locale, User, UserEmail};
use user_core::flows::{
    AddEmailError, AdministrationError, ChangeEmailError, ChangePasswordError, ChangePasswordForm,
    ChangeTotpError, ChangeUsernameError, ChangeUsernameForm, ConfirmEmailError, ConfirmEmailForm,
    EditProfileError, ForgotPasswordError, InviteError, InviteForm, ProveByRecoveryCodeError, RegisterError,
    RegisterForm, ResendConfirmEmailError, ResetByRecoveryCodeError, ResetPasswordError, ResetPasswordForm,
    SecondStepError, SetPictureError, SetUpTotpError, SignInError, SignInForm, SignedIn, Visitor,
};

use super::PASSWORD;

/// Somebody of whom the site knows a network address.
pub(crate) fn visitor() -> Visitor {
    visitor_from("192.0.2.1")
}

pub(crate) fn visitor_from(address: &str) -> Visitor {
    let address = Some(address.parse().unwrap());
    Visitor { address, user_agent: Some("Lynx/2.9".to_owned()), ..Visitor::unknown(Locale::english()) }
}

/// A visitor whose browser carries the mark of a registration.
pub(crate) fn marked(mark: &str) -> Visitor {
    Visitor { mark: Some(mark.to_owned()), ..visitor() }
}

/// What proves an account to whoever opens a link elsewhere.
pub(crate) fn proof() -> ConfirmEmailForm {
    ConfirmEmailForm { password: PASSWORD.to_owned(), ..ConfirmEmailForm::default() }
}

/// A visitor on a device that `signed_in` was signed in on.
pub(crate) fn device_of(signed_in: &SignedIn, visitor: Visitor) -> Visitor {
    Visitor { device: Some(signed_in.device.clone()), ..visitor }
}

pub(crate) fn address(name: &str) -> String {
    format!("{name}@example.com")
}

pub(crate) fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

pub(crate) fn registration(name: &str) -> RegisterForm {
    RegisterForm {
        username: name.to_owned(),
        email: address(name),
        password: PASSWORD.to_owned(),
        retype_password: PASSWORD.to_owned(),
        fields: std::collections::BTreeMap::new(),
        invite_token: String::new(),
    }
}

pub(crate) fn credentials(identifier: &str, password: &str) -> SignInForm {
    SignInForm { identifier: identifier.to_owned(), password: password.to_owned(), remember_me: false }
}

pub(crate) fn new_password(password: &str) -> ResetPasswordForm {
    ResetPasswordForm { new_password: password.to_owned(), retype_password: password.to_owned() }
}

pub(crate) fn password_change(old: &str, new: &str) -> ChangePasswordForm {
    let (old_password, new_password) = (old.to_owned(), new.to_owned());
    ChangePasswordForm { old_password, retype_password: new_password.clone(), new_password }
}

pub(crate) fn rename(to: &str, password: &str) -> ChangeUsernameForm {
    ChangeUsernameForm { new_username: to.to_owned(), old_password: password.to_owned() }
}

pub(crate) fn invite(name: &str, roles: &str) -> InviteForm {
    InviteForm { email: address(name), roles: roles.to_owned() }
}

pub(crate) fn only_email(user: &User) -> &UserEmail {
    assert_eq!(user.emails.len(), 1);
    &user.emails[0]
}

/// A refusal that has codes for the fields of its form.
pub(crate) trait FormRefusal {
    fn into_codes(self) -> Vec<String>;
}

macro_rules! form_refusals {
    ($($error:ident),*) => {
        $(impl FormRefusal for $error {
            fn into_codes(self) -> Vec<String> {
                match self {
                    $error::Invalid(violations) => violations.codes(),
                    other => panic!("not about the form: {other:?}"),
                }
            }
        })*
    };
}

form_refusals!(
    AddEmailError,
    AdministrationError,
    ChangeEmailError,
    ChangePasswordError,
    InviteError,
    ChangeUsernameError,
    ConfirmEmailError,
    EditProfileError,
    ForgotPasswordError,
    RegisterError,
    ResendConfirmEmailError,
    ProveByRecoveryCodeError,
    ResetByRecoveryCodeError,
    ResetPasswordError,
    ChangeTotpError,
    SecondStepError,
    SetUpTotpError,
    SetPictureError,
    SignInError
);

/// What was wrong with the form.
pub(crate) fn codes<T, E: FormRefusal>(outcome: Result<T, E>) -> Vec<String> {
    match outcome {
        Ok(_) => panic!("was accepted"),
        Err(refusal) => refusal.into_codes(),
    }
}

/// A row, to compare it.
pub(crate) fn shown(row: &impl std::fmt::Debug) -> String {
    format!("{row:?}")
}
