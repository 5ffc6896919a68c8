//! The workspace as it lies on the disk, and as Cargo understands it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

/// Folders that hold nothing that anybody wrote.
const NOT_OURS: [&str; 4] = ["target", "node_modules", "data", "book"];

/// The root folder of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every file in a folder of the workspace and below it, in order. Links and hidden folders are left out, except that
/// of the continuous integration.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let kind = entry.file_type().unwrap();
        let hidden = name.starts_with('.') && name != ".ci";
        if kind.is_dir() && !hidden && !NOT_OURS.contains(&name.as_str()) {
            collect(&entry.path(), found);
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
}

/// Every Rust file of the workspace.
pub(crate) fn rust_files() -> Vec<PathBuf> {
    files("").into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "rs")).collect()
}

/// A file of the workspace, or nothing where there is none.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// A path as people say it: from the root of the workspace.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// What Cargo knows of the workspace and everything it depends on.
pub(crate) fn metadata() -> &'static Value {
    static METADATA: OnceLock<Value> = OnceLock::new();
    METADATA.get_or_init(|| {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--offline"])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    })
}

/// The packages of the workspace.
pub(crate) fn members() -> Vec<&'static Value> {
    let ids: BTreeSet<_> = list(metadata(), "workspace_members").iter().map(text).collect();
    list(metadata(), "packages").iter().filter(|package| ids.contains(text(&package["id"]))).collect()
}

pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Fails with a list of what is wrong, one in a line, unless there is nothing in it.
pub(crate) fn assert_none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what} ({}):\n  {}", wrong.len(), wrong.join("\n  "));
}
