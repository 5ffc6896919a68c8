//! Sizes: a file that nobody can hold in their head is a file that nobody reads.

use std::fs;

use crate::workspace::{assert_none, read, rust_files, shown};

/// The most lines of a file, its tests at the end not counted.
const FILE_MAX: usize = 400;
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
fn the_quickstart_is_as_short_as_it_says() {
    let lines = read("examples/quickstart/src/main.rs").lines().count();

    assert!((1..=QUICKSTART_MAX).contains(&lines), "{lines} lines");
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
