//! The account pages: one file per page. A handler extracts, builds the form of a flow, calls it, matches what came
//! out, and responds. No rule, no query and no sentence for a person is in here.

mod accept_invitation;
mod authenticator_apps;
mod change_email;
mod change_password;
mod change_username;
mod check_email;
mod confirm_email;
mod delete_account;
mod edit_profile;
mod email_action;
mod export_data;
mod forgot_password;
mod invite;
mod keep_account;
mod language;
mod manage_emails;
pub(crate) mod mount;
mod password_strength;
mod picture;
mod profile;
mod recovery_codes;
mod refused;
mod register;
mod resend_confirm_email;
mod reset_password;
mod resume;
mod second_step;
mod sessions;
pub(crate) mod sign_in;
mod sign_in_or_register;
mod sign_out;
mod undo_email_change;
mod use_recovery_code;

use std::collections::BTreeMap;

use http::StatusCode;
use serde::Deserialize;
pub use user_core::pages::Page;
use user_core::settings::{FieldDeclaration, Settings};
use user_core::views::{FormPage, FormView, Site};

use self::mount::{Mount, Place};
pub(crate) use refused::{forged, not_there, refuse, refused, refused_status, stale};

use crate::assets;
use crate::exchange::Exchange;
use crate::request::form::Fields;
use crate::response::Response;
use crate::response::problem::Problem;

/// Says how each page of the table in the core is mounted. A page without a line does not compile.
macro_rules! mounts {
    ($($page:ident = $mount:expr;)*) => {
        fn mount(page: Page) -> &'static Mount {
            match page {
                $(Page::$page => &$mount,)*
            }
        }
    };
}

mounts! {
    Register = register::PAGE;
    SignIn = sign_in::PAGE;
    SignInOrRegister = sign_in_or_register::PAGE;
    SecondStep = second_step::PAGE;
    SignOut = sign_out::PAGE;
    Language = language::PAGE;
    CheckEmail = check_email::PAGE;
    ConfirmEmail = confirm_email::PAGE;
    ResendConfirmEmail = resend_confirm_email::PAGE;
    ForgotPassword = forgot_password::PAGE;
    ResetPassword = reset_password::PAGE;
    UseRecoveryCode = use_recovery_code::PAGE;
    UndoEmailChange = undo_email_change::PAGE;
    AcceptInvitation = accept_invitation::PAGE;
    Profile = profile::PAGE;
    EditProfile = edit_profile::PAGE;
    Picture = picture::PAGE;
    Pictures = picture::FILES;
    ManageEmails = manage_emails::PAGE;
    EmailAction = email_action::PAGE;
    ChangeEmail = change_email::PAGE;
    ChangeUsername = change_username::PAGE;
    ChangePassword = change_password::PAGE;
    RecoveryCodes = recovery_codes::PAGE;
    AuthenticatorApps = authenticator_apps::PAGE;
    Sessions = sessions::PAGE;
    PasswordStrength = password_strength::PAGE;
    KeepAccount = keep_account::PAGE;
    Invite = invite::PAGE;
    ExportData = export_data::PAGE;
    DeleteAccount = delete_account::PAGE;
    ChangePasswordUrl = change_password::WELL_KNOWN;
}

/// The routes of every page that is on, and of what pages load. Where two match a path, the first answers.
pub(crate) fn routes(settings: &Settings) -> Vec<Place> {
    let paths = &settings.paths;
    let on = Page::ALL.into_iter().filter(|page| page.is_on(settings));
    let pages = on.flat_map(|page| mount(page).routes(Some(page), page.path(paths)));
    let mut routes: Vec<_> = assets::FILES.routes(None, paths.whole(&paths.assets)).chain(pages).collect();
    routes.sort_by_key(Place::is_below);
    routes
}

/// What may stand in the query of a page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    /// Where to go on to.
    pub(crate) next: String,
    /// Set when the password is to be proven again.
    pub(crate) again: String,
    /// Which mailed link the page is for.
    pub(crate) link: String,
    /// Which form was put by that was posted before the password had to be proven.
    pub(crate) kept: String,
    /// Which recovery codes to show, or which authenticator app to set up.
    pub(crate) shown: String,
    /// Which step of signing in the page is for.
    pub(crate) step: String,
    /// By what the step is to be passed.
    pub(crate) with: String,
    /// Which face of a mail to show, in the development mailbox.
    pub(crate) face: String,
}

/// What was typed into declared fields; nothing else that was posted is looked at.
pub(crate) fn declared<'a>(
    fields: impl IntoIterator<Item = &'a FieldDeclaration>,
    posted: &Fields,
) -> BTreeMap<String, String> {
    let typed = |field: &FieldDeclaration| (field.name.clone(), posted.text(&field.name).to_owned());
    fields.into_iter().map(typed).collect()
}

/// A page around a form.
pub(crate) async fn form_page(
    exchange: &Exchange,
    status: StatusCode,
    form: FormView,
) -> Result<Response, Problem> {
    if sign_in_or_register::has(&form) {
        return sign_in_or_register::page(exchange, status, form).await;
    }
    let page = |site: Site, form: FormView| FormPage { site: site.leading_to(form.next.as_deref()), form };
    exchange.page_with_form(form.name, status, form, page).await
}
