//! Werkzeug's `generate_password_hash`: `method:costs$salt$key`, the key in hexadecimal, the salt as it is.

use super::derived::{Derived, Digest, ScryptCost};
use super::fields::{fields, hexadecimal, number};
use super::{Bcrypt, Readable, Refusal};

/// Reads `pbkdf2:sha256:…`, `pbkdf2:sha512:…` and `scrypt:…`. Methods without their costs are not read: those were
/// others in every version.
pub(super) fn read(hash: &str, _bcrypt: Bcrypt) -> Result<Box<dyn Readable>, Refusal> {
    let (method, rest) = hash.split_once('$').ok_or(Refusal::Unknown)?;
    let method: Vec<&str> = method.split(':').collect();
    match *method.as_slice() {
        ["pbkdf2", "sha256", rounds] => pbkdf2(Digest::Sha256, rounds, rest),
        ["pbkdf2", "sha512", rounds] => pbkdf2(Digest::Sha512, rounds, rest),
        ["scrypt", n, r, p] => {
            let [salt, key] = fields(rest, '$')?;
            let cost = ScryptCost { n: number(n)?, r: number(r)?, p: number(p)? };
            Derived::by_scrypt(&cost, salt.into(), hexadecimal(key)?)
        }
        _ => Err(Refusal::Unknown),
    }
}

fn pbkdf2(digest: Digest, rounds: &str, rest: &str) -> Result<Box<dyn Readable>, Refusal> {
    let [salt, key] = fields(rest, '$')?;
    Derived::by_pbkdf2(digest, number(rounds)?, salt.into(), hexadecimal(key)?)
}
