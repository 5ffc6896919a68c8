//! The fields of forms, by the names under which they are posted.

use std::sync::Arc;

/// A field of a form. Its name is the name the form posts; its subject names the messages about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The form as a whole.
    Form,
    /// The username, or "username or email" on the sign-in form.
    Username,
    /// The email address.
    Email,
    /// The address to change to.
    NewEmail,
    /// The password of a new account, or the one to sign in with.
    Password,
    /// The password typed once more.
    RetypePassword,
    /// The current password, asked before a change.
    OldPassword,
    /// The password to change to.
    NewPassword,
    /// The username to change to.
    NewUsername,
    /// Whether to stay signed in.
    RememberMe,
    /// The file of a picture.
    Picture,
    /// A field that the app declares, by its name.
    Declared(Arc<str>),
    /// The roles that an invitation gives.
    Roles,
    /// A recovery code.
    RecoveryCode,
    /// A time-based code of an authenticator app.
    TotpCode,
    /// What the user calls an authenticator app.
    Label,
    /// The name of the account, typed by its user to delete it.
    AccountName,
}

impl Field {
    /// A field that the app declares.
    pub fn declared(name: &str) -> Self {
        Self::Declared(name.into())
    }

    /// The name under which a form posts this field.
    pub fn name(&self) -> &str {
        match self {
            Self::Declared(name) => name,
            Self::Form => "form",
            Self::Username => "username",
            Self::Email => "email",
            Self::NewEmail => "new_email",
            Self::Password => "password",
            Self::RetypePassword => "retype_password",
            Self::OldPassword => "old_password",
            Self::NewPassword => "new_password",
            Self::NewUsername => "new_username",
            Self::RememberMe => "remember_me",
            Self::Roles => "roles",
            Self::Picture => "picture",
            Self::RecoveryCode => "recovery_code",
            Self::TotpCode => "totp_code",
            Self::Label => "label",
            Self::AccountName => "account_name",
        }
    }

    /// The field that a form posts under this name.
    pub(super) fn of(name: &str) -> Self {
        let known = [
            Self::Form,
            Self::Username,
            Self::Email,
            Self::NewEmail,
            Self::Password,
            Self::RetypePassword,
            Self::OldPassword,
            Self::NewPassword,
            Self::NewUsername,
            Self::RememberMe,
            Self::Roles,
            Self::Picture,
            Self::RecoveryCode,
            Self::TotpCode,
            Self::Label,
            Self::AccountName,
        ];
        known.into_iter().find(|field| field.name() == name).unwrap_or_else(|| Self::declared(name))
    }

    /// What the field is about: a new username is a username, and whatever an app declares is of the profile. First
    /// half of a violation's code.
    pub fn subject(&self) -> &str {
        match self {
            Self::NewPassword => "password",
            Self::NewUsername => "username",
            Self::NewEmail => "email",
            Self::Declared(_) => "profile",
            other => other.name(),
        }
    }
}
