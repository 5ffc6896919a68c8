//! Recovery codes: none, some, and new ones.

use super::{Sample, site};
use crate::domain::{Locale, Violation, Violations};
use crate::settings::Settings;
use crate::views::{FormPage, Forms, RecoveryCodesPage};

pub(super) fn samples(locale: &Locale) -> Vec<Sample> {
    let mut settings = Settings::default();
    settings.features.recovery_codes = true;
    let forms = Forms::new(&settings, 8);
    let page = |left: usize, codes: &[&str]| {
        let codes: Vec<_> = codes.iter().map(|code| (*code).to_owned()).collect();
        let form =
            if codes.is_empty() { forms.recovery_codes() } else { forms.recovery_codes_saved("AbC-123") };
        let site = site(locale, &settings, Some("Ada"), &[]);
        let (earlier_until, lost) = (left == 9).then(|| ("2026-11-29 20:15 UTC".to_owned(), 3)).unzip();
        let lost = lost.unwrap_or_default();
        let page = RecoveryCodesPage { site, left, earlier_until, lost, codes, form };
        Sample::page("recovery-codes", &page)
    };
    let proof = |violations: &Violations| {
        let form = forms.recovery_code_proof().refused(violations);
        Sample::page(form.name, &FormPage { site: site(locale, &settings, Some("Ada"), &[]), form })
    };
    let proofs = [proof(&Violations::none()), proof(&super::violations())];
    let pages =
        [page(0, &[]), page(1, &[]), page(9, &[]), page(10, &["ABCDE-FGHIJ-KLMNO", "PQRST-UVWXY-Z2345"])];
    pages.into_iter().chain(proofs).collect()
}

/// Every violation that the field of a code can show.
pub(super) fn violations() -> [Violation; 4] {
    [Violation::Required, Violation::Malformed, Violation::BadCredentials, Violation::Wrong]
}
