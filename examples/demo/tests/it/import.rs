//! Users of a database that Flask-User itself made, taken over from the command line.

use serde_json::{Value, json};

use crate::program::Place;

fn fixture(version: &str) -> String {
    let crates = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates");
    format!("sqlite:///{crates}/user-import-flask/tests/fixtures/flask-user-{version}.sqlite")
}

fn report(text: &str) -> Value {
    serde_json::from_str(text.lines().last().unwrap()).unwrap()
}

#[test]
fn a_dry_run_reports_and_writes_nothing_and_the_real_run_reports_the_same() {
    for version in ["0.6", "1.0"] {
        let (place, url) = (Place::new(), fixture(version));
        let import = ["import", "flask-user", &url, "--json"];

        let dry = place.say(&[import.as_slice(), &["--dry-run"]].concat(), "");
        assert_eq!(place.json(&["user", "list", "--json"]), json!([]));
        let real = place.say(&import, "");
        let again = place.say(&import, "");

        assert!(dry.contains(r#"{"code":"username.bad_characters","value":"o'hara"}"#), "{dry}");
        assert!(dry.contains(r#"{"code":"password.empty","value":""}"#), "{dry}");
        assert_eq!(report(&dry)["imported"], 6);
        assert_eq!(dry.lines().count(), real.lines().count());
        assert_eq!(dry.lines().next(), real.lines().next());
        assert_eq!(report(&real)["fields_left_out"], json!([]), "the demo declares names");
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
