//! The program under test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use crate::services::variable;

/// A copy that nobody used for so long is somebody's who is gone.
const KEPT: Duration = Duration::from_mins(10);

/// The demo as it is now, or the one that `USER_TEST_DEMO` names. Built if it is missing or older than its sources; then copied, so that somebody who builds
/// while the tests run does not change it under them.
pub(crate) fn demo() -> &'static Path {
    static COPY: OnceLock<PathBuf> = OnceLock::new();
    COPY.get_or_init(|| {
        if let Some(named) = variable("USER_TEST_DEMO") {
            return named.into();
        }
        let built = built();
        if !is_current(&built) {
            build();
        }
        copied(&built)
    })
}

/// The copy, named after its age, so that it is made once for every test program that runs.
fn copied(built: &Path) -> PathBuf {
    let made = modified(built).expect("the demo was built and is not there");
    let folder = built.with_file_name("user-e2e");
    fs::create_dir_all(&folder).unwrap();
    let age = made.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos();
    let path = folder.join(format!("demo-{age}"));
    remove_old(&folder, made);
    if !path.is_file() {
        let half = folder.join(format!("half-{age}-{}", std::process::id()));
        fs::copy(built, &half).unwrap();
        fs::rename(half, &path).unwrap();
    }
    path
}

fn remove_old(folder: &Path, made: SystemTime) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let old = modified(&entry.path()).and_then(|then| made.duration_since(then).ok());
        if old.is_some_and(|old| old > KEPT) {
            // Somebody else may have done it.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Where Cargo puts it: beside the folder of the test that runs.
fn built() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).expect("a test lies two folders below that of its profile");
    profile.join("demo").with_extension(std::env::consts::EXE_EXTENSION)
}

/// Whether the demo is there and nothing it is made from is newer. `cargo test --workspace` has just built it then:
/// building it once more by itself would compile its dependencies with other features.
fn is_current(built: &Path) -> bool {
    let Some(made) = modified(built) else { return false };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let sources =
        ["crates", "examples/demo/src", "examples/demo/templates", "examples/demo/locales", "Cargo.lock"];
    sources
        .iter()
        .map(|source| root.join(source))
        .filter(|source| source.exists())
        .all(|source| is_older(&source, made))
}

/// Whether all that a program is made from below `path` is older than `made`. Tests are not among it.
fn is_older(path: &Path, made: SystemTime) -> bool {
    if path.is_dir() {
        let tests = path.file_name().is_some_and(|name| name == "tests" || name == "examples");
        return tests || fs::read_dir(path).unwrap().flatten().all(|entry| is_older(&entry.path(), made));
    }
    modified(path).is_none_or(|changed| changed <= made)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|facts| facts.modified()).ok()
}

fn build() {
    let mut command = Command::new(option_env!("CARGO").unwrap_or("cargo"));
    command.args(["build", "--quiet", "-p", "demo"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    assert!(command.status().unwrap().success(), "the demo does not build");
}
