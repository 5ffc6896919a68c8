//! The configuration: defaults, then a file, then the environment. What is given is judged value by value, so that
//! everything that is wrong is told at once, with where it was written.

mod deployment;
mod derived;
mod environment;
mod fault;
mod file;
mod secret_file;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use user_core::settings::Settings;

use crate::app::App;
pub(crate) use deployment::{Database, Deployment, LogFormat, PoolingKind, ServerLimits, ThrottleKind};
pub(crate) use derived::is_production;
pub(crate) use fault::{Fault, Faults};

/// Settings whose values are never shown, whole or in an error.
const CONFIDENTIAL: [&str; 4] = ["secret", "earlier_secrets", "database.url", "mail.url"];

/// Where a value was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// In the configuration file.
    File(PathBuf),
    /// In a variable of the environment.
    Variable(String),
    /// It follows from another setting.
    Setting(&'static str),
    /// The app of this name chose it.
    App(&'static str),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Variable(name) => f.write_str(name),
            Self::Setting(name) => write!(f, "from {name}"),
            Self::App(name) => write!(f, "chosen by {name}"),
        }
    }
}

/// One value that was given.
struct Given {
    setting: String,
    value: Value,
    source: Source,
}

/// What the configuration file and the environment give, for an app that chooses settings.
///
/// By default nothing is given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Configured<'a>(Option<&'a BTreeMap<String, Source>>);

impl Configured<'_> {
    /// Whether the file or the environment gives a setting of this name, such as `features.register`, or one of a group
    /// of this name.
    pub fn has(&self, setting: &str) -> bool {
        self.0.into_iter().flatten().any(|(given, source)| {
            let is_given = matches!(source, Source::File(_) | Source::Variable(_));
            is_given && (is_within(given, setting) || is_within(setting, given))
        })
    }
}

/// Everything that can be chosen without code, with where it was chosen and what is wrong with it.
pub(crate) struct Config {
    /// The app that is configured.
    pub(crate) app: Arc<App>,
    /// The settings of the product.
    pub(crate) settings: Settings,
    /// The settings of this program.
    pub(crate) deployment: Deployment,
    /// Where values were given; whatever is not in here has its default.
    pub(crate) sources: BTreeMap<String, Source>,
    faults: Vec<Fault>,
}

