//! Choosing what hashes cost and how many are made at once.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;

use crate::argon::{Cost, LANES_MAX, MEMORY_MAX_KIB, PASSES_MAX, Recipe};
use crate::foreign::{Bcrypt, ForeignScheme, WithoutKey, keyless};
use crate::hasher::Argon2Hasher;
use crate::pepper::{Pepper, Peppers};
use crate::pool::Pool;

/// The shortest pepper, in bytes: as long as a 128-bit key.
pub const PEPPER_MIN_BYTES: usize = 16;

/// Why a hasher could not be made.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The cost is impossible, or more than this crate would verify again.
    #[error(
        "Argon2 memory must be from 8 KiB a lane to {MEMORY_MAX_KIB} KiB, passes from 1 to {PASSES_MAX}, \
         lanes from 1 to {LANES_MAX}"
    )]
    Cost,
    /// A pepper is too short to be a secret key.
    #[error("a pepper must have at least {PEPPER_MIN_BYTES} bytes; make one with `openssl rand -base64 32`")]
    ShortPepper,
    /// Nothing could ever be hashed.
    #[error("at least one hash must be made at a time: set permits to 1 or more")]
    NoPermits,
    /// The system gave no thread.
    #[error("a hashing thread could not be started")]
    Thread(#[source] std::io::Error),
}

/// Chooses what hashes cost and how many are made at once. Made by [`Argon2Hasher::builder`].
#[must_use]
pub struct Argon2HasherBuilder {
    cost: Cost,
    pepper: Option<Vec<u8>>,
    previous_peppers: Vec<Vec<u8>>,
    permits: usize,
    longest_queue: Duration,
    bcrypt: Bcrypt,
    foreign: Vec<Arc<dyn ForeignScheme>>,
}

impl Argon2HasherBuilder {
    pub(crate) fn new() -> Self {
        Self {
            cost: Cost::OWASP,
            pepper: None,
            previous_peppers: Vec::new(),
            permits: std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
            longest_queue: Duration::from_secs(2),
            bcrypt: Bcrypt::default(),
            foreign: Vec::new(),
        }
    }

    /// How much memory a hash takes, in KiB. 19,456 unless said otherwise; at most 262,144.
    pub fn memory_kib(mut self, memory_kib: u32) -> Self {
        self.cost.memory_kib = memory_kib;
        self
    }

    /// How often a hash passes over that memory. Twice unless said otherwise; at most 10 times.
    pub fn passes(mut self, passes: u32) -> Self {
        self.cost.passes = passes;
        self
    }

    /// In how many lanes the memory is divided. One unless said otherwise; at most 16. They are computed one after the
    /// other: it is the pool that uses the cores.
    pub fn lanes(mut self, lanes: u32) -> Self {
        self.cost.lanes = lanes;
        self
    }

    /// A secret key that goes into each new hash and is not stored with it, so that a stolen database alone cannot be
    /// searched for passwords. Hashes name the pepper they were made with: those made before there was one, and those
    /// of other programs, are still verified, and replaced. **A lost pepper makes its hashes worthless.**
    pub fn pepper(mut self, key: impl Into<Vec<u8>>) -> Self {
        self.pepper = Some(key.into());
        self
    }

    /// A pepper that was used before, so that its hashes are still verified, and replaced.
    pub fn previous_pepper(mut self, key: impl Into<Vec<u8>>) -> Self {
        self.previous_peppers.push(key.into());
        self
    }

    /// How many hashes are made at once, each on a thread that keeps the memory for one. One for each core unless said
    /// otherwise.
    pub fn permits(mut self, permits: usize) -> Self {
        self.permits = permits;
        self
    }

    /// How long one may have to wait for a thread, estimated from how long hashes took lately. Who would have to wait
    /// longer is told that the hasher is busy. Two seconds unless said otherwise.
    pub fn longest_queue(mut self, longest_queue: Duration) -> Self {
        self.longest_queue = longest_queue;
        self
    }

    /// The highest cost at which a bcrypt hash is verified, as it is or after SHA-256; see [`Bcrypt::COST_MAX`].
    pub fn bcrypt_cost_at_most(mut self, cost_max: u32) -> Self {
        self.bcrypt = Bcrypt::up_to_cost(cost_max);
        self
    }

    /// Verifies the hashes of one more program: [`FlaskSecurity`](crate::FlaskSecurity) and [`Devise`](crate::Devise),
    /// which need a key, or a scheme of the app's own. What passlib, Werkzeug and Django write is verified anyway, and
    /// comes first.
    pub fn foreign(mut self, scheme: impl ForeignScheme + 'static) -> Self {
        self.foreign.push(Arc::new(scheme));
        self
    }

    /// Starts the threads. Hashes nothing yet.
    pub fn build(self) -> Result<Argon2Hasher, BuildError> {
        if !self.cost.is_bearable() {
            return Err(BuildError::Cost);
        }
        if self.permits == 0 {
            return Err(BuildError::NoPermits);
        }
        let peppers = peppers(self.pepper, self.previous_peppers)?;
        let recipe = Recipe::new(self.cost, &peppers).map_err(|_| BuildError::Cost)?;
        let pool =
            Pool::start(self.permits, self.longest_queue, recipe.blocks()).map_err(BuildError::Thread)?;
        let mut foreign: Vec<Arc<dyn ForeignScheme>> = keyless(self.bcrypt).collect();
        foreign.extend(self.foreign);
        foreign.push(Arc::new(WithoutKey));
        Argon2Hasher::with(pool, recipe, peppers, foreign).ok_or(BuildError::Cost)
    }
}

fn peppers(current: Option<Vec<u8>>, previous: Vec<Vec<u8>>) -> Result<Peppers, BuildError> {
    let read = |key: Vec<u8>| {
        let key = zeroize::Zeroizing::new(key);
        if key.len() < PEPPER_MIN_BYTES { Err(BuildError::ShortPepper) } else { Ok(Pepper::new(&key)) }
    };
    Ok(Peppers {
        current: current.map(read).transpose()?,
        previous: previous.into_iter().map(read).collect::<Result<_, _>>()?,
    })
}

impl std::fmt::Debug for Argon2HasherBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Argon2HasherBuilder").field("cost", &self.cost).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheap() -> Argon2HasherBuilder {
        Argon2Hasher::builder().memory_kib(8).passes(1).permits(1)
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let refused = [
            (cheap().memory_kib(7), "memory"),
            (cheap().memory_kib(262_145), "memory"),
            (cheap().lanes(2), "lanes"),
            (cheap().memory_kib(1_024).lanes(17), "lanes"),
            (cheap().passes(0), "passes"),
            (cheap().passes(11), "passes"),
            (cheap().pepper("fifteen bytes.."), "at least 16 bytes"),
            (cheap().previous_pepper("short"), "at least 16 bytes"),
            (cheap().permits(0), "permits"),
        ];

        for (builder, word) in refused {
            let error = builder.build().unwrap_err();
            assert!(error.to_string().contains(word), "{error}");
        }
    }

    #[test]
    fn the_cheapest_and_the_dearest_lanes_are_accepted() {
        assert!(cheap().build().is_ok());
        assert!(cheap().memory_kib(128).lanes(16).passes(10).build().is_ok());
    }

    #[test]
    fn a_pepper_is_not_printed() {
        assert!(!format!("{:?}", cheap().pepper("sixteen bytes ok")).contains("sixteen"));
    }
}
