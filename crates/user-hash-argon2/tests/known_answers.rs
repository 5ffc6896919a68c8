//! Hashes that other programs made, and what this one makes of them.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use user_core::domain::{Password, PasswordHash};
use user_core::ports::PasswordHasher;
use user_hash_argon2::{Argon2Hasher, Argon2HasherBuilder};

const USUAL: &str = "correct horse battery staple";
const UNICODE: &str = "pässwörd ☂ 密码";

fn cheap() -> Argon2HasherBuilder {
    Argon2Hasher::builder().memory_kib(64).passes(1).permits(2)
}

fn password(raw: &str) -> Password {
    Password::parse(raw).unwrap()
}

fn longest() -> String {
    "0123456789abcdef".repeat(64)
}

/// Who made it, the password, the hash.
fn known_answers() -> Vec<(&'static str, String, &'static str)> {
    let hashes = [
        (
            "argon2-cffi 25.1.0",
            USUAL,
            "$argon2id$v=19$m=19456,t=2,p=1$kRGd3usZsVahMDPjsVOl7Q$QVVbbZcpjraW1+eqfbP1ABCe8rwcHf+tGYnVnZ/oMH4",
        ),
        (
            "argon2-cffi 25.1.0",
            UNICODE,
            "$argon2id$v=19$m=19456,t=2,p=1$nyD5j8bMVl1D6CIRkDnKbg$WAzfSC4MPgZuX8i5/QJWlJrFPbeuAg413fnEnt2yefk",
        ),
        (
            "argon2-cffi 25.1.0, 4 lanes",
            USUAL,
            "$argon2id$v=19$m=1024,t=3,p=4$X7TCLROlnYwAdoxXbjWowg$cuTpY1utPyvk0OFmRjws3ZIGQCq/3FtRhke4MK+m6Fw",
        ),
        (
            "argon2-cffi 25.1.0, argon2i",
            USUAL,
            "$argon2i$v=19$m=512,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$verepXPEFL3sFcBFmTdVM2Am/SOCA0doel2OJThXr3s",
        ),
        (
            "argon2-cffi 25.1.0, argon2d",
            USUAL,
            "$argon2d$v=19$m=512,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$R+ZjgZxiBuIRh62WCfqRC76OPjWMvW7x5P3uF3NP1a4",
        ),
        (
            "argon2-cffi 25.1.0, version 1.0",
            USUAL,
            "$argon2id$v=16$m=512,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$hz6VIB1xtE6FgoLVaEOyRvB3NSIeat7RhGL2gqmeeOM",
        ),
        (
            "passlib 1.7.4",
            USUAL,
            "$argon2id$v=19$m=1024,t=2,p=2$XEtp7R3jnPN+b61VyjlnrA$i1nAl7Uoy9KOBVAtNK+bghPnG8WPcVQj4XJWtX1hAJI",
        ),
        ("passlib 1.7.4, 2a", USUAL, "$2a$04$ZgwoUbng5.gfXtM7BZAWyeqMtUioBelD3WzvOg6eLryYNOC94k6Z."),
        ("passlib 1.7.4, 2b", USUAL, "$2b$04$JzvMaV1vUb8rc/uQMWuaOOiu10S1evKNRQeL.UuWxFw4iMVwAX61O"),
        ("passlib 1.7.4, 2y", USUAL, "$2y$04$ut532JLSMFk9.OluPUkF7.2jWrWmdNibZYc9NBJcTsFxSA3.R1fiS"),
        ("passlib 1.7.4, 2b", UNICODE, "$2b$04$a4o4SH9Y21MEixdfJO3cGeR0xKZMRFWpMGYTRc7Ac21zfB9eqWKTS"),
        ("bcrypt 4.0.1", USUAL, "$2b$05$xXhJ6/utCjvWDS.x1mftQ.2Xjz5/3kuskgj3Pm3f480lGuuT3Oume"),
    ];
    let mut known: Vec<_> = hashes.map(|(by, raw, hash)| (by, raw.to_owned(), hash)).into();
    known.push((
        "argon2-cffi 25.1.0, 1,024 bytes",
        longest(),
        "$argon2id$v=19$m=19456,t=2,p=1$i2aZIudezGsyJs7Q5iP2QQ$TJvajkMNE8Xd82DCxeEUZKAbJ+Z2DQGg04lWUEzE2Z4",
    ));
    known
}

