//! Samples of confirming an address: in the browser that registered, and anywhere else.

use super::{Sample, site, violations};
use crate::domain::{Locale, Violations};
use crate::flows::ConfirmationAsks;
use crate::settings::Settings;
use crate::views::{ConfirmEmailPage, ConfirmationView, Forms, Typed};

pub(super) fn samples(locale: &Locale) -> Vec<Sample> {
    let cases = [
        (ConfirmationAsks::Nothing, "nothing"),
        (ConfirmationAsks::Password, "password"),
        (ConfirmationAsks::PasswordOrNew, "password-or-new"),
    ];
    let page = |(asks, named), (full, violations): (bool, &Violations)| {
        let settings = Settings::default();
        let form = Forms::new(&settings, 8).confirm_email(asks, &whose(full)).refused(violations);
        let form = form.scripted("/user/assets/passwords.js");
        let confirmation = account(named, full);
        Sample::page(
            "confirm-email",
            &ConfirmEmailPage { site: site(locale, &settings, None, &[]), form, confirmation },
        )
    };
    let (none, all) = (Violations::none(), violations());
    cases.into_iter().flat_map(|case| [page(case, (true, &none)), page(case, (false, &all))]).collect()
}

fn account(asks: &'static str, full: bool) -> ConfirmationView {
    let given = |text: &str| full.then(|| text.to_owned());
    ConfirmationView {
        address: "<ada>@example.com".to_owned(),
        username: given("Ada <i>"),
        registered_at: "2026-11-22T20:15:00Z".to_owned(),
        registered: "2026-11-22 20:15 UTC".to_owned(),
        user_agent: given("Firefox <140>"),
        asks,
    }
}

fn whose(full: bool) -> Typed {
    let username = if full { "Ada <i>" } else { "" };
    Typed { username: username.to_owned(), email: "<ada>@example.com".to_owned(), ..Typed::default() }
}
