//! Password hashing for [`user_core`]: Argon2id at the cost OWASP recommends, on threads of its own.
//!
//! [`Argon2Hasher`] is a [`PasswordHasher`](user_core::ports::PasswordHasher). It
//!
//! * **hashes with Argon2id** (19 MiB, 2 passes, 1 lane), into PHC strings with a random salt of 16 bytes, optionally
//!   with a [pepper](Argon2HasherBuilder::pepper);
//! * **never computes on the threads that serve requests**: a fixed number of threads, one for each core, each keeping
//!   its 19 MiB, so that memory is bounded whatever the load;
//! * **has a bounded queue**: a request that would wait for more than two seconds fails with
//!   [`busy`](user_core::ports::PortError::busy), and an abandoned request leaves the queue;
//! * **reads the hashes of other programs**: any Argon2, and what passlib, Werkzeug, Django and Devise write, with caps
//!   on what a stored hash may cost; with a key, [`FlaskSecurity`] and [`Devise`]; more by [`ForeignScheme`].
//!   [`needs_rehash`](user_core::ports::PasswordHasher::needs_rehash) says which ones to replace;
//! * **computes faster with the cargo feature `simd`**: the same hashes with the vector instructions of the processor,
//!   by the crate `argon2-rust`, which nobody has audited yet. Off by default;
//! * **takes the same time for an unknown user**: verifying against its
//!   [`decoy`](user_core::ports::PasswordHasher::decoy), or against a hash that cannot be read, takes as long as
//!   against a real one.
//!
//! ```
//! use user_core::domain::{Password, PasswordHash};
//! use user_core::ports::PasswordHasher;
//! use user_hash_argon2::Argon2Hasher;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let hasher = Argon2Hasher::new()?;
//! let password = Password::parse("correct horse battery staple").map_err(|why| format!("{why:?}"))?;
//!
//! let hash = hasher.hash(&password).await?;
//! assert!(hash.reveal().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
//! assert!(hasher.verify(&password, &hash).await?);
//! assert!(!hasher.needs_rehash(&hash));
//!
//! // A hash of another program is verified as it is, and then replaced.
//! let old = PasswordHash::new("$2b$04$JzvMaV1vUb8rc/uQMWuaOOiu10S1evKNRQeL.UuWxFw4iMVwAX61O");
//! assert!(hasher.verify(&password, &old).await?);
//! assert!(hasher.needs_rehash(&old));
//! # Ok(())
//! # }
//! ```

mod argon;
mod builder;
mod engine;
mod foreign;
mod hasher;
mod pepper;
mod pool;
mod slow;
mod work;

pub use builder::{Argon2HasherBuilder, BuildError, PEPPER_MIN_BYTES};
pub use foreign::{Bcrypt, Devise, FlaskSecurity, ForeignScheme, Refusal};
pub use hasher::Argon2Hasher;
pub use slow::DEV_PROFILE;
pub use work::Work;
