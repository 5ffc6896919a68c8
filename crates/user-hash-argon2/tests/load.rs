//! What a storm of sign-ins costs: prints its numbers.
#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use user_core::domain::Password;
use user_core::ports::PasswordHasher;
use user_hash_argon2::Argon2Hasher;

const CALLERS: u32 = 100;
const PERMITS: usize = 2;

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "prints how long it took; nothing depends on it")]
async fn a_storm_of_sign_ins_takes_no_more_memory_than_the_permits_allow() {
    let hasher =
        Argon2Hasher::builder().permits(PERMITS).longest_queue(Duration::from_hours(1)).build().unwrap();
    let started = Instant::now();

    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..CALLERS {
        let hasher = hasher.clone();
        let password = Password::parse("correct horse battery staple").unwrap();
        tasks.spawn(async move { hasher.hash(&password).await.unwrap() });
    }
    assert_eq!(tasks.join_all().await.len(), 100);

    let (each, resident) = (started.elapsed() / CALLERS, resident_kib());
    println!("{CALLERS} hashes over {PERMITS} permits: {each:?} each, {resident} KiB resident afterwards");
    assert!(resident < 64 * 1_024, "two permits keep 38 MiB; {resident} KiB are resident");
}

fn resident_kib() -> u32 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(u32::MAX)
}
