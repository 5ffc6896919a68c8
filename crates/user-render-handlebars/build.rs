//! Writes down every file of `templates/` and `locales/`, so that a new one is built in without being named in code.

use std::error::Error;
use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The lists: the name of the constant, the folder, and how its files end.
const LISTS: [(&str, &str, &[&str]); 2] =
    [("TEMPLATES", "templates", &["html", "txt"]), ("LOCALES", "locales", &["ftl"])];

fn main() -> Result<(), Box<dyn Error>> {
    // Asked for when it runs: a target folder may be used by more than one checkout, and this program with it.
    let package = env::var_os("CARGO_MANIFEST_DIR").ok_or("Cargo says of which package")?;
    let mut code = String::new();
    for (name, folder, endings) in LISTS {
        println!("cargo::rerun-if-changed={folder}");
        let root = Path::new(&package).join(folder);
        let mut files = Vec::new();
        collect(&root, endings, &mut files)?;
        files.sort();
        writeln!(
            code,
            "/// Files by path below `{folder}/`.\npub(crate) const {name}: &[(&str, &str)] = &["
        )?;
        for file in files {
            // One kind of slash on every system: templates name each other by these paths.
            let steps: Vec<_> = file.strip_prefix(&root)?.iter().map(OsStr::to_string_lossy).collect();
            let whole = file.to_str().ok_or("the path of a built-in file is no text")?;
            writeln!(code, "    ({:?}, include_str!({whole:?})),", steps.join("/"))?;
        }
        writeln!(code, "];")?;
    }
    let out = env::var_os("OUT_DIR").ok_or("Cargo says where to")?;
    fs::write(PathBuf::from(out).join("embedded.rs"), code)?;
    Ok(())
}

/// The files with these endings in `folder` and below it.
fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, endings, found)?;
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|ending| endings.contains(&ending)) {
            found.push(path);
        }
    }
    Ok(())
}
