//! `doctor`: whether the site can be served as it is set up, and what is risky about it.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};
use user_core::UserManager;
use user_core::ports::{Cause, Renderer};

use crate::{CliError, Format, Schema, Terminal, show};

/// A hash that takes longer than this lets few people sign in at a time.
const SLOW_HASH_MS: i64 = 1_000;
/// A hash that takes longer than this in a debug build is one that is built without optimisation.
const SLOW_DEBUG_HASH_MS: i64 = 250;
/// The check that comes before all others.
const SETTINGS: &str = "settings";
/// No clock that is right shows an earlier moment: 2026, in seconds since 1970.
const FIRST_MOMENT: i64 = 1_767_225_600;

/// `doctor`: look at everything that serving needs. Changes nothing.
#[derive(Args, Clone, Copy, Debug)]
pub struct DoctorCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
}

/// A setting in force.
#[derive(Clone, Debug, Serialize)]
pub struct SettingInForce {
    /// Its name, such as `lifetimes.session`.
    pub setting: String,
    /// Its value; nothing secret.
    pub value: Value,
    /// Where it comes from.
    pub source: String,
    /// What is risky about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// How something that was looked at is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Health {
    /// As it should be.
    Fine,
    /// It works, and may not be what is meant.
    Risky,
    /// The site cannot be served like this.
    Faulty,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Check {
    /// What: `settings`, `store`, `tables`, `mailer`, …
    pub name: &'static str,
    /// How it is.
    pub health: Health,
    /// What there is to say.
    pub said: String,
}

/// The site as its app knows it: an app implements this over what it is put together from.
#[async_trait]
pub trait Patient: Send + Sync {
    /// Whether it is there for others than its developers.
    fn is_production(&self) -> bool;

    /// Every setting in force; none, if the app does not list them.
    fn settings(&self) -> Vec<SettingInForce> {
        Vec::new()
    }

    /// What keeps it from being served as it is configured: contradictions, a secret that is missing.
    fn faults(&self) -> Vec<String>;

    /// Its renderer.
    fn renderer(&self) -> Result<Box<dyn Renderer>, Cause>;

    /// Its users. Must not change tables.
    async fn users(&self) -> Result<UserManager, Cause>;

    /// What there is to say when serving makes the place for accounts first: risky where it will, faulty where it must
    /// not. Nothing is looked for in a store that is not there.
    fn without_store(&self) -> Option<Check> {
        None
    }

    /// Whether serving brings the tables up to date by itself. Where it does not, pending migrations keep it from
    /// serving.
    fn migrates(&self) -> bool {
        false
    }

    /// Its tables.
    async fn tables(&self) -> Result<Box<dyn Schema>, Cause>;

    /// What stands between the store and its database, where there is something to say about it.
    async fn pooler(&self) -> Option<Check> {
        None
    }

    /// Foreign keys of the app that keep rows from ending, where there are some.
    async fn foreign_keys(&self) -> Option<Check> {
        None
    }

    /// Where its mails go, and whether that can be reached.
    async fn mailer(&self) -> Check;
}

impl Check {
    /// Something that is as it should be.
    pub fn fine(name: &'static str, said: impl Into<String>) -> Self {
        Self { name, health: Health::Fine, said: said.into() }
    }

    /// Something that works, and may not be what is meant.
    pub fn risky(name: &'static str, said: impl Into<String>) -> Self {
        Self { name, health: Health::Risky, said: said.into() }
    }

    /// Something that keeps the site from being served.
    pub fn faulty(name: &'static str, said: impl Into<String>) -> Self {
        Self { name, health: Health::Faulty, said: said.into() }
    }

    fn broken(name: &'static str, error: impl Into<Cause>) -> Self {
        Self::faulty(name, CliError::failed(error).with_causes())
    }
}

impl DoctorCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Looks at everything, tells it, and refuses when the site cannot be served.
    pub async fn run(&self, patient: &dyn Patient, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        let (settings, mut faults) = (patient.settings(), patient.faults());
        let checks = examine(patient, &faults).await;
        if self.json() {
            let production = patient.is_production();
            let said = json!({
                "production": production, "settings": settings, "faults": faults, "checks": checks
            });
            show::json(terminal, &said)?;
        } else {
            tell(&settings, &checks, terminal)?;
        }
        let bad = checks.iter().filter(|check| check.health == Health::Faulty && check.name != SETTINGS);
        faults.extend(bad.map(|check| format!("{}: {}", check.name, check.said)));
        if faults.is_empty() {
            return Ok(());
        }
        Err(CliError::refused(format!("this cannot be served:\n  - {}", faults.join("\n  - "))))
    }
}

fn tell(settings: &[SettingInForce], checks: &[Check], terminal: &mut dyn Terminal) -> Result<(), CliError> {
    for SettingInForce { setting, value, source, remarks } in settings {
        let mark = if remarks.is_empty() { ' ' } else { '!' };
        let value = if value.is_null() { "not set".to_owned() } else { value.to_string() };
        let mut said = format!("{mark} {setting:<39} {value:<34} {source}");
        said.extend(remarks.iter().map(|remark| format!("\n    {remark}")));
        terminal.data(&show::lines_without_control(&said))?;
    }
    let row = |check: &Check| {
        let mark = if check.health == Health::Fine { " " } else { "!" };
        vec![format!("{mark} {}", check.name), in_one_line(&check.said)]
    };
    show::table(terminal, &checks.iter().map(row).collect::<Vec<_>>())
}

