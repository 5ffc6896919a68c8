//! Many registrations at the same moment, and of names alike.

use user_core::domain::{EventKind, MailKind, UserStatus};
use user_core::flows::{RegisterError, RegisterForm, RegisteredNext, SignInError};
use user_core::ports::{CommitError, Unique};
use user_core::settings::Identifiers;

use crate::world::{PASSWORD, World, address, at_once, only_email, registration, visitor};

const ROUNDS: usize = 10;
const CALLERS: usize = 16;

/// The same word in as many capitalisations as there are callers.
fn in_case(word: &str, caller: usize) -> String {
    let upper = |index: usize| caller >> (index % 4) & 1 == 1;
    word.char_indices().map(|(i, c)| if upper(i) { c.to_ascii_uppercase() } else { c }).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_may_give_one_address_and_all_see_the_same() {
    for round in 0..ROUNDS {
        for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
            let world = World::identified_by(identifiers);

            let outcomes = at_once(&world, CALLERS, |caller| {
                let users = world.users.clone();
                let form = RegisterForm {
                    email: in_case("lovelace@example.com", caller),
                    ..registration(&format!("caller-{caller}"))
                };
                async move { users.register(&form, &visitor()).await.map(|registered| registered.next) }
            })
            .await;

            assert!(outcomes.iter().all(|next| matches!(next, Ok(RegisteredNext::ConfirmEmail))), "{round}");
            let users = world.everybody().await;
            assert_eq!(users.len(), CALLERS, "{round}");
            assert!(users.iter().all(|user| only_email(user).address.key() == "lovelace@example.com"));
            assert_eq!(world.queued().await.len(), CALLERS, "{round}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_at_once_with_one_name_one_gets_it_and_the_others_are_told_that_it_is_taken() {
    for round in 0..ROUNDS {
        let world = World::crowded();

        let outcomes = at_once(&world, CALLERS, |caller| {
            let users = world.users.clone();
            let form = RegisterForm {
                username: in_case("lovelace", caller),
                ..registration(&format!("caller-{caller}"))
            };
            async move { users.register(&form, &visitor()).await }
        })
        .await;

        let taken = |outcome: &Result<_, RegisterError>| match outcome {
            Err(RegisterError::Invalid(violations)) => violations.codes() == ["username.taken"],
            _ => false,
        };
        assert_eq!(outcomes.iter().filter(|outcome| taken(outcome)).count(), CALLERS - 1, "{round}");
        let users = world.everybody().await;
        assert_eq!((users.len(), users[0].status), (1, UserStatus::Pending), "{round}");
        assert_eq!(world.queued().await.len(), 1, "{round}");
    }
}

#[tokio::test]
async fn a_look_alike_by_pattern_is_another_name_and_another_address() {
    let world = World::new();
    world.member("alice").await;

    let form = RegisterForm { email: "al_ce@example.com".to_owned(), ..registration("al_ce") };
    world.register(&form).await.unwrap();

    assert_eq!(world.everybody().await.len(), 2);
    assert_eq!(world.queued_kinds().await, [(MailKind::REGISTERED, address("al_ce"))]);
}

#[tokio::test]
async fn a_registration_decides_anew_when_others_were_faster() {
    for error in [CommitError::Stale, CommitError::Gone, CommitError::Taken(Unique::Email)] {
        let world = World::new();
        world.store.refuse_next_commit(error);

        world.register(&registration("ada")).await.unwrap();

        assert_eq!((world.everybody().await.len(), world.queued().await.len()), (1, 1));
        assert_eq!(world.told.kinds(), [EventKind::USER_REGISTERED]);
        assert_eq!(world.hasher.hashes(), 1);
    }
}

#[tokio::test]
async fn an_unconfirmed_address_of_a_disabled_user_does_not_block_its_real_owner() {
    let world = World::new();
    world.newcomer("eve").await;
    world.disable("eve").await;

    let form = RegisterForm { email: address("eve"), ..registration("ada") };
    world.register(&form).await.unwrap();

    assert_eq!(world.user("ada").await.status, UserStatus::Pending);
    let eve = world.users.find_user("eve").await.unwrap().unwrap();
    assert_eq!((eve.status, eve.emails.len()), (UserStatus::Disabled, 1));
    assert!(matches!(world.sign_in("eve", PASSWORD).await, Err(SignInError::Disabled)));
}
