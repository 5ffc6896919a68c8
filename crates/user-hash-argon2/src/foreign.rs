//! Hashes that other programs made.

use std::sync::Arc;

use thiserror::Error;

use crate::work::Work;

mod bcrypt;
mod bcrypt_sha256;
mod caps;
mod derived;
mod devise;
mod django;
mod fields;
mod flask_security;
mod passlib;
mod sha_crypt;
mod werkzeug;

pub use bcrypt::Bcrypt;
pub use devise::Devise;
pub use flask_security::FlaskSecurity;

/// Why a stored hash is not verified. It is nobody's then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No scheme here knows it.
    #[error("no known scheme made it")]
    Unknown,
    /// It starts like a known scheme and cannot be read.
    #[error("it cannot be read")]
    Malformed,
    /// Verifying it would cost more than the caps allow. It is never tried.
    #[error("its cost is above the cap")]
    TooCostly,
    /// It was made with a pepper or a key that is not configured.
    #[error("its pepper is not configured")]
    UnknownPepper,
}

/// A scheme that verifies the hashes of another program, so that its users can come along: they sign in with the old
/// hash once, and it is replaced.
pub trait ForeignScheme: Send + Sync {
    /// What it would take to verify against `hash`, or why that is refused. Must be quick, and must answer
    /// [`Refusal::Unknown`] for what another scheme made and [`Refusal::TooCostly`] where a stored cost is not
    /// bearable.
    fn read(&self, hash: &str) -> Result<Work, Refusal>;

    /// Whether `password` made `hash`, which [`read`](Self::read) accepted. Must compare in constant time.
    /// Called on a hashing thread.
    fn verify(&self, password: &str, hash: &str) -> bool;
}

/// A hash of another program that has been read and is bearable.
pub(crate) trait Readable {
    /// What it takes to verify against it.
    fn work(&self) -> Work;

    /// Whether `password` made it, compared in constant time.
    fn matches(&self, password: &str) -> bool;
}

/// Reads the hashes of one program. What another scheme made is [`Refusal::Unknown`].
type Reader = fn(&str, Bcrypt) -> Result<Box<dyn Readable>, Refusal>;

/// A program whose hashes need no key.
struct Keyless {
    reader: Reader,
    bcrypt: Bcrypt,
}

impl ForeignScheme for Keyless {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        (self.reader)(hash, self.bcrypt).map(|hash| hash.work())
    }

    fn verify(&self, password: &str, hash: &str) -> bool {
        (self.reader)(hash, self.bcrypt).is_ok_and(|hash| hash.matches(password))
    }
}

/// What is verified unless the app says otherwise: all that needs no key.
pub(crate) fn keyless(bcrypt: Bcrypt) -> impl Iterator<Item = Arc<dyn ForeignScheme>> {
    let readers: [Reader; 3] = [passlib::read, werkzeug::read, django::read];
    readers.into_iter().map(move |reader| Arc::new(Keyless { reader, bcrypt }) as Arc<dyn ForeignScheme>)
}

/// Says of a hash that is marked as made with a key that the key is missing. Comes after what the app configured.
pub(crate) struct WithoutKey;

impl ForeignScheme for WithoutKey {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        let marked = [FlaskSecurity::MARK, Devise::MARK].iter().any(|mark| hash.starts_with(mark));
        Err(if marked { Refusal::UnknownPepper } else { Refusal::Unknown })
    }

    fn verify(&self, _password: &str, _hash: &str) -> bool {
        false
    }
}

#[cfg(test)]
mod tests;
