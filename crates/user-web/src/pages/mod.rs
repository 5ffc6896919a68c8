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
mod link;
mod manage_emails;
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

use poem::http::StatusCode;
use poem::{EndpointExt, Response, Route, get, post};
use serde::Deserialize;
use user_core::domain::Requirement;
use user_core::settings::{FieldDeclaration, Paths, Settings};
use user_core::views::{FormPage, FormView};

pub(crate) use refused::{forged, not_there, past_the_entrance, refused, refused_status, stale};

use crate::assets;
use crate::exchange::Exchange;
use crate::guard::guard;
use crate::request::form::Fields;
use crate::response::headers;
use crate::response::problem::Problem;
use crate::web::UserWeb;

/// Well known (RFC 8615; W3C, A Well-Known URL for Changing Passwords), so no setting moves it.
const CHANGE_PASSWORD_URL: &str = "/.well-known/change-password";

/// An account page, for apps that bring their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Registration.
    Register,
    /// Signing in.
    SignIn,
    /// Both of these on one page.
    SignInOrRegister,
    /// Signing out.
    SignOut,
    /// Confirming an address.
    ConfirmEmail,
    /// Asking for another confirmation mail.
    ResendConfirmEmail,
    /// Asking for a link to reset the password.
    ForgotPassword,
    /// Setting a new password.
    ResetPassword,
    /// Changing the password.
    ChangePassword,
    /// Where password managers look for the page that changes the password: `/.well-known/change-password`.
    ChangePasswordUrl,
    /// Changing the username.
    ChangeUsername,
    /// The user's addresses.
    ManageEmails,
    /// Doing something to one of them.
    EmailAction,
    /// Changing the only address.
    ChangeEmail,
    /// Taking the account back, after a change of a way in.
    UndoEmailChange,
    /// Inviting people.
    Invite,
    /// Accepting an invitation.
    AcceptInvitation,
    /// The user's own page.
    Profile,
    /// Editing the profile.
    EditProfile,
    /// The user's picture.
    Picture,
    /// Where pictures are served from: no page to look at.
    Pictures,
    /// Where the user is signed in.
    Sessions,
    /// Where the script of a form asks how strong a password is: no page to look at.
    PasswordStrength,
    /// Where the form of languages leads: no page to look at.
    Language,
}

impl Page {
    const ALL: [Self; 24] = [
        Self::Register,
        Self::SignIn,
        Self::SignInOrRegister,
        Self::SignOut,
        Self::ConfirmEmail,
        Self::ResendConfirmEmail,
        Self::ForgotPassword,
        Self::ResetPassword,
        Self::ChangePassword,
        Self::ChangePasswordUrl,
        Self::ChangeUsername,
        Self::ManageEmails,
        Self::EmailAction,
        Self::ChangeEmail,
        Self::UndoEmailChange,
        Self::Invite,
        Self::AcceptInvitation,
        Self::Profile,
        Self::EditProfile,
        Self::Picture,
        Self::Pictures,
        Self::Sessions,
        Self::PasswordStrength,
        Self::Language,
    ];

    fn path(self, paths: &Paths) -> String {
        paths.whole(match self {
            Self::Register => &paths.register,
            Self::SignIn => &paths.sign_in,
            Self::SignInOrRegister => &paths.sign_in_or_register,
            Self::SignOut => &paths.sign_out,
            Self::ConfirmEmail => &paths.confirm_email,
            Self::ResendConfirmEmail => &paths.resend_confirm_email,
            Self::ForgotPassword => &paths.forgot_password,
            Self::ResetPassword => &paths.reset_password,
            Self::ChangePassword => &paths.change_password,
            Self::ChangePasswordUrl => return CHANGE_PASSWORD_URL.to_owned(),
            Self::ChangeUsername => &paths.change_username,
            Self::ManageEmails => &paths.manage_emails,
            Self::EmailAction => &paths.email_action,
            Self::ChangeEmail => &paths.change_email,
            Self::UndoEmailChange => &paths.undo_email_change,
            Self::Invite => &paths.invite,
            Self::AcceptInvitation => &paths.accept_invitation,
            Self::Profile => &paths.profile,
            Self::EditProfile => &paths.edit_profile,
            Self::Picture => &paths.picture,
            Self::Pictures => &paths.pictures,
            Self::Sessions => &paths.sessions,
            Self::PasswordStrength => &paths.password_strength,
            Self::Language => &paths.language,
        })
    }

