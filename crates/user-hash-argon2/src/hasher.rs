//! The hasher.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use user_core::domain::{Password, PasswordHash};
use user_core::ports::{PasswordHasher, Port, PortError};

use crate::argon::{Recipe, StoredArgon2};
use crate::builder::{Argon2HasherBuilder, BuildError};
use crate::engine::Memory;
use crate::foreign::{ForeignScheme, Refusal};
use crate::pepper::Peppers;
use crate::pool::{ASIDE, Lane, Pool, PoolError, now};
use crate::slow;
use crate::work::Work;

const PORT: Port = Port::PasswordHasher;

/// Hashes passwords with Argon2id on threads of its own. Clones share them; they end with the last clone.
#[derive(Clone)]
pub struct Argon2Hasher {
    inner: Arc<Inner>,
}

struct Inner {
    pool: Pool,
    recipe: Recipe,
    peppers: Arc<Peppers>,
    foreign: Vec<Arc<dyn ForeignScheme>>,
    decoy: PasswordHash,
    stored_decoy: StoredArgon2,
}

impl Argon2Hasher {
    /// A hasher at the cost that OWASP recommends, with a thread for each core.
    pub fn new() -> Result<Self, BuildError> {
        Self::builder().build()
    }

    /// Chooses what hashes cost and how many are made at once.
    pub fn builder() -> Argon2HasherBuilder {
        Argon2HasherBuilder::new()
    }

    /// `None` where a hash of this recipe could not be read again.
    pub(crate) fn with(
        pool: Pool,
        recipe: Recipe,
        peppers: Peppers,
        foreign: Vec<Arc<dyn ForeignScheme>>,
    ) -> Option<Self> {
        let decoy = recipe.nobodys()?;
        let stored_decoy = StoredArgon2::read(&decoy, &peppers).ok()?;
        let (decoy, peppers) = (PasswordHash::new(decoy), Arc::new(peppers));
        Some(Self { inner: Arc::new(Inner { pool, recipe, peppers, foreign, decoy, stored_decoy }) })
    }
}

#[async_trait]
impl PasswordHasher for Argon2Hasher {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.inner.hash(Lane::Stranger, password).await
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.inner.verify(Lane::Stranger, password, hash).await
    }

    async fn hash_known(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.inner.hash(Lane::Known, password).await
    }

    async fn verify_known(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.inner.verify(Lane::Known, password, hash).await
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        let Inner { recipe, peppers, .. } = &*self.inner;
        !StoredArgon2::read(hash.reveal(), peppers).is_ok_and(|stored| recipe.made(&stored))
    }

    fn recognizes(&self, hash: &PasswordHash) -> bool {
        self.inner.read(hash).is_ok()
    }

    fn decoy(&self) -> PasswordHash {
        self.inner.decoy.clone()
    }

    fn advice(&self) -> Option<&'static str> {
        slow::advice()
    }

    async fn run(&self, work: Box<dyn FnOnce() + Send>) -> Result<(), PortError> {
        let done = self.inner.pool.run(Lane::Stranger, ASIDE, move |_: &mut Memory| work());
        done.await.map_err(port_error)
    }
}

impl Inner {
    async fn hash(&self, lane: Lane, password: &Password) -> Result<PasswordHash, PortError> {
        let Self { pool, recipe, peppers, .. } = self;
        let (password, peppers, task_recipe) = (password.clone(), Arc::clone(peppers), recipe.clone());
        let task = move |memory: &mut Memory| {
            let begun = now();
            let hash = task_recipe.hash(password.reveal().as_bytes(), &peppers, memory);
            slow::notice(begun.elapsed());
            hash.map(PasswordHash::new)
        };
        let hash = pool.run(lane, recipe.work(), task).await.map_err(port_error)?;
        hash.ok_or_else(|| PortError::new(PORT, "the hash could not be made"))
    }

    async fn verify(&self, lane: Lane, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        let (stored, readable) = match self.read(hash) {
            Ok(stored) => (stored, true),
            Err(reason) => {
                tracing::warn!(%reason, "a stored password hash is not verified");
                // The same work as for anybody else: a visitor must not see by the clock that this account is odd.
                (Stored::Argon2(Box::new(self.stored_decoy.clone())), false)
            }
        };
        let (password, peppers) = (password.clone(), Arc::clone(&self.peppers));
        let work = stored.work();
        let task = move |memory: &mut Memory| stored.matches(password.reveal(), &peppers, memory);
        let matches = self.pool.run(lane, work, task).await.map_err(port_error)?;
        Ok(matches && readable)
    }

    /// The first scheme that knows `hash` decides.
    fn read(&self, hash: &PasswordHash) -> Result<Stored, Refusal> {
        match StoredArgon2::read(hash.reveal(), &self.peppers) {
            Err(Refusal::Unknown) => {}
            decided => return decided.map(Box::new).map(Stored::Argon2),
        }
        for scheme in &self.foreign {
            match scheme.read(hash.reveal()) {
                Err(Refusal::Unknown) => {}
                decided => {
                    let (scheme, hash) = (Arc::clone(scheme), hash.clone());
                    return decided.map(|work| Stored::Foreign { scheme, hash, work });
                }
            }
        }
        Err(Refusal::Unknown)
    }
}

