//! Options without effect: what is switched on, or set, for something that is not there. Switching off what is not there
//! is no fault: it says what is the case.

use super::{Settings, SettingsFault};

impl Settings {
    pub(super) fn check_effects(&self, faults: &mut Vec<SettingsFault>) {
        if self.auto_sign_in.after_reset_password && !self.resets_password() {
            let problem =
                "has no effect while passwords are not reset: switch it off, or features.forgot_password on";
            faults.push(SettingsFault::new("auto_sign_in.after_reset_password", problem));
        }
        let places = &self.destinations;
        let flows = [
            ("after_register", &places.after_register, self.features.register),
            ("after_confirm_email", &places.after_confirm_email, self.confirms_email()),
            ("after_resend_confirm_email", &places.after_resend_confirm_email, self.confirms_email()),
            ("after_forgot_password", &places.after_forgot_password, self.resets_password()),
            ("after_reset_password", &places.after_reset_password, self.resets_password()),
            ("after_change_password", &places.after_change_password, self.features.change_password),
            ("after_change_username", &places.after_change_username, self.changes_username()),
            ("after_change_email", &places.after_change_email, self.changes_email()),
            ("after_edit_profile", &places.after_edit_profile, self.edits_profile()),
            ("after_invite", &places.after_invite, self.invites()),
        ];
        for (name, place, is_on) in flows {
            if place.is_some() && !is_on {
                let problem = "has no effect while that is switched off: remove it, or switch it on";
                faults.push(SettingsFault::new(format!("destinations.{name}"), problem));
            }
        }
        self.check_where_they_lead(faults);
    }

    /// A flow must not lead to a page that is not there.
    fn check_where_they_lead(&self, faults: &mut Vec<SettingsFault>) {
        let pages = [
            ("features.register", &self.paths.register, self.features.register),
            ("features.sign_in_or_register", &self.paths.sign_in_or_register, self.signs_in_or_registers()),
            ("features.confirm_email", &self.paths.confirm_email, self.confirms_email()),
            ("features.confirm_email", &self.paths.resend_confirm_email, self.confirms_email()),
            ("features.forgot_password", &self.paths.forgot_password, self.resets_password()),
            ("features.change_password", &self.paths.change_password, self.features.change_password),
            ("features.change_username", &self.paths.change_username, self.changes_username()),
            ("features.multiple_emails", &self.paths.manage_emails, self.manages_emails()),
            ("features.change_email", &self.paths.change_email, self.changes_email()),
            ("features.edit_profile", &self.paths.edit_profile, self.edits_profile()),
            ("features.sessions", &self.paths.sessions, self.features.sessions),
            ("invitations.mode", &self.paths.invite, self.invites()),
        ];
        for (name, place) in self.destinations.all() {
            let off = pages.iter().find(|(_, path, is_on)| !is_on && self.paths.whole(path) == place);
            if let Some((switch, ..)) = off {
                let problem = format!("leads to a page that is not there: change it, or {switch}");
                faults.push(SettingsFault::new(format!("destinations.{name}"), problem));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Identifiers;

    fn faults(change: impl FnOnce(&mut Settings)) -> Vec<String> {
        let mut settings = Settings::default();
        change(&mut settings);
        settings.faults().into_iter().map(|fault| fault.setting).collect()
    }

    #[test]
    fn what_is_set_for_a_flow_that_is_not_there_is_refused() {
        let place = || Some("/there".to_owned());
        let all = faults(|s| {
            s.identifiers = Identifiers::Username;
            s.features.register = false;
            s.features.change_password = false;
            s.features.change_username = Some(false);
            s.auto_sign_in.after_reset_password = true;
            s.destinations.after_register = place();
            s.destinations.after_confirm_email = place();
            s.destinations.after_resend_confirm_email = place();
            s.destinations.after_forgot_password = place();
            s.destinations.after_reset_password = place();
            s.destinations.after_change_password = place();
            s.destinations.after_change_username = place();
            s.destinations.after_change_email = place();
            s.destinations.after_invite = place();
        });

        assert_eq!(all[0], "auto_sign_in.after_reset_password");
        assert_eq!(
            all[1..],
            [
                "register",
                "confirm_email",
                "resend_confirm_email",
                "forgot_password",
                "reset_password",
                "change_password",
                "change_username",
                "change_email",
                "invite"
            ]
            .map(|flow| format!("destinations.after_{flow}"))
        );
        assert_eq!(faults(|s| s.destinations.after_register = place()), Vec::<String>::new());
    }

    #[test]
    fn a_destination_that_is_not_there_is_refused() {
        let both = || Some("/user/sign-in-or-register".to_owned());

        assert_eq!(faults(|s| s.destinations.not_signed_in = both()), Vec::<String>::new());
        let off = faults(|s| {
            s.features.register = false;
            s.destinations.not_signed_in = both();
        });
        assert_eq!(off, ["destinations.not_signed_in"]);
    }
}
