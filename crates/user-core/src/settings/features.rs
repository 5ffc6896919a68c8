//! Which flows exist. A page whose feature is off is not there, and nothing links to it.

use serde::{Deserialize, Serialize};

use super::Identifiers;

/// Switches for the flows. `None` means "on where the identifiers allow it".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each named in a settings file")]
pub struct Features {
    /// People may register themselves. Default: on.
    pub register: bool,
    /// One page has both forms, to sign in and to register. Default: on where people register
    /// without an invitation.
    pub sign_in_or_register: Option<bool>,
    /// A new address must be confirmed by a mailed link. Default: on where there are addresses.
    pub confirm_email: Option<bool>,
    /// A forgotten password can be reset by a mailed link. Default: on where there are addresses.
    pub forgot_password: Option<bool>,
    /// Users may change their password. Default: on.
    pub change_password: bool,
    /// Users may change their username. Default: on where there are usernames.
    pub change_username: Option<bool>,
    /// Users may have several addresses: add, confirm, choose the primary one, remove. Default: off.
    pub multiple_emails: bool,
    /// Users may change their only address. Default: on where addresses are confirmed and users have one.
    pub change_email: Option<bool>,
    /// Users may edit their profile. Default: on where there is something to edit.
    pub edit_profile: Option<bool>,
    /// Users may have a picture. Default: on where the app says where pictures are kept.
    pub picture: Option<bool>,
    /// Forms ask for a new password twice. Default: on.
    pub retype_password: bool,
    /// The sign-in page offers to stay signed in. Default: on.
    pub remember_me: bool,
    /// Users see where they are signed in, and may end those sessions. Default: on.
    pub sessions: bool,
    /// Forms show how strong a new password is. Default: on.
    pub password_strength: bool,
    /// Every page lets its reader choose among the languages offered. Default: on; there is nothing to choose where one
    /// is offered.
    pub choose_language: bool,
}

impl Default for Features {
    fn default() -> Self {
        Self {
            register: true,
            sign_in_or_register: None,
            confirm_email: None,
            forgot_password: None,
            change_password: true,
            change_username: None,
            multiple_emails: false,
            change_email: None,
            edit_profile: None,
            picture: None,
            retype_password: true,
            remember_me: true,
            sessions: true,
            password_strength: true,
            choose_language: true,
        }
    }
}

impl Features {
    /// Whether addresses must be confirmed.
    pub fn confirms_email(&self, identifiers: Identifiers) -> bool {
        self.confirm_email.unwrap_or(identifiers.email())
    }

    /// Whether a forgotten password can be reset.
    pub fn resets_password(&self, identifiers: Identifiers) -> bool {
        self.forgot_password.unwrap_or(identifiers.email())
    }

    /// Whether users may change their only address.
    pub fn changes_email(&self, identifiers: Identifiers) -> bool {
        self.change_email.unwrap_or(self.confirms_email(identifiers) && !self.multiple_emails)
    }

    /// Whether users may change their username.
    pub fn changes_username(&self, identifiers: Identifiers) -> bool {
        self.change_username.unwrap_or(identifiers.username())
    }
}
