//! Hashes made by the programs themselves (see `fixtures/generate.py`), with the keys that some need.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use serde::Deserialize;
use user_core::domain::{Password, PasswordHash};
use user_core::ports::PasswordHasher;
use user_hash_argon2::{Argon2Hasher, Argon2HasherBuilder, Devise, FlaskSecurity};

#[derive(Deserialize)]
struct Answer {
    scheme: String,
    password: String,
    hash: String,
    key: Option<String>,
}

impl Answer {
    /// The hash as it is imported.
    fn stored(&self) -> PasswordHash {
        let mark = match (&self.key, self.scheme.as_str()) {
            (None, _) => "",
            (Some(_), "devise") => Devise::MARK,
            (Some(_), _) => FlaskSecurity::MARK,
        };
        PasswordHash::new(format!("{mark}{}", self.hash))
    }

    /// A hasher that was given the key, if there is one.
    fn hasher(&self) -> Argon2Hasher {
        let builder = cheap();
        let key = self.key.clone().unwrap_or_default();
        let builder = match self.scheme.split(' ').next().unwrap() {
            "devise" => builder.foreign(Devise::with_pepper(key)),
            "flask-user" => builder.foreign(FlaskSecurity::new(key)),
            "flask-security-too" => builder.foreign(FlaskSecurity::new(key).nfkd()),
            _ => builder,
        };
        builder.build().unwrap()
    }
}

fn cheap() -> Argon2HasherBuilder {
    Argon2Hasher::builder().memory_kib(64).passes(1).permits(1).longest_queue(Duration::from_hours(1))
}

fn answers() -> Vec<Answer> {
    serde_json::from_str(include_str!("fixtures/known_answers.json")).unwrap()
}

fn password(raw: &str) -> Password {
    Password::parse(raw).unwrap()
}

#[tokio::test]
async fn a_changed_password_is_refused_by_the_hash_of_every_program() {
    for answer in answers() {
        let hasher = answer.hasher();
        // In front: some programs do not look at what comes after 72 bytes.
        let wrong = format!("x{}", answer.password);
        assert!(!hasher.verify(&password(&wrong), &answer.stored()).await.unwrap(), "{}", answer.scheme);
    }
}

#[tokio::test]
async fn everybody_keeps_the_password_and_gets_a_new_hash() {
    let mut schemes = BTreeSet::new();
    for answer in answers() {
        let hasher = answer.hasher();
        let (raw, stored) = (password(&answer.password), answer.stored());

        assert!(hasher.verify(&raw, &stored).await.unwrap(), "{}: {}", answer.scheme, answer.hash);
        assert!(hasher.needs_rehash(&stored), "{}", answer.scheme);
        assert!(!hasher.needs_rehash(&hasher.hash(&raw).await.unwrap()));
        schemes.insert(answer.scheme);
    }

    assert!(schemes.len() > 40, "{schemes:?}");
}

#[tokio::test]
async fn without_its_mark_or_with_another_key_a_keyed_hash_is_nobodys() {
    let others = cheap().foreign(FlaskSecurity::new("another key")).foreign(Devise::with_pepper("another"));
    let (others, keyless) = (others.build().unwrap(), cheap().build().unwrap());

    let keyed = answers().into_iter().filter(|answer| answer.key.is_some() && answer.password.len() < 72);
    for answer in keyed {
        let raw = password(&answer.password);
        let unmarked = PasswordHash::new(answer.hash.clone());
        assert!(!answer.hasher().verify(&raw, &unmarked).await.unwrap(), "{}", answer.scheme);
        assert!(!others.verify(&raw, &answer.stored()).await.unwrap(), "{}", answer.scheme);
        assert!(!keyless.verify(&raw, &answer.stored()).await.unwrap(), "{}", answer.scheme);
    }
}

#[tokio::test]
async fn a_mark_does_not_open_a_hash_that_was_made_without_the_key() {
    let hasher = cheap().foreign(FlaskSecurity::new("key")).foreign(Devise::with_pepper("pepper"));
    let hasher = hasher.build().unwrap();

    for answer in answers().iter().filter(|answer| answer.scheme == "passlib bcrypt 2a") {
        for mark in [FlaskSecurity::MARK, Devise::MARK] {
            let marked = PasswordHash::new(format!("{mark}{}", answer.hash));
            let long = answer.password.len() >= 72 && mark == Devise::MARK;
            assert_eq!(hasher.verify(&password(&answer.password), &marked).await.unwrap(), long);
        }
    }
}

#[tokio::test]
async fn what_bcrypt_never_saw_counts_once_the_hash_is_replaced() {
    let hasher = cheap().build().unwrap();
    let long = "0123456789abcdef".repeat(5);
    let found = answers();
    let old = found.iter().find(|one| one.scheme == "django bcrypt" && one.password == long).unwrap();

    assert!(hasher.verify(&password(&long[..72]), &old.stored()).await.unwrap());

    let new = hasher.hash(&password(&long)).await.unwrap();
    assert!(!hasher.verify(&password(&long[..72]), &new).await.unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn with_any_character_of_a_hash_changed_nothing_panics(
        one in any::<Index>(),
        place in any::<Index>(),
        character in "[ -~é]",
    ) {
        let mut cheap_ones = answers();
        cheap_ones.retain(|answer| !answer.scheme.ends_with("default"));
        let answer = one.get(&cheap_ones);
        let mut changed = answer.stored().reveal().to_owned();
        let place = place.index(changed.len());
        changed.replace_range(place..=place, &character);

        let (hasher, raw) = (answer.hasher(), password(&answer.password));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let outcome = runtime.block_on(hasher.verify(&raw, &PasswordHash::new(changed)));

        prop_assert!(outcome.is_ok(), "{outcome:?}");
    }
}
