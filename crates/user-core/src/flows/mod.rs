//! The verbs: one file per flow. Form in, outcome out; a closed list of refusals; what is written is one commit.

mod accept_invitation;
mod administer_invitations;
mod administration;
mod change_email;
mod change_password;
mod change_username;
mod choose_language;
mod confirm_email;
mod decide;
mod edit_profile;
mod forgot_password;
mod import;
mod invitations;
mod known_device;
mod limits;
mod link;
mod mail_delivery;
mod manage_emails;
mod password_strength;
mod picture;
mod proof;
mod purge;
mod register;
mod sessions;
mod sign_in;
mod trail;
mod visitor;

pub use accept_invitation::{AcceptInvitationError, Invited};
pub use administer_invitations::NewInvitation;
pub use administration::{AdministrationError, NewAccount};
pub use change_email::{ChangeEmailError, ChangeEmailForm, EmailChangeUndone, UndoEmailChangeError};
pub use change_password::{ChangePasswordError, ChangePasswordForm};
pub use change_username::{ChangeUsernameError, ChangeUsernameForm};
pub use choose_language::ChooseLanguageError;
pub use confirm_email::{ConfirmEmailError, EmailConfirmed, ResendConfirmEmailError, ResendConfirmEmailForm};
pub use edit_profile::{EditProfileError, EditProfileForm};
pub use forgot_password::{
    ForgotPasswordError, ForgotPasswordForm, PasswordWasReset, ResetPasswordError, ResetPasswordForm,
};
pub use import::{Import, ImportMode, ImportOptions, ImportOutcome, ImportResult, UnknownHashes};
pub use invitations::{InviteError, InviteForm};
pub use link::{LinkError, LinkRefusal};
pub use mail_delivery::Delivery;
pub use manage_emails::{AddEmailError, AddEmailForm, ManageEmailError};
pub use picture::SetPictureError;
pub use register::{RegisterError, RegisterForm, Registered, RegisteredNext};
pub use sessions::{Resumed, RevokeSessionError};
pub use sign_in::{SignInError, SignInForm};
pub use trail::Refusal;
pub use visitor::{Current, SignedIn, Visitor};

use crate::domain::{EmailAddress, Field, Password, Requirement, Unmet, Username, Violation, Violations};
use crate::manager::UserManager;
use crate::ports::{PasswordContext, PortError};

/// How often a flow decides anew when others changed what it decided on.
pub(crate) const ATTEMPTS: usize = 4;

/// Others changed the same account again and again while this flow decided.
pub(crate) fn contention() -> PortError {
    PortError::new("store", "the account kept changing")
}

impl UserManager {
    /// Asks a requirement of whoever is signed in, if anybody is.
    pub fn authorize(&self, requirement: &Requirement, current: Option<&Current>) -> Result<(), Unmet> {
        requirement.check(current.map(|current| (&current.user, &current.session)), self.now())
    }
}

/// A new password by every rule: there, long enough, good enough, and typed twice alike where that is asked.
pub(crate) fn parse_new_password(
    users: &UserManager,
    field: &Field,
    (typed, retyped): (&str, &str),
    (username, email): (Option<&Username>, Option<&EmailAddress>),
    violations: &mut Violations,
) -> Option<Password> {
    let password = violations.collect(field.clone(), Password::parse(typed));
    if let Some(password) = &password {
        let context = PasswordContext { username, email, app_name: &users.settings().app_name };
        for violation in users.parts.password_policy.check(password, &context) {
            violations.add(field.clone(), violation);
        }
    }
    // Compared as passwords: one password typed in two Unicode forms is one.
    let same = match (&password, Password::parse(retyped)) {
        (Some(password), Ok(again)) => password.equals(&again),
        _ => typed == retyped,
    };
    if users.settings().features.retype_password && !same {
        violations.add(Field::RetypePassword, Violation::Mismatch);
    }
    password
}