/// A hash that can be verified.
enum Stored {
    Argon2(Box<StoredArgon2>),
    Foreign { scheme: Arc<dyn ForeignScheme>, hash: PasswordHash, work: Work },
}

impl Stored {
    fn work(&self) -> Work {
        match self {
            Self::Argon2(stored) => stored.work(),
            Self::Foreign { work, .. } => *work,
        }
    }

    fn matches(&self, password: &str, peppers: &Peppers, memory: &mut Memory) -> bool {
        match self {
            Self::Argon2(stored) => stored.matches(password.as_bytes(), peppers, memory),
            Self::Foreign { scheme, hash, .. } => scheme.verify(password, hash.reveal()),
        }
    }
}

fn port_error(error: PoolError) -> PortError {
    match error {
        PoolError::Busy(retry_after) => PortError::busy(PORT, retry_after),
        PoolError::Panicked => PortError::new(PORT, "the computation panicked"),
    }
}

impl fmt::Debug for Argon2Hasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Argon2Hasher").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::pool::tests::{Gate, polled};

    impl AsRef<Pool> for Argon2Hasher {
        fn as_ref(&self) -> &Pool {
            &self.inner.pool
        }
    }

    fn cheap() -> Argon2HasherBuilder {
        Argon2Hasher::builder().memory_kib(64).passes(1).permits(1)
    }

    fn password() -> Password {
        Password::parse("correct horse battery staple").unwrap()
    }

    #[tokio::test]
    async fn a_full_queue_is_busy_and_later_it_is_not() {
        let hasher = cheap().longest_queue(Duration::ZERO).build().unwrap();
        let gate = Gate::shut(hasher.clone()).await;

        let refused_hash = hasher.hash(&password()).await.unwrap_err();
        let refused_verify = hasher.verify(&password(), &hasher.decoy()).await.unwrap_err();
        gate.open().await;

        for refused in [refused_hash, refused_verify] {
            assert_eq!(refused.port(), Port::PasswordHasher);
            assert!(refused.retry_after() >= Some(Duration::from_secs(1)));
        }
        assert!(hasher.hash(&password()).await.is_ok());
    }

    #[tokio::test]
    async fn a_queue_of_strangers_turns_away_nobody_who_is_known() {
        // As long as what the gate holds, and less than a cheap hash longer.
        let hasher = cheap().longest_queue(Duration::from_micros(20_015)).build().unwrap();
        let gate = Gate::shut(hasher.clone()).await;
        let (password, decoy) = (password(), hasher.decoy());
        let mut stranger = hasher.verify(&password, &decoy);
        assert!(polled(stranger.as_mut()).is_none());
        assert!(hasher.verify(&password, &decoy).await.is_err());
        assert!(hasher.hash(&password).await.is_err());

        let mut known = hasher.verify_known(&password, &decoy);
        assert!(polled(known.as_mut()).is_none());
        assert!(hasher.hash_known(&password).await.is_err(), "their queue is bounded, too");

        gate.open().await;
        assert_eq!((stranger.await.ok(), known.await.ok()), (Some(false), Some(false)));
        assert!(hasher.hash_known(&password).await.is_ok());
    }

    #[tokio::test]
    async fn a_dropped_sign_in_releases_its_place() {
        let hasher = cheap().longest_queue(Duration::from_hours(1)).build().unwrap();
        let gate = Gate::shut(hasher.clone()).await;

        let password = password();
        let mut stays = hasher.hash(&password);
        assert!(polled(stays.as_mut()).is_none());
        for _ in 0..10 {
            let mut goes = hasher.verify(&password, &hasher.inner.decoy);
            assert!(polled(goes.as_mut()).is_none());
            assert_eq!(hasher.inner.pool.queued(), 2);
            drop(goes);
        }

        assert_eq!(hasher.inner.pool.queued(), 1);
        gate.open().await;
        assert!(stays.await.is_ok());
    }

    #[tokio::test]
    async fn the_decoy_takes_the_work_of_a_real_hash_and_is_nobodys() {
        let hasher = cheap().pepper("a pepper of this app").build().unwrap();
        let real = hasher.hash(&password()).await.unwrap();
        let decoy = hasher.decoy();

        let (real_read, decoy_read) = (hasher.inner.read(&real).unwrap(), hasher.inner.read(&decoy).unwrap());
        assert_eq!(real_read.work(), decoy_read.work());
        assert_eq!(real.reveal().len(), decoy.reveal().len());
        assert!(!hasher.needs_rehash(&decoy));
        assert!(!hasher.verify(&password(), &decoy).await.unwrap());
        assert_ne!(cheap().build().unwrap().decoy().reveal(), decoy.reveal());
    }
}
