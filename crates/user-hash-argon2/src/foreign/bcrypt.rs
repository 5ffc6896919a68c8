//! bcrypt.

use bcrypt::HashParts;

use super::{ForeignScheme, Readable, Refusal, caps};
use crate::work::Work;

/// bcrypt, as passlib (Flask-User), Devise, PHP and htpasswd write it: `$2a$`, `$2b$` and `$2y$`.
///
/// Passwords are cut after 72 bytes and at a NUL, because those programs did so when they made the hash.
#[derive(Clone, Copy, Debug)]
pub struct Bcrypt {
    cost_max: u32,
}

impl Bcrypt {
    /// The highest cost that is tried unless the app says otherwise: about two seconds.
    pub const COST_MAX: u32 = 15;

    /// The lowest there is.
    const COST_MIN: u32 = 4;

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

/// A hash within the cap.
struct StoredBcrypt {
    hash: String,
    work: Work,
}

impl Bcrypt {
    /// Reads a hash that nothing but bcrypt can have made.
    pub(super) fn stored(self, hash: &str) -> Result<Box<dyn Readable>, Refusal> {
        let work = match self.read(hash) {
            Err(Refusal::Unknown) => Err(Refusal::Malformed),
            decided => decided,
        }?;
        Ok(Box::new(StoredBcrypt { hash: hash.to_owned(), work }))
    }
}

impl Readable for StoredBcrypt {
    fn work(&self) -> Work {
        self.work
    }

    fn matches(&self, password: &str) -> bool {
        verify(password, &self.hash)
    }
}

impl ForeignScheme for Bcrypt {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        if !["$2a$", "$2b$", "$2y$"].iter().any(|prefix| hash.starts_with(prefix)) {
            return Err(Refusal::Unknown);
        }
        let cost = hash.parse::<HashParts>().map_err(|_| Refusal::Malformed)?.get_cost();
        if cost < Self::COST_MIN {
            return Err(Refusal::Malformed);
        }
        if cost > self.cost_max {
            return Err(Refusal::TooCostly);
        }
        Ok(Work::units(caps::UNITS_PER_BCRYPT_ROUND << cost.min(31)))
    }

    fn verify(&self, password: &str, hash: &str) -> bool {
        verify(password, hash)
    }
}

/// The C implementations end a password at its first NUL; after 72 bytes the crate cuts as they do.
fn verify(password: &str, hash: &str) -> bool {
    let ended = password.split('\0').next().unwrap_or_default();
    bcrypt::verify(ended, hash).unwrap_or(false)
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
            (&format!("$2b$03${TAIL}"), Refusal::Malformed),
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

    #[test]
    fn a_password_ends_at_its_first_nul_as_in_c() {
        let hash = format!("$2b$04${TAIL}");

        assert!(!Bcrypt::default().verify("correct horse\0 battery staple", &hash));
        assert!(Bcrypt::default().verify("correct horse battery staple\0 and more", &hash));
    }
}
