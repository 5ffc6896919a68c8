//! `doctor`.

use async_trait::async_trait;
use clap::Parser;
use serde_json::{Value, json};
use user_cli::{Check, CliError, DoctorCommand, Patient, Schema, SettingInForce};
use user_core::UserManager;
use user_core::ports::{Cause, Renderer};
use user_testkit::PlainRenderer;
use user_testkit::story::Site;

use crate::script::{Script, Tables};

#[derive(Parser)]
struct Program {
    #[command(flatten)]
    doctor: DoctorCommand,
}

struct Examined {
    site: Site,
    is_production: bool,
    faults: Vec<String>,
    has_store: bool,
    migrates: bool,
    without_store: Option<Check>,
    mailer: Check,
}

impl Examined {
    fn new() -> Self {
        let mailer = Check::fine("mailer", "a box");
        let site = Site::new();
        let (faults, without_store) = (vec![], None);
        Self { site, is_production: false, faults, has_store: true, migrates: true, without_store, mailer }
    }

    async fn told(&self, more: &[&str]) -> (Result<(), CliError>, String) {
        let command = Program::try_parse_from([&["my-app"], more].concat()).unwrap().doctor;
        let mut script = Script::default();
        let outcome = command.run(self, &mut script).await;
        (outcome, script.data)
    }

    /// What there is to say of one thing, and whether serving is refused.
    async fn check(&self, name: &str) -> (Value, bool) {
        let (outcome, data) = self.told(&["--json"]).await;
        let told: Value = serde_json::from_str(&data).unwrap();
        let found = told["checks"].as_array().unwrap().iter().find(|check| check["name"] == name);
        (found.map_or(Value::Null, |check| check["health"].clone()), outcome.is_err())
    }
}

#[async_trait]
impl Patient for Examined {
    fn is_production(&self) -> bool {
        self.is_production
    }

    fn settings(&self) -> Vec<SettingInForce> {
        let (setting, source) = ("app_name".to_owned(), "site.toml".to_owned());
        vec![SettingInForce { setting, value: json!("Tea\u{7}"), source, remarks: vec!["is odd".to_owned()] }]
    }

    fn faults(&self) -> Vec<String> {
        self.faults.clone()
    }

    fn renderer(&self) -> Result<Box<dyn Renderer>, Cause> {
        Ok(Box::new(PlainRenderer::new()))
    }

    async fn users(&self) -> Result<UserManager, Cause> {
        if self.has_store { Ok(self.site.users.clone()) } else { Err("no route to it".into()) }
    }

    fn without_store(&self) -> Option<Check> {
        self.without_store.clone()
    }

    fn migrates(&self) -> bool {
        self.migrates
    }

    async fn tables(&self) -> Result<Box<dyn Schema>, Cause> {
        Ok(Box::new(Tables::default()))
    }

    async fn mailer(&self) -> Check {
        self.mailer.clone()
    }
}

#[tokio::test]
async fn a_fault_of_the_configuration_is_refused_and_nothing_is_opened_with_it() {
    let site = Examined { faults: vec!["secret: must be set".to_owned()], ..Examined::new() };

    let (outcome, _) = site.told(&[]).await;

    let error = outcome.unwrap_err();
    assert_eq!(error.code(), 1);
    assert_eq!(error.to_string().matches("secret: must be set").count(), 1, "{error}");
    assert_eq!(site.check("settings").await, (json!("faulty"), true));
    assert_eq!(site.check("store").await, (Value::Null, true));
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_refused_and_the_rest_is_looked_at() {
    let site = Examined { has_store: false, ..Examined::new() };

    assert_eq!(site.check("store").await, (json!("faulty"), true));
    assert_eq!(site.check("mailer").await.0, "fine");
    assert!(site.told(&[]).await.1.contains("no route to it"));
}

#[tokio::test]
async fn tables_that_are_behind_are_refused_where_serving_would_be() {
    let mut site = Examined::new();

    assert_eq!(site.check("tables").await, (json!("risky"), false));
    site.migrates = false;
    assert_eq!(site.check("tables").await, (json!("faulty"), true));
}

#[tokio::test]
async fn what_is_not_there_yet_is_told_and_not_looked_into() {
    let mut site = Examined::new();

    site.without_store = Some(Check::risky("store", "serving makes it"));
    assert_eq!(site.check("store").await, (json!("risky"), false));
    assert_eq!(site.check("tables").await, (Value::Null, false));
    assert_eq!(site.check("hasher").await.0, "fine");
    site.without_store = Some(Check::faulty("store", "nobody makes it"));
    assert_eq!(site.check("store").await, (json!("faulty"), true));
}

#[tokio::test]
async fn a_list_is_told_in_one_line_of_the_table() {
    let said = "cannot be shown:\n  - pages/home.html: one\n  - pages/form.html: two\n";
    let site = Examined { mailer: Check::risky("mailer", said), ..Examined::new() };

    let (_, told) = site.told(&[]).await;

    assert!(told.contains("cannot be shown: pages/home.html: one; pages/form.html: two\n"), "{told}");
}

#[tokio::test]
async fn plain_http_is_refused_in_production_alone() {
    let mut site = Examined::new();
    let mut settings = site.site.users.settings().clone();
    settings.public_base_url = "http://127.0.0.1:3000".to_owned();
    settings.cookies.insecure_development = true;
    site.site = Site::with(|builder| builder.settings(settings));

    assert_eq!(site.check("base_url").await, (json!("fine"), false));
    site.is_production = true;
    assert_eq!(site.check("base_url").await, (json!("faulty"), true));
}

#[tokio::test]
async fn what_is_risky_is_marked_and_does_not_refuse() {
    let site = Examined { mailer: Check::risky("mailer", "does not answer"), ..Examined::new() };

    let (outcome, said) = site.told(&[]).await;

    assert!(outcome.is_ok());
    assert!(said.contains("! mailer") && said.contains("! tables") && said.contains("  hasher"), "{said}");
    assert!(said.contains("! app_name") && said.contains("    is odd") && !said.contains('\u{7}'), "{said}");
    assert_eq!(site.check("tables").await, (json!("risky"), false));
}
