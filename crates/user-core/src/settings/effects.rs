//! Options without effect: what is switched on, or set, for something that is not there. Switching off what is not
//! there is no fault: it says what is the case.

use super::{Lifetimes, PictureLimits, Settings, SettingsFault};
use crate::pages::Page;

impl Settings {
    pub(super) fn check_effects(&self, faults: &mut Vec<SettingsFault>) {
        if self.auto_sign_in.after_reset_password && !self.resets_password() {
            let problem =
                "has no effect while passwords are not reset: switch it off, or features.forgot_password on";
            faults.push(SettingsFault::new("auto_sign_in.after_reset_password", problem));
        }
        for page in Page::ALL.into_iter().filter(|page| !page.is_on(self)) {
            if let (Some((name, _)), Some(_)) = (page.destination(), self.destinations.after(page)) {
                let problem = "has no effect while that is switched off: remove it, or switch it on";
                faults.push(SettingsFault::new(format!("destinations.{name}"), problem));
            }
        }
        self.check_where_they_lead(faults);
        self.check_chosen(faults);
        if self.cookies.insecure_development && self.is_https() {
            let problem = "is for plain http alone: switch it off";
            faults.push(SettingsFault::new("cookies.insecure_development", problem));
        }
    }

    /// Lifetimes and bounds that were chosen for what is not there.
    fn check_chosen(&self, faults: &mut Vec<SettingsFault>) {
        let (ours, usual) = (&self.lifetimes, Lifetimes::default());
        let (pictures, usual_pictures) = (&self.pictures, PictureLimits::default());
        // Whether there are pictures without a word in the settings, only the manager knows.
        let may_have = self.features.picture != Some(false);
        let chosen = [
            ("lifetimes.confirm_email", ours.confirm_email != usual.confirm_email, self.confirms_email()),
            ("lifetimes.change_email", ours.change_email != usual.change_email, self.changes_email()),
            ("lifetimes.reset_password", ours.reset_password != usual.reset_password, self.resets_password()),
            (
                "lifetimes.undo_email_change",
                ours.undo_email_change != usual.undo_email_change,
                self.takes_back(),
            ),
            ("lifetimes.deletion", ours.deletion != usual.deletion, self.features.delete_account),
            ("lifetimes.export", ours.export != usual.export, self.exports_data()),
            ("lifetimes.invitation", ours.invitation != usual.invitation, self.invites()),
            (
                "lifetimes.remembered_session",
                ours.remembered_session != usual.remembered_session,
                self.features.remember_me,
            ),
            (
                "lifetimes.remembered_session_idle",
                ours.remembered_session_idle != usual.remembered_session_idle,
                self.features.remember_me,
            ),
            ("pictures.max_bytes", pictures.max_bytes != usual_pictures.max_bytes, may_have),
            ("pictures.max_pixels", pictures.max_pixels != usual_pictures.max_pixels, may_have),
        ];
        for (name, is_chosen, is_on) in chosen {
            if is_chosen && !is_on {
                let problem =
                    "has no effect while what it is for is switched off: remove it, or switch that on";
                faults.push(SettingsFault::new(name, problem));
            }
        }
    }

    /// A flow must not lead to a page that is not there.
    fn check_where_they_lead(&self, faults: &mut Vec<SettingsFault>) {
        for (name, place) in self.destinations.all() {
            let is_there = |page: &Page| page.path(&self.paths) == place;
            let off = Page::ALL.into_iter().filter(|page| !page.is_on(self)).find(is_there);
            if let Some(switch) = off.and_then(Page::switch) {
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
                "change_email",
                "change_username",
                "change_password",
                "invite"
            ]
            .map(|flow| format!("destinations.after_{flow}"))
        );
        assert_eq!(faults(|s| s.destinations.after_register = place()), Vec::<String>::new());
    }

    #[test]
    fn a_lifetime_or_bound_of_what_is_not_there_is_refused() {
        let day = std::time::Duration::from_hours(25);
        let change = |s: &mut Settings| {
            s.lifetimes.confirm_email = day;
            s.lifetimes.change_email = day;
            s.lifetimes.reset_password = day;
            s.lifetimes.undo_email_change = day;
            s.lifetimes.remembered_session = day;
            s.lifetimes.deletion = day;
            s.lifetimes.export = day;
            s.lifetimes.remembered_session_idle = day;
        };

        assert_eq!(faults(change), Vec::<String>::new());
        let off = faults(|s| {
            change(s);
            s.identifiers = Identifiers::Username;
            s.features.remember_me = false;
            s.features.picture = Some(false);
            s.features.delete_account = false;
            s.lifetimes.invitation = day;
            s.pictures = PictureLimits { max_bytes: 2_000_000, max_pixels: 500 };
        });
        let lifetimes = [
            "confirm_email",
            "change_email",
            "reset_password",
            "undo_email_change",
            "deletion",
            "export",
            "invitation",
            "remembered_session",
            "remembered_session_idle",
        ];
        assert_eq!(off[..9], lifetimes.map(|name| format!("lifetimes.{name}")));
        assert_eq!(off[9..], ["pictures.max_bytes", "pictures.max_pixels"]);
    }

    #[test]
    fn insecure_cookies_are_refused_where_nothing_is_insecure() {
        let off = faults(|s| {
            "https://example.com".clone_into(&mut s.public_base_url);
            s.cookies.insecure_development = true;
        });

        assert_eq!(off, ["cookies.insecure_development"]);
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
