//! What cannot be: every contradiction named at once, with what to change.

use std::fmt;
use std::time::Duration;

use thiserror::Error;
use url::{Host, Url};

use super::{Settings, is_below};
use crate::domain::{EmailAddress, Mailbox};

/// One setting that cannot be as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// The setting, as `group.key`.
    pub setting: String,
    /// What is wrong, and what to change.
    pub problem: String,
}

impl SettingsFault {
    pub(super) fn new(setting: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { setting: setting.into(), problem: problem.into() }
    }

    pub(super) fn unknown(key: &str) -> Self {
        Self::new(key, "there is no such setting: correct the name or remove it")
    }

    pub(super) fn unreadable(error: &str) -> Self {
        Self::new("settings", format!("cannot be read: {error}"))
    }
}

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.setting, self.problem)
    }
}

/// Everything wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct SettingsFaults(pub Vec<SettingsFault>);

impl fmt::Display for SettingsFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the settings cannot work as they are:")?;
        self.0.iter().try_for_each(|fault| writeln!(f, "  - {fault}"))
    }
}

impl Settings {
    /// Everything that contradicts itself.
    pub fn faults(&self) -> Vec<SettingsFault> {
        let mut faults = Vec::new();
        self.check_names(&mut faults);
        self.check_features(&mut faults);
        self.check_mails(&mut faults);
        self.check_invitations(&mut faults);
        self.check_effects(&mut faults);
        self.check_paths(&mut faults);
        self.check_times(&mut faults);
        self.check_fields(&mut faults);
        self.check_pictures(&mut faults);
        self.check_headers(&mut faults);
        self.check_second_factor(&mut faults);
        self.check_theme(&mut faults);
        self.check_links(&mut faults);
        faults
    }

    fn check_names(&self, faults: &mut Vec<SettingsFault>) {
        if self.app_name.trim().is_empty() || self.app_name.chars().any(char::is_control) {
            faults.push(SettingsFault::new(
                "app_name",
                "must be a name in one line: it stands on every page and mail",
            ));
        }
        if self.cookies.name.is_empty()
            || !self.cookies.name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        {
            faults.push(SettingsFault::new("cookies.name", "must be ASCII letters, digits and `_`"));
        }
        if let Some(problem) = base_url_problem(&self.public_base_url, self.cookies.insecure_development) {
            faults.push(SettingsFault::new("public_base_url", problem));
        }
        let offered = &self.languages.offered;
        if !offered.is_empty() && !offered.contains(&self.languages.default) {
            faults.push(SettingsFault::new(
                "languages.default",
                "must be one of languages.offered: add it there",
            ));
        }
    }

    fn check_mails(&self, faults: &mut Vec<SettingsFault>) {
        if !self.mails.registered && self.confirms_email() {
            let problem = "carries the link to confirm: switch it on, or features.confirm_email off";
            faults.push(SettingsFault::new("mails.registered", problem));
        }
        if Mailbox::parse(&self.mails.sender).is_none() {
            let problem = "must be an address, or a name and an address: `My Site <no-reply@example.com>`";
            faults.push(SettingsFault::new("mails.sender", problem));
        }
        if self.mails.reply_to.as_deref().is_some_and(|given| Mailbox::parse(given).is_none()) {
            let problem = "must be an address, or a name and an address: `Our Desk <desk@example.com>`";
            faults.push(SettingsFault::new("mails.reply_to", problem));
        }
        if self.mails.return_path.as_deref().is_some_and(|given| EmailAddress::parse(given).is_err()) {
            faults.push(SettingsFault::new("mails.return_path", "must be an address: `bounces@example.com`"));
        }
        for (name, number) in [("mails.tries", self.mails.tries), ("mails.batch", self.mails.batch)] {
            if number == 0 || number > 1_000 {
                faults.push(SettingsFault::new(name, "must be between 1 and 1000"));
            }
        }
    }

    fn check_pictures(&self, faults: &mut Vec<SettingsFault>) {
        if !(1_024..=64 * 1024 * 1024).contains(&self.pictures.max_bytes) {
            faults
                .push(SettingsFault::new("pictures.max_bytes", "must be between 1024 and 67108864 (64 MiB)"));
        }
        if !(64..=8_192).contains(&self.pictures.max_pixels) {
            faults.push(SettingsFault::new("pictures.max_pixels", "must be between 64 and 8192"));
        }
    }

