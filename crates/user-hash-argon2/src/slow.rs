//! A hash that is slow because the program is built without optimisation.

use std::sync::Once;
use std::time::Duration;

/// The lines of an app's `Cargo.toml` that make hashing quick in a debug build.
///
/// Without them one hash takes half a second and more, and so does every sign-in, because Argon2 is compiled without
/// optimisation. Cargo takes such lines from the workspace of the app alone, never from a dependency.
pub const DEV_PROFILE: &str = "\
[profile.dev.package]
argon2.opt-level = 3
blake2.opt-level = 3
user-hash-argon2.opt-level = 2
zxcvbn.opt-level = 3
";

/// More than an optimised hash of the recommended cost takes on a slow machine.
const SLOW: Duration = Duration::from_millis(250);

/// What a build is told that may be slow for that reason.
pub(crate) const fn advice() -> Option<&'static str> {
    if cfg!(debug_assertions) { Some(DEV_PROFILE) } else { None }
}

/// Logs one warning with the lines in the life of the process, for the first hash that took so long in a debug build.
pub(crate) fn notice(took: Duration) {
    static WARNED: Once = Once::new();
    if let Some(lines) = advice().filter(|_| is_slow(took)) {
        let took = took.as_millis();
        WARNED.call_once(|| {
            tracing::warn!("a password hash took {took} ms in a debug build; add to Cargo.toml:\n{lines}");
        });
    }
}

fn is_slow(took: Duration) -> bool {
    took > SLOW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_that_is_slower_than_an_optimised_one_is_told_of() {
        assert!(!is_slow(Duration::from_millis(60)) && !is_slow(SLOW));
        assert!(is_slow(Duration::from_millis(900)));
    }

    #[test]
    fn a_debug_build_is_told_what_to_do_and_a_release_build_is_not() {
        assert_eq!(advice().is_some(), cfg!(debug_assertions));
    }
}
