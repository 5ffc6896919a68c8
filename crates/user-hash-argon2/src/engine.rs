//! What computes Argon2: the crate `argon2` of `RustCrypto`, or with the cargo feature `simd` the crate `argon2-rust`,
//! which computes the same with the vector instructions of the processor.

#[cfg(any(test, not(feature = "simd")))]
mod memory;
#[cfg(any(test, not(feature = "simd")))]
mod rustcrypto;
#[cfg(any(test, feature = "simd"))]
mod simd;

use argon2::{Algorithm, Params, Version};

#[cfg(not(feature = "simd"))]
pub(crate) use self::memory::Memory;
#[cfg(not(feature = "simd"))]
pub(crate) use self::rustcrypto::compute;
#[cfg(feature = "simd")]
pub(crate) use self::simd::{Memory, compute};

/// All that a hash is made of.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) algorithm: Algorithm,
    pub(crate) version: Version,
    pub(crate) params: &'a Params,
    /// The secret key that goes into it, if any.
    pub(crate) pepper: Option<&'a [u8]>,
    pub(crate) password: &'a [u8],
    pub(crate) salt: &'a [u8],
}

/// The input is none that Argon2 allows, or there is no memory. A hash that is read or made has been found to be
/// allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotComputed;

#[cfg(test)]
mod tests;
