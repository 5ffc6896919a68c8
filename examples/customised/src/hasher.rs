//! A password hasher of one's own: PBKDF2, for those who may use nothing but what FIPS 140 has approved. An app that is
//! free to choose takes `Argon2Hasher`, which costs an attacker memory, too.
//!
//! What a hasher must keep, and where it stands below:
//!
//! 1. a salt of its own for every hash, from a good source of randomness: `random`;
//! 2. work off the threads that serve requests, and bounded: `run` says busy rather than queue for ever;
//! 3. comparing in constant time;
//! 4. a decoy that costs what a real hash costs, and the same work for a hash that cannot be read: the clock must tell
//!    nobody who has an account;
//! 5. the cost in the hash, so that it can be raised: `needs_rehash` has it replaced at the next sign-in. A cost that
//!    was read is bounded, or one row could keep a machine busy for hours;
//! 6. no password in an error, a log or a `Debug`.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use user_core::domain::{Password, PasswordHash};
use user_core::ports::{Entropy, PasswordHasher, Port, PortError, SystemEntropy};

const PORT: Port = Port::PasswordHasher;
/// Rounds of HMAC-SHA-256 (OWASP Password Storage Cheat Sheet, 2023).
const ROUNDS: u32 = 600_000;
/// No stored hash may ask for more.
const ROUNDS_MAX: u32 = 10 * ROUNDS;
/// As many at once as there are cores on a small machine.
const AT_ONCE: usize = 2;
/// As many may wait. At a fifth of a second each, the last one waits for less than two seconds.
const WAITING_MAX: usize = 16;
const SALT: usize = 16;
const KEY: usize = 32;

/// PBKDF2-HMAC-SHA-256, as `$pbkdf2-sha256$i=<rounds>$<salt>$<key>`.
pub(crate) struct Pbkdf2Hasher {
    rounds: u32,
    queue: Arc<Semaphore>,
    running: Arc<Semaphore>,
    decoy: PasswordHash,
}

/// A hash, read.
#[derive(Clone, Copy)]
struct Stored {
    rounds: u32,
    salt: [u8; SALT],
    key: [u8; KEY],
}

impl Pbkdf2Hasher {
    /// At today's cost.
    pub(crate) fn new() -> Self {
        Self::costing(ROUNDS)
    }

    /// At a cost of so many rounds.
    pub(crate) fn costing(rounds: u32) -> Self {
        // A key that no password makes, but by a chance of one in 2^256.
        let decoy = Stored { rounds, salt: random(), key: random() };
        let (queue, running) = (Semaphore::new(AT_ONCE + WAITING_MAX), Semaphore::new(AT_ONCE));
        Self { rounds, queue: Arc::new(queue), running: Arc::new(running), decoy: decoy.text() }
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PortError> {
        let busy = |_| PortError::busy(PORT, Duration::from_secs(1));
        let place = Arc::clone(&self.queue).try_acquire_owned().map_err(busy)?;
        let turn = Arc::clone(&self.running).acquire_owned().await;
        let turn = turn.map_err(|closed| PortError::new(PORT, closed))?;
        // Both go along: a visitor who hangs up frees no place while the work goes on.
        let work = move || {
            let _held = (place, turn);
            work()
        };
        spawn_blocking(work).await.map_err(|panicked| PortError::new(PORT, panicked))
    }
}

#[async_trait]
impl PasswordHasher for Pbkdf2Hasher {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        let (password, rounds, salt) = (password.clone(), self.rounds, random());
        self.off_thread(move || Stored { rounds, salt, key: derived(&password, &salt, rounds) }.text()).await
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        let (readable, stored) = match Stored::read(hash) {
            Some(stored) => (true, stored),
            None => (false, Stored { rounds: self.rounds, salt: [0; SALT], key: [0; KEY] }),
        };
        let password = password.clone();
        let key = self.off_thread(move || derived(&password, &stored.salt, stored.rounds)).await?;
        Ok(bool::from(key.ct_eq(&stored.key)) && readable)
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        Stored::read(hash).is_none_or(|stored| stored.rounds != self.rounds)
    }

    fn recognizes(&self, hash: &PasswordHash) -> bool {
        Stored::read(hash).is_some()
    }

    fn decoy(&self) -> PasswordHash {
        self.decoy.clone()
    }

    async fn run(&self, work: Box<dyn FnOnce() + Send>) -> Result<(), PortError> {
        self.off_thread(work).await
    }
}

impl Stored {
    fn read(hash: &PasswordHash) -> Option<Self> {
        let mut parts = hash.reveal().strip_prefix("$pbkdf2-sha256$i=")?.split('$');
        let (rounds, salt, key) = (parts.next()?.parse().ok()?, bytes(parts.next()?)?, bytes(parts.next()?)?);
        let is_sound = parts.next().is_none() && (1..=ROUNDS_MAX).contains(&rounds);
        is_sound.then_some(Self { rounds, salt, key })
    }