/// A list below a heading becomes `heading: one; two`.
fn in_one_line(said: &str) -> String {
    let lines = said.lines().map(|line| line.trim().trim_start_matches("- ")).filter(|line| !line.is_empty());
    lines.fold(String::new(), |before, line| match before.as_str() {
        "" => line.to_owned(),
        heading if heading.ends_with(':') => format!("{heading} {line}"),
        _ => format!("{before}; {line}"),
    })
}

/// Looks at what can be looked at: nothing is opened with a configuration that is wrong.
async fn examine(patient: &dyn Patient, faults: &[String]) -> Vec<Check> {
    let mut checks = vec![settings(faults), templates(patient)];
    if !faults.is_empty() {
        return checks;
    }
    match patient.users().await {
        Ok(users) => {
            checks.push(base_url(&users, patient.is_production()));
            checks.push(clock(users.now()));
            checks.push(hasher(&users).await);
            if let Some(check) = patient.without_store() {
                checks.push(check);
            } else {
                checks.extend([store(&users).await, tables(patient).await]);
                checks.extend(patient.pooler().await);
                checks.extend(patient.foreign_keys().await);
            }
        }
        // Where it does not answer, its tables do not, either.
        Err(error) => checks.push(Check::broken("store", error)),
    }
    checks.push(patient.mailer().await);
    checks
}

fn settings(faults: &[String]) -> Check {
    match faults.len() {
        0 => Check::fine(SETTINGS, "nothing contradicts itself, and nothing is missing"),
        number => Check::faulty(SETTINGS, format!("{number} wrong: see below")),
    }
}

fn templates(patient: &dyn Patient) -> Check {
    match patient.renderer().map(|renderer| renderer.check()) {
        Ok(faults) if faults.is_empty() => {
            Check::fine("templates", "every page and mail can be shown in every language")
        }
        Ok(faults) => Check::faulty("templates", faults.join("\n")),
        Err(error) => Check::broken("templates", error),
    }
}

fn base_url(users: &UserManager, is_production: bool) -> Check {
    let url = &users.settings().public_base_url;
    if is_production && !users.settings().is_https() {
        return Check::faulty("base_url", format!("{url} is not https: whoever listens can sign in"));
    }
    Check::fine("base_url", url)
}

/// Links, sessions and throttles go by the clock.
fn clock(now: DateTime<Utc>) -> Check {
    let said = show::rfc3339(now);
    if now.timestamp() < FIRST_MOMENT { Check::faulty("clock", said) } else { Check::fine("clock", said) }
}

async fn store(users: &UserManager) -> Check {
    match users.ready().await {
        Ok(()) => Check::fine("store", "answers"),
        Err(error) => Check::broken("store", error),
    }
}

async fn hasher(users: &UserManager) -> Check {
    match users.hashing_time().await {
        Ok(took) => hashing(took.num_milliseconds(), users.hashing_advice()),
        Err(error) => Check::broken("hasher", error),
    }
}

fn hashing(took: i64, advice: Option<&str>) -> Check {
    let said = format!("{took} ms for one hash");
    match advice.filter(|_| took > SLOW_DEBUG_HASH_MS) {
        Some(lines) => {
            Check::risky("hasher", format!("{said} in a debug build; add to Cargo.toml:\n{lines}"))
        }
        None if took > SLOW_HASH_MS => Check::risky("hasher", said),
        None => Check::fine("hasher", said),
    }
}

async fn tables(patient: &dyn Patient) -> Check {
    let tables = match patient.tables().await {
        Ok(tables) => tables,
        Err(error) => return Check::broken("tables", error),
    };
    match tables.status().await {
        Ok(all) => match all.iter().filter(|migration| !migration.applied).count() {
            0 => Check::fine("tables", "up to date"),
            pending if patient.migrates() => {
                Check::risky("tables", format!("{pending} migrations are pending: serving applies them"))
            }
            pending => Check::faulty("tables", format!("{pending} migrations are pending: `migrate up`")),
        },
        Err(error) => Check::broken("tables", error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_hash_is_told_with_what_makes_it_quick_in_a_debug_build() {
        let told = |took, advice| {
            let check = hashing(took, advice);
            (check.health == Health::Risky, check.said)
        };

        assert_eq!(told(40, Some("lines")), (false, "40 ms for one hash".to_owned()));
        assert_eq!(told(900, None), (false, "900 ms for one hash".to_owned()));
        assert_eq!(told(1_200, None), (true, "1200 ms for one hash".to_owned()));
        let (is_risky, said) = told(1_200, Some("[profile.dev.package]"));
        assert!(is_risky && said.ends_with("add to Cargo.toml:\n[profile.dev.package]"), "{said}");
    }
}
