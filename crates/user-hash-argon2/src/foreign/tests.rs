use proptest::prelude::*;

use super::*;

fn read(hash: &str) -> Result<Work, Refusal> {
    let (with_key, with_pepper) = (FlaskSecurity::new("key"), Devise::with_pepper("pepper"));
    let keyless: Vec<_> = keyless(Bcrypt::default()).collect();
    let schemes = keyless.iter().map(AsRef::as_ref).chain([&with_key as &dyn ForeignScheme, &with_pepper]);
    let decided = schemes.map(|scheme| scheme.read(hash)).find(|read| *read != Err(Refusal::Unknown));
    decided.unwrap_or(Err(Refusal::Unknown))
}

const HEX_64: &str = "5aefdfd00daac005d7f550539b0354144edda85b9d3da2640ee0a77358df0860\
                      959b0e1f6c3a1be4665b8d1cb4f9c8b552283a9b69e44ddd0065a0216c291d00";
const SUM: &str = "t5IQmFke5k0QpRC2G2921UOEMejDr3k6ktakz4g7KAg";
const SUM_5: &str = "ECF9uLE0cgqvS4s8Gt2JyWjybTvDm8JCeNJbfzVyDu0";
const SUM_6: &str = "EjeYk9GjcyHP78rtStNRUj1xM1er588wOKmZhz8bvtyVljbU9ltqNsexaE9b0DD9NgXV4qeDrV5qRVmex7j3q1";
const BCRYPT: &str = "JzvMaV1vUb8rc/uQMWuaOOiu10S1evKNRQeL.UuWxFw4iMVwAX61O";
const PHC: &str = "MDEyMzQ1Njc4OWFiY2RlZg$verepXPEFL3sFcBFmTdVM2Am/SOCA0doel2OJThXr3s";

#[test]
fn what_no_program_here_writes_is_unknown() {
    let hashes = [
        "",
        "!",
        "$",
        "$$",
        "$1$salt$sum",
        "$pbkdf2$1000$c2FsdA$c3Vt",
        "$2x$04$x",
        "sha256$salt$sum",
        "pbkdf2:sha1:1000$salt$00",
        "pbkdf2:sha256$salt$00",
        "pbkdf2_sha1$1000$salt$sum",
        "md5$salt$sum",
        "plain text",
    ];

    for hash in hashes {
        assert_eq!(read(hash), Err(Refusal::Unknown), "{hash:?}");
    }
}

#[test]
fn what_cannot_be_read_is_malformed() {
    let hashes = [
        "$2b$".to_owned(),
        "$bcrypt-sha256$v=2,t=2b,r=4$short$sum".to_owned(),
        format!("$bcrypt-sha256$v=3,t=2b,r=4${}${}", &BCRYPT[..22], &BCRYPT[22..]),
        format!("$6$rounds=999$salt${SUM_6}"),
        format!("$6$rounds=+5000$salt${SUM_6}"),
        format!("$6$a.salt.of.17.char${SUM_6}"),
        format!("$6$salt${SUM}{SUM}"),
        format!("$5$salt${SUM}{SUM}"),
        format!("$pbkdf2-sha256$0$c2FsdA${SUM}"),
        format!("$pbkdf2-sha512$1000$c2FsdA${SUM}"),
        format!("$pbkdf2-sha256$1000$c2FsdA${SUM}$x"),
        format!("$scrypt$ln=0,r=8,p=1$c2FsdA${SUM}"),
        "$scrypt$ln=8,r=8,p=1$c2FsdA$".to_owned(),
        format!("scrypt:1000:8:1$salt${HEX_64}"),
        format!("scrypt:1:8:1$salt${HEX_64}"),
        format!("scrypt:1024:0:1$salt${HEX_64}"),
        format!("scrypt:1024:8:0$salt${HEX_64}"),
        "scrypt:1024:8:1$salt$00".to_owned(),
        format!("pbkdf2:sha256:1000$salt${HEX_64}"),
        format!("pbkdf2_sha256$1000$salt${SUM}"),
        "scrypt$".to_owned(),
        "bcrypt$2b$04$x".to_owned(),
        "argon2$argon2id$v=19$m=512".to_owned(),
        "flask-security:".to_owned(),
        format!("flask-security:pbkdf2_sha256$1000$salt${SUM}="),
        format!("devise:$5$salt${SUM}"),
    ];

    for hash in hashes {
        assert_eq!(read(&hash), Err(Refusal::Malformed), "{hash:?}");
    }
}

