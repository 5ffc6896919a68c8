//! Using a recovery code.

use user_core::domain::{EventKind, Factor, MailKind, Method, RecoveryCode};
use user_core::flows::{
    Admission, Current, PasswordWasReset, ProveByRecoveryCodeError, ProvenByRecoveryCode, RecoveryCodeForm,
    ResetByRecoveryCodeError, ResetByRecoveryCodeForm, SignInError,
};
use user_core::ports::Store as _;
use user_core::settings::Identifiers;

use crate::recovery_codes::{made, typed, world};
use crate::world::{
    DAY, HOUR, INSTANT, OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, visitor, visitor_from,
};

async fn prove(
    world: &World,
    current: &Current,
    form: &RecoveryCodeForm,
) -> Result<ProvenByRecoveryCode, ProveByRecoveryCodeError> {
    world.users.prove_by_recovery_code(current, form, &visitor()).await
}

fn reset_form(identifier: &str, code: &RecoveryCode, password: &str) -> ResetByRecoveryCodeForm {
    ResetByRecoveryCodeForm {
        identifier: identifier.to_owned(),
        recovery_code: code.grouped(),
        new_password: password.to_owned(),
        retype_password: password.to_owned(),
    }
}

async fn reset(
    world: &World,
    form: &ResetByRecoveryCodeForm,
) -> Result<PasswordWasReset, ResetByRecoveryCodeError> {
    world.users.reset_by_recovery_code(form, &visitor()).await
}

/// Somebody with codes, who made them long ago.
async fn with_codes(world: &World, name: &str) -> (Current, Vec<RecoveryCode>) {
    world.member(name).await;
    let codes = made(world, &world.current(name).await).await;
    world.after(30 * DAY);
    let current = world.current(name).await;
    world.deliver().await;
    world.forget_the_past();
    (current, codes)
}

