//! Argon2: making hashes, reading them from PHC strings, and computing.

use argon2::password_hash::phc::{Output, ParamsString, Salt};
use argon2::{Algorithm, Params, ParamsBuilder, PasswordHash, Version};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::engine::{Input, Memory, compute};
use crate::foreign::{Readable, Refusal};
use crate::pepper::{Pepper, Peppers};
use crate::work::Work;

/// The most that a stored hash may cost: the row of one user must not bring down the service.
pub(crate) const MEMORY_MAX_KIB: u32 = 256 * 1_024;
pub(crate) const PASSES_MAX: u32 = 10;
pub(crate) const LANES_MAX: u32 = 16;

/// The lengths of new hashes, in bytes (RFC 9106 §4: a salt of 16 bytes and a tag of 32).
const SALT_BYTES: usize = 16;
const OUTPUT_BYTES: usize = 32;

/// What new hashes cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cost {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

impl Cost {
    /// OWASP Password Storage Cheat Sheet: the minimum recommended for Argon2id.
    pub(crate) const OWASP: Self = Self { memory_kib: 19_456, passes: 2, lanes: 1 };

    pub(crate) const fn is_bearable(self) -> bool {
        self.memory_kib <= MEMORY_MAX_KIB && self.passes <= PASSES_MAX && self.lanes <= LANES_MAX
    }

    pub(crate) const fn work(self) -> Work {
        Work::of_argon2(self.memory_kib, self.passes)
    }

    fn of(params: &Params) -> Self {
        Self { memory_kib: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() }
    }
}

/// How new hashes are made.
#[derive(Clone)]
pub(crate) struct Recipe {
    cost: Cost,
    params: Params,
}

impl Recipe {
    pub(crate) fn new(cost: Cost, peppers: &Peppers) -> Result<Self, argon2::Error> {
        let mut params = ParamsBuilder::new();
        params.m_cost(cost.memory_kib).t_cost(cost.passes).p_cost(cost.lanes).output_len(OUTPUT_BYTES);
        if peppers.current.is_some() {
            params.keyid(peppers.current_id());
        }
        Ok(Self { cost, params: params.build()? })
    }

    pub(crate) const fn work(&self) -> Work {
        self.cost.work()
    }

    /// How many blocks of memory it takes.
    pub(crate) const fn blocks(&self) -> usize {
        self.params.block_count()
    }

    /// A fresh hash, as a PHC string.
    pub(crate) fn hash(&self, password: &[u8], peppers: &Peppers, memory: &mut Memory) -> Option<String> {
        let salt: [u8; SALT_BYTES] = rand::random();
        let mut output = Zeroizing::new([0; OUTPUT_BYTES]);
        let input = Input {
            algorithm: Algorithm::Argon2id,
            version: Version::V0x13,
            params: &self.params,
            pepper: peppers.current.as_ref().map(Pepper::key),
            password,
            salt: &salt,
        };
        compute(&input, output.as_mut_slice(), memory).ok()?;
        self.written(&salt, output.as_slice())
    }

    /// A hash that no password makes: nobody computed it. To verify it is the same work as for any other.
    pub(crate) fn nobodys(&self) -> Option<String> {
        let (salt, output): ([u8; SALT_BYTES], [u8; OUTPUT_BYTES]) = rand::random();
        self.written(&salt, &output)
    }

    fn written(&self, salt: &[u8], output: &[u8]) -> Option<String> {
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params).ok()?,
            salt: Some(Salt::new(salt).ok()?),
            hash: Some(Output::new(output).ok()?),
        };
        Some(hash.to_string())
    }

    /// Whether `stored` is what this recipe makes today.
    pub(crate) fn made(&self, stored: &StoredArgon2) -> bool {
        stored.algorithm == Algorithm::Argon2id
            && stored.version == Version::V0x13
            && stored.params == self.params
            && stored.salt.len() == SALT_BYTES
    }
}

/// A hash read from a PHC string, within the caps.
#[derive(Clone)]
pub(crate) struct StoredArgon2 {
    algorithm: Algorithm,
    version: Version,
    /// The costs, the length of the output and the name of the pepper.
    params: Params,
    salt: Vec<u8>,
    expected: Vec<u8>,
}

impl StoredArgon2 {
    /// Reads `$argon2…`. What another scheme made is [`Refusal::Unknown`].
    pub(crate) fn read(hash: &str, peppers: &Peppers) -> Result<Self, Refusal> {
        let Some((name, _)) = hash.strip_prefix('$').and_then(|rest| rest.split_once('$')) else {
            return Err(Refusal::Unknown);
        };
        let algorithm = Algorithm::new(name).map_err(|_| Refusal::Unknown)?;
        let phc = PasswordHash::new(hash).map_err(|_| Refusal::Malformed)?;
        let params = Params::try_from(&phc).map_err(|_| Refusal::Malformed)?;
        if !Cost::of(&params).is_bearable() {
            return Err(Refusal::TooCostly);
        }
        peppers.named(params.keyid())?;
        Ok(Self { algorithm, version: version(&phc)?, params, salt: salt(&phc)?, expected: output(&phc)? })
    }

