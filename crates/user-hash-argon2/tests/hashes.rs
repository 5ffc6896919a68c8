//! What the hasher makes itself.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use user_core::domain::{Password, PasswordHash};
use user_core::ports::PasswordHasher;
use user_hash_argon2::{Argon2Hasher, Argon2HasherBuilder, ForeignScheme, Refusal, Work};

fn cheap() -> Argon2HasherBuilder {
    Argon2Hasher::builder().memory_kib(64).passes(1).permits(2)
}

fn password(raw: &str) -> Password {
    Password::parse(raw).unwrap()
}

#[tokio::test]
async fn another_password_is_refused_however_close() {
    let hasher = cheap().build().unwrap();
    let hash = hasher.hash(&password("correct horse")).await.unwrap();

    for wrong in ["correct hors", "correct horse ", "Correct horse", "correct\0horse", "x"] {
        assert!(!hasher.verify(&password(wrong), &hash).await.unwrap(), "{wrong:?}");
    }
}

#[tokio::test]
async fn a_hash_is_a_phc_string_with_a_salt_of_its_own() {
    let hasher = Argon2Hasher::builder().permits(1).build().unwrap();

    let first = hasher.hash(&password("correct horse")).await.unwrap();
    let second = hasher.hash(&password("correct horse")).await.unwrap();

    let fields: Vec<&str> = first.reveal().split('$').collect();
    assert_eq!(fields[..4], ["", "argon2id", "v=19", "m=19456,t=2,p=1"]);
    assert_eq!((fields[4].len(), fields[5].len()), (22, 43), "16 and 32 bytes in base64");
    assert_ne!(first.reveal(), second.reveal());
    assert_ne!(fields[4], second.reveal().split('$').nth(4).unwrap());
}

#[tokio::test]
async fn long_and_unicode_passwords_count_in_full() {
    let hasher = cheap().build().unwrap();
    let longest = "x".repeat(1_024);
    let hash = hasher.hash(&password(&longest)).await.unwrap();

    assert!(hasher.verify(&password(&longest), &hash).await.unwrap());
    assert!(!hasher.verify(&password(&longest[1..]), &hash).await.unwrap());

    let hash = hasher.hash(&password("caf\u{e9} ☂ 密码")).await.unwrap();
    assert!(hasher.verify(&password("cafe\u{301} ☂ 密码"), &hash).await.unwrap());
    assert!(!hasher.verify(&password("cafe ☂ 密码"), &hash).await.unwrap());
}

#[tokio::test]
async fn without_its_pepper_a_hash_is_nobodys() {
    let peppered = cheap().pepper("a pepper of this app").build().unwrap();
    let hash = peppered.hash(&password("correct horse")).await.unwrap();
    let named = hash.reveal().split('$').nth(3).unwrap().to_owned();

    for other in [cheap().build().unwrap(), cheap().pepper("some other app's pepper").build().unwrap()] {
        assert!(!other.verify(&password("correct horse"), &hash).await.unwrap());
        assert!(other.needs_rehash(&hash));
    }
    let stripped = PasswordHash::new(hash.reveal().replace(&named, "m=64,t=1,p=1"));
    assert!(!cheap().build().unwrap().verify(&password("correct horse"), &stripped).await.unwrap());

    assert!(peppered.verify(&password("correct horse"), &hash).await.unwrap());
    assert!(!peppered.needs_rehash(&hash));
    assert!(named.starts_with("m=64,t=1,p=1,keyid="));
    assert!(!hash.reveal().contains("pepper"));
}

#[tokio::test]
async fn a_pepper_can_be_introduced_and_changed() {
    let none = cheap().build().unwrap();
    let first = cheap().pepper("the first pepper").build().unwrap();
    let second = cheap().pepper("the second pepper").previous_pepper("the first pepper").build().unwrap();
    let (bare, old) = (
        none.hash(&password("correct horse")).await.unwrap(),
        first.hash(&password("correct horse")).await.unwrap(),
    );

    for hash in [&bare, &old] {
        assert!(second.verify(&password("correct horse"), hash).await.unwrap());
        assert!(second.needs_rehash(hash));
    }
    assert!(first.needs_rehash(&bare));
}

/// Keeps the password as it is: only good to see who is asked.
struct Reversed;

impl ForeignScheme for Reversed {
    fn read(&self, hash: &str) -> Result<Work, Refusal> {
        hash.strip_prefix("reversed:").map(|_| Work::of_argon2(8, 1)).ok_or(Refusal::Unknown)
    }

    fn verify(&self, password: &str, hash: &str) -> bool {
        hash.trim_start_matches("reversed:").chars().rev().eq(password.chars())
    }
}

#[tokio::test]
async fn an_app_can_bring_a_scheme_of_its_own() {
    let hasher = cheap().foreign(Reversed).build().unwrap();
    let hash = PasswordHash::new("reversed:esroh tcerroc");

    assert!(!hasher.verify(&password("correct cow"), &hash).await.unwrap());
    assert!(hasher.verify(&password("correct horse"), &hash).await.unwrap());
    assert!(hasher.needs_rehash(&hash));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_callers_at_once_all_get_their_own_answer() {
    let hasher = cheap().longest_queue(std::time::Duration::from_mins(10)).build().unwrap();

    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..64 {
        let hasher = hasher.clone();
        tasks.spawn(async move {
            let own = password(&format!("password {number}"));
            let hash = hasher.hash(&own).await.unwrap();
            let others = password(&format!("password {}", number + 1));
            (hasher.verify(&own, &hash).await.unwrap(), hasher.verify(&others, &hash).await.unwrap())
        });
    }

    assert!(tasks.join_all().await.into_iter().all(|answers| answers == (true, false)));
}

#[test]
fn a_hasher_is_made_and_dropped_without_a_runtime() {
    let hasher = cheap().build().unwrap();
    let clone = hasher.clone();

    assert_eq!(hasher.decoy().reveal(), clone.decoy().reveal());
}

#[tokio::test]
async fn nothing_secret_is_printed() {
    let hasher = cheap().pepper("a pepper of this app").build().unwrap();

    let printed = format!("{hasher:?}");

    assert_eq!(printed, "Argon2Hasher { .. }");
}
