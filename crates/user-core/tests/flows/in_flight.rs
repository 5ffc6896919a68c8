//! Attempts in flight are no failures: who comes at the same moment waits a little, and guessing gains nothing by it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use user_core::domain::{EventKind, Password, PasswordHash};
use user_core::flows::{SignInError, SignedIn};
use user_core::ports::{PasswordHasher, PortError};
use user_core::settings::Settings;
use user_testkit::PlainHasher;

use crate::world::{
    OTHER_PASSWORD, PASSWORD, World, at_once, device_of, password_change, visitor, visitor_from,
};

fn is_throttled(outcome: &Result<SignedIn, SignInError>) -> bool {
    matches!(outcome, Err(SignInError::Throttled { .. }))
}

/// What `callers` get who sign in at the same moment, each with the name and password that `of` says.
async fn together(
    world: &World,
    callers: usize,
    of: impl Fn(usize) -> (String, &'static str) + Send + Sync,
) -> Vec<Result<SignedIn, SignInError>> {
    at_once(world, callers, |index| {
        let (world, (name, password)) = (world.clone(), of(index));
        async move { world.sign_in(&name, password).await }
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_people_behind_one_address_who_sign_in_at_one_moment_nobody_is_refused() {
    let world = World::new();
    for index in 0..74 {
        world.member(&format!("person{index}")).await;
    }

    let outcomes = together(&world, 74, |index| (format!("person{index}"), PASSWORD)).await;

    let refused = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    assert_eq!(refused, 0);
    assert!(!world.recorded().contains(&EventKind::ATTEMPT_THROTTLED));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_tabs_of_one_person_at_one_moment_none_is_refused_on_whatever_device() {
    let world = World::new();
    world.member("ada").await;
    let known = device_of(&world.signed_in("ada").await, visitor());

    for who in [visitor(), known, visitor_from("203.0.113.4")] {
        let outcomes = at_once(&world, 24, |_| {
            let (world, who) = (world.clone(), who.clone());
            async move { world.sign_in_as(&who, "ada", PASSWORD).await.is_ok() }
        })
        .await;

        assert_eq!(outcomes.into_iter().filter(|signed_in| !signed_in).count(), 0);
    }
    assert!(!world.recorded().contains(&EventKind::ATTEMPT_THROTTLED));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_guesses_at_many_accounts_at_one_moment_gets_no_more_than_is_free() {
    for round in 0..5 {
        let world = World::with(|settings: &mut Settings| settings.throttles.client.free = 10);
        let outcomes = together(&world, 64, |index| (format!("nobody{index}"), OTHER_PASSWORD)).await;

        assert_eq!(world.hasher.verifications(), 10, "{round}");
        assert_eq!(outcomes.iter().filter(|outcome| is_throttled(outcome)).count(), 54, "{round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guesses_at_one_moment_with_the_right_password_among_them_gain_nothing() {
    for round in 0..5 {
        let world = World::new();
        world.member("ada").await;

        // Five are looked at, and five more after the right one, if it was among them.
        let of = |index| ("ada".to_owned(), if index == 3 { PASSWORD } else { OTHER_PASSWORD });
        together(&world, 32, of).await;

        assert!(world.hasher.verifications() <= 5 + 5, "{round}: {}", world.hasher.verifications());
    }
}

/// A hasher that says how many hashes of those who are signed in it was asked for at once, at most.
#[derive(Clone, Default)]
struct Crowded {
    inner: PlainHasher,
    known: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

#[async_trait]
impl PasswordHasher for Crowded {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.inner.hash(password).await
    }

    async fn hash_known(&self, password: &Password) -> Result<PasswordHash, PortError> {
        let now = self.known.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
        self.known.fetch_sub(1, Ordering::SeqCst);
        self.inner.hash(password).await
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.inner.verify(password, hash).await
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        self.inner.needs_rehash(hash)
    }

    fn decoy(&self) -> PasswordHash {
        self.inner.decoy()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_account_fills_no_lane_of_those_who_are_signed_in_with_new_passwords() {
    let (world, hasher) = (World::crowded(), Crowded::default());
    world.member("ada").await;
    let current = world.current("ada").await;
    let world = world.hashing_with(hasher.clone());

    at_once(&world, 24, |_| {
        let (users, current) = (world.users.clone(), current.clone());
        async move {
            let form = password_change(PASSWORD, OTHER_PASSWORD);
            let _ = users.change_password(&current, &form, &visitor()).await;
        }
    })
    .await;

    assert!((1..=2).contains(&hasher.most.load(Ordering::SeqCst)), "{:?}", hasher.most);
}
