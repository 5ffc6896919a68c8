//! The memory one thread hashes in.

use argon2::Block;
use zeroize::Zeroize;

/// As many blocks as are reserved at least: 33 MiB.
///
/// An allocator gives memory back to the system when it is freed only if it got it from there for this one allocation.
/// Which ones it treats so it learns from what is freed: glibc keeps anything up to 32 MiB once something as large was
/// freed. Blocks beyond those that a hash uses are never touched, so they take no memory.
const RESERVED: usize = 33 * 1_024;

/// A buffer that is allocated once and used for hash after hash. Fresh memory for each would cost a third of the time,
/// in page faults.
///
/// A hash overwrites all of the buffer that it uses. What the last one left is wiped as soon as the thread rests: an
/// attacker who reads the memory of the process then, or finds it in a core dump or in swap, cannot test guesses of
/// that password against single blocks, at a fraction of what the whole hash costs.
pub(crate) struct Memory {
    kept: Vec<Block>,
    /// How many blocks of 1 KiB are kept: what today's hashes need.
    keeps: usize,
    /// How many of them, from the first on, hold what a hash left.
    used: usize,
}

impl Memory {
    pub(crate) const fn keeping(blocks: usize) -> Self {
        Self { kept: Vec::new(), keeps: blocks, used: 0 }
    }

    /// Whether it holds what a hash left.
    pub(crate) const fn is_used(&self) -> bool {
        self.used > 0
    }

    /// Overwrites what the hashes since the last time left.
    pub(crate) fn wipe(&mut self) {
        let used = std::mem::take(&mut self.used);
        wipe(self.kept.get_mut(..used).unwrap_or_default());
    }

    /// Wipes and frees what is kept, until it is needed again.
    pub(crate) fn give_back(&mut self) {
        self.wipe();
        self.kept = Vec::new();
    }

    /// Lends `blocks` blocks, with whatever was left in them. More than is kept are allocated, and wiped and freed
    /// afterwards.
    pub(crate) fn lend<T>(&mut self, blocks: usize, borrower: impl FnOnce(&mut [Block]) -> T) -> T {
        if blocks > self.keeps {
            return borrower(&mut Lent(allocated(blocks)).0);
        }
        if self.kept.is_empty() {
            self.kept = allocated(self.keeps);
        }
        self.used = self.used.max(blocks);
        borrower(self.kept.get_mut(..blocks).unwrap_or_default())
    }
}

fn allocated(blocks: usize) -> Vec<Block> {
    let mut allocated = Vec::with_capacity(blocks.max(RESERVED));
    allocated.resize(blocks, Block::new());
    allocated
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.wipe();
    }
}

/// Blocks for one hash, which are wiped also when it panics.
struct Lent(Vec<Block>);

impl Drop for Lent {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

fn wipe(blocks: &mut [Block]) {
    blocks.iter_mut().for_each(Zeroize::zeroize);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_zero(blocks: &[Block]) -> bool {
        blocks.iter().all(|block| block.as_ref().iter().all(|word| *word == 0))
    }

    fn write(blocks: &mut [Block]) {
        for block in blocks {
            block.as_mut().fill(7);
        }
    }

    #[test]
    fn the_same_memory_is_lent_again() {
        let mut memory = Memory::keeping(16);

        let first = memory.lend(16, |blocks| blocks.as_ptr() as usize);
        let second = memory.lend(8, |blocks| (blocks.as_ptr() as usize, blocks.len()));

        assert_eq!(second, (first, 8));
    }

    #[test]
    fn what_hashes_left_is_wiped_also_beyond_the_last_one() {
        let mut memory = Memory::keeping(16);
        memory.lend(12, write);
        memory.lend(4, write);
        assert!(memory.is_used() && !is_zero(&memory.kept));

        memory.wipe();

        assert!(!memory.is_used() && is_zero(&memory.kept));
    }

    #[test]
    fn a_hash_overwrites_every_block_that_it_uses() {
        let mut memory = Memory::keeping(64);
        let params = argon2::Params::new(64, 1, 1, None).unwrap();
        let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        memory.lend(64, write);

        memory.lend(64, |blocks| {
            argon2
                .hash_password_into_with_memory(b"hunter2", b"0123456789abcdef", &mut [0; 32], blocks)
                .unwrap();
        });

        let is_old = |block: &Block| block.as_ref().iter().all(|word| *word == 7);
        assert!(!memory.kept.iter().any(is_old));
    }

    #[test]
    fn memory_that_was_given_back_is_allocated_anew() {
        let mut memory = Memory::keeping(16);
        memory.lend(16, |_| ());

        memory.give_back();

        assert_eq!(memory.kept.capacity(), 0);
        assert_eq!(memory.lend(16, |blocks| blocks.len()), 16);
    }

    /// Where the system tells how much memory a process has.
    #[cfg(target_os = "linux")]
    #[test]
    fn memory_goes_back_to_the_system_every_time() {
        // Of others, in kB: tests beside this one allocate, too, but never as much.
        const OTHERS: i64 = 12 * 1_024;
        let resident = || -> i64 {
            let status = std::fs::read_to_string("/proc/self/status").unwrap();
            let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
            line.trim().trim_end_matches(" kB").parse().unwrap()
        };
        let mut memory = Memory::keeping(19_456);

        for round in 0..3 {
            memory.lend(19_456, write);
            let before = resident();
            memory.give_back();
            let given_back = before - resident();

            assert!(given_back > 19_456 - OTHERS, "{given_back} kB in round {round}");
        }
    }

    #[test]
    fn a_costlier_hash_does_not_make_the_kept_memory_grow() {
        let mut memory = Memory::keeping(16);

        let lent = memory.lend(64, |blocks| blocks.len());

        assert_eq!(lent, 64);
        assert!(memory.kept.is_empty());
    }
}
