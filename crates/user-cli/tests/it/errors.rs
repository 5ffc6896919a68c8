//! How it is said that something was not done.

use std::io;

use serde_json::{Value, json};
use user_cli::{Arguments, CliError, finish};
use user_testkit::story::Site;

use crate::script::{Script, parsed};

fn told(error: CliError, json: bool) -> String {
    let mut script = Script::default();
    finish(Err(error), json, &mut script);
    assert_eq!(script.data, "");
    script.messages
}

#[test]
fn the_command_line_does_not_contradict_itself() {
    <Arguments as clap::CommandFactory>::command().debug_assert();
}

#[test]
fn every_failure_has_a_code_of_its_own() {
    let codes = [
        CliError::from(io::Error::from(io::ErrorKind::BrokenPipe)),
        CliError::refused("no"),
        CliError::Usage("what?".to_owned()),
        CliError::failed("the database is gone"),
    ];

    assert_eq!(codes.map(|error| error.code()), [0, 1, 2, 3]);
}

#[test]
fn arguments_that_make_no_sense_are_a_matter_of_usage() {
    for words in [
        &["user", "create", "--generate", "--password-stdin"][..],
        &["user", "create", "--generate", "--no-password"],
        &["user", "create", "--password", "secret"],
        &["user", "list", "--after", "nobody"],
        &["user", "list", "--status", "asleep"],
        &["mail", "retry"],
        &["mail", "retry", "--all", "01a20599-2c41-7194-92d1-a407296a09ba"],
    ] {
        assert_eq!(parsed(words).err().map(|error| error.exit_code()), Some(2), "{words:?}");
    }
    assert!(parsed(&[]).unwrap().command.is_none());
}

#[test]
fn an_error_is_told_with_its_causes() {
    let error = || user_core::ports::PortError::new(user_core::ports::Port::Store, "nobody answers");

    assert_eq!(told(error().into(), false), "error: the store failed: nobody answers\n");
    let repeated = user_core::ports::PortError::new(user_core::ports::Port::Store, "the store failed");
    assert_eq!(told(repeated.into(), false), "error: the store failed\n");
    let json: Value = serde_json::from_str(&told(error().into(), true)).unwrap();
    let message = "the store failed: nobody answers";
    assert_eq!(json, json!({ "error": { "kind": "failed", "message": message, "problems": [] } }));
}

#[test]
fn an_error_cannot_steer_a_terminal() {
    assert_eq!(told(CliError::refused("\u{1b}[2Jgone"), false), "error: \u{fffd}[2Jgone\n");
}

#[tokio::test]
async fn nobody_listening_is_told_to_nobody() {
    let mut script = Script { is_closed: true, ..Script::default() };

    let outcome = script.types(&Site::new(), &["user", "list", "--json"]).await;

    assert!(matches!(outcome, Err(CliError::Closed)));
    finish(outcome, false, &mut script);
    assert_eq!(script.messages, "");
}
