//! Samples of signing in beside registering, and of proving the password again.

use super::{Sample, declared, site, violations};
use crate::domain::{Field, Locale, Notice, Violation, Violations};
use crate::settings::Settings;
use crate::views::{
    CheckEmailPage, ContinuePage, FormPage, FormView, Forms, KeptField, SignInOrRegisterPage, Typed,
};

pub(super) fn samples(locale: &Locale) -> Vec<Sample> {
    both_forms(locale).into_iter().chain(proving_again(locale)).chain(mails_on_their_way(locale)).collect()
}

/// Both forms on one page: as they are, one of them refused, and the other.
fn both_forms(locale: &Locale) -> Vec<Sample> {
    let settings = Settings { fields: declared(), ..Settings::default() };
    let forms = Forms::new(&settings, 8);
    let typed = Typed { email: "<ada>@example.com".to_owned(), ..Typed::default() };
    let here = |form: FormView| form.hiding("shown_on", Some("sign-in-or-register".to_owned()));
    let (sign_in, register) = (here(forms.sign_in(&typed)), here(forms.register(&typed)));
    let register = register.scripted("/user/assets/passwords.js");
    let page = |sign_in, register| {
        let site = site(locale, &settings, None, &[]);
        Sample::page("sign-in-or-register", &SignInOrRegisterPage { site, sign_in, register })
    };
    let (none, all) = (Violations::none(), violations());
    vec![
        page(sign_in.clone().refused(&none), register.clone()),
        page(sign_in.clone().refused(&all), register.clone()),
        page(sign_in, register.refused(&all)),
    ]
}

/// The sign-in page that asks for the password alone, and what follows it.
fn proving_again(locale: &Locale) -> [Sample; 3] {
    let settings = Settings::default();
    let typed = Typed { username: "Ada".to_owned(), remember_me: true, ..Typed::default() };
    let form = Forms::new(&settings, 8).confirm_identity(&typed).hiding("kept", Some("sealed".to_owned()));
    let refused = form.clone().refused(&Violations::one(Field::Form, Violation::Throttled { seconds: 40 }));
    let site = || site(locale, &settings, Some("Ada"), &[Notice::SIGN_IN_AGAIN]);
    let kept = vec![KeptField { name: "<note>".to_owned(), value: "first\n\"second\"".to_owned() }];
    let resumed = ContinuePage { site: site(), form: FormView::new("continue", "/vault"), kept };
    let proof = |form: FormView| Sample::page(form.name, &FormPage { site: site(), form });
    [proof(form.scripted("/user/assets/passwords.js")), proof(refused), Sample::page("continue", &resumed)]
}

/// A mail is on its way: for each reason, and asked for again too soon.
fn mails_on_their_way(locale: &Locale) -> Vec<Sample> {
    let settings = Settings::default();
    let form = Forms::new(&settings, 8).check_email();
    let too_soon = Violations::one(Field::Form, Violation::Throttled { seconds: 1 });
    let page = |(about, other): (&'static str, &str), violations: &Violations| {
        let page = CheckEmailPage {
            site: site(locale, &settings, None, &[Notice::CONFIRMATION_SENT]),
            form: form.clone().refused(violations),
            address: "<ada>@example.com".to_owned(),
            about,
            other: other.to_owned(),
        };
        Sample::page("check-email", &page)
    };
    let cases = [
        ("registered", "/user/register"),
        ("resend", "/user/resend-confirm-email"),
        ("reset", "/user/forgot-password?next=%2F"),
    ];
    cases.into_iter().flat_map(|case| [page(case, &Violations::none()), page(case, &too_soon)]).collect()
}
