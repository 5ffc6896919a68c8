//! SHA-256 before bcrypt, so that it does not cut: passlib and Django each do it in a way of their own.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::fields::{fields, named, number};
use super::{Bcrypt, Readable, Refusal};
use crate::work::Work;

/// How many characters of the salt bcrypt writes before the key.
const SALT: usize = 22;

/// A bcrypt hash of a digest of the password.
struct Digested {
    digest: Digesting,
    bcrypt: Box<dyn Readable>,
}

enum Digesting {
    /// The digest in hexadecimal.
    Django,
    /// The digest in base64.
    Passlib1,
    /// HMAC with the salt, as it is written, in base64.
    Passlib2 { salt: String },
}

/// Django: a bcrypt hash as it is.
pub(super) fn of_django(rest: &str, bcrypt: Bcrypt) -> Result<Box<dyn Readable>, Refusal> {
    Ok(Box::new(Digested { digest: Digesting::Django, bcrypt: bcrypt.stored(rest)? }))
}

/// passlib: `v=2,t=2b,r=12$salt$key`, before 1.7.3 `2b,12$salt$key`.
pub(super) fn of_passlib(rest: &str, bcrypt: Bcrypt) -> Result<Box<dyn Readable>, Refusal> {
    let [costs, salt, key] = fields(rest, '$')?;
    if salt.len() != SALT {
        return Err(Refusal::Malformed);
    }
    let (digest, kind, rounds) = if let Some(costs) = costs.strip_prefix("v=2,") {
        let [kind, rounds] = fields(costs, ',')?;
        (Digesting::Passlib2 { salt: salt.to_owned() }, named(kind, "t")?, named(rounds, "r")?)
    } else {
        let [kind, rounds] = fields(costs, ',')?;
        (Digesting::Passlib1, kind, rounds)
    };
    let inner = format!("${kind}${:02}${salt}{key}", number(rounds)?);
    Ok(Box::new(Digested { digest, bcrypt: bcrypt.stored(&inner)? }))
}

impl Digesting {
    fn of(&self, password: &str) -> Option<Zeroizing<String>> {
        let digest = match self {
            Self::Django => hexadecimal(&Sha256::digest(password)),
            Self::Passlib1 => STANDARD.encode(Sha256::digest(password)),
            Self::Passlib2 { salt } => {
                let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(salt.as_bytes()).ok()?;
                mac.update(password.as_bytes());
                STANDARD.encode(mac.finalize().into_bytes())
            }
        };
        Some(Zeroizing::new(digest))
    }
}

impl Readable for Digested {
    fn work(&self) -> Work {
        self.bcrypt.work()
    }

    fn matches(&self, password: &str) -> bool {
        self.digest.of(password).is_some_and(|digest| self.bcrypt.matches(&digest))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
