//! A password hasher that costs nothing.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use sha2::{Digest, Sha256};
use user_core::domain::{Password, PasswordHash};
use user_core::ports::{PasswordHasher, Port, PortError};

/// A [`PasswordHasher`] that is instant, and safe for nothing but tests.
///
/// Its hashes read `plain$<salt>$<digest>`, so that no test finds the password itself in a store. Hashes that begin
/// with `old$` (see [`old_hash`](Self::old_hash)) verify, and ask to be replaced. Every verification is counted, so
/// that a test can say "exactly one, for every user". Clones share their counts.
#[derive(Clone, Debug, Default)]
pub struct PlainHasher {
    hashes: Arc<AtomicUsize>,
    verifications: Arc<AtomicUsize>,
    asides: Arc<AtomicUsize>,
    busy: Arc<AtomicBool>,
}

impl PlainHasher {
    /// A hasher that has done nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A hash of yesterday's scheme: it verifies, and needs to be replaced.
    pub fn old_hash(password: &str) -> PasswordHash {
        PasswordHash::new(format!("old$0${}", digest("0", password)))
    }

    /// How many hashes were made.
    pub fn hashes(&self) -> usize {
        self.hashes.load(Ordering::SeqCst)
    }

    /// How many verifications were made, against real hashes and decoys alike.
    pub fn verifications(&self) -> usize {
        self.verifications.load(Ordering::SeqCst)
    }

    /// How often other work was run: passwords that were judged.
    pub fn asides(&self) -> usize {
        self.asides.load(Ordering::SeqCst)
    }

    /// From now on, has no capacity left: answers [`PortError::busy`], to be tried again after two seconds.
    pub fn become_busy(&self) {
        self.busy.store(true, Ordering::SeqCst);
    }

    /// From now on, has capacity again.
    pub fn become_free(&self) {
        self.busy.store(false, Ordering::SeqCst);
    }

    fn refuse_when_busy(&self) -> Result<(), PortError> {
        let busy = self.busy.load(Ordering::SeqCst);
        if busy { Err(PortError::busy(Port::PasswordHasher, Duration::from_secs(2))) } else { Ok(()) }
    }
}

#[async_trait]
impl PasswordHasher for PlainHasher {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.refuse_when_busy()?;
        let salt = (self.hashes.fetch_add(1, Ordering::SeqCst) + 1).to_string();
        Ok(PasswordHash::new(format!("plain${salt}${}", digest(&salt, password.reveal()))))
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.refuse_when_busy()?;
        self.verifications.fetch_add(1, Ordering::SeqCst);
        let mut parts = hash.reveal().splitn(3, '$');
        let scheme = parts.next().filter(|scheme| matches!(*scheme, "plain" | "old"));
        let made_by = |salt: &str, expected: &str| digest(salt, password.reveal()) == expected;
        Ok(scheme.and(parts.next()).zip(parts.next()).is_some_and(|(salt, expected)| made_by(salt, expected)))
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        !hash.reveal().starts_with("plain$")
    }

    fn recognizes(&self, hash: &PasswordHash) -> bool {
        ["plain$", "old$"].iter().any(|scheme| hash.reveal().starts_with(scheme))
    }

    fn decoy(&self) -> PasswordHash {
        PasswordHash::new("plain$decoy$nobody")
    }

    async fn run(&self, work: Box<dyn FnOnce() + Send>) -> Result<(), PortError> {
        self.refuse_when_busy()?;
        self.asides.fetch_add(1, Ordering::SeqCst);
        work();
        Ok(())
    }
}

fn digest(salt: &str, password: &str) -> String {
    let digest = Sha256::digest(format!("{salt}${password}"));
    digest.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(raw: &str) -> Password {
        Password::parse(raw).unwrap()
    }

    #[tokio::test]
    async fn a_hash_verifies_its_own_password_only_and_does_not_contain_it() {
        let hasher = PlainHasher::new();
        let hash = hasher.hash(&password("correct horse")).await.unwrap();
        let again = hasher.hash(&password("correct horse")).await.unwrap();

        assert!(hasher.verify(&password("correct horse"), &hash).await.unwrap());
        assert!(!hasher.verify(&password("wrong horse"), &hash).await.unwrap());
        assert!(!hash.reveal().contains("correct") && hash.reveal() != again.reveal());
        assert!(!hasher.needs_rehash(&hash));
    }

    #[tokio::test]
    async fn an_old_hash_verifies_and_needs_to_be_replaced() {
        let hasher = PlainHasher::new();
        let hash = PlainHasher::old_hash("correct horse");

        assert!(hasher.verify(&password("correct horse"), &hash).await.unwrap());
        assert!(!hasher.verify(&password("wrong horse"), &hash).await.unwrap());
        assert!(hasher.needs_rehash(&hash));
    }

    #[tokio::test]
    async fn what_is_no_hash_and_the_decoy_are_nobodys_and_are_counted() {
        let hasher = PlainHasher::new();

        for hash in [hasher.decoy(), PasswordHash::new(""), PasswordHash::new("md5$x$y")] {
            assert!(!hasher.verify(&password("nobody"), &hash).await.unwrap());
        }
        assert_eq!(hasher.verifications(), 3);
    }

    #[tokio::test]
    async fn a_busy_hasher_says_when_to_come_back() {
        let hasher = PlainHasher::new();
        hasher.become_busy();
        let refusal = hasher.hash(&password("correct horse")).await.unwrap_err();
        assert_eq!(refusal.retry_after(), Some(Duration::from_secs(2)));
        assert_eq!(hasher.hashes(), 0);

        hasher.become_free();
        assert!(hasher.hash(&password("correct horse")).await.is_ok());
    }
}
