//! What follows from other settings as long as nobody says otherwise.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use url::{Host, Url};
use user_core::settings::Settings;
use user_mail_lettre::Hello;

use super::{Config, Configured, Source, at, leaves, put, read_as};

/// Whether the site is reached from other machines than this one.
pub(crate) fn is_production(settings: &Settings) -> bool {
    match Url::parse(&settings.public_base_url).ok().as_ref().and_then(Url::host) {
        Some(Host::Ipv4(address)) => !address.is_loopback(),
        Some(Host::Ipv6(address)) => !address.is_loopback(),
        Some(Host::Domain(name)) => name != "localhost" && !name.ends_with(".localhost"),
        None => true,
    }
}

impl Config {
    /// How the site introduces itself to a mail server.
    pub(crate) fn hello(&self) -> Hello {
        match (&self.deployment.mail.hello, host(&self.settings.public_base_url)) {
            (Some(name), _) => Hello::Name(name.clone()),
            (None, Some(host)) => Hello::MachineOr(host.to_string()),
            (None, None) => Hello::Machine,
        }
    }

    /// The app chooses what nobody gave; the site is reached where it listens, and mails are from the site.
    pub(super) fn derive(&mut self) {
        self.let_the_app_choose();
        self.listens_at(self.deployment.listen);
        if self.is_derived("mails.sender")
            && is_production(&self.settings)
            && let Some(host) = host_name(&self.settings.public_base_url)
        {
            self.settings.mails.sender = format!("no-reply@{host}");
            self.derived("mails.sender", "public_base_url");
        }
    }

    /// Takes over what the app chooses, but for what was given.
    fn let_the_app_choose(&mut self) {
        let app = Arc::clone(&self.app);
        for choose in &app.settings {
            let mut chosen = self.settings.clone();
            choose(&mut chosen, Configured(Some(&self.sources)));
            let before = serde_json::to_value(&self.settings).unwrap_or_default();
            let mut after = serde_json::to_value(&chosen).unwrap_or_default();
            for (setting, value) in leaves(&after.clone()) {
                let known = at(&before, &setting);
                if known == Some(value) {
                    continue;
                }
                let is_given =
                    matches!(self.source_of(&setting), Some(Source::File(_) | Source::Variable(_)));
                match known.filter(|_| is_given) {
                    Some(given) => put(&mut after, &setting, given.clone()),
                    None => drop(self.sources.insert(setting, Source::App(app.name))),
                }
            }
            self.settings = read_as(&after).unwrap_or(chosen);
        }
    }

    /// The site listens at `address`, whatever port was asked for.
    pub(crate) fn listens_at(&mut self, address: SocketAddr) {
        if !self.is_derived("public_base_url") {
            return;
        }
        let ip = match address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let base = format!("http://{}", SocketAddr::new(ip, address.port()));
        if base != self.settings.public_base_url {
            self.settings.public_base_url = base;
            self.derived("public_base_url", "listen");
        }
    }

    fn is_derived(&self, setting: &str) -> bool {
        matches!(self.sources.get(setting), None | Some(Source::Setting(_)))
    }

    fn derived(&mut self, setting: &str, from: &'static str) {
        self.sources.insert(setting.to_owned(), Source::Setting(from));
    }
}

/// A host that can have mail.
fn host_name(base: &str) -> Option<String> {
    match host(base)? {
        Host::Domain(name) if name.contains('.') => Some(name),
        _ => None,
    }
}

fn host(base: &str) -> Option<Host> {
    Url::parse(base).ok()?.host().map(|host| host.to_owned())
}
