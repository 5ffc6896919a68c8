//! What is good enough for one machine and not for the world. A site whose public address is not this machine is in
//! production: there, what follows is refused, all at once.

use user_core::seal::Secret;
use user_core::settings::{Mails, Settings};

use crate::config::{Config, Fault, Faults, ThrottleKind, is_production};

/// What is refused in production.
pub(crate) fn objections(config: &Config) -> Vec<Fault> {
    let (settings, deployment) = (&config.settings, &config.deployment);
    let mut objections = Vec::new();
    let mut object = |setting: &str, problem: &str| {
        objections.push(Fault::new(setting, problem).given_in(config.source_of(setting)));
    };
    if deployment.mail.is_mailbox() {
        let problem = "the mailbox shows everybody everybody's links: set smtp://, smtps:// or sendmail:";
        object("mail.url", problem);
    }
    if deployment.secret.is_none() {
        object("secret", "must be set, the same on every node; make one with `openssl rand -hex 32`");
    }
    let is_guessable = |secret: &String| Secret::new(secret).is_ok_and(|secret| secret.is_guessable());
    for (setting, secrets) in
        [("secret", deployment.secret.as_slice()), ("earlier_secrets", deployment.earlier_secrets.as_slice())]
    {
        if secrets.iter().any(is_guessable) {
            object(
                setting,
                "can be guessed, or stands in the documentation: make one with `openssl rand -hex 32`",
            );
        }
    }
    // Unless it is given, the sender follows from the public address as soon as that is one.
    let is_final = is_production(settings) || config.source_of("mails.sender").is_some();
    if is_final && settings.mails.sender == Mails::default().sender {
        object("mails.sender", "must be an address of yours, such as `My Site <no-reply@example.com>`");
    }
    objections
}

/// What works in production, and may not be what is meant.
pub(crate) fn risks(config: &Config) -> Vec<Fault> {
    let (settings, deployment) = (&config.settings, &config.deployment);
    let mut risks = Vec::new();
    let mut warn = |setting: &str, problem: &str| {
        risks.push(Fault::new(setting, problem).given_in(config.source_of(setting)));
    };
    if settings.cookies.insecure_development {
        warn("cookies.insecure_development", "whoever sees the traffic can take over every session");
    }
    if goes_before_an_objection(settings) {
        let problem =
            "shorter than lifetimes.undo_email_change: an account can be gone before its owner objects";
        warn("lifetimes.deletion", problem);
    }
    if deployment.exposed_development && is_exposed(config) {
        let problem = "other machines can reach what is for development: the mailbox shows everybody's links";
        warn("exposed_development", problem);
    }
    if tells_who_is_registered(settings) {
        let problem =
            "registering signs in at once, or does not: whoever tries learns which addresses have an account";
        warn("auto_sign_in.after_register", problem);
    }
    if !is_production(settings) {
        return risks;
    }
    if deployment.throttle == ThrottleKind::Memory {
        let problem = "each process counts for itself: with several, or frequent restarts, use `database`";
        warn("throttle", problem);
    }
    if settings.trusted_proxies.is_empty() {
        let problem =
            "behind a proxy all visitors look like one, and are slowed down as one: name its network";
        warn("trusted_proxies", problem);
    }
    if deployment.mail.url.starts_with("file:") {
        warn("mail.url", "mails are written into a folder and reach nobody");
    }
    risks
}

/// Whether other machines can reach the site.
fn is_exposed(config: &Config) -> bool {
    is_production(&config.settings) || !config.deployment.listen.ip().is_loopback()
}

/// Whether what is for development may not be served here: others can reach it, and nobody said that it is meant.
fn is_protected(config: &Config) -> bool {
    is_exposed(config) && !config.deployment.exposed_development
}

/// The mailbox where others can open it. In production it is refused whatever was said.
fn exposed_mailbox(config: &Config) -> Option<Fault> {
    let problem = "other machines can reach this port, and the mailbox shows everybody's links: listen on 127.0.0.1, \
                   send mails by SMTP, or set exposed_development to true";
    let is_refused =
        config.deployment.mail.is_mailbox() && !is_production(&config.settings) && is_protected(config);
    is_refused.then(|| Fault::new("mail.url", problem).given_in(config.source_of("mail.url")))
}

