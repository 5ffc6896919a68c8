//! The verbs: one file per flow. Form in, outcome out; a closed list of refusals; what is written is one commit.

mod accept_invitation;
mod administer_invitations;
mod administer_users;
mod administration;
mod change_email;
mod change_password;
mod change_username;
mod choose_language;
mod confirm_email;
mod confirmation;
mod decide;
mod delete_user;
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
mod plain_words;
mod proof;
mod purge;
mod recovery;
mod register;
mod registration;
mod registration_mark;
mod requested_mail;
mod sessions;
mod sign_in;
mod step_up;
mod trail;
mod undo_email_change;
mod visitor;
mod way_back;

use std::sync::{Arc, OnceLock};

pub use accept_invitation::{AcceptInvitationError, Invited};
pub use administer_invitations::NewInvitation;
pub use administration::{AdministrationError, NewAccount};
pub use change_email::{ChangeEmailError, ChangeEmailForm};
pub use change_password::{ChangePasswordError, ChangePasswordForm};
pub use change_username::{ChangeUsernameError, ChangeUsernameForm};
pub use choose_language::ChooseLanguageError;
pub use confirm_email::{
    ConfirmEmailError, ConfirmEmailForm, EmailConfirmed, ResendConfirmEmailError, ResendConfirmEmailForm,
};
pub use confirmation::{Confirmation, ConfirmationAsks};
pub use edit_profile::{EditProfileError, EditProfileForm};
pub use forgot_password::{
    ForgotPasswordError, ForgotPasswordForm, PasswordWasReset, ResetPasswordError, ResetPasswordForm,
};
pub use import::{Import, ImportMode, ImportOptions, ImportOutcome, ImportResult, UnknownHashes};
pub use invitations::{InviteError, InviteForm};
pub use link::{LinkError, LinkRefusal};
pub use mail_delivery::Delivery;
pub use manage_emails::{AddEmailError, AddEmailForm, ManageEmailError};
pub use password_strength::PasswordStrengthError;
pub use picture::SetPictureError;
pub use register::{RegisterError, RegisterForm, Registered, RegisteredNext};
pub use sessions::{Resumed, RevokeSessionError};
pub use sign_in::{SignInError, SignInForm};
pub use trail::Refusal;
pub use undo_email_change::{EmailChangeUndone, UndoEmailChangeError};
pub use visitor::{Current, SignedIn, Visitor};

use crate::domain::{EmailAddress, Field, Password, Requirement, Unmet, Username, Violation, Violations};
use crate::manager::UserManager;
use crate::ports::{Judgement, PasswordContext, PortError};

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

/// A new password as it was typed, once more where that is asked.
pub(crate) struct Typed<'a> {
    pub(crate) field: Field,
    pub(crate) password: &'a str,
    pub(crate) retyped: &'a str,
}

impl UserManager {
    /// A new password by every rule: there, long enough, good enough, and typed twice alike where that is asked. To be
    /// called after an attempt was reserved: judging a password is work.
    pub(crate) async fn parse_new_password(
        &self,
        typed: Typed<'_>,
        whose: (Option<&Username>, Option<&EmailAddress>),
        violations: &mut Violations,
    ) -> Result<Option<Password>, PortError> {
        let password = self.judged_password(typed.password, &typed.field, whose, violations).await?;
        // Compared as passwords: one password typed in two Unicode forms is one.
        let same = match (&password, Password::parse(typed.retyped)) {
            (Some(password), Ok(again)) => password.equals(&again),
            _ => typed.password == typed.retyped,
        };
        if self.settings().features.retype_password && !same {
            violations.add(Field::RetypePassword, Violation::Mismatch);
        }
        Ok(password)
    }

    /// A password by every rule.
    pub(crate) async fn judged_password(
        &self,
        raw: &str,
        field: &Field,
        whose: (Option<&Username>, Option<&EmailAddress>),
        violations: &mut Violations,
    ) -> Result<Option<Password>, PortError> {
        let password = violations.collect(field.clone(), Password::parse(raw));
        if let Some(password) = &password {
            let judgement = self.judge(password, whose).await?;
            judgement.violations.into_iter().for_each(|found| violations.add(field.clone(), found));
            violations.judged(judgement.strength);
        }
        Ok(password)
    }

    /// What the policy finds of a password, where the hasher does its work: never on a thread that serves others.
    pub(crate) async fn judge(
        &self,
        password: &Password,
        (username, email): (Option<&Username>, Option<&EmailAddress>),
    ) -> Result<Judgement, PortError> {
        let judgement = Arc::new(OnceLock::new());
        let (parts, answer) = (Arc::clone(&self.parts), Arc::clone(&judgement));
        let (password, username, email) = (password.clone(), username.cloned(), email.cloned());
        let work = Box::new(move || {
            let app_name = &parts.settings.app_name;
            let context = PasswordContext { username: username.as_ref(), email: email.as_ref(), app_name };
            let _ = answer.set(parts.password_policy.judge(&password, &context));
        });
        self.parts.hasher.run(work).await?;
        judgement.get().cloned().ok_or_else(|| PortError::new("password hasher", "the work was not done"))
    }
}
