//! The settings of the demo: everything is switched on that the configuration allows and does not speak of.

use user_core::settings::{InvitationMode, Settings};
use user_server::Configured;

use crate::fields;

/// Declares the fields, and switches several addresses and invitations on.
pub(crate) fn show_everything(settings: &mut Settings, configured: Configured<'_>) {
    settings.fields = fields::declared();
    // Several addresses and the change of the only one exclude each other.
    if settings.confirms_email() && !configured.has("features.change_email") {
        settings.features.multiple_emails = true;
    }
    settings.features.recovery_codes = true;
    settings.features.totp = true;
    if settings.identifiers.email() && settings.features.register {
        settings.invitations.mode = InvitationMode::Optional;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(settings: Settings) -> Settings {
        let mut chosen = settings;
        show_everything(&mut chosen, Configured::default());
        chosen
    }

    #[test]
    fn what_contradicts_the_configuration_stays_off() {
        let mut settings = Settings::default();
        settings.features.register = false;
        settings.features.confirm_email = Some(false);

        let chosen = chosen(settings);

        assert!(!chosen.features.multiple_emails);
        assert_eq!(chosen.invitations.mode, Settings::default().invitations.mode);
    }

    #[test]
    fn everything_is_on_where_nothing_is_configured() {
        let chosen = chosen(Settings::default());

        assert!(chosen.features.multiple_emails && chosen.fields.len() == 6);
        assert_eq!(chosen.invitations.mode, InvitationMode::Optional);
        assert!(chosen.faults().is_empty());
    }
}