    fn check_headers(&self, faults: &mut Vec<SettingsFault>) {
        if self.headers.hsts > Duration::from_hours(10 * 366 * 24) {
            faults.push(SettingsFault::new("headers.hsts", "must be ten years at most"));
        }
        let is_url = |report: &str| {
            let plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b';' | b',' | b'\\');
            report.bytes().all(plain) && Url::parse(report).is_ok_and(|url| url.scheme() == "https")
        };
        if let Some(report) =
            self.headers.csp_report.as_ref().filter(|report| !is_path(report) && !is_url(report))
        {
            let problem =
                format!("must be a path like `/csp-report`, or a URL with https, and not `{report}`");
            faults.push(SettingsFault::new("headers.csp_report", problem));
        }
    }

    fn check_paths(&self, faults: &mut Vec<SettingsFault>) {
        let paths = self.paths.all();
        if !self.paths.prefix.is_empty() && !is_path(&self.paths.prefix) {
            faults.push(SettingsFault::new("paths.prefix", "must be empty or like `/user`"));
        }
        let base = self.base_path();
        if !base.is_empty() && paths.iter().any(|(_, path)| is_below(base, &self.paths.whole(path))) {
            let problem = format!(
                "begins with `{base}`, the path of `public_base_url`, below which all pages are anyway: leave it out here"
            );
            faults.push(SettingsFault::new("paths.prefix", problem));
        }
        for (index, (name, path)) in paths.iter().enumerate() {
            if !is_path(path) {
                faults.push(SettingsFault::new(format!("paths.{name}"), "must be like `/sign-in`"));
            }
            if let Some((twin, _)) = paths.iter().take(index).find(|(_, other)| other == path) {
                let problem = format!("is the same as paths.{twin}: give each page a path of its own");
                faults.push(SettingsFault::new(format!("paths.{name}"), problem));
            }
        }
        for (name, path) in self.destinations.all() {
            if path != "/" && !is_path(path) {
                let problem = "must be a path on this site, such as `/welcome`";
                faults.push(SettingsFault::new(format!("destinations.{name}"), problem));
            }
        }
    }

    fn check_times(&self, faults: &mut Vec<SettingsFault>) {
        let year = Duration::from_hours(10 * 366 * 24);
        let mails = [
            ("mails.first_retry".to_owned(), self.mails.first_retry),
            ("mails.longest_retry".to_owned(), self.mails.longest_retry),
            ("mails.give_up_after".to_owned(), self.mails.give_up_after),
            ("mails.lease".to_owned(), self.mails.lease),
        ];
        let lifetimes = self.lifetimes.all().map(|(name, time)| (format!("lifetimes.{name}"), time));
        for (name, time) in lifetimes.into_iter().chain(mails) {
            // An account that is deleted without a grace goes at once.
            let goes_at_once = name == "lifetimes.deletion" && time.is_zero();
            if (time < Duration::from_secs(1) && !goes_at_once) || time > year {
                faults.push(SettingsFault::new(name, "must be between one second and ten years"));
            }
        }
        for (name, limit) in self.throttles.all() {
            if limit.free == 0
                || limit.delay.is_zero()
                || limit.forget < limit.longest
                || limit.longest < limit.delay
            {
                let problem = "needs free ≥ 1 and 0 < delay ≤ longest ≤ forget";
                faults.push(SettingsFault::new(format!("throttles.{name}"), problem));
            }
        }
    }
}

fn base_url_problem(raw: &str, insecure_development: bool) -> Option<&'static str> {
    let Ok(url) = Url::parse(raw) else { return Some("must be a URL such as `https://example.com`") };
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Some("must be scheme, host, port and path only, such as `https://example.com`");
    }
    // As it is written, for links are made of that.
    let path = raw.splitn(4, '/').nth(3).unwrap_or_default().trim_end_matches('/');
    if !path.is_empty() && !is_path(&format!("/{path}")) {
        return Some("must have no path, or one like `/app`");
    }
    let loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => return Some("must name a host"),
    };
    match url.scheme() {
        "https" => None,
        "http" if loopback || insecure_development => None,
        "http" => Some(
            "must be https: over plain http every session can be taken over (for development in a trusted \
                        network set cookies.insecure_development)",
        ),
        _ => Some("must begin with https:// or, on this machine, http://"),
    }
}

