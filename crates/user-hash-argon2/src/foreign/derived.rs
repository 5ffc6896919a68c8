//! PBKDF2 and scrypt: the password is stretched into a key, which is stored.

use scrypt::Params;
use sha2::{Sha256, Sha512};
use subtle::ConstantTimeEq;

use super::{Readable, Refusal, caps};
use crate::work::Work;

/// A stored key, and how a password is stretched into it.
pub(super) struct Derived {
    stretch: Stretch,
    salt: Vec<u8>,
    key: Vec<u8>,
}

enum Stretch {
    Pbkdf2(Digest, u32),
    Scrypt(Params, Work),
}

/// What PBKDF2 is made of.
#[derive(Clone, Copy)]
pub(super) enum Digest {
    Sha256,
    Sha512,
}

impl Digest {
    const fn bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    const fn rounds_max(self) -> u64 {
        match self {
            Self::Sha256 => caps::PBKDF2_SHA256_ROUNDS_MAX,
            Self::Sha512 => caps::PBKDF2_SHA512_ROUNDS_MAX,
        }
    }

    const fn units_per_1024_rounds(self) -> u64 {
        match self {
            Self::Sha256 => caps::UNITS_PER_1024_ROUNDS_OF_PBKDF2_SHA256,
            Self::Sha512 => caps::UNITS_PER_1024_ROUNDS_OF_PBKDF2_SHA512,
        }
    }
}

/// N, r and p of RFC 7914.
pub(super) struct ScryptCost {
    pub(super) n: u64,
    pub(super) r: u64,
    pub(super) p: u64,
}

impl ScryptCost {
    /// What the memory takes: 128 × N × r bytes.
    const fn memory_kib(&self) -> u64 {
        self.n.saturating_mul(self.r) / 8
    }

    const fn total_kib(&self) -> u64 {
        self.memory_kib().saturating_mul(self.p)
    }

    const fn is_bearable(&self) -> bool {
        self.r <= caps::SCRYPT_R_MAX
            && self.p <= caps::SCRYPT_P_MAX
            && self.memory_kib() <= caps::MEMORY_MAX_KIB
            && self.total_kib() <= caps::SCRYPT_TOTAL_MAX_KIB
    }

    fn stretch(&self) -> Result<Stretch, Refusal> {
        if self.n < 2 || !self.n.is_power_of_two() {
            return Err(Refusal::Malformed);
        }
        if !self.is_bearable() {
            return Err(Refusal::TooCostly);
        }
        let work = Work::units(self.total_kib().max(1) * caps::UNITS_PER_KIB_OF_SCRYPT);
        let params = (
            u8::try_from(self.n.ilog2()).map_err(|_| Refusal::Malformed)?,
            u32::try_from(self.r).map_err(|_| Refusal::Malformed)?,
            u32::try_from(self.p).map_err(|_| Refusal::Malformed)?,
        );
        let params = Params::new(params.0, params.1, params.2).map_err(|_| Refusal::Malformed)?;
        Ok(Stretch::Scrypt(params, work))
    }
}

impl Derived {
    /// `key` must be as long as the digest: PBKDF2 starts anew for what is longer.
    pub(super) fn by_pbkdf2(
        digest: Digest,
        rounds: u64,
        salt: Vec<u8>,
        key: Vec<u8>,
    ) -> Result<Box<dyn Readable>, Refusal> {
        if rounds == 0 || key.len() != digest.bytes() {
            return Err(Refusal::Malformed);
        }
        let rounds = u32::try_from(rounds).ok().filter(|rounds| u64::from(*rounds) <= digest.rounds_max());
        let stretch = Stretch::Pbkdf2(digest, rounds.ok_or(Refusal::TooCostly)?);
        Ok(Box::new(Self { stretch, salt, key }))
    }

    /// `key` must have 32 or 64 bytes: fewer would be too easy to hit, and no program writes more.
    pub(super) fn by_scrypt(
        cost: &ScryptCost,
        salt: Vec<u8>,
        key: Vec<u8>,
    ) -> Result<Box<dyn Readable>, Refusal> {
        if ![32, 64].contains(&key.len()) {
            return Err(Refusal::Malformed);
        }
        Ok(Box::new(Self { stretch: cost.stretch()?, salt, key }))
    }
}

impl Readable for Derived {
    fn work(&self) -> Work {
        match &self.stretch {
            Stretch::Pbkdf2(digest, rounds) => {
                Work::units((u64::from(*rounds) * digest.units_per_1024_rounds()).div_ceil(1_024))
            }
            Stretch::Scrypt(_, work) => *work,
        }
    }

    fn matches(&self, password: &str) -> bool {
        let (password, salt) = (password.as_bytes(), self.salt.as_slice());
        let mut key = vec![0; self.key.len()];
        let computed = match &self.stretch {
            Stretch::Pbkdf2(Digest::Sha256, rounds) => {
                pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, *rounds, &mut key);
                true
            }
            Stretch::Pbkdf2(Digest::Sha512, rounds) => {
                pbkdf2::pbkdf2_hmac::<Sha512>(password, salt, *rounds, &mut key);
                true
            }
            Stretch::Scrypt(params, _) => scrypt::scrypt(password, salt, params, &mut key).is_ok(),
        };
        computed && bool::from(key.ct_eq(&self.key))
    }
}
