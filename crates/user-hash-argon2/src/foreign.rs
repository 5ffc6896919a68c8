//! Hashes that other programs made.

use bcrypt::HashParts;
use thiserror::Error;

use crate::work::Work;

/// Why a stored hash is not verified. It is nobody's then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No scheme here knows it.
    #[error("no known scheme made it")]
    Unknown,
    /// It starts like a known scheme and cannot be read.
    #[error("it cannot be read")]
    Malformed,
    /// Verifying it would cost more than the caps allow. It is never tried.
    #[error("its cost is above the cap")]
    TooCostly,
    /// It was made with a pepper that is not configured.
    #[error("its pepper is not configured")]
    UnknownPepper,
}

/// A scheme that verifies the hashes of another program, so that its users can come along: they sign in with the old
/// hash once, and it is replaced.
pub trait ForeignScheme: Send + Sync {
    /// What it would take to verify against `hash`, or why that is refused. Must be quick, and must answer
    /// [`Refusal::Unknown`] for what another scheme made and [`Refusal::TooCostly`] where a stored cost is not bearable.
    fn read(&self, hash: &str) -> Result<Work, Refusal>;

    /// Whether `password` made `hash`, which [`read`](Self::read) accepted. Must compare in constant time.
    /// Called on a hashing thread.
    fn verify(&self, password: &str, hash: &str) -> bool;
}

/// bcrypt, as passlib (Flask-User), Devise, PHP and htpasswd write it: `$2a$`, `$2b$` and `$2y$`.
///
/// Passwords are cut after 72 bytes, because those programs did so when they made the hash.
#[derive(Clone, Copy, Debug)]
pub struct Bcrypt {
    cost_max: u32,
}

impl Bcrypt {
    /// The highest cost that is tried unless the app says otherwise: about two seconds.
    pub const COST_MAX: u32 = 15;

    /// One of its 2^cost rounds takes about as long as this many KiB-passes of Argon2 (measured: cost 10 takes four
    /// times as long as 19 MiB in two passes).
    const UNITS_PER_ROUND: u64 = 155;

    /// Verifies hashes of at most this cost.
    pub const fn up_to_cost(cost_max: u32) -> Self {
        Self { cost_max }
    }
}

impl Default for Bcrypt {
    fn default() -> Self {
        Self::up_to_cost(Self::COST_MAX)
    }
}

impl ForeignScheme for Bcrypt {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        if !["$2a$", "$2b$", "$2y$"].iter().any(|prefix| hash.starts_with(prefix)) {
            return Err(Refusal::Unknown);
        }
        let cost = hash.parse::<HashParts>().map_err(|_| Refusal::Malformed)?.get_cost();
        if cost > self.cost_max {
            return Err(Refusal::TooCostly);
        }
        Ok(Work::units(Self::UNITS_PER_ROUND << cost.min(31)))
    }

    fn verify(&self, password: &str, hash: &str) -> bool {
        bcrypt::verify(password, hash).unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAIL: &str = "JzvMaV1vUb8rc/uQMWuaOOiu10S1evKNRQeL.UuWxFw4iMVwAX61O";

    #[test]
    fn what_is_no_bcrypt_hash_is_refused_with_its_reason() {
        let cases = [
            ("", Refusal::Unknown),
            (&format!("$2x$04${TAIL}"), Refusal::Unknown),
            ("$2b$", Refusal::Malformed),
            (&format!("$2b$xx${TAIL}"), Refusal::Malformed),
            (&format!("$2b$04${TAIL}x"), Refusal::Malformed),
            (&format!("$2b$04$ü{}", &TAIL[2..]), Refusal::Malformed),
            (&format!("$2b$16${TAIL}"), Refusal::TooCostly),
            (&format!("$2b$99${TAIL}"), Refusal::TooCostly),
        ];

        for (hash, expected) in cases {
            assert_eq!(Bcrypt::default().read(hash), Err(expected), "{hash:?}");
        }
    }

    #[test]
    fn the_cap_can_be_chosen() {
        let hash = format!("$2b$12${TAIL}");

        assert_eq!(Bcrypt::up_to_cost(11).read(&hash), Err(Refusal::TooCostly));
        assert!(Bcrypt::up_to_cost(12).read(&hash).is_ok());
    }
}
