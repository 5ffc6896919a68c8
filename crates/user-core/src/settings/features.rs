//! Which flows exist. A page whose feature is off is not there, and nothing links to it.

use serde::{Deserialize, Serialize};

use super::{Identifiers, Settings, SettingsFault};

/// Switches for the flows. `None` means "on where the identifiers allow it".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each named in a settings file")]
#[non_exhaustive]
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
    /// Users may make recovery codes, and use them where the password or the address is lost. Default: off.
    pub recovery_codes: bool,
    /// Users may set up authenticator apps, whose codes are asked for as the second step of signing in. Default: off.
    pub totp: bool,
    /// Users may export what the site keeps about them. Default: on where there are addresses.
    pub export_data: Option<bool>,
    /// Users may delete their account. Default: on.
    pub delete_account: bool,
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
            recovery_codes: false,
            totp: false,
            export_data: None,
            delete_account: true,
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

impl Settings {
    /// Whether one page has both forms, to sign in and to register.
    pub fn signs_in_or_registers(&self) -> bool {
        self.features.sign_in_or_register.unwrap_or(self.registers_anybody())
    }

    /// Whether people may register without an invitation.
    pub(crate) fn registers_anybody(&self) -> bool {
        self.features.register && !self.requires_invitation()
    }

    /// Whether addresses must be confirmed.
    pub fn confirms_email(&self) -> bool {
        self.features.confirms_email(self.identifiers)
    }

    /// Whether a forgotten password can be reset.
    pub fn resets_password(&self) -> bool {
        self.features.resets_password(self.identifiers)
    }

    /// Whether the owner of an address can take back what was changed about an account.
    pub fn takes_back(&self) -> bool {
        self.resets_password() || self.manages_emails() || self.changes_email()
    }

    /// Whether users may have several addresses.
    pub fn manages_emails(&self) -> bool {
        self.features.multiple_emails
    }

    /// Whether users may change their only address.
    pub fn changes_email(&self) -> bool {
        self.features.changes_email(self.identifiers)
    }

    /// Whether users may change their username.
    pub fn changes_username(&self) -> bool {
        self.features.changes_username(self.identifiers)
    }

    /// Whether users may export what the site keeps about them. They are mailed when it is there.
    pub fn exports_data(&self) -> bool {
        self.features.export_data.unwrap_or(self.identifiers.email())
    }

    /// Whether users may have a picture. As the manager has them, the settings know it; on their own, only where it is
    /// said.
    pub fn has_pictures(&self) -> bool {
        self.features.picture == Some(true)
    }

    /// Whether readers may choose among several languages. The manager knows those that there are; on their own,
    /// the settings know those that are listed.
    pub fn chooses_language(&self) -> bool {
        self.features.choose_language && self.languages.offered.len() > 1
    }

    /// A feature that is on must have what it needs.
    pub(super) fn check_features(&self, faults: &mut Vec<SettingsFault>) {
        let wants = |setting: &str, on: bool, has: bool, what: &str| {
            (on && !has).then(|| {
                let problem = format!(
                    "needs {what}: switch it off, or set identifiers to a choice that includes {what}"
                );
                SettingsFault::new(setting, problem)
            })
        };
        let (username, email) = (self.identifiers.username(), self.identifiers.email());
        faults.extend(wants("features.confirm_email", self.confirms_email(), email, "email"));
        faults.extend(wants("features.forgot_password", self.resets_password(), email, "email"));
        faults.extend(wants("features.change_username", self.changes_username(), username, "username"));
        faults.extend(wants("features.export_data", self.exports_data(), email, "email"));
        faults.extend(wants("features.multiple_emails", self.manages_emails(), email, "email"));
        self.check_addresses(faults);
        if self.features.sign_in_or_register == Some(true) && !self.registers_anybody() {
            let problem =
                "needs people who register without an invitation: switch it off, or features.register on";
            faults.push(SettingsFault::new("features.sign_in_or_register", problem));
        }
        faults.extend(wants("mails.new_sign_in", self.mails.new_sign_in, email, "email"));
        if self.sign_in.sessions_max == 0 {
            let problem = "lets nobody stay signed in: set it to 1 or more";
            faults.push(SettingsFault::new("sign_in.sessions_max", problem));
        }
        if self.sign_in.before_confirmation && !self.confirms_email() {
            let problem = "has no effect while addresses are not confirmed: switch it off, or features.confirm_email on";
            faults.push(SettingsFault::new("sign_in.before_confirmation", problem));
        }
    }

    fn check_addresses(&self, faults: &mut Vec<SettingsFault>) {
        let (several, change) = (self.manages_emails(), self.features.change_email == Some(true));
        for (setting, on) in [("features.multiple_emails", several), ("features.change_email", change)] {
            if on && !self.confirms_email() {
                let problem =
                    "needs addresses that are confirmed: switch it off, or features.confirm_email on";
                faults.push(SettingsFault::new(setting, problem));
            }
        }
        if several && change {
            let problem = "is for users with one address: switch it off, or features.multiple_emails off";
            faults.push(SettingsFault::new("features.change_email", problem));
        }
    }
}
