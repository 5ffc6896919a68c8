//! Deleting an account, and keeping it.

use super::{Sample, site, violations};
use crate::domain::{Locale, Notice, Violations};
use crate::settings::Settings;
use crate::views::{DeleteAccountPage, ExportDataPage, FormView, Forms, KeepAccountPage, Typed};

pub(super) fn samples(locale: &Locale) -> Vec<Sample> {
    let settings = Settings::default();
    let forms = Forms::new(&settings, 8);
    let account = Typed { username: "<ada>".to_owned(), ..Typed::default() };
    let site = |notices: &[Notice]| site(locale, &settings, Some("Ada"), notices);
    let due = || "2026-12-06 13:00 UTC".to_owned();
    let delete = |due: Option<String>, violations: &Violations| {
        let form = forms.delete_account(&account).refused(violations);
        Sample::page(form.name, &DeleteAccountPage { site: site(&[]), form, due })
    };
    let keep = |onward: &str, notices: &[Notice]| {
        let (form, onward) = (forms.keep_account(), onward.to_owned());
        Sample::page(form.name, &KeepAccountPage { site: site(notices), form, due: due(), onward })
    };
    let export = |form: Option<FormView>, until: Option<String>| {
        let link = |file: &str| until.as_ref().map(|_| format!("/user/data/{file}"));
        let (json, zip) = (link("data.json"), link("data.zip"));
        Sample::page("export-data", &ExportDataPage { site: site(&[]), form, until, json, zip })
    };
    vec![
        export(Some(forms.export_data()), None),
        export(None, None),
        export(None, Some(due())),
        delete(Some(due()), &Violations::none()),
        delete(Some(due()), &violations()),
        delete(None, &Violations::none()),
        keep("/", &[Notice::SIGNED_IN]),
        keep("/members?page=2", &[]),
    ]
}
