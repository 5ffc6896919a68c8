//! Users of a database that Flask-User itself made, taken over from the command line.

use std::collections::BTreeSet;
use std::path::Path;

use sea_orm::{ConnectionTrait, Database};
use serde_json::{Value, json};

use crate::program::{Place, text};

fn fixture(version: &str) -> String {
    let crates = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    format!("sqlite://{crates}/user-import-flask/tests/fixtures/flask-user-{version}.sqlite")
}

fn report(text: &str) -> Value {
    serde_json::from_str(text.lines().last().unwrap()).unwrap()
}

/// What is written by an import that tells by its exit code that not everything came as it was.
fn incomplete(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments, "");
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn a_dry_run_reports_and_writes_nothing_and_the_real_run_reports_the_same() {
    for version in ["0.6", "1.0"] {
        let (place, url) = (Place::new(), fixture(version));
        let import = ["import", "flask-user", &url, "--json"];

        let dry = incomplete(&place, &[import.as_slice(), &["--dry-run"]].concat());
        assert_eq!(place.json(&["user", "list", "--json"]), json!([]));
        let real = incomplete(&place, &import);
        let again = incomplete(&place, &import);

        assert!(dry.contains(r#"{"code":"username.bad_characters","value":"o'hara"}"#), "{dry}");
        assert!(dry.contains(r#"{"code":"password.empty","value":""}"#), "{dry}");
        assert_eq!(report(&dry)["imported"], 6);
        assert_eq!(dry.lines().count(), real.lines().count());
        assert_eq!(dry.lines().next(), real.lines().next());
        assert_ne!(report(&real)["fields_left_out"], json!([]), "no field is declared");
        assert_eq!(report(&again)["already_there"], 6);
        let ada = place.json(&["user", "show", "ada", "--json"]);
        assert_eq!((&ada["status"], &ada["roles"]), (&json!("active"), &json!(["admin", "team-lead"])));
        assert_eq!(place.json(&["user", "show", "pending", "--json"])["status"], "pending");
        assert_eq!(place.json(&["user", "show", "disabled", "--json"])["status"], "disabled");
    }
}

#[test]
fn a_name_that_means_nothing_is_told() {
    let (place, url) = (Place::new(), fixture("1.0"));

    let refusal = place.misuse(&["import", "flask-user", &url, "--table", "user=members"]);

    assert!(refusal.contains("there is no table of `user`"), "{refusal}");
}

const MANY: usize = 5_000;

/// Users who are each told of, as their role is renamed: far more lines than a pipe holds, so that an import whose
/// output nobody reads cannot have ended.
#[tokio::main(flavor = "current_thread")]
async fn many_users(path: &Path) -> String {
    let path = path.display();
    let db = Database::connect(format!("sqlite://{path}?mode=rwc")).await.unwrap();
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})");
    let statements = format!(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT, password TEXT, is_active BOOLEAN);
         CREATE TABLE roles (id INTEGER PRIMARY KEY, name TEXT);
         CREATE TABLE user_roles (id INTEGER PRIMARY KEY, user_id INTEGER, role_id INTEGER);
         INSERT INTO roles VALUES (1, 'A Role Whose Name Is Not As It Has To Be');
         {numbers} INSERT INTO users SELECT i, 'member' || i, NULL, 1 FROM n;
         INSERT INTO user_roles (user_id, role_id) SELECT id, 1 FROM users;"
    );
    db.execute_unprepared(&statements).await.unwrap();
    db.close().await.unwrap();
    format!("sqlite://{path}")
}

#[test]
fn an_import_that_was_killed_is_run_again_and_nobody_is_lost_or_comes_twice() {
    let (place, folder) = (Place::new(), tempfile::tempdir().unwrap());
    let url = many_users(&folder.path().join("old.sqlite"));
    let import = ["import", "flask-user", &url, "--json"];

    for _ in 0..2 {
        place.kill_after_a_line(&import);
    }
    let killed = place.json(&["user", "list", "--limit", "10000", "--json"]).as_array().unwrap().len();
    let last = report(&incomplete(&place, &import));
    let users = place.json(&["user", "list", "--limit", "10000", "--json"]);

    assert!((500..MANY).contains(&killed), "{killed}");
    assert_eq!((&last["already_there"], &last["imported"]), (&json!(killed), &json!(MANY - killed)));
    assert_eq!(last["with_remarks"], MANY);
    let names: BTreeSet<_> =
        users.as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap()).collect();
    assert_eq!((names.len(), users.as_array().unwrap().len()), (MANY, MANY));
}
