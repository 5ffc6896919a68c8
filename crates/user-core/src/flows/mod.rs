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
mod delete_account;
mod delete_user;
mod edit_profile;
mod export_data;
mod follow_events;
mod forgot_password;
mod import;
mod invitations;
mod mail_delivery;
mod manage_emails;
mod password_strength;
mod picture;
mod purge;
mod recovery_codes;
mod register;
mod reset_second_step;
mod rewrap;
mod second_step;
mod sessions;
mod set_up_totp;
mod sign_in;
mod totp;
mod trusted_devices;
mod undo_email_change;
mod use_recovery_code;

pub use accept_invitation::{AcceptInvitationError, Invited};
pub use administer_invitations::NewInvitation;
pub use administration::NewAccount;
pub use change_email::{ChangeEmailError, ChangeEmailForm};
pub use change_password::{ChangePasswordError, ChangePasswordForm};
pub use change_username::{ChangeUsernameError, ChangeUsernameForm};
pub use choose_language::ChooseLanguageError;
pub use confirm_email::{
    ConfirmEmailError, ConfirmEmailForm, Confirmation, ConfirmationAsks, EmailConfirmed,
    ResendConfirmEmailError, ResendConfirmEmailForm,
};
pub use delete_account::{AccountDeletion, DeleteAccountError, DeleteAccountForm, KeepAccountError};
pub use edit_profile::{EditProfileError, EditProfileForm};
pub use export_data::{AskForExportError, ExportState};
pub use forgot_password::{ForgotPasswordError, ForgotPasswordForm, ResetPasswordError, ResetPasswordForm};
pub use import::{Import, ImportMode, ImportOptions, ImportOutcome, ImportResult, UnknownHashes};
pub use invitations::{InviteError, InviteForm};
pub use mail_delivery::Delivery;
pub use manage_emails::{AddEmailError, AddEmailForm, ManageEmailError};
pub use password_strength::PasswordStrengthError;
pub use picture::{SetPictureError, UploadTurn};
pub use recovery_codes::MakeRecoveryCodesError;
pub use register::{RegisterError, RegisterForm, Registered, RegisteredNext};
pub use reset_second_step::Factors;
pub use rewrap::{Rewrap, Rewrapped};
pub use second_step::{SecondStepError, SecondStepForm, SecondStepPassed, SecondStepUnderWay};
pub use sessions::{Resumed, RevokeSessionError};
pub use set_up_totp::{SetUpTotpError, SetUpTotpForm, TotpSetUp, TotpSetUpUnderWay};
pub use sign_in::{SignInError, SignInForm};
pub use totp::ChangeTotpError;
pub use trusted_devices::TrustedDevice;
pub use undo_email_change::{EmailChangeUndone, UndoEmailChangeError};
pub use use_recovery_code::{
    ProveByRecoveryCodeError, ProvenByRecoveryCode, RecoveryCodeForm, ResetByRecoveryCodeError,
    ResetByRecoveryCodeForm,
};

pub use crate::kit::TotpApp;
pub use crate::kit::{
    AdministrationError, Admission, Current, EXPORT_JSON, LinkError, LinkRefusal, PasswordWasReset,
    PendingSignIn, RecoveryCodesLeft, Refusal, RefusedRequest, SignedIn, Visitor,
};
