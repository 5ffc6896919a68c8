//! Growth: what a feature may touch. A page is its own files, a row in the table of pages and a line in the table of
//! the web crate; a list that somebody keeps by hand beside these is a list that drifts.

use std::collections::BTreeMap;
use std::fs;

use user_core::pages::Page;

use crate::workspace::{assert_none, files, read, shown};

/// How a page of ours is called in code, in settings and in templates: a small one, a form of two fields.
const NAMES: [&str; 4] = ["change_username", "changes_username", "ChangeUsername", "change-username"];

/// Its own files: the flow, the form and the page.
const OWN: [&str; 3] = [
    "crates/user-core/src/flows/change_username.rs",
    "crates/user-core/src/views/forms.rs",
    "crates/user-web/src/pages/change_username.rs",
];

/// The other files that name it, with the lines that may.
const OTHERS: [(&str, usize); 4] = [
    // The module, and what apps call its form and its error.
    ("crates/user-core/src/flows/mod.rs", 2),
    // Its row.
    ("crates/user-core/src/pages/table.rs", 4),
    // The feature that switches it: the setting, its default, when it is on, and what it needs.
    ("crates/user-core/src/settings/features.rs", 7),
    // The module, and the line that mounts it.
    ("crates/user-web/src/pages/mod.rs", 2),
];

#[test]
fn a_page_is_its_own_files_and_a_row_in_each_table() {
    let mut found = BTreeMap::new();
    for path in files("crates").iter().filter(|path| is_source(&shown(path))) {
        let lines = lines_that_name(&fs::read_to_string(path).unwrap());
        if lines > 0 {
            found.insert(shown(path), lines);
        }
    }

    let own: Vec<_> = OWN.iter().filter(|file| found.remove(**file).is_none()).collect();
    assert!(own.is_empty(), "a page without these files: {own:?}");
    let others = OTHERS.iter().map(|(file, lines)| ((*file).to_owned(), *lines)).collect();
    assert_eq!(found, others, "a page touches other files than it may, or may touch fewer by now");
}

/// What a credential may touch.
struct Credential {
    /// How it is called.
    names: &'static [&'static str],
    /// The files that are its alone.
    own: &'static [&'static str],
    /// How many other files of the core name it: names that are declared there (kind, factor, method, purpose, label, mail,
    /// event), a row for each page, a switch, a field, a notice, forms and a view, and the modules.
    others: usize,
}

/// With two pages, two mails, two events, a setting for each of pages and mails, and a notice.
const RECOVERY_CODES: Credential = Credential {
    names: &["recovery_code", "RECOVERY_CODE", "RecoveryCode", "recovery-code"],
    own: &[
        "crates/user-core/src/domain/recovery_code.rs",
        "crates/user-core/src/flows/recovery_codes.rs",
        "crates/user-core/src/flows/use_recovery_code.rs",
        "crates/user-core/src/kit/code_lists.rs",
        "crates/user-core/src/kit/recovery_codes.rs",
        "crates/user-core/src/views/recovery_codes.rs",
        "crates/user-core/src/views/samples/recovery_codes.rs",
        "crates/user-web/src/pages/recovery_codes.rs",
        "crates/user-web/src/pages/use_recovery_code.rs",
    ],
    others: 18,
};

/// With two pages, the second step among them, three mails, four events and three settings.
const APPS: Credential = Credential {
    names: &["totp", "TOTP", "Totp", "authenticator_apps", "AuthenticatorApps", "authenticator-apps"],
    own: &[
        "crates/user-cli/src/user/factors.rs",
        "crates/user-core/src/domain/totp.rs",
        "crates/user-core/src/flows/reset_second_step.rs",
        "crates/user-core/src/flows/second_step.rs",
        "crates/user-core/src/flows/set_up_totp.rs",
        "crates/user-core/src/flows/totp.rs",
        "crates/user-core/src/kit/second_step.rs",
        "crates/user-core/src/kit/totp.rs",
        "crates/user-core/src/views/samples/totp.rs",
        "crates/user-core/src/views/totp.rs",
        "crates/user-web/src/pages/authenticator_apps.rs",
        "crates/user-web/src/pages/second_step.rs",
    ],
    others: 21,
};

