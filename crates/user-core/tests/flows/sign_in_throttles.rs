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

/// Guesses from so many places that the account itself is held up.
async fn guess_from_everywhere(world: &World, identifier: &str) {
    for index in 0..50 {
        let stranger = visitor_from(&format!("198.51.100.{index}"));
        assert_eq!(wait(world.sign_in_as(&stranger, identifier, OTHER_PASSWORD).await), None, "{index}");
    }
}

#[tokio::test]
async fn guesses_from_everywhere_hold_up_the_account_but_never_its_owner_on_a_known_device() {
    let world = World::new();
    world.member("ada").await;
    world.member("eve").await;
    let (adas, eves) = (world.signed_in("ada").await, world.signed_in("eve").await);
    guess_from_everywhere(&world, "ada").await;
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
async fn guesses_at_one_name_count_for_the_account_and_nobody_sees_that_another_name_is_the_same_one() {
    let world = World::new();
    world.member("ada").await;
    world.member("bob").await;
    guess_from_everywhere(&world, "ada").await;
    let stranger = visitor_from("203.0.113.1");
    let mut answers = Vec::new();

    for identifier in [address("ada"), address("bob"), address("nobody")] {
        let before = world.hasher.verifications();
        answers.push(codes(world.sign_in_as(&stranger, &identifier, OTHER_PASSWORD).await));
        assert_eq!(world.hasher.verifications(), before + 1, "{identifier}");
    }

    assert_eq!(answers, [["username.bad_credentials_or_unconfirmed"]; 3], "all look alike");
    let right = world.sign_in_as(&stranger, &address("ada"), PASSWORD).await;
    assert_eq!(
        codes(right),
        ["username.bad_credentials_or_unconfirmed"],
        "the account was guessed at often enough"
    );
    assert!(world.sign_in_as(&stranger, &address("bob"), PASSWORD).await.is_ok());
    world.after(HOUR);
    assert!(world.sign_in_as(&stranger, &address("ada"), PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_known_device_has_five_guesses_of_its_own_and_then_those_of_everybody() {
    let world = World::new();
    world.member("ada").await;
    let known = device_of(&world.signed_in("ada").await, visitor());
    guess(&world, &known, "ada").await;
    guess(&world, &known, "ada").await;

    assert!(wait(world.sign_in_as(&known, "ada", PASSWORD).await).is_some());
}

/// Wherever the owner signs in from since: what holds a copy has a lane of its own, and so have they.
#[tokio::test]
async fn a_copied_mark_never_locks_the_owner_out_on_their_own_device() {
    let world = World::new();
    world.member("ada").await;
    let device = world.signed_in("ada").await;
    guess_from_everywhere(&world, "ada").await;
    let copied = |index: u32| device_of(&device, visitor_from(&format!("203.0.113.{index}")));
    for _ in 0..8 {
        wait(world.sign_in_as(&copied(1), "ada", OTHER_PASSWORD).await);
    }
    wait(world.sign_in_as(&visitor_from("198.51.100.99"), "ada", OTHER_PASSWORD).await);

    let abroad = device_of(&device, visitor_from("192.0.2.77"));
    assert!(world.sign_in_as(&abroad, "ada", PASSWORD).await.is_ok());
    assert!(world.sign_in_as(&device_of(&device, visitor()), "ada", PASSWORD).await.is_ok());
    // From however many places: where the mark was made, it has a lane that no other place uses up.
    for index in 0..200 {
        wait(world.sign_in_as(&copied(index), "ada", OTHER_PASSWORD).await);
    }
    assert!(world.sign_in_as(&device_of(&device, visitor()), "ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_copied_mark_is_worth_few_guesses_from_however_many_places() {
    let world = World::new();
    world.member("ada").await;
    let device = world.signed_in("ada").await;
    let (before, mut held_up) = (world.hasher.verifications(), 0);
    for index in 0..250 {
        let copied = device_of(&device, visitor_from(&format!("198.51.100.{index}")));
        held_up += usize::from(wait(world.sign_in_as(&copied, "ada", OTHER_PASSWORD).await).is_some());
    }

    // Those of the mark away from home, and those that any stranger has.
    assert_eq!(world.hasher.verifications() - before, 50 + 50);
    assert_eq!(held_up, 150);
}

#[tokio::test]
async fn a_client_that_tries_many_accounts_is_held_up_for_all_of_them() {
    let world = World::with(|settings: &mut Settings| settings.throttles.client.free = 10);
    world.member("ada").await;
    for index in 0..9 {
        assert_eq!(wait(world.sign_in(&format!("nobody{index}"), OTHER_PASSWORD).await), None);
    }
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());

    assert_eq!(wait(world.sign_in("nobody10", OTHER_PASSWORD).await), None);
    assert_eq!(wait(world.sign_in("ada", PASSWORD).await), Some(Duration::from_secs(1)));
    assert!(world.sign_in_as(&visitor_from("198.51.100.8"), "ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn whatever_strangers_behind_the_same_address_guess_a_known_device_is_not_held_up() {
    let world = World::new();
    world.member("ada").await;
    let known = device_of(&world.signed_in("ada").await, visitor());
    let mut held_up = 0;
    for index in 0..66 {
        let outcome = world.sign_in(&format!("somebody{index}"), OTHER_PASSWORD).await;
        held_up += usize::from(wait(outcome).is_some());
    }
    for _ in 0..5 {
        wait(world.sign_in("ada", OTHER_PASSWORD).await);
    }

    assert!(held_up > 0 && wait(world.sign_in("ada", PASSWORD).await).is_some());
    assert!(world.sign_in_as(&known, "ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn of_however_many_people_behind_one_address_nobody_with_the_right_password_waits() {
    let world = World::new();
    for index in 0..130 {
        world.member(&format!("person{index}")).await;
    }

    for round in 0..2 {
        for index in 0..130 {
            let name = format!("person{index}");
            // One in ten mistypes it at first.
            if index % 10 == 0 {
                assert_eq!(wait(world.sign_in(&name, OTHER_PASSWORD).await), None, "{name}");
            }
            assert!(world.sign_in(&name, PASSWORD).await.is_ok(), "{name} in round {round}");
        }
    }
}

#[tokio::test]
async fn failures_are_forgotten_steadily_also_while_others_go_on() {
    let world = World::with(|settings: &mut Settings| settings.throttles.client.free = 10);
    for index in 0..10 {
        assert_eq!(wait(world.sign_in(&format!("nobody{index}"), OTHER_PASSWORD).await), None);
    }

    // One failure is forgotten each minute: somebody who fails that often never waits.
    for index in 0..100 {
        world.after(Duration::from_mins(1));
        assert_eq!(wait(world.sign_in(&format!("other{index}"), OTHER_PASSWORD).await), None, "{index}");
    }
}

#[tokio::test]
async fn an_attempt_that_nobody_had_the_time_to_look_at_does_not_count() {
    let world = World::new();
    world.member("ada").await;
    world.hasher.become_busy();
    for _ in 0..10 {
        assert!(matches!(world.sign_in("ada", PASSWORD).await, Err(SignInError::Failed(_))));
    }
    world.hasher.become_free();

    guess(&world, &visitor(), "ada").await;
}

#[tokio::test]
async fn whatever_was_guessed_the_owner_who_resets_by_mail_signs_in_at_once() {
    for signs_in in [false, true] {
        let world =
            World::with(|settings: &mut Settings| settings.auto_sign_in.after_reset_password = signs_in);
        world.member("ada").await;
        let link = world.reset_link_for("ada").await;
        guess_from_everywhere(&world, "ada").await;
        for _ in 0..5 {
            world.after(Duration::from_mins(1));
            wait(world.sign_in_as(&visitor_from("203.0.113.9"), "ada", OTHER_PASSWORD).await);
        }

        let form = crate::world::new_password("another correct horse");
        let browser = visitor_from("203.0.113.9");
        let reset = world.users.reset_password(&link, &form, &browser).await.unwrap();
        guess_from_everywhere(&world, "ada").await;

        let browser = Visitor { device: Some(reset.device), ..browser };
        assert!(world.sign_in_as(&browser, "ada", "another correct horse").await.is_ok());
        let elsewhere = visitor_from("203.0.113.10");
        assert!(wait(world.sign_in_as(&elsewhere, "ada", "another correct horse").await).is_some());
    }
}

#[tokio::test]
async fn a_password_set_by_an_administrator_lets_the_owner_in_at_once_whoever_guessed() {
    let world = World::new();
    let ada = world.member("ada").await;
    guess_from_everywhere(&world, "ada").await;
    for index in 0..5 {
        let name = if index % 2 == 0 { "ada".to_owned() } else { address("ada") };
        world.after(Duration::from_mins(1));
        wait(world.sign_in(&name, OTHER_PASSWORD).await);
    }
    for name in ["ada".to_owned(), address("ada")] {
        for _ in 0..7 {
            world.after(Duration::from_secs(20));
            wait(world.sign_in(&name, OTHER_PASSWORD).await);
        }
        assert!(wait(world.sign_in(&name, PASSWORD).await).is_some());
    }

    world.users.set_password(ada.id, "another correct horse").await.unwrap();

    assert!(world.sign_in("ada", "another correct horse").await.is_ok());
    assert!(world.sign_in(&address("ada"), "another correct horse").await.is_ok());
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
