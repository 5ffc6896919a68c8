//! Where the pages are, and where each flow leads.

use serde::{Deserialize, Serialize};

macro_rules! paths {
    ($($(#[$meta:meta])* $name:ident = $default:literal),* $(,)?) => {
        /// The paths of the pages, each below `prefix`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Paths {
            /// Where all account pages are mounted. Default: `/user`.
            pub prefix: String,
            $($(#[$meta])* #[doc = concat!(" Default: `", $default, "`.")] pub $name: String,)*
        }

        impl Default for Paths {
            fn default() -> Self {
                Self { prefix: "/user".to_owned(), $($name: $default.to_owned(),)* }
            }
        }

        impl Paths {
            /// Every path with the name of its setting.
            pub fn all(&self) -> Vec<(&'static str, &str)> {
                vec![$((stringify!($name), self.$name.as_str()),)*]
            }
        }
    };
}

paths! {
    /// The registration page.
    register = "/register",
    /// The sign-in page.
    sign_in = "/sign-in",
    /// The page with both forms, to sign in and to register.
    sign_in_or_register = "/sign-in-or-register",
    /// Signing out.
    sign_out = "/sign-out",
    /// Choosing the language of the pages.
    language = "/language",
    /// Confirming an address; links append the token.
    confirm_email = "/confirm-email",
    /// Asking for another confirmation mail.
    resend_confirm_email = "/resend-confirm-email",
    /// Asking for a link to reset the password.
    forgot_password = "/forgot-password",
    /// Setting a new password; links append the token.
    reset_password = "/reset-password",
    /// The user's addresses.
    manage_emails = "/manage-emails",
    /// Doing something to one of them: below it, the address and the action.
    email_action = "/email",
    /// Changing the only address.
    change_email = "/change-email",
    /// Taking back a change of the primary address; links append the token.
    undo_email_change = "/undo-email-change",
    /// Changing the password.
    change_password = "/change-password",
    /// Changing the username.
    change_username = "/change-username",
    /// The user's own page.
    profile = "/profile",
    /// Editing the profile.
    edit_profile = "/edit-profile",
    /// The user's picture; removing it appends `/remove`.
    picture = "/picture",
    /// Where pictures are served from; the id and the size are appended.
    pictures = "/pictures",
    /// Where the user is signed in.
    sessions = "/sessions",
    /// Where the script of a form asks how strong a password is.
    password_strength = "/password-strength",
    /// Inviting people.
    invite = "/invite",
    /// Accepting an invitation; links append the token.
    accept_invitation = "/accept-invitation",
    /// The stylesheet and whatever else pages load.
    assets = "/assets",
}

impl Paths {
    /// A page's whole path: `prefix` and its own.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }
}

/// Where each flow leads when the visitor asked for nothing else with `next`. All lead to the site itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Destinations {
    /// After signing in. Default: `/`.
    pub after_sign_in: String,
    /// After signing out. Default: the sign-in page.
    pub after_sign_out: Option<String>,
    /// After registering, when that did not sign in. Default: the sign-in page.
    pub after_register: Option<String>,
    /// After confirming an address. Default: `/` when that signed in, else the sign-in page.
    pub after_confirm_email: Option<String>,
    /// After asking for another confirmation mail. Default: the sign-in page.
    pub after_resend_confirm_email: Option<String>,
    /// After asking to reset the password. Default: the sign-in page.
    pub after_forgot_password: Option<String>,
    /// After resetting the password. Default: `/` when that signed in, else the sign-in page.
    pub after_reset_password: Option<String>,
    /// After changing the password. Default: the profile page.
    pub after_change_password: Option<String>,
    /// After changing the username. Default: the profile page.
    pub after_change_username: Option<String>,
    /// After asking to change the only address. Default: the profile page.
    pub after_change_email: Option<String>,
    /// After editing the profile. Default: the profile page.
    pub after_edit_profile: Option<String>,
    /// After inviting somebody. Default: the page that invites.
    pub after_invite: Option<String>,
    /// Where a visitor is sent who must sign in. Default: the sign-in page. When it is the page with both forms, the
    /// links to sign in lead there, too.
    pub not_signed_in: Option<String>,
    /// Where a user is sent who may not see a page. Default: nowhere; a page that says so, with status 403.
    pub not_allowed: Option<String>,
    /// Where a user is sent who must confirm an address first. Default: the page that sends another mail.
    pub email_not_confirmed: Option<String>,
}

impl Default for Destinations {
    fn default() -> Self {
        Self {
            after_sign_in: "/".to_owned(),
            after_sign_out: None,
            after_register: None,
            after_confirm_email: None,
            after_resend_confirm_email: None,
            after_forgot_password: None,
            after_reset_password: None,
            after_change_password: None,
            after_change_username: None,
            after_change_email: None,
            after_edit_profile: None,
            after_invite: None,
            not_signed_in: None,
            not_allowed: None,
            email_not_confirmed: None,
        }
    }
}

impl Destinations {
    /// Every destination that is set, with the name of its setting.
    pub fn all(&self) -> Vec<(&'static str, &str)> {
        let optional = [
            ("after_sign_out", &self.after_sign_out),
            ("after_register", &self.after_register),
            ("after_confirm_email", &self.after_confirm_email),
            ("after_resend_confirm_email", &self.after_resend_confirm_email),
            ("after_forgot_password", &self.after_forgot_password),
            ("after_reset_password", &self.after_reset_password),
            ("after_change_password", &self.after_change_password),
            ("after_change_username", &self.after_change_username),
            ("after_change_email", &self.after_change_email),
            ("after_edit_profile", &self.after_edit_profile),
            ("after_invite", &self.after_invite),
            ("not_signed_in", &self.not_signed_in),
            ("not_allowed", &self.not_allowed),
            ("email_not_confirmed", &self.email_not_confirmed),
        ];
        let set = optional.into_iter().filter_map(|(name, path)| path.as_deref().map(|path| (name, path)));
        std::iter::once(("after_sign_in", self.after_sign_in.as_str())).chain(set).collect()
    }
}
