//! Sizes: a file that nobody can hold in their head is a file that nobody reads.

use std::fs;

use crate::workspace::{assert_none, files, read, rust_files, shown};

/// The most lines of a file, its tests at the end not counted.
const FILE_MAX: usize = 400;
/// The most lines of code of an adapter that brings the account pages into a web framework.
const ADAPTER_MAX: usize = 400;
/// The most lines of the first example that anybody sees.
const QUICKSTART_MAX: usize = 30;

#[test]
fn no_file_is_longer_than_four_hundred_lines_without_its_tests() {
    let files = rust_files();
    let wrong: Vec<_> = files
        .iter()
        .map(|path| (path, lines_before_tests(&fs::read_to_string(path).unwrap())))
        .filter(|(_, lines)| *lines > FILE_MAX)
        .map(|(path, lines)| format!("{}: {lines} lines", shown(path)))
        .collect();

    assert!(files.len() > 100, "nothing was looked at");
    assert_none("too long", &wrong);
}

#[test]
fn the_quickstarts_are_as_short_as_they_say() {
    for example in ["quickstart", "quickstart-axum"] {
        let lines = read(&format!("examples/{example}/src/main.rs")).lines().count();

        assert!((1..=QUICKSTART_MAX).contains(&lines), "{example}: {lines} lines");
    }
}

#[test]
fn the_way_into_a_web_framework_is_short() {
    for adapter in ["user-web-poem", "user-web-axum"] {
        let mut code = files(&format!("crates/{adapter}/src"));
        // It answers requests of tests, which take another way in.
        code.retain(|path| !path.ends_with("testing.rs"));
        let lines: usize = code.iter().map(|path| lines_of_code(&fs::read_to_string(path).unwrap())).sum();

        assert!((1..=ADAPTER_MAX).contains(&lines), "{adapter}: {lines} lines");
    }
}

/// Neither comments nor empty lines.
fn lines_of_code(text: &str) -> usize {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

/// Clippy holds functions to this; this holds the limit.
#[test]
fn clippy_is_told_the_limits() {
    let limits = read("clippy.toml");

    for limit in ["too-many-lines-threshold = 50", "too-many-arguments-threshold = 5"] {
        assert!(limits.lines().any(|line| line == limit), "clippy.toml lacks `{limit}`");
    }
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
}

fn lines_before_tests(text: &str) -> usize {
    text.lines().take_while(|line| line.trim() != "#[cfg(test)]").count()
}

#[test]
fn tests_at_the_end_are_not_counted() {
    assert_eq!(lines_before_tests("one\ntwo\n#[cfg(test)]\nmod tests {}\n"), 2);
    assert_eq!(lines_before_tests("one\ntwo\n"), 2);
}
