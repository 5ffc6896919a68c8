//! `doctor`: what the server knows of itself.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;
use user_cli::{Check, Patient, Schema, SettingInForce};
use user_core::UserManager;
use user_core::domain::{EmailAddress, Mailbox};
use user_core::pages::Page;
use user_core::ports::{Cause, Renderer};
use user_core::settings::{Smtputf8, without_password};
use user_mail_lettre::LettreMailer;

use super::tables::Tables;
use crate::config::{Config, Fault, PoolingKind, is_confidential, is_production, leaves, tree_of};
use crate::production::Seeds;
use crate::wiring::{self, IfMissing, Product};
use crate::{outside, production};

/// As long as this a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The site that this configuration makes.
pub(super) struct Site<'a>(pub(super) &'a Config);

#[async_trait]
impl Patient for Site<'_> {
    fn is_production(&self) -> bool {
        is_production(&self.0.settings)
    }

    fn settings(&self) -> Vec<SettingInForce> {
        findings(self.0)
    }

    fn faults(&self) -> Vec<String> {
        let outside = outside::faults(self.0, &wiring::renderer(self.0));
        let refused = production::check(self.0, outside, Seeds::Nobody).err();
        refused.iter().flat_map(|faults| &faults.0).map(ToString::to_string).collect()
    }

    fn renderer(&self) -> Result<Box<dyn Renderer>, Cause> {
        Ok(Box::new(wiring::renderer(self.0)?))
    }

    async fn users(&self) -> Result<UserManager, Cause> {
        Ok(Box::pin(Product::to_examine(self.0)).await?.users)
    }

    fn without_store(&self) -> Option<Check> {
        let file = wiring::missing_file(&self.0.deployment)?;
        let file = file.display();
        Some(if self.migrates() {
            Check::risky("store", format!("{file} is not there yet: serving makes it"))
        } else {
            Check::faulty("store", format!("{file} is not there: `{} migrate up` makes it", self.0.app.name))
        })
    }

    fn migrates(&self) -> bool {
        self.0.deployment.database.migrate
    }

    async fn tables(&self) -> Result<Box<dyn Schema>, Cause> {
        Ok(Box::new(Tables(wiring::store(self.0, IfMissing::Refuse).await?)))
    }

    async fn pooler(&self) -> Option<Check> {
        let deployment = &self.0.deployment;
        let store = wiring::store(self.0, IfMissing::Refuse).await.ok()?;
        let lent = match store.is_lent_by_transaction().await {
            Ok(lent) => lent,
            Err(error) => return Some(Check::risky("pooler", format!("cannot be looked for: {error}"))),
        };
        match (lent, deployment.database.pooling) {
            (true, PoolingKind::Transaction) => {
                Some(Check::fine("pooler", "lends a server for one transaction"))
            }
            (true, PoolingKind::Session) => Some(Check::faulty(
                "pooler",
                "a pooler lends a server for one transaction: set `database.pooling` to `transaction`",
            )),
            (false, PoolingKind::Transaction) => Some(Check::risky(
                "pooler",
                "none is there, or it lends a server for a whole session: `database.pooling` can be `session`",
            )),
            (false, PoolingKind::Session) => None,
        }
    }

    /// What is not there to be read is told by the check of the tables.
    async fn foreign_keys(&self) -> Option<Check> {
        let store = wiring::store(self.0, IfMissing::Refuse).await.ok()?;
        let keys = store.foreign_keys_that_keep_rows().await.ok()?;
        let said = format!(
            "these lead to other tables than that of the users, and may keep sessions, links or mails from ending: {}",
            keys.join(", ")
        );
        (!keys.is_empty()).then(|| Check::risky("foreign keys", said))
    }

    /// Mails wait while their server cannot be reached: that is no reason not to serve.
    async fn mailer(&self) -> Check {
        let mail = &self.0.deployment.mail;
        let shown = without_password(&mail.url);
        let Some(server) = server(&mail.url) else { return Check::fine("mailer", shown) };
        match timeout(PATIENCE, TcpStream::connect(server)).await {
            Ok(Ok(_)) => self.mail_server(&shown).await,
            Ok(Err(error)) => Check::risky("mailer", format!("{shown} cannot be reached: {error}")),
            Err(_) => Check::risky("mailer", format!("{shown} does not answer")),
        }
    }
}

