//! Devise with a pepper.

use std::fmt;

use zeroize::Zeroizing;

use super::{Bcrypt, ForeignScheme, Readable, Refusal};
use crate::work::Work;

/// Devise with `config.pepper`: bcrypt over the password and then the pepper. Without a pepper it is bcrypt and needs
/// nothing.
///
/// Nothing in such a hash tells of the pepper, so **it must be marked when it is imported**: [`MARK`](Self::MARK) is
/// written before it.
///
/// ```
/// use user_hash_argon2::{Argon2Hasher, Devise};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let stored = "$2a$12$…";
/// let hasher = Argon2Hasher::builder().foreign(Devise::with_pepper("config.pepper of the app")).build()?;
/// let imported = format!("{}{stored}", Devise::MARK);
/// # Ok(())
/// # }
/// ```
#[must_use]
pub struct Devise {
    pepper: Zeroizing<String>,
}

impl Devise {
    /// What is written before a hash that was made so.
    pub const MARK: &'static str = "devise:";

    /// `pepper` is `config.pepper`.
    pub fn with_pepper(pepper: impl Into<String>) -> Self {
        Self { pepper: Zeroizing::new(pepper.into()) }
    }

    fn stored(hash: &str) -> Result<Box<dyn Readable>, Refusal> {
        Bcrypt::default().stored(hash.strip_prefix(Self::MARK).ok_or(Refusal::Unknown)?)
    }
}

impl ForeignScheme for Devise {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        Self::stored(hash).map(|hash| hash.work())
    }

    fn verify(&self, password: &str, hash: &str) -> bool {
        let peppered = Zeroizing::new([password, self.pepper.as_str()].concat());
        Self::stored(hash).is_ok_and(|hash| hash.matches(&peppered))
    }
}

impl fmt::Debug for Devise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Devise").finish_non_exhaustive()
    }
}