#[test]
fn what_would_cost_too_much_is_refused_and_what_just_does_not_is_read() {
    let pairs = [
        (format!("$2b$16${BCRYPT}"), format!("$2b$15${BCRYPT}")),
        (format!("$6$rounds=1000001$salt${SUM_6}"), format!("$6$rounds=1000000$salt${SUM_6}")),
        (format!("$5$rounds=999999999$salt${SUM_5}"), format!("$5$salt${SUM_5}")),
        (format!("$pbkdf2-sha256$5000001$c2FsdA${SUM}"), format!("$pbkdf2-sha256$5000000$c2FsdA${SUM}")),
        (format!("pbkdf2:sha512:2500001$salt${HEX_64}"), format!("pbkdf2:sha512:2500000$salt${HEX_64}")),
        (format!("$scrypt$ln=19,r=8,p=1$c2FsdA${SUM}"), format!("$scrypt$ln=18,r=8,p=1$c2FsdA${SUM}")),
        (format!("$scrypt$ln=64,r=8,p=1$c2FsdA${SUM}"), format!("$scrypt$ln=18,r=8,p=4$c2FsdA${SUM}")),
        (format!("$scrypt$ln=18,r=8,p=5$c2FsdA${SUM}"), format!("$scrypt$ln=1,r=32,p=16$c2FsdA${SUM}")),
        (format!("scrypt:2:33:1$salt${HEX_64}"), format!("scrypt:2:32:1$salt${HEX_64}")),
        (format!("scrypt:2:8:17$salt${HEX_64}"), format!("scrypt:2:8:16$salt${HEX_64}")),
        (format!("scrypt:9223372036854775808:8:1$salt${HEX_64}"), format!("scrypt:32768:8:1$salt${HEX_64}")),
        (format!("pbkdf2_sha256$99999999999$salt${SUM}="), format!("pbkdf2_sha256$1200000$salt${SUM}=")),
        (format!("bcrypt$$2b$31${BCRYPT}"), format!("bcrypt_sha256$$2b$12${BCRYPT}")),
        (
            format!("argon2$argon2id$v=19$m=262145,t=2,p=8${PHC}"),
            format!("argon2$argon2id$v=19$m=102400,t=2,p=8${PHC}"),
        ),
        (format!("flask-security:$2b$16${BCRYPT}"), format!("flask-security:$2b$12${BCRYPT}")),
        (
            format!("flask-security:$argon2id$v=19$m=1024,t=11,p=1${PHC}"),
            format!("flask-security:$argon2id$v=19$m=65536,t=10,p=4${PHC}"),
        ),
        (format!("devise:$2a$16${BCRYPT}"), format!("devise:$2a$11${BCRYPT}")),
    ];

    for (refused, read_within) in pairs {
        assert_eq!(read(&refused), Err(Refusal::TooCostly), "{refused:?}");
        assert!(read(&read_within).is_ok(), "{read_within:?}");
    }
}

#[test]
fn a_marked_hash_without_its_key_names_what_is_missing() {
    for mark in [FlaskSecurity::MARK, Devise::MARK] {
        assert_eq!(WithoutKey.read(&format!("{mark}$2b$04${BCRYPT}")), Err(Refusal::UnknownPepper));
    }
    assert_eq!(WithoutKey.read(BCRYPT), Err(Refusal::Unknown));
    assert!(!WithoutKey.verify("", ""));
}

#[test]
fn keys_are_not_printed() {
    assert_eq!(format!("{:?}", FlaskSecurity::new("key").nfkd()), "FlaskSecurity { .. }");
    assert_eq!(format!("{:?}", Devise::with_pepper("pepper")), "Devise { .. }");
}

/// Hashes that are almost right: their parts, in any order and number, and whatever else.
fn almost() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("$"),
        Just(":"),
        Just(","),
        Just("="),
        Just("2b"),
        Just("04"),
        Just("5"),
        Just("6"),
        Just("rounds=1000"),
        Just("bcrypt-sha256"),
        Just("v=2,t=2b,r=4"),
        Just("pbkdf2-sha256"),
        Just("pbkdf2-sha512"),
        Just("scrypt"),
        Just("ln=1,r=1,p=1"),
        Just("pbkdf2:sha256:1"),
        Just("scrypt:2:1:1"),
        Just("pbkdf2_sha256"),
        Just("bcrypt"),
        Just("bcrypt_sha256"),
        Just("argon2"),
        Just("argon2id"),
        Just("v=19"),
        Just("m=8,t=1,p=1"),
        Just("flask-security:"),
        Just("devise:"),
        Just("1"),
        Just("c2FsdA"),
        Just(SUM),
        Just(SUM_5),
        Just(SUM_6),
        Just(HEX_64),
        Just(BCRYPT),
        Just(PHC),
        Just("é"),
    ];
    prop::collection::vec(part.prop_map(str::to_owned).boxed().prop_union("\\PC{0,6}".boxed()), 0..10)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn whatever_is_stored_nothing_panics(hash in almost(), password in "\\PC{0,80}") {
        let (with_key, with_pepper) = (FlaskSecurity::new("key").nfkd(), Devise::with_pepper("pepper"));
        let mut schemes: Vec<Arc<dyn ForeignScheme>> = keyless(Bcrypt::default()).collect();
        schemes.extend([Arc::new(with_key) as Arc<dyn ForeignScheme>, Arc::new(with_pepper)]);

        for scheme in schemes {
            if scheme.read(&hash).is_ok_and(|work| work <= Work::of_argon2(4_096, 1)) {
                prop_assert!(!scheme.verify(&password, &hash), "{hash:?}");
            }
        }
    }
}
