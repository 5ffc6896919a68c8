//! Argon2 by `argon2-rust`: with the vector instructions that the processor turns out to have.

use argon2_rust::params::{Memory as MemoryCost, TagLen};
use argon2_rust::{Algorithm, Argon2, Error, Hasher, Params, Version};

use super::{Input, NotComputed};

/// Memory that is kept between hashes. The crate wipes it after each of them, so there is never anything left to wipe.
pub(crate) struct Memory {
    hasher: Option<Hasher>,
    /// How many blocks of 1 KiB are kept: what today's hashes need.
    keeps: usize,
}

impl Memory {
    pub(crate) const fn keeping(blocks: usize) -> Self {
        Self { hasher: None, keeps: blocks }
    }

    /// Whether it holds what a hash left.
    #[expect(clippy::unused_self, reason = "memory of the other crate holds that")]
    pub(crate) const fn is_used(&self) -> bool {
        false
    }

    /// Overwrites what the hashes since the last time left.
    #[expect(clippy::unused_self, reason = "memory of the other crate has something to overwrite")]
    pub(crate) const fn wipe(&mut self) {}

    /// Frees what is kept, until it is needed again.
    pub(crate) fn give_back(&mut self) {
        self.hasher = None;
    }

    #[cfg(test)]
    pub(super) fn kept_blocks(&self) -> usize {
        self.hasher.as_ref().map_or(0, Hasher::reserved_blocks)
    }

    /// What computes in the kept memory, or in memory of its own where that is too small.
    fn lend<T>(&mut self, argon2: Argon2, borrower: impl FnOnce(&mut Hasher) -> T) -> T {
        if usize::try_from(argon2.params().memory_blocks()).map_or(true, |blocks| blocks > self.keeps) {
            return borrower(&mut argon2.hasher());
        }
        let hasher = self.hasher.get_or_insert_with(|| argon2.hasher());
        hasher.set_argon2(argon2);
        borrower(hasher)
    }
}

pub(crate) fn compute(input: &Input<'_>, output: &mut [u8], memory: &mut Memory) -> Result<(), NotComputed> {
    let argon2 = Argon2::new(algorithm(input), version(input), params(input, output.len()).map_err(refused)?);
    let (key, data) = (input.pepper.unwrap_or_default(), input.params.data());
    let computed =
        memory.lend(argon2, |hasher| hasher.hash_into_with_ad(input.password, input.salt, key, data, output));
    computed.map_err(refused)
}

fn refused(_: Error) -> NotComputed {
    NotComputed
}

const fn algorithm(input: &Input<'_>) -> Algorithm {
    match input.algorithm {
        argon2::Algorithm::Argon2d => Algorithm::Argon2d,
        argon2::Algorithm::Argon2i => Algorithm::Argon2i,
        argon2::Algorithm::Argon2id => Algorithm::Argon2id,
    }
}

const fn version(input: &Input<'_>) -> Version {
    match input.version {
        argon2::Version::V0x10 => Version::V0x10,
        argon2::Version::V0x13 => Version::V0x13,
    }
}

/// All lanes on the one thread: it is the pool that uses the cores.
fn params(input: &Input<'_>, output: usize) -> Result<Params, Error> {
    Params::builder()
        .memory(MemoryCost::kib(input.params.m_cost().into()))
        .passes(input.params.t_cost())
        .lanes(input.params.p_cost())
        .threads(1)
        .tag_len(TagLen::bytes(output as u64))
        .build()
}
