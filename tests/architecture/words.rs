//! What must stand nowhere in the repository: it is read by people who know nothing of the machines it was made on.

use std::fs;

use crate::workspace::{assert_none, files, shown};

/// Written in two halves, or this file would be the first to be found.
const NOWHERE: [(&str, &str); 7] = [
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/pre", "amble"),
    ("index.", "crates.io"),
    ("crates.io", "-index"),
    ("arti", "factory"),
];

/// Cargo writes where packages come from.
const MAY: [&str; 2] = ["Cargo.lock", "benches/limits/Cargo.lock"];

#[test]
fn nothing_tells_of_the_machine_it_was_made_on() {
    let files = files("");
    let mut wrong = Vec::new();
    for path in files.iter().filter(|path| !MAY.contains(&shown(path).as_str())) {
        let Ok(text) = fs::read_to_string(path) else { continue };
        for (number, line) in text.lines().enumerate() {
            let found = NOWHERE.iter().find(|(one, two)| line.contains(&format!("{one}{two}")));
            wrong.extend(found.map(|_| format!("{}:{}: {}", shown(path), number + 1, line.trim())));
        }
    }

    assert!(files.len() > 100, "nothing was looked at");
    assert_none("machine paths, or hosts of registries", &wrong);
}

#[test]
fn nothing_is_left_to_be_done() {
    let mark = concat!("TO", "DO");
    let mut wrong = Vec::new();
    for path in files("") {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains(mark));
        wrong.extend(lines.map(|(number, line)| format!("{}:{}: {}", shown(&path), number + 1, line.trim())));
    }

    assert_none("left to be done", &wrong);
}
