//! Attempts in flight are no failures: who comes at the same moment waits a little, and guessing gains nothing by it.

use user_core::domain::EventKind;
use user_core::flows::{SignInError, SignedIn};
use user_core::settings::Settings;

use crate::world::{OTHER_PASSWORD, PASSWORD, World, at_once, device_of, visitor, visitor_from};

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
