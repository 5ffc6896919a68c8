//! Authenticator apps: none, some, and one that is being set up; and the second step of signing in.

use super::{Sample, site};
use crate::domain::{Locale, Violation, Violations};
use crate::settings::Settings;
use crate::views::{
    AuthenticatorAppsPage, Forms, QrView, SecondStepPage, TotpAppView, TotpSetUpView, TrustedDeviceView,
};

pub(super) fn samples(locale: &Locale) -> Vec<Sample> {
    let mut settings = Settings::default();
    settings.features.totp = true;
    settings.second_factor.trust_device = std::time::Duration::from_hours(30 * 24);
    let forms = Forms::new(&settings, 8);
    let mine = || site(locale, &settings, Some("Ada"), &[]);
    let list = |apps: Vec<TotpAppView>| {
        let devices =
            if apps.is_empty() { Vec::new() } else { vec![device("<Lynx>/2.9", true), device("", false)] };
        let form = forms.authenticator_apps();
        Sample::page(
            "authenticator-apps",
            &AuthenticatorAppsPage { site: mine(), apps, devices, set_up: None, form },
        )
    };
    let setting_up = |violations: &Violations| {
        let form = forms.set_up_totp("AbC-123", "<Phone>").refused(violations);
        let page = AuthenticatorAppsPage {
            site: mine(),
            apps: Vec::new(),
            devices: Vec::new(),
            set_up: Some(set_up()),
            form,
        };
        Sample::page("authenticator-apps", &page)
    };
    let step = |takes_recovery_code: bool, other: bool, violations: &Violations| {
        let form = forms.second_step("AbC-123", takes_recovery_code).refused(violations);
        let other = other.then(|| "/user/second-step?step=AbC-123&with=recovery_code".to_owned());
        let site = site(locale, &settings, None, &[]);
        Sample::page("second-step", &SecondStepPage { site, form, takes_recovery_code, other })
    };
    let (none, all) = (Violations::none(), super::violations());
    let steps =
        [step(false, false, &none), step(false, true, &all), step(true, true, &none), step(true, true, &all)];
    let pages = [
        list(Vec::new()),
        list(vec![app("<Phone>", true), app("", false)]),
        setting_up(&none),
        setting_up(&all),
    ];
    pages.into_iter().chain(steps).collect()
}

fn app(label: &str, was_used: bool) -> TotpAppView {
    TotpAppView {
        label: label.to_owned(),
        created_at: "2026-09-01T10:00:00Z".to_owned(),
        created: "2026-09-01 10:00 UTC".to_owned(),
        last_used_at: was_used.then(|| "2026-09-30T10:00:00Z".to_owned()),
        last_used: was_used.then(|| "2026-09-30 10:00 UTC".to_owned()),
        rename: "/user/authenticator-apps/1/rename".to_owned(),
        remove: "/user/authenticator-apps/1/remove".to_owned(),
    }
}

fn device(user_agent: &str, current: bool) -> TrustedDeviceView {
    TrustedDeviceView {
        user_agent: user_agent.to_owned(),
        current,
        until_at: "2026-10-30T10:00:00Z".to_owned(),
        until: "2026-10-30 10:00 UTC".to_owned(),
        forget: "/user/authenticator-apps/1/forget".to_owned(),
    }
}

fn set_up() -> TotpSetUpView {
    let uri = "otpauth://totp/Tea:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tea".to_owned();
    let qr = QrView::of(&uri);
    TotpSetUpView { uri, key: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(), qr }
}

/// Every violation that the field of a code can show.
pub(super) fn violations() -> [Violation; 5] {
    [
        Violation::Required,
        Violation::Malformed,
        Violation::Wrong,
        Violation::Used,
        Violation::TooMany { max: 10 },
    ]
}
