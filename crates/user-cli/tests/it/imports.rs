//! `import`.

use std::collections::BTreeMap;

use async_trait::async_trait;
use clap::Parser;
use serde_json::{Value, json};
use user_cli::{CliError, FlaskUserImport, ImportCommand, ImportSources};
use user_core::domain::{ImportedUser, PasswordHash};
use user_core::ports::{PortError, UserSource};
use user_testkit::story::Site;

use crate::script::Script;

#[derive(Parser)]
struct Program {
    #[command(flatten)]
    import: ImportCommand,
}

/// Users that stand in a list, and what is beside them.
#[derive(Clone, Default)]
struct Listed {
    users: Vec<ImportedUser>,
    unreadable: u64,
    left_behind: BTreeMap<String, u64>,
}

#[async_trait]
impl UserSource for Listed {
    async fn count(&mut self) -> Result<u64, PortError> {
        Ok(ALL + self.unreadable)
    }

    async fn next(&mut self, limit: usize) -> Result<Vec<ImportedUser>, PortError> {
        Ok(self.users.drain(..limit.min(self.users.len())).collect())
    }

    async fn left_behind(&mut self) -> Result<BTreeMap<String, u64>, PortError> {
        Ok(self.left_behind.clone())
    }
}

#[async_trait]
impl ImportSources for Listed {
    async fn flask_user(&self, from: &FlaskUserImport) -> Result<Box<dyn UserSource>, CliError> {
        from.tables()?;
        from.columns()?;
        Ok(Box::new(self.clone()))
    }
}

const ALL: u64 = 3;

fn members() -> Vec<ImportedUser> {
    let member = |id: u64| ImportedUser {
        external_id: id.to_string(),
        username: Some(format!("member{id}")),
        ..ImportedUser::default()
    };
    (1..=ALL).map(member).collect()
}

async fn import(source: &Listed, more: &[&str]) -> (u8, Script) {
    let site = Site::new();
    let words = [&["my-app", "flask-user", "sqlite:///old"], more].concat();
    let command = Program::try_parse_from(words).unwrap().import;
    let mut script = Script::default();
    let outcome = command.run(&site.users, source, &mut script).await;
    (outcome.err().map_or(0, |error| error.code()), script)
}

fn last_line(script: &Script) -> Value {
    serde_json::from_str(script.data.lines().last().unwrap()).unwrap()
}

#[tokio::test]
async fn a_name_without_an_equals_sign_is_misuse() {
    for more in [["--table", "members"], ["--column", "user=members"]] {
        assert_eq!(import(&Listed::default(), &more).await.0, 2);
    }
}

#[tokio::test]
async fn users_who_are_refused_or_cannot_be_read_are_a_refusal() {
    let mut refused = Listed { users: members(), ..Listed::default() };
    refused.users[1].username = None;
    let unread = Listed { users: members(), unreadable: 2, ..Listed::default() };

    let (code, script) = import(&refused, &["--json"]).await;
    assert_eq!((code, &last_line(&script)["refused"]), (1, &json!(1)));
    let (code, script) = import(&unread, &["--json", "--dry-run"]).await;
    assert_eq!((code, &last_line(&script)["not_read"]), (1, &json!(2)));
}

#[tokio::test]
async fn whatever_does_not_come_as_it_was_is_reported_and_told_by_the_exit_code() {
    let whole = Listed { users: members(), ..Listed::default() };
    let mut changed = whole.clone();
    changed.users[0].password_hash = Some(PasswordHash::new("x".repeat(5_000)));
    let mut beside = whole.clone();
    beside.users[2].fields = BTreeMap::from([("shoe_size".to_owned(), "37".to_owned())]);
    let left = Listed { left_behind: BTreeMap::from([("user_invitation".to_owned(), 12)]), ..whole.clone() };

    assert_eq!(import(&whole, &["--json"]).await.0, 0);
    assert_eq!(import(&beside, &[]).await.0, 4);
    let (code, script) = import(&left, &[]).await;
    assert_eq!(code, 4);
    assert!(script.data.contains("user_invitation 12"), "{}", script.data);
    changed.users[0].username = Some(" member1".to_owned());
    let (code, script) = import(&changed, &["--json"]).await;
    assert_eq!((code, &last_line(&script)["with_remarks"]), (4, &json!(1)));
}

#[tokio::test]
async fn progress_is_shown_to_people_and_never_with_json() {
    let source = Listed { users: members(), ..Listed::default() };

    assert_eq!(import(&source, &[]).await.1.progress.told(), [ALL]);
    assert_eq!(import(&source, &["--json"]).await.1.progress.told(), [0; 0]);
}
