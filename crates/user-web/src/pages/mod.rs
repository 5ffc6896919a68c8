//! The account pages: one file per page. A handler extracts, builds the form of a flow, calls it, matches what came
//! out, and responds. No rule, no query and no sentence for a person is in here.

mod accept_invitation;
mod change_email;
mod change_password;
mod change_username;
mod confirm_email;
mod edit_profile;
mod email_action;
mod forgot_password;
mod invite;
mod language;
mod manage_emails;
pub(crate) mod mount;
mod password_strength;
mod picture;
mod profile;
mod refused;
mod register;
mod resend_confirm_email;
mod reset_password;
mod resume;
mod sessions;
pub(crate) mod sign_in;
mod sign_in_or_register;
mod sign_out;
mod undo_email_change;

use std::collections::BTreeMap;

use http::StatusCode;
use serde::Deserialize;
use user_core::settings::{FieldDeclaration, Settings};
use user_core::views::{FormPage, FormView, Site};

use self::mount::{Mount, Place};
pub(crate) use refused::{forged, not_there, past_the_entrance, refuse, refused, refused_status, stale};

use crate::assets;
use crate::exchange::Exchange;
use crate::request::form::Fields;
use crate::response::Response;
use crate::response::problem::Problem;

/// Makes the list of pages: each is a line here, and a constant at the end of its file that mounts it.
macro_rules! pages {
    ($($(#[doc = $doc:literal])+ $page:ident = $mount:expr, $is_on:expr;)*) => {
        /// An account page, for apps that bring their own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Page {
            $($(#[doc = $doc])+ $page,)*
        }

        impl Page {
            const ALL: [Self; [$(Self::$page),*].len()] = [$(Self::$page),*];

            fn mount(self) -> &'static Mount {
                match self {
                    $(Self::$page => &$mount,)*
                }
            }

            /// A page whose feature is off does not exist.
            fn is_on(self, settings: &Settings) -> bool {
                let is_on: fn(&Settings) -> bool = match self {
                    $(Self::$page => $is_on,)*
                };
                is_on(settings)
            }
        }
    };
}

pages! {
    /// Registration.
    Register = register::PAGE, |settings| settings.features.register;
    /// Signing in.
    SignIn = sign_in::PAGE, |_| true;
    /// Both of these on one page.
    SignInOrRegister = sign_in_or_register::PAGE,
        |settings| settings.signs_in_or_registers() && !settings.requires_invitation();
    /// Signing out.
    SignOut = sign_out::PAGE, |_| true;
    /// Confirming an address.
    ConfirmEmail = confirm_email::PAGE, Settings::confirms_email;
    /// Asking for another confirmation mail.
    ResendConfirmEmail = resend_confirm_email::PAGE, Settings::confirms_email;
    /// Asking for a link to reset the password.
    ForgotPassword = forgot_password::PAGE, Settings::resets_password;
    /// Setting a new password.
    ResetPassword = reset_password::PAGE, Settings::takes_back;
    /// Changing the password.
    ChangePassword = change_password::PAGE, |settings| settings.features.change_password;
    /// Where password managers look for the page that changes the password: `/.well-known/change-password`.
    ChangePasswordUrl = change_password::WELL_KNOWN, |settings| settings.features.change_password;
    /// Changing the username.
    ChangeUsername = change_username::PAGE, Settings::changes_username;
    /// The user's addresses.
    ManageEmails = manage_emails::PAGE, Settings::manages_emails;
    /// Doing something to one of them.
    EmailAction = email_action::PAGE, Settings::manages_emails;
    /// Changing the only address.
    ChangeEmail = change_email::PAGE, Settings::changes_email;
    /// Taking the account back, after a change of a way in.
    UndoEmailChange = undo_email_change::PAGE, Settings::takes_back;
    /// Inviting people.
    Invite = invite::PAGE, Settings::invites;
    /// Accepting an invitation.
    AcceptInvitation = accept_invitation::PAGE, Settings::invites;
    /// The user's own page.
    Profile = profile::PAGE, |_| true;
    /// Editing the profile.
    EditProfile = edit_profile::PAGE, Settings::edits_profile;
    /// The user's picture.
    Picture = picture::PAGE, Settings::has_pictures;
    /// Where pictures are served from: no page to look at.
    Pictures = picture::FILES, Settings::has_pictures;
    /// Where the user is signed in.
    Sessions = sessions::PAGE, |settings| settings.features.sessions;
    /// Where the script of a form asks how strong a password is: no page to look at.
    PasswordStrength = password_strength::PAGE, |settings| settings.features.password_strength;
    /// Where the form of languages leads: no page to look at.
    Language = language::PAGE, Settings::chooses_language;
}

/// The routes of every page that is on, and of what pages load. Where two match a path, the first answers.
pub(crate) fn routes(settings: &Settings) -> Vec<Place> {
    let on = Page::ALL.into_iter().filter(|page| page.is_on(settings)).map(Page::mount);
    let mut routes: Vec<_> =
        [&assets::FILES].into_iter().chain(on).flat_map(|mount| mount.routes(settings)).collect();
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