    fn text(&self) -> PasswordHash {
        let (salt, key) = (STANDARD_NO_PAD.encode(self.salt), STANDARD_NO_PAD.encode(self.key));
        PasswordHash::new(format!("$pbkdf2-sha256$i={}${salt}${key}", self.rounds))
    }
}

fn derived(password: &Password, salt: &[u8], rounds: u32) -> [u8; KEY] {
    pbkdf2::pbkdf2_hmac_array::<Sha256, KEY>(password.reveal().as_bytes(), salt, rounds)
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD_NO_PAD.decode(text).ok()?.try_into().ok()
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SystemEntropy.fill(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use user_core::flows::SignInForm;
    use user_testkit::story::PASSWORD;

    use crate::tests::{CHEAP, hashing_with, house};

    fn password(text: &str) -> Password {
        Password::parse(text).unwrap()
    }

    #[tokio::test]
    async fn another_password_another_scheme_and_a_cost_beyond_bearing_are_refused() {
        let hasher = Pbkdf2Hasher::costing(CHEAP);
        let good = hasher.hash(&password("correct horse")).await.unwrap();
        let costly = good.reveal().replacen("i=1000", "i=4000000000", 1);
        let longer = format!("{}$more", good.reveal());

        assert!(!hasher.verify(&password("correct house"), &good).await.unwrap());
        assert!(!hasher.verify(&password("correct horse"), &hasher.decoy()).await.unwrap());
        for strange in ["", "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$a2V5", &costly, &longer] {
            let strange = PasswordHash::new(strange);
            assert!(!hasher.verify(&password("correct horse"), &strange).await.unwrap());
            assert!(hasher.needs_rehash(&strange) && !hasher.recognizes(&strange));
        }
        assert!(hasher.verify(&password("correct horse"), &good).await.unwrap());
    }

    /// RFC 7914 §11 has this answer for PBKDF2-HMAC-SHA-256 with 80,000 rounds; its first half is our key.
    #[test]
    fn it_computes_what_the_standard_says() {
        let expected =
            [0x4d, 0xdc, 0xd8, 0xf6, 0x0b, 0x98, 0xbe, 0x21, 0x83, 0x0c, 0xee, 0x5e, 0xf2, 0x27, 0x01, 0xf9];

        assert_eq!(derived(&password("Password"), b"NaCl", 80_000)[..16], expected);
    }

    #[tokio::test]
    async fn two_hashes_of_one_password_differ_and_hold_their_cost() {
        let hasher = Pbkdf2Hasher::costing(CHEAP);
        let one = hasher.hash(&password("correct horse")).await.unwrap();
        let two = hasher.hash(&password("correct horse")).await.unwrap();

        assert_ne!(one.reveal(), two.reveal());
        assert_eq!(one.reveal().len(), hasher.decoy().reveal().len());
        assert!(one.reveal().starts_with("$pbkdf2-sha256$i=1000$") && !hasher.needs_rehash(&one));
        assert!(Pbkdf2Hasher::costing(CHEAP + 1).needs_rehash(&one));
    }

    #[tokio::test]
    async fn a_full_queue_is_busy_and_later_it_is_not() {
        let hasher = Pbkdf2Hasher::costing(CHEAP);
        let places = u32::try_from(AT_ONCE + WAITING_MAX).unwrap();
        let full = hasher.queue.acquire_many(places).await.unwrap();

        let refused = hasher.hash(&password("correct horse")).await.unwrap_err();

        assert_eq!(refused.retry_after(), Some(Duration::from_secs(1)));
        drop(full);
        assert!(hasher.hash(&password("correct horse")).await.is_ok());
    }

    #[tokio::test]
    async fn the_house_hashes_with_it_and_raises_the_cost_at_the_next_sign_in() {
        let house = hashing_with(house(), Pbkdf2Hasher::costing(CHEAP));
        let ada = house.visitor().registers("ada").await.confirms_from_mail().await;
        let hash = async || ada.account().await.unwrap().password_hash.unwrap().reveal().to_owned();
        assert!(hash().await.starts_with("$pbkdf2-sha256$i=1000$"));

        let dearer = hashing_with(house, Pbkdf2Hasher::costing(2 * CHEAP));
        let (identifier, password) = ("ada".to_owned(), PASSWORD.to_owned());
        let form = SignInForm { identifier, password, remember_me: false };
        dearer.users.sign_in(&form, ada.visitor()).await.unwrap();

        assert!(hash().await.starts_with("$pbkdf2-sha256$i=2000$"));
    }
}