impl Site<'_> {
    /// What a mail server says that answers: whether it lets this site in, and which addresses it takes.
    async fn mail_server(&self, shown: &str) -> Check {
        let config = self.0;
        let mailer = match LettreMailer::from_url_as(&config.deployment.mail.url, config.hello()) {
            Ok(LettreMailer::Smtp(mailer)) => mailer,
            Ok(_) => return Check::fine("mailer", shown),
            Err(error) => return Check::risky("mailer", error.to_string()),
        };
        let domain = Mailbox::parse(&config.settings.mails.sender).map(|sender| sender.address);
        let domain = domain.as_ref().map_or("", EmailAddress::domain);
        match timeout(PATIENCE, mailer.ask_for_smtputf8(domain)).await {
            Ok(Ok(takes)) => {
                let letters =
                    if takes { "" } else { ", but no addresses with letters beyond ASCII before the @" };
                let said = format!("{shown} takes mails{letters}");
                let promised = config.settings.mails.smtputf8 == Smtputf8::On;
                if promised && !takes { Check::risky("mailer", said) } else { Check::fine("mailer", said) }
            }
            Ok(Err(error)) => {
                Check::risky("mailer", format!("{shown} takes no mails: {}", with_cause(&error)))
            }
            Err(_) => Check::risky("mailer", format!("{shown} does not answer")),
        }
    }
}

fn with_cause(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), ToString::to_string)
}

/// Host and port of a mail server; none where mails go elsewhere.
fn server(url: &str) -> Option<(String, u16)> {
    let url = Url::parse(url).ok()?;
    let usual = match url.scheme() {
        "smtp" => 587,
        "smtps" => 465,
        _ => return None,
    };
    Some((url.host_str()?.to_owned(), url.port().unwrap_or(usual)))
}

fn findings(config: &Config) -> Vec<SettingInForce> {
    let tree = tree_of(&config.settings, &config.deployment);
    let odd = wiring::renderer(config).map(|renderer| outside::risks(config, &renderer)).unwrap_or_default();
    let finding = |(setting, value): (String, &Value)| SettingInForce {
        value: in_effect(config, &setting).unwrap_or_else(|| shown(&setting, value)),
        source: config.source_of(&setting).map_or_else(|| "default".to_owned(), ToString::to_string),
        remarks: remarks(config, &odd, &setting),
        setting,
    };
    leaves(&tree).into_iter().map(finding).collect()
}

/// What follows from other settings where nothing is set.
fn in_effect(config: &Config, setting: &str) -> Option<Value> {
    let settings = &config.settings;
    match setting {
        "features.sign_in_or_register" => Some(settings.signs_in_or_registers().into()),
        // The server has everything that pictures need.
        "features.picture" => Some((settings.features.picture != Some(false)).into()),
        // A switch is called like the page that it is for.
        _ => setting.strip_prefix("features.").and_then(Page::named).map(|page| page.is_on(settings).into()),
    }
}

/// What a setting's value may be known as.
fn shown(setting: &str, value: &Value) -> Value {
    match value {
        Value::String(url) if matches!(setting, "database.url" | "mail.url") => without_password(url).into(),
        Value::String(_) if is_confidential(setting) => "(set)".into(),
        Value::Array(list) if is_confidential(setting) => format!("({} set)", list.len()).into(),
        other => other.clone(),
    }
}

fn remarks(config: &Config, odd: &[Fault], setting: &str) -> Vec<String> {
    let about = |faults: &[Fault]| -> Vec<String> {
        let own = faults.iter().filter(|fault| fault.setting == setting);
        own.map(|fault| fault.problem.clone()).collect()
    };
    let refused = if is_production(&config.settings) { "refused" } else { "refused in production" };
    let mut remarks = about(config.faults());
    remarks.extend(
        about(&production::objections(config)).into_iter().map(|problem| format!("{refused}: {problem}")),
    );
    remarks.extend(about(&production::risks(config)));
    remarks.extend(about(odd));
    remarks
}
