//! Django: `algorithm$…`.

use super::derived::{Derived, Digest, ScryptCost};
use super::fields::{base64, fields, number};
use super::{Bcrypt, Readable, Refusal, bcrypt_sha256};
use crate::argon::StoredArgon2;
use crate::pepper::Peppers;

/// Reads what Django's hashers write that are not broken: not `pbkdf2_sha1`, `md5` and older.
pub(super) fn read(hash: &str, bcrypt: Bcrypt) -> Result<Box<dyn Readable>, Refusal> {
    let (algorithm, rest) = hash.split_once('$').ok_or(Refusal::Unknown)?;
    match algorithm {
        "pbkdf2_sha256" => pbkdf2(rest),
        "scrypt" => scrypt(rest),
        "bcrypt" => bcrypt.stored(rest),
        "bcrypt_sha256" => bcrypt_sha256::of_django(rest, bcrypt),
        "argon2" => Ok(Box::new(StoredArgon2::read(&format!("${rest}"), &Peppers::default())?)),
        _ => Err(Refusal::Unknown),
    }
}

/// `rounds$salt$key`, the salt as it is.
fn pbkdf2(rest: &str) -> Result<Box<dyn Readable>, Refusal> {
    let [rounds, salt, key] = fields(rest, '$')?;
    Derived::by_pbkdf2(Digest::Sha256, number(rounds)?, salt.into(), base64(key)?)
}

/// `N$salt$r$p$key`, the salt as it is.
fn scrypt(rest: &str) -> Result<Box<dyn Readable>, Refusal> {
    let [n, salt, r, p, key] = fields(rest, '$')?;
    let cost = ScryptCost { n: number(n)?, r: number(r)?, p: number(p)? };
    Derived::by_scrypt(&cost, salt.into(), base64(key)?)
}
