//! SHA-crypt: `$5$` and `$6$`, of Linux, glibc and passlib.

use sha_crypt::{PasswordHashRef, PasswordVerifier, ShaCrypt};

use super::fields::{named, number};
use super::{Readable, Refusal, caps};
use crate::work::Work;

/// What it says where no rounds are written, and the fewest that may be written.
const ROUNDS: u64 = 5_000;
const ROUNDS_MIN: u64 = 1_000;
const SALT_MAX: usize = 16;

/// What differs between the two digests.
struct Kind {
    /// How many bytes the digest takes at once.
    block: usize,
    /// How many characters the sum is written in.
    sum: usize,
    /// What the last of them can be: it holds the bits that are left.
    last: &'static [char],
}

const SHA256: Kind = Kind {
    block: 64,
    sum: 43,
    last: &['.', '/', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D'],
};
const SHA512: Kind = Kind { block: 128, sum: 86, last: &['.', '/', '0', '1'] };

/// A hash within the caps.
pub(super) struct StoredShaCrypt {
    hash: String,
    rounds: u64,
    block: usize,
}

impl StoredShaCrypt {
    pub(super) fn sha256(hash: &str) -> Result<Box<dyn Readable>, Refusal> {
        Self::read(hash, &SHA256)
    }

    pub(super) fn sha512(hash: &str) -> Result<Box<dyn Readable>, Refusal> {
        Self::read(hash, &SHA512)
    }

    fn read(hash: &str, kind: &Kind) -> Result<Box<dyn Readable>, Refusal> {
        Ok(Box::new(Self { hash: hash.to_owned(), rounds: kind.rounds(hash)?, block: kind.block }))
    }

    /// Whether the rounds stay bearable with a password of so many bytes, of which each takes in about two.
    fn is_bearable_for(&self, password: &str) -> bool {
        let blocks = u64::try_from(1 + 2 * password.len() / self.block).unwrap_or(u64::MAX);
        self.rounds.saturating_mul(blocks) <= caps::SHA_CRYPT_BLOCKS_MAX
    }
}

impl Kind {
    /// The rounds of a hash that can be verified.
    fn rounds(&self, hash: &str) -> Result<u64, Refusal> {
        PasswordHashRef::new(hash).map_err(|_| Refusal::Malformed)?;
        let fields: Vec<&str> = hash.split('$').skip(2).collect();
        let (rounds, salt, sum) = match *fields.as_slice() {
            [rounds, salt, sum] => (number(named(rounds, "rounds")?)?, salt, sum),
            [salt, sum] => (ROUNDS, salt, sum),
            _ => return Err(Refusal::Malformed),
        };
        if rounds < ROUNDS_MIN || salt.len() > SALT_MAX || !self.is_sum(sum) {
            return Err(Refusal::Malformed);
        }
        if rounds > caps::SHA_CRYPT_ROUNDS_MAX {
            return Err(Refusal::TooCostly);
        }
        Ok(rounds)
    }

    fn is_sum(&self, sum: &str) -> bool {
        let known = sum.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"./".contains(&byte));
        known && sum.len() == self.sum && sum.ends_with(self.last)
    }
}

impl Readable for StoredShaCrypt {
    fn work(&self) -> Work {
        Work::units((self.rounds * caps::UNITS_PER_1024_ROUNDS_OF_SHA_CRYPT).div_ceil(1_024))
    }

    fn matches(&self, password: &str) -> bool {
        self.is_bearable_for(password)
            && ShaCrypt::default().verify_password(password.as_bytes(), self.hash.as_str()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_rounds(rounds: u64) -> StoredShaCrypt {
        StoredShaCrypt { hash: String::new(), rounds, block: 128 }
    }

    #[test]
    fn a_password_that_would_make_the_rounds_unbearable_is_not_tried() {
        assert!(!with_rounds(656_000).is_bearable_for(&"x".repeat(1_024)));
        assert!(with_rounds(656_000).is_bearable_for(&"x".repeat(500)));
        assert!(with_rounds(5_000).is_bearable_for(&"x".repeat(1_024)));
    }
}