#[test]
fn a_credential_touches_no_store_and_few_files_of_the_core() {
    for credential in [RECOVERY_CODES, APPS] {
        let named = |path: &str| {
            let text = read(path);
            let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
            let mut code = code.filter(|line| !line.trim_start().starts_with("//"));
            code.any(|line| credential.names.iter().any(|name| line.contains(name)))
        };
        let all = files("crates")
            .into_iter()
            .map(|path| shown(&path))
            .filter(|path| is_source(path) && path.contains("/src/"));
        let touched: Vec<_> = all.filter(|path| named(path)).collect();

        let own: Vec<_> =
            credential.own.iter().filter(|file| !touched.iter().any(|path| path == *file)).collect();
        assert!(own.is_empty(), "a credential without these files: {own:?}");
        let of_others = |path: &&String| {
            let pages = [RECOVERY_CODES, APPS].into_iter().flat_map(|one| one.own);
            !pages.copied().any(|own| own == path.as_str())
        };
        let others: Vec<_> = touched.iter().filter(of_others).collect();
        let outside = |path: &&&String| !path.starts_with("crates/user-core/");
        let adapters: Vec<_> =
            others.iter().filter(outside).filter(|path| !path.contains("user-testkit")).collect();
        assert_eq!(
            adapters,
            [&"crates/user-web/src/exchange/kept.rs", &"crates/user-web/src/pages/mod.rs"],
            "an adapter mounts its pages, and knows what it never carries through another one"
        );
        let of_core = others.iter().filter(|path| path.starts_with("crates/user-core/")).count();
        assert_eq!(of_core, credential.others, "{others:#?}");
    }
}

/// Of a crate, and no test.
fn is_source(path: &str) -> bool {
    let path = path.strip_prefix("crates/").unwrap_or_default();
    let is_code = path.rsplit('.').next().is_some_and(|ending| ending == "rs");
    let is_test = path.split('/').nth(1) == Some("tests") || path.ends_with("/tests.rs");
    is_code && !is_test
}

fn lines_that_name(text: &str) -> usize {
    let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    let code = code.filter(|line| !line.trim_start().starts_with("//"));
    code.filter(|line| NAMES.iter().any(|name| line.contains(name))).count()
}

#[test]
fn comments_and_tests_do_not_count() {
    assert_eq!(lines_that_name("mod change_username;\n// change_username\n#[cfg(test)]\nchange_username"), 1);
    assert!(is_source("crates/a/src/b.rs") && is_source("crates/a/examples/b.rs"));
    assert!(!is_source("crates/a/tests/b.rs") && !is_source("crates/a/src/b.md"));
}

/// The line that mounts a page is the only place of the web crate where it is told from others; but for these, which
/// ask for a page by its name.
const ASKED_FOR: [(&str, &str); 3] = [
    // The page that says to look for a mail says by itself what an app's own page in its place is told by a notice.
    ("crates/user-web/src/pages/check_email.rs", "Page::CheckEmail"),
    // What was posted is carried through our own sign-in page alone.
    ("crates/user-web/src/guard.rs", "Page::SignIn"),
    // A form comes back to the page with both forms only where that is on.
    ("crates/user-web/src/pages/sign_in_or_register.rs", "Page::SignInOrRegister"),
];

#[test]
fn no_file_of_the_web_crate_tells_pages_apart() {
    let mut wrong = Vec::new();
    for path in files("crates/user-web/src") {
        let (text, file) = (fs::read_to_string(&path).unwrap(), shown(&path));
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let asked_for = ASKED_FOR.iter().any(|(may, page)| *may == file && line.contains(page));
            // Where a form leads is asked for by the page that the form is on.
            let is_own = line.contains("settings().after(Page::");
            if line.contains("Page::") && !line.contains("Template::Page") && !asked_for && !is_own {
                wrong.push(format!("{file}: {}", line.trim()));
            }
        }
    }

    wrong.retain(|line| !line.starts_with("crates/user-web/src/pages/mod.rs"));
    assert_none("what differs from page to page belongs into its `Mount`", &wrong);
}

#[test]
fn every_page_is_mounted_by_one_line() {
    let table = read("crates/user-web/src/pages/mod.rs");

    for page in Page::ALL {
        let line = format!("    {page:?} = ");
        assert_eq!(table.lines().filter(|found| found.starts_with(&line)).count(), 1, "{page:?}");
    }
}
