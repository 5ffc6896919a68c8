//! A lost second step, reset by an administrator.

use user_core::domain::{EventKind, MailKind};
use user_core::flows::Admission;

use crate::second_step::{begun, code, pass, typed};
use crate::totp::{self, set_up, world};
use crate::world::{DAY, INSTANT, PASSWORD, World, address, credentials, visitor};

/// Whether the password is enough.
async fn is_enough(world: &World) -> bool {
    let admission = world.users.sign_in(&credentials("ada", PASSWORD), &visitor()).await.unwrap();
    matches!(admission, Admission::SignedIn(_))
}

#[tokio::test]
async fn a_reset_of_the_second_step_waits_and_is_told() {
    let world = world();
    let ada = world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;

    let due = world.users.reset_second_step(ada.id, DAY).await.unwrap();

    assert_eq!(due, world.now() + DAY);
    assert!(world.told.kinds().contains(&EventKind::SECOND_STEP_RESET));
    assert!(world.queued_kinds().await.contains(&(MailKind::SECOND_STEP_RESET, address("ada"))));
    world.after(DAY.saturating_sub(INSTANT));
    assert!(!is_enough(&world).await);
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    world.after(INSTANT);
    assert!(is_enough(&world).await);
    assert!(pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.is_err());

    let current = world.current("ada").await;
    let (reference, secret) = totp::begun(&world, &current).await;
    let form = totp::typed(&world, &reference, &secret);
    world.users.set_up_totp(&current, &form, &visitor()).await.unwrap();
    let factors = world.users.factors_of(ada.id).await.unwrap();
    assert_eq!((factors.apps.len(), factors.reset_at), (1, None), "the lost one went");
    assert!(!is_enough(&world).await);
}

#[tokio::test]
async fn who_still_has_the_app_calls_the_reset_off() {
    let world = world();
    let ada = world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    world.users.reset_second_step(ada.id, DAY).await.unwrap();

    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();
    world.after(2 * DAY);

    assert_eq!(world.users.factors_of(ada.id).await.unwrap().reset_at, None);
    assert!(!is_enough(&world).await);
}
