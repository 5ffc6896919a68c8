//! The limits of the benches are what the machine can do: with the same crates as ours, and with the plain profile.

use std::collections::BTreeSet;

use crate::workspace::read;

/// What the time goes into, on either side.
const SAME: [&str; 8] = ["argon2", "argon2-rust", "axum", "hyper", "poem", "sea-orm", "sqlx-sqlite", "tokio"];

/// Name and version of every package in a lock file.
fn locked(path: &str) -> BTreeSet<(String, String)> {
    let text = read(path);
    let value = |line: &str, key: &str| {
        line.strip_prefix(key)
            .and_then(|rest| rest.strip_prefix(" = "))
            .map(|quoted| quoted.trim_matches('"').to_owned())
    };
    let (names, versions) = (text.lines(), text.lines().skip(1));
    names
        .zip(versions)
        .filter_map(|(one, next)| Some((value(one, "name")?, value(next, "version")?)))
        .collect()
}

#[test]
fn the_limits_are_built_of_the_versions_that_ours_is_built_of() {
    let of = |path: &str| -> BTreeSet<_> {
        locked(path).into_iter().filter(|(name, _)| SAME.contains(&name.as_str())).collect()
    };

    let limits = of("benches/limits/Cargo.lock");
    assert_eq!(limits.len(), SAME.len(), "{limits:?}");
    assert!(limits.is_subset(&of("Cargo.lock")), "update both lock files: {limits:?}");
}

#[test]
fn the_limits_are_built_without_this_workspace_and_its_profile() {
    let manifest = read("benches/limits/Cargo.toml");

    assert!(manifest.lines().any(|line| line == "[workspace]"));
    assert!(!manifest.contains("[profile"), "the plain release profile is the point");
    assert!(read("Cargo.toml").contains("exclude = [\"benches/limits\"]"));
}
