//! What can be chosen: plain data with working defaults, from code, a file or the environment alike.

mod check;
mod deletion;
mod effects;
mod features;
mod fields;
mod headers;
mod identifiers;
mod invitations;
mod lifetimes;
mod redaction;
mod rules;
mod second_factor;
mod theme;
mod throttles;
pub(crate) mod time;
mod words;

use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serialize};

pub use crate::pages::{Destinations, Paths};
pub(crate) use check::is_path;
pub use check::{SettingsFault, SettingsFaults};
pub use deletion::Deletion;
pub use features::Features;
pub use fields::{Choice, DateRules, FieldDeclaration, FieldKind, NumberRules, Shown, TEXT_MAX, TextRules};
pub(crate) use fields::{Told, is_ticked};
pub use headers::{Headers, OpenerPolicy};
pub use identifiers::Identifiers;
pub use invitations::{InvitationMode, Invitations, Inviters};
pub use lifetimes::Lifetimes;
pub use redaction::{is_server_url, without_password};
pub use rules::{
    AutoSignIn, Cookies, Languages, Mails, Passwords, PictureLimits, ReadyPasswordPolicy, SignInRules,
    Smtputf8,
};
pub use second_factor::SecondFactor;
pub use theme::{CardStyle, Density, Radius, Scheme, SiteLinks, Theme};
pub use throttles::Throttles;

/// Every setting. `Settings::default()` is a safe, working product on `http://127.0.0.1:3000`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Settings {
    /// The name of the app, on pages and in mails. Default: `My app`.
    pub app_name: String,
    /// Where the app is reached from outside: scheme, host, port, and a path where the app has no host of its own, such
    /// as `https://example.com/app`. Links in mails are built from it, never from a request. Default:
    /// `http://127.0.0.1:3000`.
    pub public_base_url: String,
    /// What people sign in with.
    pub identifiers: Identifiers,
    /// Which flows exist.
    pub features: Features,
    /// Where the pages are.
    pub paths: Paths,
    /// Where each flow leads.
    pub destinations: Destinations,
    /// How long things last.
    pub lifetimes: Lifetimes,
    /// What stays of a deleted user.
    pub deletion: Deletion,
    /// When a flow signs the visitor in by itself.
    pub auto_sign_in: AutoSignIn,
    /// Invitations.
    pub invitations: Invitations,
    /// Rules for signing in.
    pub sign_in: SignInRules,
    /// The second step of signing in.
    pub second_factor: SecondFactor,
    /// Which mails are sent, and how patiently.
    pub mails: Mails,
    /// Rules for passwords.
    pub passwords: Passwords,
    /// Cookies.
    pub cookies: Cookies,
    /// Headers that keep pages from being used against their readers.
    pub headers: Headers,
    /// Limits on attempts.
    pub throttles: Throttles,
    /// Languages.
    pub languages: Languages,
    /// What the app asks of people beside names, addresses and passwords, in the order of the forms. Default: nothing.
    pub fields: Vec<FieldDeclaration>,
    /// Limits on pictures.
    pub pictures: PictureLimits,
    /// What pages and mails look like.
    pub theme: Theme,
    /// Where pages and mails lead outside of the account pages.
    pub links: SiteLinks,
    /// Networks of the proxies in front of the app, such as `10.0.0.0/8`. Only what they say about a visitor's
    /// address is believed. Default: none.
    pub trusted_proxies: Vec<IpNet>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            app_name: "My app".to_owned(),
            public_base_url: "http://127.0.0.1:3000".to_owned(),
            identifiers: Identifiers::default(),
            features: Features::default(),
            paths: Paths::default(),
            destinations: Destinations::default(),
            lifetimes: Lifetimes::default(),
            deletion: Deletion::default(),
            auto_sign_in: AutoSignIn::default(),
            invitations: Invitations::default(),
            sign_in: SignInRules::default(),
            second_factor: SecondFactor::default(),
            mails: Mails::default(),
            passwords: Passwords::default(),
            cookies: Cookies::default(),
            headers: Headers::default(),
            throttles: Throttles::default(),
            languages: Languages::default(),
            fields: Vec::new(),
            pictures: PictureLimits::default(),
            theme: Theme::default(),
            links: SiteLinks::default(),
            trusted_proxies: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads settings from any serde source and checks them. Reports every unknown key and every contradiction at
    /// once; a value of the wrong type is reported alone, because nothing after it can be read.
    pub fn read<'de, D: Deserializer<'de>>(source: D) -> Result<Self, SettingsFaults> {
        let mut unknown = Vec::new();
        let read: Result<Self, _> = serde_ignored::deserialize(source, |path| unknown.push(path.to_string()));
        let mut faults: Vec<_> = unknown.iter().map(|key| SettingsFault::unknown(key)).collect();
        match read {
            Ok(settings) => {
                faults.extend(settings.faults());
                if faults.is_empty() { Ok(settings) } else { Err(SettingsFaults(faults)) }
            }
            Err(error) => {
                faults.push(SettingsFault::unreadable(&error.to_string()));
                Err(SettingsFaults(faults))
            }
        }
    }

    /// Whether people can be invited.
    pub fn invites(&self) -> bool {
        self.invitations.mode != InvitationMode::Off
    }

    /// Whether nobody registers without an invitation.
    pub fn requires_invitation(&self) -> bool {
        self.invitations.mode == InvitationMode::Required
    }

    /// Whether the site is served over https.
    pub fn is_https(&self) -> bool {
        self.public_base_url.starts_with("https://")
    }

    /// The path below which the app is reached, such as `/app`; empty where it has a host of its own.
    pub fn base_path(&self) -> &str {
        let rest = self.public_base_url.split_once("://").map_or("", |(_, rest)| rest);
        let path = rest.find('/').and_then(|start| rest.get(start..)).unwrap_or_default();
        path.trim_end_matches('/')
    }

    /// A path of the app as browsers see it: below [`base_path`](Self::base_path). One that is below it already stays
    /// as it is, so an app below `/app` has no page of its own at `/app` or below that.
    pub fn outside(&self, path: &str) -> String {
        let base = self.base_path();
        if is_below(base, path) { path.to_owned() } else { format!("{base}{path}") }
    }

    /// A path as the app's routes have it: without [`base_path`](Self::base_path), whether a proxy took that away or
    /// not.
    pub fn inside<'a>(&self, path: &'a str) -> &'a str {
        let base = self.base_path();
        match path.strip_prefix(base).filter(|_| is_below(base, path)) {
            Some("") => "/",
            Some(rest) => rest,
            None => path,
        }
    }

    /// Where browsers find the page at `path`, one of [`paths`](Self::paths).
    pub fn page(&self, path: &str) -> String {
        self.outside(&self.paths.whole(path))
    }
}