    pub(crate) fn work(&self) -> Work {
        Cost::of(&self.params).work()
    }

    /// Whether `password` made this hash.
    pub(crate) fn matches(&self, password: &[u8], peppers: &Peppers, memory: &mut Memory) -> bool {
        let mut output = Zeroizing::new(vec![0; self.expected.len()]);
        let Ok(pepper) = peppers.named(self.params.keyid()) else { return false };
        let Self { algorithm, version, params, salt, .. } = self;
        let (algorithm, version, pepper) = (*algorithm, *version, pepper.map(Pepper::key));
        let input = Input { algorithm, version, params, pepper, password, salt };
        compute(&input, &mut output, memory).is_ok() && bool::from(output.ct_eq(&self.expected))
    }
}

/// Where it stands in the notation of another program: without a pepper, and in memory of its own.
impl Readable for StoredArgon2 {
    fn work(&self) -> Work {
        self.work()
    }

    fn matches(&self, password: &str) -> bool {
        self.matches(password.as_bytes(), &Peppers::default(), &mut Memory::keeping(0))
    }
}

/// A hash without `v=` is of version 1.0 (0x10), as the reference implementation reads it.
fn version(phc: &PasswordHash) -> Result<Version, Refusal> {
    let number = phc.version.unwrap_or(Version::V0x10.into());
    Version::try_from(number).map_err(|_| Refusal::Malformed)
}

fn salt(phc: &PasswordHash) -> Result<Vec<u8>, Refusal> {
    let salt = phc.salt.as_ref().filter(|salt| salt.len() >= argon2::MIN_SALT_LEN);
    salt.map(|salt| salt.to_vec()).ok_or(Refusal::Malformed)
}

fn output(phc: &PasswordHash) -> Result<Vec<u8>, Refusal> {
    phc.hash.as_ref().map(|output| output.as_bytes().to_vec()).ok_or(Refusal::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(hash: &str) -> Result<StoredArgon2, Refusal> {
        StoredArgon2::read(hash, &Peppers::default())
    }

    #[test]
    fn what_is_no_argon2_hash_is_refused_with_its_reason() {
        let tail = "$MDEyMzQ1Njc4OWFiY2RlZg$verepXPEFL3sFcBFmTdVM2Am/SOCA0doel2OJThXr3s";
        let cases = [
            ("", Refusal::Unknown),
            ("$", Refusal::Unknown),
            ("!", Refusal::Unknown),
            ("$argon2$v=19$m=8,t=1,p=1", Refusal::Unknown),
            ("$pbkdf2-sha512$25000$x$y", Refusal::Unknown),
            ("$argon2id$", Refusal::Malformed),
            ("$argon2id$v=19$m=512,t=2,p=1", Refusal::Malformed),
            (&format!("$argon2id$v=19$m=512,t=2{tail}$x"), Refusal::Malformed),
            (&format!("$argon2id$v=18$m=512,t=2,p=1{tail}"), Refusal::Malformed),
            (&format!("$argon2id$v=19$m=4,t=2,p=1{tail}"), Refusal::Malformed),
            (&format!("$argon2id$v=19$m=512,t=0,p=1{tail}"), Refusal::Malformed),
            (&format!("$argon2id$v=19$m=512,t=2,p=1,x=1{tail}"), Refusal::Malformed),
            (&format!("$argon2id$v=19$m=262145,t=2,p=1{tail}"), Refusal::TooCostly),
            (&format!("$argon2id$v=19$m=512,t=11,p=1{tail}"), Refusal::TooCostly),
            (&format!("$argon2id$v=19$m=512,t=2,p=17{tail}"), Refusal::TooCostly),
            (&format!("$argon2id$v=19$m=512,t=2,p=1,keyid=AAAA{tail}"), Refusal::UnknownPepper),
        ];

        for (hash, expected) in cases {
            assert_eq!(read(hash).err(), Some(expected), "{hash:?}");
        }
    }

    #[test]
    fn costs_at_the_caps_are_read() {
        let hash = "$argon2id$v=19$m=262144,t=10,p=16$MDEyMzQ1Njc4OWFiY2RlZg\
                    $verepXPEFL3sFcBFmTdVM2Am/SOCA0doel2OJThXr3s";

        assert_eq!(read(hash).unwrap().work(), Work::of_argon2(262_144, 10));
    }
}
