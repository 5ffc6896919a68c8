//! Invitations: whether there are any, who sends them, and what they may give.

use serde::{Deserialize, Serialize};

use super::{Settings, SettingsFault};
use crate::domain::Role;

/// What invitations are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationMode {
    /// There are none.
    #[default]
    Off,
    /// People may be invited, and may register without.
    Optional,
    /// Nobody registers without an invitation.
    Required,
}

/// Who may invite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inviters {
    /// Anyone signed in whose address is confirmed. Flask-User's choice.
    #[default]
    SignedIn,
    /// Users with one of `inviter_roles`.
    Roles,
    /// Nobody on a page: only code and administrators.
    Code,
}

/// Who may be invited by whom. An app may bring its own rule instead, with the builder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Invitations {
    /// Whether there are invitations, and whether registering needs one. Default: `off`.
    pub mode: InvitationMode,
    /// Who may invite. Default: `signed_in`.
    pub who: Inviters,
    /// With `who = "roles"`: one of these is needed to invite. Default: none.
    pub inviter_roles: Vec<String>,
    /// The roles that an inviter may give along. Default: none.
    pub grantable_roles: Vec<String>,
}

impl Settings {
    pub(super) fn check_invitations(&self, faults: &mut Vec<SettingsFault>) {
        let invitations = &self.invitations;
        let mut wrong = |setting: &str, problem: &str| {
            faults.push(SettingsFault::new(format!("invitations.{setting}"), problem));
        };
        if self.invites() && !self.identifiers.email() {
            let problem = "needs addresses: set it to off, or identifiers to a choice that includes email";
            wrong("mode", problem);
        }
        if self.invites() && !self.features.register {
            let problem = "needs registration, by which an invitation is accepted: set it to off, or features.register on";
            wrong("mode", problem);
        }
        if !self.invites() && invitations.who != Inviters::SignedIn {
            wrong("who", "has no effect while invitations.mode is off: leave it out, or switch them on");
        }
        let asks_for_roles = invitations.who == Inviters::Roles;
        if asks_for_roles && invitations.inviter_roles.is_empty() {
            wrong("inviter_roles", "must name a role while invitations.who is roles");
        }
        if !asks_for_roles && !invitations.inviter_roles.is_empty() {
            wrong(
                "inviter_roles",
                "has no effect unless invitations.who is roles: set that, or name no role",
            );
        }
        let on_pages = self.invites() && invitations.who != Inviters::Code;
        if !invitations.grantable_roles.is_empty() && !on_pages {
            wrong("grantable_roles", "has no effect where nobody invites on a page: name no role");
        }
        for (setting, roles) in
            [("inviter_roles", &invitations.inviter_roles), ("grantable_roles", &invitations.grantable_roles)]
        {
            if roles.iter().any(|role| Role::parse(role).is_err()) {
                let problem =
                    "must be roles: a lower-case letter, then lower-case letters, digits, `_` or `-`";
                wrong(setting, problem);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Identifiers;

    fn fault_names(change: impl FnOnce(&mut Settings)) -> Vec<String> {
        let mut settings = Settings::default();
        settings.invitations.mode = InvitationMode::Optional;
        change(&mut settings);
        settings.faults().into_iter().map(|fault| fault.setting).collect()
    }

    #[test]
    fn what_cannot_work_is_refused() {
        let admin = || vec!["admin".to_owned()];
        assert_eq!(fault_names(|s| s.identifiers = Identifiers::Username), ["invitations.mode"]);
        assert_eq!(fault_names(|s| s.features.register = false), ["invitations.mode"]);
        assert_eq!(fault_names(|s| s.invitations.who = Inviters::Roles), ["invitations.inviter_roles"]);
        assert_eq!(fault_names(|s| s.invitations.inviter_roles = admin()), ["invitations.inviter_roles"]);
        assert_eq!(
            fault_names(|s| {
                s.invitations.who = Inviters::Code;
                s.invitations.grantable_roles = admin();
            }),
            ["invitations.grantable_roles"]
        );
        assert_eq!(
            fault_names(|s| {
                s.invitations.mode = InvitationMode::Off;
                s.invitations.grantable_roles = admin();
            }),
            ["invitations.grantable_roles"]
        );
        assert_eq!(
            fault_names(|s| {
                s.invitations.mode = InvitationMode::Off;
                s.invitations.who = Inviters::Code;
            }),
            ["invitations.who"]
        );
        assert_eq!(
            fault_names(|s| s.invitations.grantable_roles = vec!["Admin".to_owned()]),
            ["invitations.grantable_roles"]
        );
    }

    #[test]
    fn each_mode_works_for_everyone_for_roles_and_for_code() {
        for mode in [InvitationMode::Optional, InvitationMode::Required] {
            for who in [Inviters::SignedIn, Inviters::Roles, Inviters::Code] {
                let faults = fault_names(|s| {
                    s.invitations.mode = mode;
                    s.invitations.who = who;
                    if who == Inviters::Roles {
                        s.invitations.inviter_roles = vec!["host".to_owned()];
                    }
                });
                assert_eq!(faults, Vec::<String>::new());
            }
        }
    }
}
