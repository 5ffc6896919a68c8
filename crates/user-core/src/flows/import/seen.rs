//! Names and addresses that an import has met.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use super::draft::Draft;

/// The keys of everybody so far, as 64 bits each: a million users take some 40 MB, and that two of them are taken for
/// one is a matter of one in ten million.
#[derive(Default)]
pub(super) struct Seen {
    by: RandomState,
    usernames: HashSet<u64>,
    addresses: HashSet<u64>,
}

impl Seen {
    pub(super) fn has_username(&self, key: &str) -> bool {
        self.usernames.contains(&self.by.hash_one(key))
    }

    pub(super) fn has_address(&self, key: &str) -> bool {
        self.addresses.contains(&self.by.hash_one(key))
    }

    /// A later user cannot have what this user has. A refused one has nothing.
    pub(super) fn remember(&mut self, draft: &Draft) {
        if let Some(name) = draft.username() {
            self.usernames.insert(self.by.hash_one(name.key()));
        }
        for address in draft.confirmed_addresses() {
            self.addresses.insert(self.by.hash_one(address.key()));
        }
    }
}
