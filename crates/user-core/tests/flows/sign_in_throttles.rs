//! Guessing: how many guesses are evaluated, and who is held up by them.

use std::time::Duration;

use user_core::flows::{SignInError, SignedIn, Visitor};
use user_core::settings::Settings;

use crate::world::{
    HOUR, OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, device_of, visitor, visitor_from,
};

fn wait(outcome: Result<SignedIn, SignInError>) -> Option<Duration> {
    match outcome {
        Err(SignInError::Throttled { retry_after }) => Some(retry_after),
        Err(SignInError::Failed(error)) => panic!("{error:?}"),
        _ => None,
    }
}

/// Guesses five times, which is what is free.
async fn guess(world: &World, who: &Visitor, identifier: &str) {
    for _ in 0..5 {
        assert_eq!(wait(world.sign_in_as(who, identifier, OTHER_PASSWORD).await), None);
    }
}

#[tokio::test]
async fn after_five_wrong_guesses_right_and_wrong_are_answered_alike_and_cost_nothing() {
    for name in ["ada", "nobody"] {
        let world = World::new();
        world.member("ada").await;
        guess(&world, &visitor(), name).await;
        let (before, verifications) = (world.snapshot().await, world.hasher.verifications());

        let wrong = wait(world.sign_in(name, OTHER_PASSWORD).await);
        let right = wait(world.sign_in(name, PASSWORD).await);

        assert_eq!(wrong, Some(Duration::from_secs(2)));
        assert_eq!(right, wrong);
        assert_eq!(world.hasher.verifications(), verifications);
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn pauses_grow_and_end_and_are_forgotten() {
    let world = World::new();
    world.member("ada").await;
    guess(&world, &visitor(), "ada").await;

    for seconds in [2, 4, 8, 16] {
        assert_eq!(wait(world.sign_in("ada", PASSWORD).await), Some(Duration::from_secs(seconds)));
        world.after(Duration::from_secs(seconds));
        assert_eq!(wait(world.sign_in("ada", OTHER_PASSWORD).await), None);
    }
    world.after(2 * HOUR);
    guess(&world, &visitor(), "ada").await;
}

#[tokio::test]
async fn the_right_password_in_time_clears_the_count() {
    let world = World::new();
    world.member("ada").await;
    for _ in 0..3 {
        for _ in 0..4 {
            assert_eq!(codes(world.sign_in("ada", OTHER_PASSWORD).await), ["username.bad_credentials"]);
        }
        assert!(world.sign_in("ada", PASSWORD).await.is_ok());
    }
}

#[tokio::test]
async fn one_name_in_other_capitals_is_one_account() {
    let world = World::new();
    world.member("ada").await;
    for name in ["ada", "ADA", "Ada", " ada", "aDa"] {
        assert_eq!(wait(world.sign_in(name, OTHER_PASSWORD).await), None);
    }

    assert!(wait(world.sign_in("adA", PASSWORD).await).is_some());
}

#[tokio::test]
async fn guesses_at_one_account_hold_up_neither_another_account_nor_another_client() {
    let world = World::new();
    for name in ["ada", "bob"] {
        world.member(name).await;
    }
    guess(&world, &visitor(), "ada").await;

    assert!(world.sign_in("bob", PASSWORD).await.is_ok());
    assert!(world.sign_in_as(&visitor_from("198.51.100.7"), "ada", PASSWORD).await.is_ok());
    assert!(wait(world.sign_in("ada", PASSWORD).await).is_some());
}

#[tokio::test]
async fn addresses_of_one_network_are_one_client() {
    let world = World::new();
    world.member("ada").await;
    guess(&world, &visitor_from("2001:db8::1"), "ada").await;

    let (neighbour, stranger) = (visitor_from("2001:db8::ffff:2"), visitor_from("2001:db8:0:1::1"));
    assert!(wait(world.sign_in_as(&neighbour, "ada", PASSWORD).await).is_some());
    assert!(world.sign_in_as(&stranger, "ada", PASSWORD).await.is_ok());
}

/// Guesses from so many places that, with the owner's own first sign-in, the account itself is held up.
async fn guess_from_everywhere(world: &World) {
    for index in 0..49 {
        let stranger = visitor_from(&format!("198.51.100.{index}"));
        assert_eq!(wait(world.sign_in_as(&stranger, "ada", OTHER_PASSWORD).await), None, "{index}");
    }
}

#[tokio::test]
async fn guesses_from_everywhere_hold_up_the_account_but_never_its_owner_on_a_known_device() {
    let world = World::new();
    world.member("ada").await;
    world.member("eve").await;
    let (adas, eves) = (world.signed_in("ada").await, world.signed_in("eve").await);
    guess_from_everywhere(&world).await;
    let verifications = world.hasher.verifications();

    let unknown = visitor_from("203.0.113.1");
    assert!(wait(world.sign_in_as(&unknown, "ada", PASSWORD).await).is_some());
    let elses = device_of(&eves, visitor_from("203.0.113.2"));
    assert!(wait(world.sign_in_as(&elses, "ada", PASSWORD).await).is_some());
    let forged = Visitor { device: Some("forged".to_owned()), ..visitor_from("203.0.113.3") };
    assert!(wait(world.sign_in_as(&forged, "ada", PASSWORD).await).is_some());
    assert_eq!(world.hasher.verifications(), verifications);

    let known = device_of(&adas, visitor_from("203.0.113.4"));
    assert!(world.sign_in_as(&known, "ada", PASSWORD).await.is_ok());
    // By address as well: a device knows its user, not a spelling.
    assert!(world.sign_in_as(&known, &address("ada"), PASSWORD).await.is_ok());
}

#[tokio::test]
async fn on_a_known_device_five_guesses_are_free_like_everywhere() {
    let world = World::new();
    world.member("ada").await;
    let known = device_of(&world.signed_in("ada").await, visitor());
    guess(&world, &known, "ada").await;

    assert!(wait(world.sign_in_as(&known, "ada", PASSWORD).await).is_some());
}

#[tokio::test]
async fn whoever_copied_the_mark_of_a_device_guesses_no_more_by_changing_addresses() {
    let world = World::new();
    world.member("ada").await;
    let device = world.signed_in("ada").await;
    let copied = |index: u32| device_of(&device, visitor_from(&format!("198.51.100.{index}")));
    for index in 0..5 {
        assert_eq!(wait(world.sign_in_as(&copied(index), "ada", OTHER_PASSWORD).await), None);
    }

    assert!(wait(world.sign_in_as(&copied(5), "ada", PASSWORD).await).is_some());
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_client_that_tries_many_accounts_is_held_up_for_all_of_them() {
    let world = World::with(|settings: &mut Settings| settings.throttles.client.free = 10);
    world.member("ada").await;
    for index in 0..9 {
        assert_eq!(wait(world.sign_in(&format!("nobody{index}"), OTHER_PASSWORD).await), None);
    }
    let device = world.sign_in_as(&visitor_from("198.51.100.7"), "ada", PASSWORD).await.unwrap();

    let tenth = world.sign_in("ada", PASSWORD).await;
    assert!(tenth.is_ok());
    assert_eq!(wait(world.sign_in("ada", PASSWORD).await), Some(Duration::from_secs(1)));
    let known = device_of(&device, visitor());
    assert!(wait(world.sign_in_as(&known, "ada", PASSWORD).await).is_some());
    assert!(world.sign_in_as(&visitor_from("198.51.100.8"), "ada", PASSWORD).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_guesses_at_once_no_more_are_evaluated_than_are_free() {
    for round in 0..10 {
        let world = World::new();
        world.member("ada").await;

        let waits = at_once(&world, 32, |_| {
            let world = world.clone();
            async move { wait(world.sign_in("ada", OTHER_PASSWORD).await) }
        })
        .await;

        assert_eq!(world.hasher.verifications(), 5, "{round}");
        assert_eq!(waits.into_iter().flatten().count(), 32 - 5, "{round}");
    }
}
