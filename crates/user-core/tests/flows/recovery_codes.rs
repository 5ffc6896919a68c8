//! Making recovery codes.

use std::collections::BTreeSet;

use user_core::domain::{CredentialKind, EventKind, MailKind, RecoveryCode};
use user_core::flows::{Current, MakeRecoveryCodesError, ProveByRecoveryCodeError, RecoveryCodeForm};
use user_core::ports::Store as _;

use crate::world::{DAY, HOUR, INSTANT, MINUTE, World, address, at_once, visitor};

pub(crate) fn world() -> World {
    World::with(|settings| settings.features.recovery_codes = true)
}

/// The codes that somebody makes and is shown.
pub(crate) async fn made(world: &World, current: &Current) -> Vec<RecoveryCode> {
    let shown = world.users.make_recovery_codes(current, &visitor()).await.unwrap();
    let codes = world.users.shown_recovery_codes(current, &shown).await.unwrap();
    assert_eq!(codes.len(), 10);
    codes
}

pub(crate) fn typed(code: &RecoveryCode) -> RecoveryCodeForm {
    RecoveryCodeForm { recovery_code: code.grouped() }
}

#[tokio::test]
async fn no_codes_are_made_where_there_are_none() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    let outcome = world.users.make_recovery_codes(&current, &visitor()).await;

    assert!(matches!(outcome, Err(MakeRecoveryCodesError::Off)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_proof_too_long_ago_makes_no_codes() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    world.after(15 * MINUTE + INSTANT);
    let outcome = world.users.make_recovery_codes(&current, &visitor()).await;

    assert!(matches!(outcome, Err(MakeRecoveryCodesError::NotFresh)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn an_account_that_is_gone_gets_no_codes() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.disable("ada").await;

    let outcome = world.users.make_recovery_codes(&current, &visitor()).await;

    assert!(matches!(outcome, Err(MakeRecoveryCodesError::Gone)));
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 0);
}

#[tokio::test]
async fn codes_are_made_a_few_times_a_day() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;

    for _ in 0..10 {
        made(&world, &current).await;
    }
    let outcome = world.users.make_recovery_codes(&current, &visitor()).await;

    assert!(matches!(outcome, Err(MakeRecoveryCodesError::Throttled { .. })));
}

#[tokio::test]
async fn ten_different_codes_take_the_place_of_the_earlier_ones_and_the_owner_is_told() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    let earlier = made(&world, &current).await;
    world.forget_the_past();

    let codes = made(&world, &current).await;

    let different: BTreeSet<_> = codes.iter().map(RecoveryCode::grouped).collect();
    assert_eq!(different.len(), 10);
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 10);
    assert_eq!(world.told.kinds(), [EventKind::RECOVERY_CODES_MADE]);
    assert!(world.queued_kinds().await.contains(&(MailKind::RECOVERY_CODES_MADE, address("ada"))));
    for code in &earlier {
        let old = world.users.prove_by_recovery_code(&current, &typed(code), &visitor()).await;
        assert!(matches!(old, Err(ProveByRecoveryCodeError::Invalid(_))), "an earlier code proves something");
        world.after(HOUR);
    }
}

#[tokio::test]
async fn codes_are_shown_in_their_session_for_ten_minutes_until_they_are_saved() {
    let world = world();
    world.member("ada").await;
    world.member("eve").await;
    let (current, elsewhere) = (world.current("ada").await, world.current("ada").await);
    let eve = world.current("eve").await;
    let shown = world.users.make_recovery_codes(&current, &visitor()).await.unwrap();
    let count = async |current: &Current, shown: &str| {
        world.users.shown_recovery_codes(current, shown).await.unwrap().len()
    };

    assert_eq!(count(&current, &shown).await, 10);
    for other in [&elsewhere, &eve] {
        assert_eq!(count(other, &shown).await, 0);
        world.users.recovery_codes_saved(other, &shown).await.unwrap();
    }
    for nonsense in ["", "nonsense", "AAAA", &shown[1..]] {
        assert_eq!(count(&current, nonsense).await, 0);
    }
    world.after(9 * MINUTE);
    assert_eq!(count(&current, &shown).await, 10);
    world.after(MINUTE);
    assert_eq!(count(&current, &shown).await, 0);

    let shown = world.users.make_recovery_codes(&current, &visitor()).await.unwrap();
    let later = world.users.make_recovery_codes(&current, &visitor()).await.unwrap();
    assert_eq!(count(&current, &shown).await, 0, "they were replaced");
    world.users.recovery_codes_saved(&current, &later).await.unwrap();
    world.users.recovery_codes_saved(&current, &later).await.unwrap();
    assert_eq!(count(&current, &later).await, 0);
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 10);
}

#[tokio::test]
async fn codes_made_at_one_moment_leave_one_set_that_is_shown() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;

    let outcomes = at_once(&world, 4, |_| {
        let (world, current) = (world.clone(), current.clone());
        async move { world.users.make_recovery_codes(&current, &visitor()).await }
    })
    .await;

    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 10);
    let mut shown = Vec::new();
    for reference in outcomes.into_iter().map(Result::unwrap) {
        shown.extend(world.users.shown_recovery_codes(&current, &reference).await.unwrap());
    }
    assert_eq!(shown.len(), 10, "only the set that counts is shown");
    world.users.prove_by_recovery_code(&current, &typed(&shown[3]), &visitor()).await.unwrap();
}

#[tokio::test]
async fn no_code_can_be_read_in_the_store() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;

    let codes = made(&world, &current).await;

    let user = current.user.id;
    let kept = world.store.credentials_of(&user, Some(CredentialKind::RECOVERY_CODE)).await.unwrap();
    let rows = format!("{:?} {kept:?}", world.store.inner());
    for code in codes.iter().map(RecoveryCode::grouped) {
        for form in [code.clone(), code.replace('-', ""), code.to_lowercase()] {
            assert!(!rows.contains(&form));
        }
    }
}

#[tokio::test]
async fn codes_that_a_thief_made_go_when_the_account_is_taken_back() {
    let world = world();
    world.member("ada").await;
    world.after(30 * DAY);
    let current = world.current("ada").await;
    let codes = made(&world, &current).await;
    let link = world.link_for("ada").await;

    world.users.undo_email_change(&link, &visitor()).await.unwrap();

    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 0);
    let again = world.users.prove_by_recovery_code(&current, &typed(&codes[0]), &visitor()).await;
    assert!(again.is_err());
}

#[tokio::test]
async fn nobody_makes_codes_for_an_account_that_waits_for_its_owner() {
    let world = World::with(|settings| {
        settings.features.recovery_codes = true;
        settings.sign_in.before_confirmation = true;
    });
    world.newcomer("ada").await;
    let current = world.current("ada").await;

    let outcome = world.users.make_recovery_codes(&current, &visitor()).await;

    assert!(matches!(outcome, Err(MakeRecoveryCodesError::Unconfirmed)));
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 0);
}
