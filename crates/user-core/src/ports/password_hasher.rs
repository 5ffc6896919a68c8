//! Who turns passwords into hashes.

use async_trait::async_trait;

use super::PortError;
use crate::domain::{Password, PasswordHash};

/// Hashes and verifies passwords with bounded work.
///
/// It returns [`PortError::busy`] instead of queueing without bound, and never computes on the threads that serve
/// requests.
#[async_trait]
pub trait PasswordHasher: Send + Sync {
    /// Hashes `password` with a new salt.
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError>;

    /// Returns whether `hash` is a hash of `password`; `false` for a hash that cannot be read.
    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError>;

    /// [`hash`](Self::hash), for a user who is signed in. A hasher with a queue keeps room in it for them, whatever
    /// strangers do; one without a queue has nothing to keep.
    async fn hash_known(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.hash(password).await
    }

    /// [`verify`](Self::verify), for a user who is signed in or comes from a known device, like
    /// [`hash_known`](Self::hash_known).
    async fn verify_known(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.verify(password, hash).await
    }

    /// Returns whether `hash` was made by a scheme or at a cost that is not today's, and should be replaced while the
    /// password is at hand.
    fn needs_rehash(&self, hash: &PasswordHash) -> bool;

    /// Returns whether `verify` can read `hash`, so that an import keeps it. The default is `true`.
    fn recognizes(&self, hash: &PasswordHash) -> bool {
        let _ = hash;
        true
    }

    /// Returns a hash of today's scheme and cost that no password is known for. Verifying against it takes as long as
    /// against a real one, which is what hides that a user does not exist.
    fn decoy(&self) -> PasswordHash;

    /// Returns lines for the app's `Cargo.toml` that make hashing faster, if this build may lack them: for the doctor.
    /// `None` by default, and in a build with optimisation.
    fn advice(&self) -> Option<&'static str> {
        None
    }

    /// Runs other work about a password, of a few milliseconds: judging how strong it is. Bounded like a hash, and on
    /// the same threads. The default runs it at once, where it is called; a hasher with threads must run it there.
    async fn run(&self, work: Box<dyn FnOnce() + Send>) -> Result<(), PortError> {
        work();
        Ok(())
    }
}
