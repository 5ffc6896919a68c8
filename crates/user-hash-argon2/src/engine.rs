//! What computes Argon2, and the memory it does that in.

mod memory;
mod rustcrypto;

use argon2::{Algorithm, Params, Version};

pub(crate) use self::memory::Memory;
pub(crate) use self::rustcrypto::compute;

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

/// The input is none that Argon2 allows, or there is no memory. A hash that is read or made has been found to be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotComputed;
