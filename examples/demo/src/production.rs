//! What is good enough for one machine and not for the world. A site whose public address is not this machine is in
//! production: there, what follows is refused, all at once.

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
    if deployment.mail.is_mailbox() && !deployment.listen.ip().is_loopback() {
        let problem =
            "other machines can reach this port, and whoever opens the mailbox can use everybody's links";
        warn("mail.url", problem);
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

/// Whether a fresh address is signed in and a known one, which never can be, is not.
fn tells_who_is_registered(settings: &Settings) -> bool {
    let registers = settings.features.register && settings.identifiers.email();
    registers && !settings.confirms_email() && settings.auto_sign_in.after_register
}

/// Whether the site may be served like this, with what is wrong `outside`: names everything at once.
pub(crate) fn check(config: &Config, outside: Vec<Fault>) -> Result<(), Faults> {
    let mut faults = config.faults().to_vec();
    faults.extend(outside);
    if is_production(&config.settings) {
        // What is told as faulty already need not be told again.
        let new = |objection: &Fault| !config.faults().iter().any(|known| known.setting == objection.setting);
        faults.extend(objections(config).into_iter().filter(new));
    }
    Faults::unless_none(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(variables: &[(&str, &str)]) -> Config {
        Config::read(None, variables.iter().map(|(name, value)| (name.into(), value.into())))
    }

    fn refused(variables: &[(&str, &str)]) -> Vec<String> {
        let faults = check(&config(variables), vec![]).err().map(|faults| faults.0).unwrap_or_default();
        faults.into_iter().map(|fault| fault.setting).collect()
    }

    const SECRET: &str = "0123456789abcdef0123456789abcdef";

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
    fn a_mailbox_that_others_can_reach_is_a_risk() {
        let risky = risks(&config(&[("USER__LISTEN", "0.0.0.0:3000")]));

        assert_eq!(risky.iter().map(|risk| risk.setting.as_str()).collect::<Vec<_>>(), ["mail.url"]);
        assert!(risks(&config(&[])).is_empty());
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