/// The first users where others can reach the site.
pub(crate) fn exposed_first_users(config: &Config) -> Option<Fault> {
    let problem = "the first users, one of them an administrator, are not made where other machines can reach the site, \
                   because their passwords are printed: set it to true if you mean it";
    is_protected(config).then(|| Fault::new("exposed_development", problem))
}

/// Whether the first users are made before serving.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seeds {
    /// The first users.
    First,
    /// Nobody.
    Nobody,
}

/// Whether whoever has a stolen password deletes an account before the ways back of its owner end.
fn goes_before_an_objection(settings: &Settings) -> bool {
    let lifetimes = &settings.lifetimes;
    settings.features.delete_account && lifetimes.deletion < lifetimes.undo_email_change
}

/// Whether a fresh address is signed in and a known one, which never can be, is not.
fn tells_who_is_registered(settings: &Settings) -> bool {
    let registers = settings.features.register && settings.identifiers.email();
    registers && !settings.confirms_email() && settings.auto_sign_in.after_register
}

/// Whether the site may be served like this, with what is wrong `outside`: names everything at once.
pub(crate) fn check(config: &Config, outside: Vec<Fault>, seeds: Seeds) -> Result<(), Faults> {
    let mut faults = config.faults().to_vec();
    faults.extend(outside);
    faults.extend(exposed_mailbox(config));
    faults.extend(exposed_first_users(config).filter(|_| seeds == Seeds::First));
    if is_production(&config.settings) {
        // What is told as faulty already need not be told again.
        let new = |objection: &Fault| !config.faults().iter().any(|known| known.setting == objection.setting);
        faults.extend(objections(config).into_iter().filter(new));
    }
    Faults::unless_none(faults)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::app::App;

    fn config(variables: &[(&str, &str)]) -> Config {
        Config::read(
            &Arc::new(App::new("teahouse")),
            None,
            variables.iter().map(|(name, value)| (name.into(), value.into())),
        )
    }

    fn refused(variables: &[(&str, &str)]) -> Vec<String> {
        refused_with(Seeds::Nobody, variables)
    }

    fn refused_with(seeds: Seeds, variables: &[(&str, &str)]) -> Vec<String> {
        let faults =
            check(&config(variables), vec![], seeds).err().map(|faults| faults.0).unwrap_or_default();
        faults.into_iter().map(|fault| fault.setting).collect()
    }

    const SECRET: &str = "1e9c5a0f7d3b862440fa17c6d2e8953b";

    #[test]
    fn on_this_machine_everything_goes() {
        for url in
            ["http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost:3000", "https://my.localhost"]
        {
            assert_eq!(refused(&[("USER__PUBLIC_BASE_URL", url)]), Vec::<String>::new(), "{url}");
        }
    }

    #[test]
    fn in_production_what_is_for_development_is_refused_at_once() {
        assert_eq!(
            refused(&[("USER__PUBLIC_BASE_URL", "http://192.0.2.1")]),
            ["public_base_url", "mail.url", "secret", "mails.sender"]
        );
        assert_eq!(
            refused(&[("USER__PUBLIC_BASE_URL", "https://example.com"), ("USER__SECRET", "short")]),
            ["secret", "mail.url"]
        );
    }

    #[test]
    fn five_variables_are_enough_for_production() {
        let variables = [
            ("USER__LISTEN", "0.0.0.0:3000"),
            ("USER__PUBLIC_BASE_URL", "https://example.com"),
            ("USER__DATABASE__URL", "postgres://db.example.com/users"),
            ("USER__MAIL__URL", "smtps://mail.example.com"),
            ("USER__SECRET", SECRET),
        ];

        assert_eq!(refused(&variables), Vec::<String>::new());
    }

    #[test]
    fn the_configuration_of_the_package_is_served_in_production_once_it_has_a_secret() {
        let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/packaging/user-server.toml"));
        let app = Arc::new(App::new("user-server"));
        let secret = ("USER__SECRET".into(), SECRET.into());

        let refused = check(&Config::read(&app, Some(file), []), vec![], Seeds::Nobody).unwrap_err().0;
        let config = Config::read(&app, Some(file), [secret]);

        assert_eq!(refused.iter().map(|fault| fault.setting.as_str()).collect::<Vec<_>>(), ["secret"]);
        assert!(check(&config, vec![], Seeds::Nobody).is_ok());
        assert_eq!(risks(&config), []);
    }

    #[test]
    fn what_is_for_development_is_refused_where_others_can_reach_it_unless_it_is_meant() {
        let mailed = ("USER__MAIL__URL", "smtps://mail.example.com");
        let meant = ("USER__EXPOSED_DEVELOPMENT", "true");
        for address in ["0.0.0.0:3000", "[::]:3000"] {
            let listen = ("USER__LISTEN", address);

            assert_eq!(refused(&[listen]), ["mail.url"]);
            assert_eq!(refused(&[listen, mailed]), Vec::<String>::new());
            assert_eq!(refused_with(Seeds::First, &[listen]), ["mail.url", "exposed_development"]);
            assert_eq!(refused_with(Seeds::First, &[listen, mailed]), ["exposed_development"]);
            assert_eq!(refused_with(Seeds::First, &[listen, meant]), Vec::<String>::new());
            let risky = risks(&config(&[listen, meant]));
            assert_eq!(
                risky.iter().map(|risk| risk.setting.as_str()).collect::<Vec<_>>(),
                ["exposed_development"]
            );
        }
        assert_eq!(refused_with(Seeds::First, &[]), Vec::<String>::new());
        assert!(risks(&config(&[])).is_empty());
    }

    #[test]
    fn the_first_users_are_not_made_in_production_unless_it_is_meant() {
        let production = [
            ("USER__PUBLIC_BASE_URL", "https://example.com"),
            ("USER__MAIL__URL", "smtps://mail.example.com"),
            ("USER__SECRET", SECRET),
        ];

        assert_eq!(refused_with(Seeds::First, &production), ["exposed_development"]);
        let meant = [&production[..], &[("USER__EXPOSED_DEVELOPMENT", "true")]].concat();
        assert_eq!(refused_with(Seeds::First, &meant), Vec::<String>::new());
        let mailbox = [production[0], production[2], ("USER__EXPOSED_DEVELOPMENT", "true")];
        assert_eq!(refused(&mailbox), ["mail.url"], "never a mailbox in production");
    }

    #[test]
    fn a_secret_that_can_be_guessed_is_refused_in_production() {
        for guessable in [
            "changemechangemechangemechangeme",
            "00000000000000000000000000000000",
            "32 bytes that nobody else can know",
        ] {
            let production = [
                ("USER__PUBLIC_BASE_URL", "https://example.com"),
                ("USER__MAIL__URL", "smtps://mail.example.com"),
                ("USER__SECRET", SECRET),
            ];
            let earlier = [&production[..], &[("USER__EARLIER_SECRETS", guessable)]].concat();
            let current = [production[0], production[1], ("USER__SECRET", guessable)];

            assert_eq!(refused(&current), ["secret"]);
            assert_eq!(refused(&earlier), ["earlier_secrets"]);
            assert_eq!(refused(&current[2..]), Vec::<String>::new(), "on this machine everything goes");
        }
    }

    #[test]
    fn registering_that_tells_who_has_an_account_is_a_risk() {
        let marked = |more: &[(&str, &str)]| {
            let variables = [&[("USER__FEATURES__CONFIRM_EMAIL", "false")], more].concat();
            risks(&config(&variables)).iter().any(|risk| risk.setting == "auto_sign_in.after_register")
        };

        assert!(marked(&[]));
        assert!(!marked(&[("USER__AUTO_SIGN_IN__AFTER_REGISTER", "false")]));
        assert!(!marked(&[("USER__FEATURES__REGISTER", "false")]));
        assert!(!marked(&[("USER__IDENTIFIERS", "username")]));
        assert!(!marked(&[("USER__FEATURES__CONFIRM_EMAIL", "true")]));
    }
}
