//! Argon2 by `RustCrypto`: portable, and read by many.

use argon2::Argon2;

use super::memory::Memory;
use super::{Input, NotComputed};

pub(crate) fn compute(input: &Input<'_>, output: &mut [u8], memory: &mut Memory) -> Result<(), NotComputed> {
    let Input { algorithm, version, params, pepper, password, salt } = *input;
    let argon2 = match pepper {
        Some(key) => Argon2::new_with_secret(key, algorithm, version, params.clone()),
        None => Ok(Argon2::new(algorithm, version, params.clone())),
    };
    let argon2 = argon2.map_err(|_| NotComputed)?;
    let computed = memory.lend(params.block_count(), |blocks| {
        argon2.hash_password_into_with_memory(password, salt, output, blocks)
    });
    computed.map_err(|_| NotComputed)
}