#[tokio::test]
async fn a_code_proves_nothing_and_resets_nothing_where_there_are_none() {
    let world = World::new();
    world.member("ada").await;
    let (current, code) = (world.current("ada").await, RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap());
    let before = world.snapshot().await;

    assert!(matches!(prove(&world, &current, &typed(&code)).await, Err(ProveByRecoveryCodeError::Off)));
    let outcome = reset(&world, &reset_form("ada", &code, OTHER_PASSWORD)).await;
    assert!(matches!(outcome, Err(ResetByRecoveryCodeError::Off)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn what_is_no_unused_code_of_the_user_proves_nothing() {
    let world = world();
    let (_, of_eve) = with_codes(&world, "eve").await;
    let (current, own) = with_codes(&world, "ada").await;
    prove(&world, &current, &typed(&own[0])).await.unwrap();
    let before = world.snapshot().await;
    world.forget_the_past();
    let form = |code: &str| RecoveryCodeForm { recovery_code: code.to_owned() };

    assert_eq!(codes(prove(&world, &current, &form(" ")).await), ["recovery_code.required"]);
    assert_eq!(codes(prove(&world, &current, &form("ABCDE")).await), ["recovery_code.malformed"]);
    assert!(world.told.kinds().is_empty());
    for wrong in [&of_eve[0], &own[0], &RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap()] {
        assert_eq!(codes(prove(&world, &current, &typed(wrong)).await), ["recovery_code.wrong"]);
    }
    assert_eq!(world.told.kinds(), [EventKind::PROOF_REFUSED; 3]);
    assert_eq!(world.store.inner().events().last().unwrap().method, Some(Method::RECOVERY_CODE));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn guesses_at_codes_are_counted_and_a_right_one_of_the_same_client_waits_too() {
    let world = world();
    let (current, own) = with_codes(&world, "ada").await;
    let wrong = RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap();
    let mut refused = 0;
    while codes_or_wait(prove(&world, &current, &typed(&wrong)).await) {
        refused += 1;
        assert!(refused < 50, "nothing ends the guessing");
    }

    let outcome = prove(&world, &current, &typed(&own[0])).await;

    assert!(matches!(outcome, Err(ProveByRecoveryCodeError::Throttled { .. })));
    world.after(HOUR);
    assert_eq!(prove(&world, &current, &typed(&own[0])).await.unwrap().left, 9);
}

/// Whether a guess was looked at.
fn codes_or_wait(outcome: Result<ProvenByRecoveryCode, ProveByRecoveryCodeError>) -> bool {
    match outcome {
        Err(ProveByRecoveryCodeError::Invalid(_)) => true,
        Err(ProveByRecoveryCodeError::Throttled { .. }) => false,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_code_is_a_fresh_proof_once_and_the_owner_is_told() {
    let world = world();
    let (current, own) = with_codes(&world, "ada").await;
    let cookie = world.signed_in("ada").await.cookie;
    let current_of = async || world.visit(&cookie).await.unwrap();
    world.after(HOUR);
    let before = current_of().await;
    assert!(!world.users.is_stepped_up(&before));
    world.forget_the_past();

    let proven = prove(&world, &before, &typed(&own[4])).await.unwrap();

    assert_eq!(proven.left, 9);
    assert!(world.visit(&cookie).await.is_none(), "a copy of the cookie ends");
    let now = world.visit(&proven.signed_in.cookie).await.unwrap();
    assert!(world.users.is_stepped_up(&now) && world.users.is_fresh(&now));
    assert_eq!(now.session.proofs.at(Factor::RECOVERY_CODE), Some(world.now()));
    assert_eq!(world.told.kinds(), [EventKind::RECOVERY_CODE_USED]);
    assert!(world.queued_kinds().await.contains(&(MailKind::RECOVERY_CODE_USED, address("ada"))));
    assert!(!world.users.is_stepped_up(&current), "another session of the same user proved nothing");
    assert_eq!(codes(prove(&world, &now, &typed(&own[4])).await), ["recovery_code.wrong"]);
}

#[tokio::test]
async fn of_many_who_use_a_code_at_one_moment_one_does() {
    let world = world();
    let (current, own) = with_codes(&world, "ada").await;

    let outcomes = at_once(&world, 6, |index| {
        let (world, current, code) = (world.clone(), current.clone(), own[0].clone());
        async move {
            if index % 2 == 0 {
                prove(&world, &current, &typed(&code)).await.is_ok()
            } else {
                let from = visitor_from(&format!("192.0.2.{index}"));
                let form = reset_form("ada", &code, OTHER_PASSWORD);
                world.users.reset_by_recovery_code(&form, &from).await.is_ok()
            }
        }
    })
    .await;

    assert_eq!(outcomes.iter().filter(|done| **done).count(), 1, "{outcomes:?}");
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 9);
}

#[tokio::test]
async fn a_form_that_is_not_right_says_so_field_by_field() {
    let world = world();
    let nothing = ResetByRecoveryCodeForm::default();

    let found = codes(reset(&world, &nothing).await);

    assert_eq!(found, ["username.required", "recovery_code.required"]);
}

#[tokio::test]
async fn an_unknown_account_and_a_wrong_code_get_the_same_answer_and_cost_the_same() {
    let world = world();
    let (_, own) = with_codes(&world, "ada").await;
    world.member("bob").await;
    world.disable("bob").await;
    with_codes(&world, "eve").await;
    let wrong = RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap();
    let mut seen = Vec::new();

    for (name, code) in [
        ("ada".to_owned(), &wrong),
        (address("ada"), &wrong),
        ("nobody".to_owned(), &wrong),
        (address("nobody"), &wrong),
        ("not a name".to_owned(), &own[0]),
        ("bob".to_owned(), &own[0]),
        ("eve".to_owned(), &own[0]),
    ] {
        let before = world.snapshot().await;
        let work = (world.hasher.hashes(), world.hasher.verifications(), world.recorded().len());
        world.store.take_calls();
        let answer = reset(&world, &reset_form(&name, code, OTHER_PASSWORD)).await;
        let calls = world.store.take_calls();
        assert_eq!(codes(answer), ["recovery_code.bad_credentials"]);
        assert_eq!((world.hasher.hashes(), world.hasher.verifications()), (work.0, work.1));
        seen.push((calls, world.recorded().len() - work.2));
        assert_eq!(world.snapshot().await, before, "{name}");
    }

    // What is no name is looked up nowhere; it is refused all the same.
    seen.remove(4);
    assert!(seen.iter().all(|one| *one == seen[0]), "{seen:?}");
}

#[tokio::test]
async fn a_new_password_that_is_not_good_enough_leaves_the_code_unused() {
    let world = world();
    let (current, own) = with_codes(&world, "ada").await;
    let before = world.snapshot().await;

    let found = codes(reset(&world, &reset_form("ada", &own[0], "short")).await);

    assert_eq!(found, ["password.too_short", "password.too_common"]);
    assert_eq!(world.snapshot().await, before);
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 10);
}

#[tokio::test]
async fn a_code_sets_a_new_password_and_ends_every_session() {
    for (identifiers, identifier) in [
        (Identifiers::UsernameAndEmail, "ada".to_owned()),
        (Identifiers::UsernameAndEmail, address("ada")),
        (Identifiers::Email, address("ada")),
    ] {
        let world = World::with(|settings| {
            settings.features.recovery_codes = true;
            settings.identifiers = identifiers;
        });
        let (current, own) = with_codes(&world, "ada").await;
        let cookie = world.signed_in("ada").await.cookie;
        world.forget_the_past();

        let done = reset(&world, &reset_form(&identifier, &own[9], OTHER_PASSWORD)).await.unwrap();

        assert!(done.admission.is_none() && done.doubtful.is_empty());
        assert!(world.visit(&cookie).await.is_none());
        assert!(world.sign_in(&identifier, PASSWORD).await.is_err());
        world.sign_in(&identifier, OTHER_PASSWORD).await.unwrap();
        let kinds: Vec<_> = world.queued_kinds().await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [MailKind::RECOVERY_CODE_USED, MailKind::PASSWORD_CHANGED]);
        assert_eq!(world.told.kinds()[..2], [EventKind::RECOVERY_CODE_USED, EventKind::PASSWORD_RESET]);
        assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 9, "the others stay");
        let again = reset(&world, &reset_form(&identifier, &own[9], "Granite bluebell harbour 6")).await;
        assert_eq!(codes(again), ["recovery_code.bad_credentials"]);
    }
}

#[tokio::test]
async fn a_reset_signs_in_where_the_settings_say_so() {
    let world = World::with(|settings| {
        settings.features.recovery_codes = true;
        settings.auto_sign_in.after_reset_password = true;
    });
    let (_, own) = with_codes(&world, "ada").await;

    let done = reset(&world, &reset_form("ada", &own[0], OTHER_PASSWORD)).await.unwrap();

    let Some(Admission::SignedIn(signed_in)) = done.admission else { panic!("nobody is signed in") };
    assert_eq!(signed_in.session.proofs.at(Factor::RECOVERY_CODE), Some(world.now()));
    assert!(world.visit(&signed_in.cookie).await.is_some());
}

#[tokio::test]
async fn strangers_guesses_at_password_and_codes_hold_up_no_right_code_and_a_reset_forgets_them() {
    let world = world();
    let (_, own) = with_codes(&world, "ada").await;
    let wrong = RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap();
    for guess in 0..60 {
        let from = visitor_from(&format!("198.51.100.{guess}"));
        let _ = world.sign_in_as(&from, "ada", "wrong password").await;
        for _ in 0..6 {
            let form = reset_form("ada", &wrong, OTHER_PASSWORD);
            let _ = world.users.reset_by_recovery_code(&form, &from).await;
        }
    }
    assert!(matches!(world.sign_in("ada", PASSWORD).await, Err(SignInError::Throttled { .. })));

    reset(&world, &reset_form("ada", &own[0], OTHER_PASSWORD)).await.unwrap();

    world.sign_in("ada", OTHER_PASSWORD).await.unwrap();
    assert!(world.store.sessions_of(&world.user("ada").await.id, 10).await.unwrap().len() == 1);
}

#[tokio::test]
async fn who_guessed_at_codes_too_often_is_told_to_wait_and_not_that_a_right_one_is_wrong() {
    let world = world();
    let (_, own) = with_codes(&world, "ada").await;
    let wrong = RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap();
    for _ in 0..6 {
        let _ = reset(&world, &reset_form("ada", &wrong, OTHER_PASSWORD)).await;
    }

    for code in [&wrong, &own[0]] {
        let outcome = reset(&world, &reset_form("ada", code, OTHER_PASSWORD)).await;
        assert!(matches!(outcome, Err(ResetByRecoveryCodeError::Throttled { .. })));
    }
    world.after(HOUR + INSTANT);
    reset(&world, &reset_form("ada", &own[0], OTHER_PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn a_password_that_is_not_good_enough_is_answered_alike_for_right_and_wrong_codes() {
    let world = world();
    let (_, own) = with_codes(&world, "ada").await;
    let wrong = RecoveryCode::parse("ABCDE-FGHIJ-KLMNO").unwrap();
    let mut seen = Vec::new();

    for code in [&own[0], &wrong] {
        let recorded = world.recorded().len();
        world.store.take_calls();
        let answer = codes(reset(&world, &reset_form("ada", code, "ada ada")).await);
        seen.push((answer, world.store.take_calls(), world.recorded().len() - recorded));
    }

    assert_eq!(seen[0], seen[1], "a right code is told from a wrong one without using it up");
    assert!(!seen[0].0.is_empty());
}

#[tokio::test]
async fn each_use_looks_a_code_up_once() {
    let world = world();
    let (current, own) = with_codes(&world, "ada").await;

    prove(&world, &current, &typed(&own[0])).await.unwrap();
    let of_proof = world.store.take_calls();
    reset(&world, &reset_form("ada", &own[1], OTHER_PASSWORD)).await.unwrap();
    let of_reset = world.store.take_calls();

    for calls in [of_proof, of_reset] {
        assert_eq!(calls.iter().filter(|call| **call == "credential").count(), 1, "{calls:?}");
    }
}

#[tokio::test]
async fn a_code_of_a_fresh_list_leaves_the_others_however_fast_the_clock_runs() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    let own = made(&world, &current).await;
    let kept = world.store.credentials_of(&current.user.id, None).await.unwrap();
    assert!(kept.iter().all(|code| code.created_at == kept[0].created_at));

    reset(&world, &reset_form("ada", &own[0], OTHER_PASSWORD)).await.unwrap();

    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 9);
}

#[tokio::test]
async fn who_stole_a_list_of_codes_is_out_when_the_account_is_taken_back() {
    for undo in [true, false] {
        let world = world();
        let (current, own) = with_codes(&world, "ada").await;
        reset(&world, &reset_form("ada", &own[0], "Crooked parsnip lagoon 4")).await.unwrap();
        let link = if undo { world.link_for("ada").await } else { world.reset_link_for("ada").await };

        if undo {
            world.users.undo_email_change(&link, &visitor()).await.unwrap();
        } else {
            let new = crate::world::new_password("Granite bluebell harbour 6");
            world.users.reset_password(&link, &new, &visitor()).await.unwrap();
        }

        assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 0, "{undo}");
        let again = reset(&world, &reset_form("ada", &own[1], OTHER_PASSWORD)).await;
        assert_eq!(codes(again), ["recovery_code.bad_credentials"]);
    }
}