impl Config {
    /// Reads `file` and what `environment` says in variables that begin with `USER__`.
    pub(crate) fn read(
        app: &Arc<App>,
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Self {
        let mut reading = Reading::new(app);
        if let Some(path) = file {
            reading.take(file::read(path));
        }
        let variables = environment::read(&reading.defaults, environment);
        reading.take(variables);
        reading.finish()
    }

    /// Everything that is wrong with what was given.
    pub(crate) fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Nothing, or everything that is wrong.
    pub(crate) fn check(&self) -> Result<(), Faults> {
        Faults::unless_none(self.faults.clone())
    }

    /// Where the value of a setting, or the first value within a group, was given; of one of the fields, where the list
    /// was.
    pub(crate) fn source_of(&self, setting: &str) -> Option<&Source> {
        let mut sources = self.sources.iter();
        let found = sources.find(|(given, _)| is_within(given, setting) || is_within(setting, given));
        found.map(|(_, source)| source)
    }
}

/// Whether a setting's value must not be shown: also that of a group with such a setting in it, for which somebody may
/// give one value by mistake, and of what seems to be within one.
pub(crate) fn is_confidential(setting: &str) -> bool {
    CONFIDENTIAL.iter().any(|known| is_within(known, setting) || is_within(setting, known))
}

/// What stands for a name that is none: it may be a URL with a password that was given in the wrong place.
const UNTOLD: &str = "…";

fn is_name(setting: &str) -> bool {
    setting.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

fn is_within(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

struct Reading {
    app: Arc<App>,
    /// Every setting with its default: what can be given, and of which type.
    defaults: Value,
    merged: Value,
    sources: BTreeMap<String, Source>,
    faults: Vec<Fault>,
}

impl Reading {
    fn new(app: &Arc<App>) -> Self {
        let (app, defaults) = (Arc::clone(app), defaults(app.name));
        Self { app, merged: defaults.clone(), defaults, sources: BTreeMap::new(), faults: Vec::new() }
    }

    fn take(&mut self, given: Vec<Result<Given, Fault>>) {
        for given in given {
            match given {
                Ok(given) => self.merge(given),
                Err(fault) => self.faults.push(fault),
            }
        }
    }

    /// Takes a value over, unless there is no such setting or it cannot be read on its own.
    fn merge(&mut self, given: Given) {
        if at(&self.defaults, &given.setting).is_none() {
            let name = if is_name(&given.setting) { given.setting } else { UNTOLD.to_owned() };
            let fault = Fault::new(name, "there is no such setting: correct the name or remove it");
            return self.faults.push(fault.given_in(Some(&given.source)));
        }
        let mut alone = self.defaults.clone();
        put(&mut alone, &given.setting, given.value.clone());
        let read = read_as::<Settings>(&alone).and(read_as::<Deployment>(&alone).map(|_| ()));
        if let Err(why) = read {
            // A URL with a password, or a secret, may have been given to the wrong setting.
            let hides = is_confidential(&given.setting) || given.value.to_string().contains('@');
            let why = if hides { "it is of the wrong kind".to_owned() } else { why };
            let fault = Fault::new(given.setting, format!("cannot be read: {why}"));
            return self.faults.push(fault.given_in(Some(&given.source)));
        }
        put(&mut self.merged, &given.setting, given.value);
        self.sources.insert(given.setting, given.source);
    }

    fn finish(self) -> Config {
        // Each value was read on its own before it was merged; together they read as well.
        let settings = read_as(&self.merged).unwrap_or_default();
        let deployment = read_as(&self.merged).unwrap_or_default();
        let mut config =
            Config { app: self.app, settings, deployment, sources: self.sources, faults: self.faults };
        config.derive();
        let own = config.deployment.faults();
        let product =
            config.settings.faults().into_iter().map(|fault| Fault::new(fault.setting, fault.problem));
        for fault in own.into_iter().chain(product) {
            let source = config.source_of(&fault.setting).cloned();
            config.faults.push(fault.given_in(source.as_ref()));
        }
        config
    }
}

fn read_as<T: DeserializeOwned>(tree: &Value) -> Result<T, String> {
    serde_json::from_value(tree.clone()).map_err(|error| error.to_string())
}

/// Every setting of the product and of this program with its default, as one tree.
pub(crate) fn defaults(name: &str) -> Value {
    tree_of(&Settings::default(), &Deployment::of(name))
}

/// The settings of both as one tree.
pub(crate) fn tree_of(settings: &Settings, deployment: &Deployment) -> Value {
    let mut tree = serde_json::to_value(settings).unwrap_or_default();
    let own = serde_json::to_value(deployment).unwrap_or_default();
    if let (Some(tree), Value::Object(own)) = (tree.as_object_mut(), own) {
        tree.extend(own);
    }
    tree
}

/// Every single setting in a tree, as `group.key`, with its value.
pub(crate) fn leaves(tree: &Value) -> Vec<(String, &Value)> {
    let Value::Object(group) = tree else { return vec![(String::new(), tree)] };
    let mut found = Vec::new();
    for (key, value) in group {
        for (below, leaf) in leaves(value) {
            let name = if below.is_empty() { key.clone() } else { format!("{key}.{below}") };
            found.push((name, leaf));
        }
    }
    found
}

/// The value of a setting, or the group of that name.
fn at<'a>(tree: &'a Value, setting: &str) -> Option<&'a Value> {
    setting.split('.').try_fold(tree, |tree, key| tree.as_object()?.get(key))
}

fn put(tree: &mut Value, setting: &str, value: Value) {
    let place = setting.split('.').try_fold(tree, |tree, key| tree.as_object_mut()?.get_mut(key));
    if let Some(place) = place {
        overlay(place, value);
    }
}

/// A group that is given in part has its other settings as they were.
fn overlay(place: &mut Value, value: Value) {
    let (Value::Object(known), Value::Object(_)) = (&mut *place, &value) else {
        *place = value;
        return;
    };
    let Value::Object(given) = value else { return };
    for (key, value) in given {
        overlay(known.entry(key).or_insert(Value::Null), value);
    }
}

#[cfg(test)]
mod tests;
