//! The scenarios that Flask-User's own tests assert: each has a test here that names it.

use std::collections::BTreeSet;
use std::fs;
use std::ops::RangeInclusive;

use crate::workspace::{assert_none, rust_files, shown};

/// All of them.
const SCENARIOS: RangeInclusive<u16> = 1..=124;

#[test]
fn every_scenario_of_flask_user_has_a_test() {
    let mut named = BTreeSet::new();
    for path in rust_files().iter().filter(|path| !shown(path).ends_with("architecture/scenarios.rs")) {
        named.extend(named_by_tests(&fs::read_to_string(path).unwrap()));
    }

    let wrong: Vec<_> = SCENARIOS
        .filter(|scenario| !named.contains(scenario))
        .map(|scenario| format!("s{scenario:03}"))
        .collect();

    assert_none("no test names", &wrong);
}

/// A test names a scenario in its own name, in the comment right above it, or in a comment within it, beside a case of its
/// table. What stands anywhere else is no test: a comment on a module, or on a helper.
fn named_by_tests(text: &str) -> BTreeSet<u16> {
    let mut named = BTreeSet::new();
    let (mut above, mut is_test, mut end) = (Vec::new(), false, None);
    for line in text.lines() {
        let code = line.trim_start();
        if let Some(closing) = &end {
            if code.contains("//") {
                named.extend(scenarios(line));
            }
            if line == closing {
                end = None;
            }
        } else if code.starts_with("//") && !code.starts_with("//!") {
            above.push(line);
        } else if code.starts_with("#[") {
            is_test |= code.starts_with("#[test]") || code.starts_with("#[tokio::test");
        } else {
            if is_test && (code.starts_with("fn ") || code.starts_with("async fn ")) {
                above.iter().chain([&line]).for_each(|line| named.extend(scenarios(line)));
                let indentation = line.len() - code.len();
                end = Some(format!("{}}}", " ".repeat(indentation)));
            }
            (above, is_test) = (Vec::new(), false);
        }
    }
    named
}

/// `s007`, `S007`, and all from `S007` to `S009` in `S007–S009` or `s007_to_s009`.
fn scenarios(line: &str) -> BTreeSet<u16> {
    let plain = line.to_lowercase().replace("_to_", "-").replace('–', "-");
    let mut found = BTreeSet::new();
    let mut last: Option<(u16, usize)> = None;
    for (start, _) in plain.match_indices('s') {
        let Some(number) = number_at(&plain, start) else { continue };
        match last {
            Some((from, end)) if plain.get(end..start) == Some("-") => found.extend(from..=number),
            _ => {
                found.insert(number);
            }
        }
        last = Some((number, start + 4));
    }
    found
}

/// Three digits after an `s` that begins a word.
fn number_at(line: &str, start: usize) -> Option<u16> {
    let before = line.get(..start)?.chars().next_back();
    let after = line.get(start + 4..)?.chars().next();
    let in_word = before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric);
    let digits = line.get(start + 1..start + 4)?;
    (!in_word && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[test]
fn scenarios_are_found_in_names_and_comments() {
    let cases: [(&str, &[u16]); 4] = [
        ("async fn s002_a_guest_is_sent_to_sign_in() {", &[2]),
        ("/// S011–S013, S016: what is wrong is told.", &[11, 12, 13, 16]),
        ("fn s020_to_s022_and_s030() {", &[20, 21, 22, 30]),
        ("sessions1234 is007 s12 s0123", &[]),
    ];

    for (line, expected) in cases {
        assert_eq!(scenarios(line).into_iter().collect::<Vec<_>>(), expected, "{line}");
    }
}

#[test]
fn only_tests_name_scenarios() {
    let text = "//! S001\n\n/// S002\nfn helper() {\n    // S003\n}\n\n/// S004\n#[test]\nfn s005() {\n    \
                case(1); // S006\n}\n\n// S007\n\n#[tokio::test(flavor = \"x\")]\nasync fn s008() {\n}\n";

    assert_eq!(named_by_tests(text).into_iter().collect::<Vec<_>>(), [4, 5, 6, 8]);
}
