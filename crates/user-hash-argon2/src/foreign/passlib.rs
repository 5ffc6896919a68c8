//! passlib, which Flask-User hashes with. Its Argon2 hashes are PHC strings and need nothing here.

use super::bcrypt_sha256;
use super::derived::{Derived, Digest, ScryptCost};
use super::fields::{fields, named, number, unpadded_base64};
use super::sha_crypt::StoredShaCrypt;
use super::{Bcrypt, Readable, Refusal};

/// Reads `$name$…`.
pub(super) fn read(hash: &str, bcrypt: Bcrypt) -> Result<Box<dyn Readable>, Refusal> {
    let (name, rest) =
        hash.strip_prefix('$').and_then(|rest| rest.split_once('$')).ok_or(Refusal::Unknown)?;
    match name {
        "2a" | "2b" | "2y" => bcrypt.stored(hash),
        "5" => StoredShaCrypt::sha256(hash),
        "6" => StoredShaCrypt::sha512(hash),
        "bcrypt-sha256" => bcrypt_sha256::of_passlib(rest, bcrypt),
        "pbkdf2-sha256" => pbkdf2(Digest::Sha256, rest),
        "pbkdf2-sha512" => pbkdf2(Digest::Sha512, rest),
        "scrypt" => scrypt(rest),
        _ => Err(Refusal::Unknown),
    }
}

/// `rounds$salt$key`.
fn pbkdf2(digest: Digest, rest: &str) -> Result<Box<dyn Readable>, Refusal> {
    let [rounds, salt, key] = fields(rest, '$')?;
    Derived::by_pbkdf2(digest, number(rounds)?, unpadded_base64(salt)?, unpadded_base64(key)?)
}

/// `ln=16,r=8,p=1$salt$key`.
fn scrypt(rest: &str) -> Result<Box<dyn Readable>, Refusal> {
    let [costs, salt, key] = fields(rest, '$')?;
    let [ln, r, p] = fields(costs, ',')?;
    let ln = u32::try_from(number(named(ln, "ln")?)?).map_err(|_| Refusal::TooCostly)?;
    let n = 1_u64.checked_shl(ln).ok_or(Refusal::TooCostly)?;
    let cost = ScryptCost { n, r: number(named(r, "r")?)?, p: number(named(p, "p")?)? };
    Derived::by_scrypt(&cost, unpadded_base64(salt)?, unpadded_base64(key)?)
}
