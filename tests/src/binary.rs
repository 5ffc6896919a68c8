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

/// Whether the demo is there and no source it was made from is newer. Cargo lists them beside it.
fn is_current(built: &Path) -> bool {
    let (Some(made), Ok(listed)) = (modified(built), fs::read_to_string(built.with_extension("d"))) else {
        return false;
    };
    let sources = listed.split_once(": ").map_or("", |(_, sources)| sources);
    let sources = sources.replace("\\ ", "\u{0}");
    sources.split_whitespace().all(|source| {
        modified(Path::new(&source.replace('\u{0}', " "))).is_some_and(|changed| changed <= made)
    })
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