/// Whether `path` is `base` or below it; the query does not matter.
pub(crate) fn is_below(base: &str, path: &str) -> bool {
    path.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(base: &str) -> Settings {
        Settings { public_base_url: base.to_owned(), ..Settings::default() }
    }

    #[test]
    fn a_path_is_the_same_from_inside_and_outside_where_the_app_has_a_host_of_its_own() {
        for base in ["https://example.com", "https://example.com/", "http://127.0.0.1:3000"] {
            let settings = at(base);

            assert_eq!(settings.base_path(), "", "{base}");
            for path in ["/", "/members", "/members?x=/app"] {
                assert_eq!((settings.outside(path).as_str(), settings.inside(path)), (path, path));
            }
        }
    }

    #[test]
    fn below_a_path_it_stands_in_front_once() {
        for base in ["https://example.com/app", "https://example.com/app/"] {
            let settings = at(base);

            assert_eq!(settings.base_path(), "/app");
            for (inside, outside) in
                [("/", "/app/"), ("/members?a=b", "/app/members?a=b"), ("/application", "/app/application")]
            {
                assert_eq!(settings.outside(inside), outside);
                assert_eq!(settings.outside(outside), outside);
                assert_eq!(settings.inside(outside), inside);
                assert_eq!(settings.inside(inside), inside);
            }
            assert_eq!((settings.inside("/app"), settings.outside("/app?x")), ("/", "/app?x".to_owned()));
        }
        assert_eq!(at("https://example.com/a/b").outside("/c"), "/a/b/c");
    }
}
