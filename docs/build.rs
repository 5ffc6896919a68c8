//! Writes the tutorial's file as it is after each of its blocks, for `tests/tutorial.rs` to compile.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a build script may fail, and is told its folder by the environment"
)]

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

include!("blocks.rs");

fn main() {
    println!("cargo::rerun-if-changed=src/tutorial.md");
    println!("cargo::rerun-if-changed=blocks.rs");
    let tutorial = fs::read_to_string("src/tutorial.md").expect("the tutorial");
    let folder = PathBuf::from(std::env::var("OUT_DIR").expect("a folder"));
    let blocks = blocks(&tutorial);
    let mut modules = String::new();
    for count in 1..=blocks.len() {
        let file = folder.join(format!("after_{count}.rs"));
        fs::write(&file, pasted(&blocks[..count]).join("\n\n")).expect("a file");
        let file = file.to_str().expect("a path in UTF-8");
        writeln!(modules, "#[path = {file:?}]\nmod after_{count};").expect("a text");
    }
    fs::write(folder.join("steps.rs"), modules).expect("a file");
}
