//! Every sentence of the contract is run by the macro and listed in the documentation.

use std::path::Path;
use std::{fs, io};

fn sentences_in(folder: &Path, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sentences_in(&path, found)?;
            continue;
        }
        let source = fs::read_to_string(&path)?;
        let names = source.lines().filter_map(|line| line.strip_prefix("pub async fn ")?.split('(').next());
        found.extend(names.map(str::to_owned));
    }
    Ok(())
}

#[test]
fn every_sentence_is_run_and_listed() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sentences = Vec::new();
    sentences_in(&source.join("contract"), &mut sentences).unwrap();
    let run = fs::read_to_string(source.join("store_contract.rs")).unwrap();
    let listed = fs::read_to_string(source.join("contract/mod.rs")).unwrap();

    assert!(sentences.len() >= 110, "{}", sentences.len());
    for sentence in sentences {
        assert!(run.split_whitespace().any(|word| word == sentence), "{sentence} is not run");
        assert!(listed.contains(&format!("::{sentence}`]")), "{sentence} is not listed");
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