    /// The route of what lies below the page, which is at `path`.
    fn below(self, path: &str) -> String {
        let steps = match self {
            Self::Sessions => ":session",
            Self::Invite => ":id/:action",
            _ => ":token",
        };
        format!("{path}/{steps}")
    }

    /// A page whose feature is off does not exist.
    fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::SignIn | Self::SignOut | Self::Profile => true,
            Self::Register => settings.features.register,
            Self::SignInOrRegister => settings.signs_in_or_registers() && !settings.requires_invitation(),
            Self::ConfirmEmail | Self::ResendConfirmEmail => settings.confirms_email(),
            Self::ForgotPassword => settings.resets_password(),
            Self::ResetPassword | Self::UndoEmailChange => settings.takes_back(),
            Self::ChangePassword | Self::ChangePasswordUrl => settings.features.change_password,
            Self::ChangeUsername => settings.changes_username(),
            Self::ManageEmails | Self::EmailAction => settings.manages_emails(),
            Self::ChangeEmail => settings.changes_email(),
            Self::EditProfile => settings.edits_profile(),
            Self::Invite | Self::AcceptInvitation => settings.invites(),
            Self::Picture | Self::Pictures => settings.has_pictures(),
            Self::Sessions => settings.features.sessions,
            Self::PasswordStrength => settings.features.password_strength,
            Self::Language => settings.chooses_language(),
        }
    }

    /// Every page whose feature is on, and where it is.
    pub(crate) fn all_on(settings: &Settings) -> Vec<(Self, String)> {
        let on = Self::ALL.into_iter().filter(|page| page.is_on(settings));
        on.map(|page| (page, page.path(&settings.paths))).collect()
    }

    /// Whether `path` is this page, which is at `own`, or below it where there is something.
    pub(crate) fn place(self, own: &str, path: &str) -> Option<Place> {
        let steps = match self {
            Self::EmailAction | Self::Invite => 2,
            Self::ConfirmEmail
            | Self::ResetPassword
            | Self::UndoEmailChange
            | Self::AcceptInvitation
            | Self::Picture
            | Self::Pictures
            | Self::Sessions => 1,
            _ => 0,
        };
        let is_below = match path.strip_prefix(own)?.strip_prefix('/') {
            None if path.len() == own.len() && !matches!(self, Self::EmailAction | Self::Pictures) => false,
            Some(rest)
                if rest.split('/').count() == steps && rest.split('/').all(|step| !step.is_empty()) =>
            {
                true
            }
            _ => return None,
        };
        Some(Place { page: self, is_below })
    }
}

/// A page of ours, or what lies one step below it: a link, or a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    page: Page,
    is_below: bool,
}

impl Place {
    /// Which page it is, or is below.
    pub(crate) const fn page(self) -> Page {
        self.page
    }

    /// Its route, which never holds a token.
    pub(crate) fn route(self, paths: &Paths) -> String {
        let path = self.page.path(paths);
        if self.is_below { self.page.below(&path) } else { path }
    }

    /// Whether a file may come along with its form.
    pub(crate) fn takes_a_file(self) -> bool {
        self.page == Page::Picture && !self.is_below
    }

    /// What can be asked of it, as an `Allow` header lists it.
    pub(crate) const fn methods(self) -> &'static str {
        match (self.page, self.is_below) {
            (Page::Sessions | Page::Invite | Page::Picture, true)
            | (Page::EmailAction | Page::PasswordStrength | Page::Language, _) => "POST",
            (Page::Profile | Page::Pictures | Page::SignInOrRegister | Page::ChangePasswordUrl, _)
            | (Page::Sessions, false)
            | (Page::AcceptInvitation, true) => "GET, HEAD",
            _ => "GET, HEAD, POST",
        }
    }
}

