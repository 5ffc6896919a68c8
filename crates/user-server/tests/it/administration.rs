//! Users and mails from the command line.

use serde_json::{Value, json};

use crate::program::Place;

const PASSWORD: &str = "violet-anchor-93-teapot";

fn with_ada() -> Place {
    let place = Place::with_tables();
    place.say(
        &[
            "user",
            "create",
            "--username",
            "Ada",
            "--email",
            "ada@example.com",
            "--role",
            "editor",
            "--password-stdin",
        ],
        &format!("{PASSWORD}\n"),
    );
    place
}

#[test]
fn a_password_that_is_too_weak_is_refused_in_words() {
    let place = Place::with_tables();

    let refusal = place.refuse(
        &["user", "create", "--username", "ada", "--email", "ada@x.org", "--password-stdin"],
        "short\n",
    );

    assert!(refusal.contains("- password: ") && refusal.contains("8 characters"), "{refusal}");
    assert_eq!(place.json(&["user", "list", "--json"]), json!([]));
}

#[test]
fn everything_wrong_with_a_new_user_is_told_at_once() {
    let refusal = Place::with_tables()
        .refuse(&["user", "create", "--username", "a b", "--email", "nobody", "--no-password"], "");

    assert!(refusal.contains("username: ") && refusal.contains("email: "), "{refusal}");
}

#[test]
fn somebody_who_is_not_there_cannot_be_changed() {
    let place = Place::with_tables();

    for command in ["show", "enable", "disable", "set-password"] {
        assert!(place.refuse(&["user", command, "nobody"], "").contains("no user `nobody`"), "{command}");
    }
    assert!(place.refuse(&["user", "grant", "nobody", "admin"], "").contains("no user `nobody`"));
}

#[test]
fn a_user_is_made_shown_and_found_by_any_name() {
    let place = with_ada();

    let shown = place.json(&["user", "show", "ada", "--json"]);

    assert_eq!(shown["username"], "Ada");
    assert_eq!(shown["status"], "active");
    assert_eq!(shown["roles"], json!(["editor"]));
    assert_eq!(shown["has_password"], true);
    assert_eq!(shown["emails"][0]["address"], "ada@example.com");
    assert!(shown["emails"][0]["confirmed_at"].is_string());
    for name in ["ADA", "Ada@Example.com", shown["id"].as_str().unwrap()] {
        assert_eq!(place.json(&["user", "show", name, "--json"]), shown, "{name}");
    }
    assert!(!shown.to_string().contains("argon2"));
}

#[test]
fn a_name_is_given_once() {
    let place = with_ada();

    let refusal =
        place.refuse(&["user", "create", "--username", "aDA", "--email", "other@x.org", "--no-password"], "");

    assert!(refusal.contains("username: "), "{refusal}");
}

#[test]
fn a_user_is_changed_step_by_step_and_every_step_is_recorded() {
    let place = with_ada();

    assert!(place.refuse(&["user", "grant", "ada", "No Role"], "").contains("is no role"));
    assert!(place.say(&["user", "grant", "ada", "admin"], "").contains("admin,editor"));
    assert!(!place.say(&["user", "revoke", "ada", "editor"], "").contains("editor"));
    assert!(place.say(&["user", "disable", "ada"], "").contains("disabled"));
    assert!(place.say(&["user", "enable", "ada"], "").contains("active"));
    let said = place.say(&["user", "set-password", "ada", "--password-stdin"], "copper-lantern-55-walrus\n");

    assert!(!said.contains("walrus"));
    let shown = place.json(&["user", "show", "ada", "--json"]);
    let mut kinds: Vec<_> = shown["events"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
    kinds.reverse();
    let expected = [
        "user_registered",
        "role_granted",
        "role_revoked",
        "user_disabled",
        "user_enabled",
        "password_changed",
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn without_first_users_nobody_is_seeded() {
    let place = Place::new();

    for arguments in [&["seed"][..], &["--seed"], &["serve", "--seed"]] {
        assert!(place.misuse(arguments).contains("user create"), "{arguments:?}");
    }
    assert_eq!(place.files(), Vec::<String>::new());
}

#[test]
fn users_are_listed_page_by_page() {
    let place = Place::with_tables();
    for name in ["ada", "bob", "cleo"] {
        let address = format!("{name}@example.com");
        place.say(&["user", "create", "--username", name, "--email", &address, "--no-password"], "");
    }

    let first = place.json(&["user", "list", "--json", "--limit", "2"]);
    let last = first[1]["id"].as_str().unwrap();
    let second = place.json(&["user", "list", "--json", "--after", last]);

    assert_eq!((first.as_array().unwrap().len(), second.as_array().unwrap().len()), (2, 1));
    assert!(place.misuse(&["user", "list", "--after", "nobody"]).contains("--after"));
}

#[test]
fn a_mail_that_cannot_be_sent_becomes_a_dead_letter_and_is_tried_again() {
    let place = with_ada()
        .with("USER__MAIL__URL", "smtp://127.0.0.1:1")
        .with("USER__MAILS__FIRST_RETRY", "1s")
        .with("USER__MAILS__GIVE_UP_AFTER", "1s");
    let site = place.serve(&[]);
    site.forget_password("ada@example.com");

    let dead = wait_for_dead_letters(&place);
    let retried = place.say(&["mail", "retry", dead[0]["id"].as_str().unwrap()], "");
    let again = wait_for_dead_letters(&place);

    assert_eq!(dead[0]["kind"], "forgot_password");
    assert_eq!(dead[0]["to"], "ada@example.com");
    assert!(dead[0]["last_error"].is_string());
    assert!(retried.contains("due again"));
    assert_eq!(again[0]["id"], dead[0]["id"]);
}

#[test]
fn a_mail_that_is_not_there_cannot_be_tried_again() {
    let place = Place::with_tables();

    for id in ["nonsense", "01a20599-2c41-7194-92d1-a407296a09ba"] {
        assert!(place.refuse(&["mail", "retry", id], "").contains(id));
    }
    assert_eq!(place.json(&["mail", "list", "--json"]), json!([]));
}

fn wait_for_dead_letters(place: &Place) -> Value {
    let lists = std::iter::repeat_with(|| place.json(&["mail", "list", "--dead", "--json"]));
    lists.take(200).find(|list| *list != json!([])).expect("a dead letter")
}

#[test]
fn tables_are_made_listed_and_taken_back() {
    let place = Place::new().with("USER__DATABASE__MIGRATE", "false");

    place.write("data/user-server.sqlite", "");
    assert!(place.say(&["migrate", "status"], "").starts_with("pending"));
    assert!(place.refuse(&["user", "list"], "").contains("user-server migrate up"));
    assert!(place.say(&["migrate", "up"], "").starts_with("applied"));
    assert_eq!(place.say(&["user", "list"], ""), "");
    assert!(place.refuse(&["migrate", "down"], "").contains("--yes"));
    assert!(place.say(&["migrate", "down", "--yes"], "").starts_with("pending"));
}

#[test]
fn a_database_that_does_not_answer_is_told_apart_from_a_refusal() {
    let place = Place::new().with("USER__DATABASE__URL", "postgres://127.0.0.1:1/accounts");

    let failure = place.fail(&["user", "list"]);

    assert!(failure.contains("the database `postgres://127.0.0.1:1/accounts` cannot be used"), "{failure}");
}
