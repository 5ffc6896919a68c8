//! The memory one thread hashes in.

use argon2::Block;

/// A buffer that is allocated once and used for hash after hash. Fresh memory for each would cost a third of the time,
/// in page faults. It is not wiped in between: it holds nothing from which a password could be read back.
pub(crate) struct Memory {
    kept: Vec<Block>,
    /// How many blocks of 1 KiB are kept: what today's hashes need.
    keeps: usize,
}

impl Memory {
    pub(crate) const fn keeping(blocks: usize) -> Self {
        Self { kept: Vec::new(), keeps: blocks }
    }

    /// Frees what is kept, until it is needed again.
    pub(crate) fn give_back(&mut self) {
        self.kept = Vec::new();
    }

    /// Lends `blocks` blocks, with whatever was left in them. More than is kept are allocated, and freed afterwards.
    pub(crate) fn lend<T>(&mut self, blocks: usize, borrower: impl FnOnce(&mut [Block]) -> T) -> T {
        if blocks > self.keeps {
            return borrower(&mut vec![Block::new(); blocks]);
        }
        if self.kept.is_empty() {
            self.kept = vec![Block::new(); self.keeps];
        }
        borrower(self.kept.get_mut(..blocks).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_memory_is_lent_again() {
        let mut memory = Memory::keeping(16);

        let first = memory.lend(16, |blocks| blocks.as_ptr() as usize);
        let second = memory.lend(8, |blocks| (blocks.as_ptr() as usize, blocks.len()));

        assert_eq!(second, (first, 8));
    }

    #[test]
    fn memory_that_was_given_back_is_allocated_anew() {
        let mut memory = Memory::keeping(16);
        memory.lend(16, |_| ());

        memory.give_back();

        assert_eq!(memory.kept.capacity(), 0);
        assert_eq!(memory.lend(16, |blocks| blocks.len()), 16);
    }

    #[test]
    fn a_costlier_hash_does_not_make_the_kept_memory_grow() {
        let mut memory = Memory::keeping(16);

        let lent = memory.lend(64, |blocks| blocks.len());

        assert_eq!(lent, 64);
        assert!(memory.kept.is_empty());
    }
}
