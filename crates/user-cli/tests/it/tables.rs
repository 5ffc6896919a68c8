//! `migrate`.

use serde_json::json;
use user_cli::{Arguments, CliError, Command};

use crate::script::{Script, Tables, parsed};

async fn migrate(tables: &Tables, words: &[&str]) -> Result<Script, CliError> {
    let Arguments { command: Some(Command::Migrate(command)) } = parsed(words).unwrap() else {
        panic!("{words:?}")
    };
    let mut script = Script::default();
    command.run(tables, &mut script).await.map(|()| script)
}

#[tokio::test]
async fn taking_the_tables_back_asks_for_a_yes() {
    let tables = Tables::default();
    migrate(&tables, &["migrate", "up"]).await.unwrap();

    let refusal = migrate(&tables, &["migrate", "down"]).await.err().unwrap();

    assert_eq!(refusal.code(), 1);
    assert!(refusal.to_string().contains("--yes"));
    assert_eq!(migrate(&tables, &["migrate", "status"]).await.unwrap().data, "applied  accounts\n");
}

#[tokio::test]
async fn tables_are_made_listed_and_taken_back() {
    let tables = Tables::default();

    assert_eq!(migrate(&tables, &["migrate", "status"]).await.unwrap().data, "pending  accounts\n");
    assert_eq!(migrate(&tables, &["migrate", "up"]).await.unwrap().data, "applied  accounts\n");
    let json = migrate(&tables, &["migrate", "status", "--json"]).await.unwrap().json();
    assert_eq!(json, json!([{ "name": "accounts", "applied": true }]));
    assert_eq!(migrate(&tables, &["migrate", "down", "--yes"]).await.unwrap().data, "pending  accounts\n");
}
