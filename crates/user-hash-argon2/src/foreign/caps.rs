//! What a stored hash may cost: the row of one user must not bring down the service. And how that compares with Argon2.

/// The most memory one hash may take, as for Argon2.
pub(super) const MEMORY_MAX_KIB: u64 = crate::argon::MEMORY_MAX_KIB as u64;

/// PBKDF2: about two seconds. Django 6 writes 1,200,000, and a fifth more each release.
pub(super) const PBKDF2_SHA256_ROUNDS_MAX: u64 = 5_000_000;
pub(super) const PBKDF2_SHA512_ROUNDS_MAX: u64 = 2_500_000;

/// scrypt passes over its memory p times: over no more than this, about two seconds.
pub(super) const SCRYPT_TOTAL_MAX_KIB: u64 = 1_024 * 1_024;
/// scrypt keeps p × r × 128 bytes besides. Programs write r = 8, and p up to 5.
pub(super) const SCRYPT_R_MAX: u64 = 32;
pub(super) const SCRYPT_P_MAX: u64 = 16;

/// SHA-crypt: passlib writes 656,000 and 535,000.
pub(super) const SHA_CRYPT_ROUNDS_MAX: u64 = 1_000_000;
/// Its rounds take longer for longer passwords: no more than so many blocks of the digest, about three seconds.
pub(super) const SHA_CRYPT_BLOCKS_MAX: u64 = 8_000_000;

// How many units of work (one pass of Argon2 over one KiB, see `Work`) things take, as measured on one machine.

/// Of the 2^cost rounds of bcrypt: cost 10 takes four times as long as 19 MiB in two passes.
pub(super) const UNITS_PER_BCRYPT_ROUND: u64 = 155;
pub(super) const UNITS_PER_1024_ROUNDS_OF_PBKDF2_SHA256: u64 = 620;
pub(super) const UNITS_PER_1024_ROUNDS_OF_PBKDF2_SHA512: u64 = 2_270;
pub(super) const UNITS_PER_1024_ROUNDS_OF_SHA_CRYPT: u64 = 800;
pub(super) const UNITS_PER_KIB_OF_SCRYPT: u64 = 6;
