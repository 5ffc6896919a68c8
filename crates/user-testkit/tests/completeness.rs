//! Every sentence of the contract is run by the macro and listed in the book.

use std::path::Path;
use std::{fs, io};

/// The sentences in this folder as `family::name`.
fn sentences_in(folder: &Path, family: Option<&str>, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let own = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let family = family.unwrap_or(&own);
        if path.is_dir() {
            sentences_in(&path, Some(family), found)?;
            continue;
        }
        let source = fs::read_to_string(&path)?;
        let names = source.lines().filter_map(|line| line.strip_prefix("pub async fn ")?.split('(').next());
        found.extend(names.map(|name| format!("{family}::{name}")));
    }
    Ok(())
}

#[test]
fn every_sentence_is_run_and_listed() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sentences = Vec::new();
    sentences_in(&source.join("contract"), None, &mut sentences).unwrap();
    let run = fs::read_to_string(source.join("store_contract.rs")).unwrap();
    let listed = fs::read_to_string(source.join("../../../docs/src/ports.md")).unwrap();

    assert!(sentences.len() >= 150, "{}", sentences.len());
    for sentence in sentences {
        let name = sentence.rsplit("::").next().unwrap();
        assert!(run.split_whitespace().any(|word| word == name), "{sentence} is not run");
        assert!(listed.contains(&format!(" `{sentence}`\n")), "{sentence} is not listed in the book");
    }
}

#[test]
fn every_sentence_about_pictures_is_run_and_listed() {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/picture_contract.rs"));
    let source = source.unwrap();
    let sentences = source.lines().filter_map(|line| line.strip_prefix("pub async fn ")?.split('(').next());

    let mut count = 0;
    for sentence in sentences {
        count += 1;
        assert!(source.lines().any(|line| line.trim() == sentence), "{sentence} is not run");
        assert!(source.contains(&format!("[`{sentence}`]")), "{sentence} is not listed");
    }
    assert!(count >= 8, "{count}");
}
