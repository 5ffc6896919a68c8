//! What templates are given: typed, serialisable, and with samples of each.
//!
//! An author of templates finds here every name that they may use. A renderer renders every sample of every view in
//! every language, so a template that asks for something else fails before anybody sees it.

mod deletion;
mod fields;
mod form;
mod forms;
mod invitations;
mod mails;
mod message;
mod pages;
mod recovery_codes;
mod sample_fields;
mod samples;
mod site;
mod totp;
mod wording;

pub use crate::pages::{Links, MenuGroupView, MenuItemView, MenuView};
pub use deletion::{DeleteAccountPage, ExportDataPage, KeepAccountPage};
pub use fields::FactView;
pub use form::{FieldView, FormView, MeterView, OptionGroupView, OptionView, StrengthView};
pub use forms::{Forms, Typed};
pub use invitations::{AcceptInvitationPage, InvitationView, InvitePage, InvitedView};
pub use mails::MailView;
pub use message::{MessageView, NoticeView};
pub use pages::{
    AddressFormPage, CheckEmailPage, ConfirmEmailPage, ConfirmationView, ContinuePage, EmailView, FormPage,
    KeptField, MailboxEntry, MailboxMail, MailboxMailPage, MailboxPage, ManageEmailsPage, ManagedEmailView,
    PROBLEMS, PicturePage, ProblemLink, ProblemPage, ProblemView, ProfilePage, ProfileView, SessionView,
    SessionsPage, SignInOrRegisterPage, TextPiece,
};
pub use recovery_codes::RecoveryCodesPage;
pub use samples::{Sample, samples, violations};
pub use site::{BrandView, LanguageView, LanguagesView, PersonView, Site, direction};
pub use totp::{
    AuthenticatorAppsPage, QrView, SecondStepPage, TotpAppView, TotpSetUpView, TrustedDeviceView,
};
pub use wording::Wording;
