//! What a stranger learns of an address: the same of one that has an account, and of one that is free. Each act is
//! compared by its answer and by its work: look-ups, commits, rows, hashes. No clock is asked.

use std::fmt::Debug;
use std::future::Future;

use user_core::flows::{
    ForgotPasswordForm, RegisterForm, RegisteredNext, ResendConfirmEmailForm, SignInError, Visitor,
};
use user_core::settings::{Identifiers, Settings};

use crate::world::{
    OTHER_PASSWORD, World, address, credentials, marked, registration, visitor, visitor_from,
};

/// What the stranger chose: not the password of the account that is there.
const CHOSEN: &str = "Borrowed lantern 7";

/// What came back, and what it cost.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    act: &'static str,
    answer: String,
    calls: Vec<&'static str>,
    rows: [usize; 4],
    hashes: usize,
    verifications: usize,
}

async fn counts(world: &World) -> [usize; 4] {
    let users = world.everybody().await;
    let tokens = users.iter().map(|user| world.store.inner().tokens_of(&user.id).len()).sum();
    [users.len(), tokens, world.queued().await.len(), world.recorded().len()]
}

async fn see(world: &World, act: &'static str, doing: impl Future<Output = String>) -> Seen {
    let before = counts(world).await;
    let (hashes, verifications) = (world.hasher.hashes(), world.hasher.verifications());
    world.store.take_calls();
    let answer = doing.await;
    let calls = world.store.take_calls();
    let mut rows = counts(world).await;
    for (after, before) in rows.iter_mut().zip(before) {
        *after -= before;
    }
    let hashes = world.hasher.hashes() - hashes;
    let verifications = world.hasher.verifications() - verifications;
    Seen { act, answer, calls, rows, hashes, verifications }
}

fn said<T, E: Debug>(outcome: Result<T, E>) -> String {
    outcome.map_or_else(|refusal| format!("{refusal:?}"), |_| "ok".to_owned())
}

/// Everything that a stranger can try with an address, one after the other.
async fn all_acts(world: &World, email: &str) -> Vec<Seen> {
    let form = |password: &str| RegisterForm {
        email: email.to_owned(),
        password: password.to_owned(),
        retype_password: password.to_owned(),
        ..registration("stranger")
    };
    let elsewhere = visitor_from("198.51.100.7");
    let register = async |form: RegisterForm, visitor: &Visitor, mark: &mut String| {
        let outcome = world.users.register(&form, visitor).await;
        match outcome {
            Ok(registered) => {
                assert!(matches!(registered.next, RegisteredNext::ConfirmEmail));
                let answer = format!("{registered:?}, a mark of {}", registered.mark.len());
                *mark = registered.mark;
                answer
            }
            Err(refusal) => format!("{refusal:?}"),
        }
    };
    let sign_in = async |identifier: &str, password: &str, visitor: &Visitor| {
        said::<_, SignInError>(world.users.sign_in(&credentials(identifier, password), visitor).await)
    };
    let (mut mark, mut other) = (String::new(), String::new());
    let mut seen = vec![see(world, "register", register(form(CHOSEN), &visitor(), &mut mark)).await];
    let here = marked(&mark);
    seen.push(see(world, "register elsewhere", register(form(CHOSEN), &elsewhere, &mut other)).await);
    for (act, visitor) in [("here", &here), ("elsewhere", &elsewhere)] {
        for password in [CHOSEN, OTHER_PASSWORD] {
            seen.push(see(world, act, sign_in("stranger", password, visitor)).await);
            seen.push(see(world, act, sign_in(email, password, visitor)).await);
        }
        let resend = ResendConfirmEmailForm { email: email.to_owned() };
        let asked = async { said(world.users.resend_confirm_email(&resend, visitor).await) };
        seen.push(see(world, act, asked).await);
        let forgot = ForgotPasswordForm { email: email.to_owned() };
        let asked = async { said(world.users.forgot_password(&forgot, visitor).await) };
        seen.push(see(world, act, asked).await);
    }
    seen.push(see(world, "register again", register(form(OTHER_PASSWORD), &here, &mut mark)).await);
    let here = marked(&mark);
    seen.push(see(world, "after redoing", sign_in(email, OTHER_PASSWORD, &here)).await);
    seen
}

/// Issue A1, A2, A7: whatever the settings, a known address and a fresh one are told apart by nothing.
#[tokio::test]
async fn a_known_and_a_fresh_address_are_told_apart_by_no_answer_and_no_work() {
    for before_confirmation in [false, true] {
        for identifiers in [Identifiers::UsernameAndEmail, Identifiers::Email] {
            let settings = |settings: &mut Settings| {
                settings.identifiers = identifiers;
                settings.sign_in.before_confirmation = before_confirmation;
                settings.throttles.client.free = 1_000;
                settings.throttles.account_and_client.free = 1_000;
                settings.throttles.account.free = 1_000;
            };
            let (known, fresh) = (World::with(settings), World::with(settings));
            known.member("ada").await;

            let (known, fresh) =
                (all_acts(&known, &address("ada")).await, all_acts(&fresh, &address("ada")).await);

            for (known, fresh) in known.iter().zip(&fresh) {
                assert_eq!(known, fresh, "{identifiers:?}, before confirmation: {before_confirmation}");
            }
            assert_eq!(known.len(), fresh.len());
        }
    }
}

/// A bad answer would make the comparison above worthless.
#[tokio::test]
async fn what_strangers_try_is_answered_as_it_should_be() {
    let world = World::new();
    world.member("ada").await;

    let seen = all_acts(&world, &address("ada")).await;

    let answer = |index: usize| seen[index].answer.as_str();
    assert!(answer(0).contains("ConfirmEmail"), "{seen:#?}");
    assert_eq!(seen[0].rows, [1, 2, 1, 1], "an account, a link, a mark, a mail and an event");
    assert!(answer(1).contains("violation: Taken }"), "{seen:#?}");
    assert_eq!(answer(2), "Unconfirmed");
    assert!(answer(3).contains("BadCredentialsOrUnconfirmed"), "{seen:#?}");
    assert!(answer(4).contains("violation: BadCredentials }"), "{seen:#?}");
    assert!(answer(5).contains("BadCredentialsOrUnconfirmed"), "{seen:#?}");
}