#[tokio::test]
async fn the_wrong_password_is_refused_by_every_known_hash() {
    let hasher = cheap().build().unwrap();

    for (made_by, raw, hash) in known_answers() {
        let wrong = password(&raw.to_uppercase());
        assert!(!hasher.verify(&wrong, &PasswordHash::new(hash)).await.unwrap(), "{made_by}");
    }
}

#[tokio::test]
async fn hashes_of_other_programs_are_verified_and_are_to_be_replaced() {
    let hasher = cheap().build().unwrap();

    for (made_by, raw, hash) in known_answers() {
        let stored = PasswordHash::new(hash);
        assert!(hasher.verify(&password(&raw), &stored).await.unwrap(), "{made_by}");
        assert!(hasher.needs_rehash(&stored), "{made_by}");

        let replaced = hasher.hash(&password(&raw)).await.unwrap();
        assert!(hasher.verify(&password(&raw), &replaced).await.unwrap(), "{made_by}");
        assert!(!hasher.needs_rehash(&replaced), "{made_by}");
    }
}

#[tokio::test]
async fn a_hash_of_todays_cost_is_kept_whoever_made_it() {
    let hasher = Argon2Hasher::builder().permits(1).build().unwrap();
    let (_, _, by_argon2_cffi) = known_answers()[0].clone();

    assert!(!hasher.needs_rehash(&PasswordHash::new(by_argon2_cffi)));
}

#[test]
fn any_other_parameter_length_or_scheme_needs_a_rehash() {
    let hasher = Argon2Hasher::builder().permits(1).build().unwrap();
    let salt = "MDEyMzQ1Njc4OWFiY2RlZg";
    let output = "QVVbbZcpjraW1+eqfbP1ABCe8rwcHf+tGYnVnZ/oMH4";
    let today = format!("$argon2id$v=19$m=19456,t=2,p=1${salt}${output}");
    let others = [
        today.replace("argon2id", "argon2i"),
        today.replace("v=19", "v=16"),
        today.replace("$v=19", ""),
        today.replace("m=19456", "m=19455"),
        today.replace("t=2", "t=1"),
        today.replace("p=1", "p=2"),
        today.replace(salt, "MDEyMzQ1Njc4OWFi"),
        today.replace(output, "QVVbbZcpjraW1+eqfbP1ABCe8rwcHf+t"),
        "!".to_owned(),
        String::new(),
    ];

    assert!(!hasher.needs_rehash(&PasswordHash::new(today.clone())));
    for other in others {
        assert!(hasher.needs_rehash(&PasswordHash::new(other.clone())), "{other}");
    }
}

#[tokio::test]
async fn bcrypt_cuts_after_72_bytes_as_passlib_did() {
    let hasher = cheap().build().unwrap();
    // passlib 1.7.4 with bcrypt 4.0.1: 80 times "x".
    let stored = PasswordHash::new("$2b$04$B1Su0PFNfaxJIR8VFExJK.UIAaNC76gtLBic8cwel71uNrcNnJGWK");

    assert!(!hasher.verify(&password(&"x".repeat(71)), &stored).await.unwrap());
    assert!(hasher.verify(&password(&"x".repeat(72)), &stored).await.unwrap());
    assert!(hasher.verify(&password(&"x".repeat(80)), &stored).await.unwrap());
}

#[tokio::test]
async fn what_cannot_be_read_or_borne_is_nobodys() {
    let hasher = cheap().bcrypt_cost_at_most(4).build().unwrap();
    let tail = "$MDEyMzQ1Njc4OWFiY2RlZg$verepXPEFL3sFcBFmTdVM2Am/SOCA0doel2OJThXr3s";
    let nobodys = [
        String::new(),
        "!".to_owned(),
        USUAL.to_owned(),
        "$argon2id$v=19$m=512,t=2,p=1$broken".to_owned(),
        format!("$argon2id$v=19$m=4294967295,t=4294967295,p=1{tail}"),
        format!("$argon2i$v=19$m=262145,t=2,p=1{tail}"),
        "$2b$05$xXhJ6/utCjvWDS.x1mftQ.2Xjz5/3kuskgj3Pm3f480lGuuT3Oume".to_owned(),
        "$pbkdf2-sha512$25000$O0do7b0XwnhPac15770Xgg$x".to_owned(),
    ];

    for hash in nobodys {
        assert!(!hasher.verify(&password(USUAL), &PasswordHash::new(hash.clone())).await.unwrap(), "{hash}");
    }
}
