//! Authenticator apps, and the second step of signing in: their forms and pages.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

use super::recovery_codes::asking_for_code;
use super::{FormView, Forms, MessageView, Site};
use crate::domain::Field;

/// The light border that scanners need around a code, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// The user's authenticator apps, or one that is being set up: `authenticator-apps`.
#[derive(Clone, Debug, Serialize)]
pub struct AuthenticatorAppsPage {
    /// What every page knows.
    pub site: Site,
    /// The apps, oldest first.
    pub apps: Vec<TotpAppView>,
    /// The devices that are trusted, oldest first.
    pub devices: Vec<TrustedDeviceView>,
    /// The app that is being set up, if one is.
    pub set_up: Option<TotpSetUpView>,
    /// The button that begins to set one up; while one is set up, the form that takes its first code.
    pub form: FormView,
}

/// An authenticator app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TotpAppView {
    /// What the user calls it; may be empty.
    pub label: String,
    /// When it was set up, for programs.
    pub created_at: String,
    /// When it was set up, for people.
    pub created: String,
    /// When a code of it was last used, for programs.
    pub last_used_at: Option<String>,
    /// When a code of it was last used, for people.
    pub last_used: Option<String>,
    /// Where a form posts to that gives it another label.
    pub rename: String,
    /// Where a form posts to that removes it.
    pub remove: String,
}

/// A device on which no second step is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrustedDeviceView {
    /// What the browser calls itself; may be empty.
    pub user_agent: String,
    /// Whether it is this one.
    pub current: bool,
    /// Until when it is trusted, for programs.
    pub until_at: String,
    /// Until when it is trusted, for people.
    pub until: String,
    /// Where a form posts to that trusts it no longer.
    pub forget: String,
}

/// What an authenticator app is told to set it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TotpSetUpView {
    /// The link that an app on this device opens: `otpauth://…`.
    pub uri: String,
    /// The key, to be typed, in groups of four.
    pub key: String,
    /// The link as a picture, for an app with a camera; none where it is too long for one.
    pub qr: Option<QrView>,
}

/// A QR code, to be drawn as SVG: dark modules on a light ground, whatever the colours of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QrView {
    /// How many modules it is wide and high, its border included.
    pub size: usize,
    /// The dark modules: the `d` of an SVG path, one module for one unit.
    pub path: String,
}

impl QrView {
    /// The code that says `text`; none where that is too long.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let width = code.size();
        let mut path = String::new();
        for y in 0..width {
            let mut x = 0;
            while x < width {
                let run = (x..width).take_while(|x| code.get_module(*x, y)).count();
                let run = i32::try_from(run).unwrap_or(width);
                if run > 0 {
                    let [left, top] = [x, y].map(|at| usize::try_from(at).unwrap_or_default() + QUIET_ZONE);
                    path.extend([format!("M{left} {top}h{run}v1h-{run}z")]);
                }
                x += run.max(1);
            }
        }
        Some(Self { size: usize::try_from(width).ok()? + 2 * QUIET_ZONE, path })
    }
}

/// The second step of signing in: `second-step`.
#[derive(Clone, Debug, Serialize)]
pub struct SecondStepPage {
    /// What every page knows.
    pub site: Site,
    /// The form that takes a code.
    pub form: FormView,
    /// Whether it takes a recovery code, and not the code of an app.
    pub takes_recovery_code: bool,
    /// The same page with the other kind of code, where there is one.
    pub other: Option<String>,
}

impl Forms<'_> {
    /// Beginning to set up an authenticator app: a button.
    pub fn authenticator_apps(&self) -> FormView {
        FormView::new("authenticator-apps", self.action(&self.settings().paths.authenticator_apps))
    }

    /// Setting up the authenticator app that `reference` refers to, with a first code of it. What was typed as its label
    /// stands in `label`.
    pub fn set_up_totp(&self, reference: &str, label: &str) -> FormView {
        let path = format!("{}/new/confirm", self.settings().paths.authenticator_apps);
        let form = Self::with_totp_code(FormView::new("set-up-totp", self.action(&path)));
        let hint = MessageView::new("hint-label");
        let form = form.field(&Field::Label, "text", "off", |f| f.valued(label).not_required().hinted(hint));
        form.hiding("shown", Some(reference.to_owned()))
    }

    /// The second step of signing in that `step` refers to, by a code of an app or by a recovery code.
    pub fn second_step(&self, step: &str, takes_recovery_code: bool) -> FormView {
        let form = FormView::new("second-step", self.action(&self.settings().paths.second_step));
        let form = if takes_recovery_code { asking_for_code(form, "") } else { Self::with_totp_code(form) };
        let days = self.settings().second_factor.trust_device.as_secs().div_ceil(24 * 60 * 60);
        let form = if days == 0 {
            form
        } else {
            let hint = MessageView::new("hint-trust-device").with("days", days);
            form.field(&Field::declared("trust_device"), "checkbox", "off", |f| f.hinted(hint))
        };
        form.hiding("step", Some(step.to_owned()))
    }

    fn with_totp_code(form: FormView) -> FormView {
        let hint = MessageView::new("hint-totp-code");
        let mut form = form.field(&Field::TotpCode, "text", "one-time-code", |f| f.hinted(hint));
        form.fields.iter_mut().for_each(|field| field.inputmode = "numeric");
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_border_and_finders() {
        let qr =
            QrView::of("otpauth://totp/Tea:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tea").unwrap();

        // Seven dark modules begin each of the three corners that have a finder.
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", qr.path);
        assert!(qr.path.contains(&format!("M{} 4h7v1h-7z", qr.size - 11)));
        assert!(qr.path.contains(&format!("M4 {}h7v1h-7z", qr.size - 5)));
        assert_eq!(qr.size % 4, 1, "a version of QR code, and twice the border");
    }

    /// The modules of a picture, row by row: dark or not.
    fn drawn(qr: &QrView) -> Vec<bool> {
        let mut modules = vec![false; qr.size * qr.size];
        for run in qr.path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split([' ', 'h', 'v']).take(3).map(|number| number.parse().unwrap()).collect();
            let start = numbers[1] * qr.size + numbers[0];
            modules[start..start + numbers[2]].fill(true);
        }
        modules
    }

    #[test]
    fn a_reader_of_codes_reads_what_was_written() {
        let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        for (issuer, account) in [("Tea", "ada"), ("Tea%20%26%20Biscuits", "ada%40example.com")] {
            let uri = format!("otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}");
            let qr = QrView::of(&uri).unwrap();
            let (modules, scale) = (drawn(&qr), 4);
            let side = qr.size * scale;

            let pixel = |x: usize, y: usize| {
                if modules[y / scale * qr.size + x / scale] { 0 } else { 255 }
            };
            let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, pixel);
            let found = picture.detect_grids();

            assert_eq!(found.len(), 1);
            assert_eq!(found[0].decode().unwrap().1, uri);
        }
    }

    #[test]
    fn what_is_too_long_for_a_code_has_none() {
        assert_eq!(QrView::of(&"é".repeat(3_000)), None);
    }
}
