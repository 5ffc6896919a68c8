//! Flask-Security's double hash, which Flask-User took over.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::{Bcrypt, ForeignScheme, Readable, Refusal, passlib};
use crate::argon::StoredArgon2;
use crate::pepper::Peppers;
use crate::work::Work;

/// Flask-Security's double hash: an HMAC of the password before what passlib does. Flask-User does it with
/// `USER_PASSWORD_HASH_MODE = 'Flask-Security'`.
///
/// Nothing in such a hash tells that it is one, so **it must be marked when it is imported**: [`MARK`](Self::MARK) is
/// written before it. A marked hash is verified with the HMAC alone, any other hash without, and neither is tried
/// twice. Mark those that start with `$`; what Flask-Security took over from Django was never hashed twice.
///
/// ```
/// use user_hash_argon2::{Argon2Hasher, FlaskSecurity};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let stored = "$2b$12$…";
/// let hasher = Argon2Hasher::builder().foreign(FlaskSecurity::new("SECURITY_PASSWORD_SALT of the app")).build()?;
/// let imported = format!("{}{stored}", FlaskSecurity::MARK);
/// # Ok(())
/// # }
/// ```
#[must_use]
pub struct FlaskSecurity {
    key: Zeroizing<Vec<u8>>,
    form: Form,
}

/// The Unicode form that passwords were hashed in.
#[derive(Clone, Copy)]
enum Form {
    AsTyped,
    Nfkd,
}

impl FlaskSecurity {
    /// What is written before a hash that was made so.
    pub const MARK: &'static str = "flask-security:";

    /// As Flask-User and Flask-Security up to version 3 do it. `key` is `USER_PASSWORD_SALT`, which is `SECRET_KEY`
    /// where it is not set, or `SECURITY_PASSWORD_SALT`.
    pub fn new(key: impl Into<Vec<u8>>) -> Self {
        Self { key: Zeroizing::new(key.into()), form: Form::AsTyped }
    }

    /// As Flask-Security-Too does it from version 4: passwords were put into the form NFKD before.
    pub fn nfkd(mut self) -> Self {
        self.form = Form::Nfkd;
        self
    }

    fn stored(hash: &str) -> Result<Box<dyn Readable>, Refusal> {
        let hash = hash.strip_prefix(Self::MARK).ok_or(Refusal::Unknown)?;
        let read = match StoredArgon2::read(hash, &Peppers::default()) {
            Err(Refusal::Unknown) => passlib::read(hash, Bcrypt::default()),
            decided => decided.map(|hash| Box::new(hash) as Box<dyn Readable>),
        };
        // Marked, and yet nothing that is hashed twice.
        read.map_err(|why| if why == Refusal::Unknown { Refusal::Malformed } else { why })
    }

    /// The HMAC of the password, in base64.
    fn keyed(&self, password: &str) -> Option<Zeroizing<String>> {
        let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(&self.key).ok()?;
        match self.form {
            Form::AsTyped => mac.update(password.as_bytes()),
            Form::Nfkd => {
                // Never moved while it grows, which would leave a copy behind: form KD is at most eleven times as long.
                let mut form = Zeroizing::new(String::with_capacity(11 * password.len()));
                form.extend(password.nfkd());
                mac.update(form.as_bytes());
            }
        }
        Some(Zeroizing::new(STANDARD.encode(mac.finalize().into_bytes())))
    }
}

impl ForeignScheme for FlaskSecurity {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        Self::stored(hash).map(|hash| hash.work())
    }

    fn verify(&self, password: &str, hash: &str) -> bool {
        let (stored, keyed) = (Self::stored(hash), self.keyed(password));
        stored.is_ok_and(|hash| keyed.is_some_and(|keyed| hash.matches(&keyed)))
    }
}

impl fmt::Debug for FlaskSecurity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlaskSecurity").finish_non_exhaustive()
    }
}
