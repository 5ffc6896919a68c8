//! Many registrations at the same moment.

use user_core::domain::UserStatus;
use user_core::flows::{RegisterError, RegisterForm, RegisteredNext};
use user_core::settings::Identifiers;

use crate::world::{World, at_once, only_email, registration, visitor};

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
