//! What is printed is no secret.

use std::fs;

use user_core::seal::Secret;

use crate::workspace::{assert_none, files, root, rust_files, shown};

#[test]
fn no_secret_that_is_printed_is_taken_in_production() {
    let mut printed = 0;
    let mut wrong = Vec::new();
    let pages = files("docs/src").into_iter().chain([root().join("README.md")]);
    let examples = rust_files().into_iter().filter(|path| !shown(path).starts_with("tests/"));
    for path in pages.filter(|path| path.extension().is_some_and(|end| end == "md")).chain(examples) {
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for secret in secrets(text) {
            let Ok(known) = Secret::new(secret) else { continue };
            printed += 1;
            wrong.extend((!known.is_guessable()).then(|| format!("{}: {secret}", shown(&path))));
        }
    }

    assert!(printed > 5, "{printed}");
    assert_none("printed, and not refused in production", &wrong);
}

/// What stands where a secret stands: in code, and in a variable of the environment.
fn secrets(text: &str) -> impl Iterator<Item = &str> {
    let in_code = text.split("Secret::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
    in_code.chain(text.lines().filter_map(|line| line.trim().strip_prefix("USER__SECRET=")))
}
