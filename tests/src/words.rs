//! The words of the site, read from where they are written: a test does not repeat them.

use std::fs;
use std::path::Path;

/// The text of a message that stands in one line and takes no arguments.
pub fn words(language: &str, message: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales").join(language);
    let mut files =
        fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let start = format!("{message} = ");
    let in_file = |file: String| file.lines().find_map(|line| line.strip_prefix(&start).map(str::to_owned));
    let found = files.find_map(in_file);
    found.unwrap_or_else(|| panic!("{language} has no {message} in one line"))
}