/// Adds every page that is on and not left out.
pub(crate) fn mount(web: &UserWeb, app: Route) -> Route {
    let paths = &web.users().settings().paths;
    let app = app.at(format!("{}/:name", paths.whole(&paths.assets)), get(assets::asset));
    web.pages().iter().fold(app, |app, (page, path)| mount_page(app, *page, path))
}

fn mount_page(app: Route, page: Page, path: &str) -> Route {
    let signed_in = || guard(Requirement::SignedIn);
    match page {
        Page::Register => app.at(path, get(register::show).post(register::submit)),
        Page::SignIn => app.at(path, get(sign_in::show).post(sign_in::submit)),
        Page::SignInOrRegister => app.at(path, get(sign_in_or_register::show)),
        Page::SignOut => app.at(path, get(sign_out::show).post(sign_out::submit)),
        Page::ConfirmEmail => app
            .at(path, get(confirm_email::show).post(confirm_email::submit))
            .at(page.below(path), get(confirm_email::open).post(confirm_email::submit_linked)),
        Page::ResendConfirmEmail => {
            app.at(path, get(resend_confirm_email::show).post(resend_confirm_email::submit))
        }
        Page::ForgotPassword => app.at(path, get(forgot_password::show).post(forgot_password::submit)),
        Page::ResetPassword => app
            .at(path, get(reset_password::show).post(reset_password::submit))
            .at(page.below(path), get(reset_password::open).post(reset_password::submit_linked)),
        Page::ChangePassword => {
            app.at(path, get(change_password::show).post(change_password::submit).with(signed_in()))
        }
        Page::ChangePasswordUrl => app.at(path, get(change_password::lead)),
        Page::ChangeUsername => {
            app.at(path, get(change_username::show).post(change_username::submit).with(signed_in()))
        }
        Page::ManageEmails => {
            app.at(path, get(manage_emails::show).post(manage_emails::submit).with(signed_in()))
        }
        Page::EmailAction => {
            app.at(format!("{path}/:id/:action"), post(email_action::submit).with(signed_in()))
        }
        Page::ChangeEmail => {
            app.at(path, get(change_email::show).post(change_email::submit).with(signed_in()))
        }
        Page::UndoEmailChange => {
            app.at(path, get(undo_email_change::show).post(undo_email_change::submit)).at(
                format!("{path}/:token"),
                get(undo_email_change::open).post(undo_email_change::submit_linked),
            )
        }
        Page::Invite => invite::mount(app, path, &page.below(path)),
        Page::AcceptInvitation => accept_invitation::mount(app, path, &page.below(path)),
        Page::Profile | Page::EditProfile | Page::Picture | Page::Pictures => mount_profile(app, page, path),
        Page::Sessions => app
            .at(path, get(sessions::show).with(signed_in()))
            .at(page.below(path), post(sessions::revoke).with(signed_in())),
        Page::PasswordStrength => app.at(path, post(password_strength::submit)),
        Page::Language => app.at(path, post(language::submit)),
    }
}

fn mount_profile(app: Route, page: Page, path: &str) -> Route {
    let signed_in = || guard(Requirement::SignedIn);
    match page {
        Page::EditProfile => {
            app.at(path, get(edit_profile::show).post(edit_profile::submit).with(signed_in()))
        }
        Page::Picture => app
            .at(path, get(picture::show).post(picture::submit).with(signed_in()))
            .at(page.below(path), post(picture::take_away).with(signed_in())),
        Page::Pictures => app.at(page.below(path), get(picture::serve)),
        _ => app.at(path, get(profile::show).with(signed_in())),
    }
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
    let form = form.scripted(&exchange.web().script_path());
    let has_script = form.script.is_some();
    let mut page = exchange
        .page(form.name, status, |site| FormPage { site: site.leading_to(form.next.as_deref()), form })
        .await?;
    if has_script {
        headers::let_script_run(page.headers_mut());
    }
    Ok(page)
}