/// Plain segments only: what a path is must not depend on who parses it.
pub(crate) fn is_path(path: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~');
    path.strip_prefix('/').is_some_and(|rest| {
        rest.split('/').all(|segment| {
            !segment.is_empty() && segment != "." && segment != ".." && segment.bytes().all(plain)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Identifiers;

    fn fault_names(settings: &Settings) -> Vec<String> {
        settings.faults().into_iter().map(|fault| fault.setting).collect()
    }

    fn with(change: impl FnOnce(&mut Settings)) -> Settings {
        let mut settings = Settings::default();
        change(&mut settings);
        settings
    }

    #[test]
    fn the_defaults_work_for_every_choice_of_identifiers() {
        for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
            assert_eq!(fault_names(&with(|s| s.identifiers = identifiers)), Vec::<String>::new());
        }
    }

    #[test]
    fn a_feature_without_what_it_needs_is_refused() {
        let cases = vec![
            (
                "features.confirm_email",
                with(|s| {
                    s.identifiers = Identifiers::Username;
                    s.features.confirm_email = Some(true);
                }),
            ),
            (
                "features.forgot_password",
                with(|s| {
                    s.identifiers = Identifiers::Username;
                    s.features.forgot_password = Some(true);
                }),
            ),
            (
                "features.change_username",
                with(|s| {
                    s.identifiers = Identifiers::Email;
                    s.features.change_username = Some(true);
                }),
            ),
            (
                "features.sign_in_or_register",
                with(|s| {
                    s.features.register = false;
                    s.features.sign_in_or_register = Some(true);
                }),
            ),
            ("mails.registered", with(|s| s.mails.registered = false)),
            (
                "sign_in.before_confirmation",
                with(|s| {
                    s.features.confirm_email = Some(false);
                    s.sign_in.before_confirmation = true;
                }),
            ),
            (
                "languages.default",
                with(|s| s.languages.offered = vec![crate::domain::Locale::parse("nl").unwrap()]),
            ),
        ];

        for (setting, settings) in cases {
            assert_eq!(fault_names(&settings), [setting]);
        }
    }

    #[test]
    fn values_that_cannot_work_are_refused() {
        let cases = vec![
            ("app_name", with(|s| s.app_name = " ".to_owned())),
            ("cookies.name", with(|s| s.cookies.name = "a;b".to_owned())),
            ("public_base_url", with(|s| s.public_base_url = "http://example.com".to_owned())),
            ("public_base_url", with(|s| s.public_base_url = "https://example.com/app?x".to_owned())),
            ("public_base_url", with(|s| s.public_base_url = "https://example.com//app".to_owned())),
            ("public_base_url", with(|s| s.public_base_url = "https://example.com/a/../b".to_owned())),
            ("headers.hsts", with(|s| s.headers.hsts = Duration::from_hours(24 * 4_000))),
            ("headers.csp_report", with(|s| s.headers.csp_report = Some("report; script-src *".to_owned()))),
            ("public_base_url", with(|s| s.public_base_url = "example.com".to_owned())),
            ("mails.sender", with(|s| s.mails.sender = "nobody".to_owned())),
            ("mails.reply_to", with(|s| s.mails.reply_to = Some("desk".to_owned()))),
            ("mails.return_path", with(|s| s.mails.return_path = Some("Desk <a@example.com>".to_owned()))),
            ("mails.tries", with(|s| s.mails.tries = 0)),
            ("paths.prefix", with(|s| s.paths.prefix = "user".to_owned())),
            ("paths.register", with(|s| s.paths.register = "/../x".to_owned())),
            ("paths.sign_out", with(|s| s.paths.sign_out = "/sign-in".to_owned())),
            ("destinations.after_sign_in", with(|s| s.destinations.after_sign_in = "//evil.test".to_owned())),
            ("lifetimes.session", with(|s| s.lifetimes.session = Duration::ZERO)),
            ("pictures.max_bytes", with(|s| s.pictures.max_bytes = 0)),
            ("pictures.max_pixels", with(|s| s.pictures.max_pixels = 100_000)),
            ("throttles.client", with(|s| s.throttles.client.free = 0)),
        ];

        for (setting, settings) in cases {
            assert_eq!(fault_names(&settings), [setting]);
        }
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let source = serde_json::json!({
            "app_name": "", "colour": "blue", "features": { "regsiter": true }, "mails": { "sender": "x" },
        });

        let faults = Settings::read(source).unwrap_err();

        let names: Vec<_> = faults.0.iter().map(|fault| fault.setting.as_str()).collect();
        assert_eq!(names, ["colour", "features.regsiter", "app_name", "mails.sender"]);
        assert!(faults.to_string().contains("there is no such setting"));
    }

    #[test]
    fn a_value_of_the_wrong_type_is_told_too() {
        let faults = Settings::read(serde_json::json!({ "app_name": 7 })).unwrap_err();

        assert!(faults.to_string().contains("cannot be read"));
    }

    #[test]
    fn plain_http_is_for_loopback_or_an_explicit_switch() {
        let below = ["https://example.com/app", "https://example.com/a/b/"];
        let own = ["http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost", "https://example.com"];
        for good in own.into_iter().chain(below) {
            assert_eq!(base_url_problem(good, false), None, "{good}");
        }
        assert!(base_url_problem("http://10.0.0.5", false).is_some());
        assert_eq!(base_url_problem("http://10.0.0.5", true), None);
    }
}
