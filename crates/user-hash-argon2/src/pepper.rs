//! Peppers: secret keys that go into a hash and are not stored with it.

use argon2::KeyId;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::foreign::Refusal;

/// One secret key, and the short name under which hashes mention it.
pub(crate) struct Pepper {
    id: KeyId,
    key: Zeroizing<Vec<u8>>,
}

impl Pepper {
    /// The name is made from the key: 32 bits, enough to tell the peppers of one app apart, and of no use to find a key
    /// of 128 bits or more.
    pub(crate) fn new(key: &[u8]) -> Self {
        let digest = Sha256::new().chain_update(b"user-hash-argon2 pepper id\0").chain_update(key).finalize();
        let id = digest.get(..4).and_then(|name| KeyId::new(name).ok()).unwrap_or(KeyId::EMPTY);
        Self { id, key: Zeroizing::new(key.to_vec()) }
    }

    pub(crate) const fn id(&self) -> KeyId {
        self.id
    }

    pub(crate) fn key(&self) -> &[u8] {
        &self.key
    }
}

/// The pepper of new hashes, and those that older hashes may still need.
#[derive(Default)]
pub(crate) struct Peppers {
    pub(crate) current: Option<Pepper>,
    pub(crate) previous: Vec<Pepper>,
}

impl Peppers {
    /// The pepper that a hash names; `None` for a hash that names none.
    pub(crate) fn named(&self, id: &[u8]) -> Result<Option<&Pepper>, Refusal> {
        if id.is_empty() {
            return Ok(None);
        }
        let found = self.current.iter().chain(&self.previous).find(|pepper| pepper.id.as_bytes() == id);
        found.map(Some).ok_or(Refusal::UnknownPepper)
    }

    /// The name that new hashes carry.
    pub(crate) fn current_id(&self) -> KeyId {
        self.current.as_ref().map_or(KeyId::EMPTY, Pepper::id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pepper_is_found_by_the_name_its_hashes_carry() {
        let peppers = Peppers {
            current: Some(Pepper::new(b"today's key, quite long")),
            previous: vec![Pepper::new(b"yesterday's key, as long")],
        };

        let old = Pepper::new(b"yesterday's key, as long").id();
        assert!(peppers.named(old.as_bytes()).unwrap().unwrap().key().starts_with(b"yesterday"));
        assert!(peppers.named(&[]).unwrap().is_none());
        assert_eq!(peppers.named(b"????").err(), Some(Refusal::UnknownPepper));
        assert_ne!(peppers.current_id(), old);
        assert_eq!(peppers.current_id().len(), 4);
    }
}
