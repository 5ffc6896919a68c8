//! Trusted devices: browsers that are not asked for a second step.

use user_core::domain::{EventKind, Factor, TotpSecret};
use user_core::flows::{Admission, SecondStepForm, Visitor};

use crate::second_step::{begun, code, pass, typed};
use crate::totp::{self, set_up};
use crate::world::{DAY, OTHER_PASSWORD, PASSWORD, World, credentials, password_change, visitor};

fn world() -> World {
    World::with(|settings| {
        settings.features.totp = true;
        settings.second_factor.trust_device = 30 * DAY;
    })
}

/// Signs in and trusts the browser.
async fn trusting(world: &World, name: &str, app: &TotpSecret) -> Visitor {
    let (pending, browser) = begun(world, name, &visitor()).await;
    let form = SecondStepForm { trust_device: true, ..typed(&pending, &code(world, app)) };
    let passed = pass(world, &form, &browser).await.unwrap();
    Visitor { trusted: passed.trusted, ..browser }
}

/// Whether the password is enough.
async fn is_enough(world: &World, name: &str, password: &str, visitor: &Visitor) -> bool {
    let admission = world.users.sign_in(&credentials(name, password), visitor).await.unwrap();
    matches!(admission, Admission::SignedIn(_))
}

#[tokio::test]
async fn no_device_is_trusted_unless_the_settings_and_its_user_say_so() {
    for (is_on, wishes) in [(false, true), (true, false)] {
        let world = if is_on { world() } else { totp::world() };
        world.member("ada").await;
        let (_, app) = set_up(&world, "ada").await;
        let (pending, browser) = begun(&world, "ada", &visitor()).await;
        let form = SecondStepForm { trust_device: wishes, ..typed(&pending, &code(&world, &app)) };

        assert_eq!(pass(&world, &form, &browser).await.unwrap().trusted, None);
    }
}

#[tokio::test]
async fn a_trusted_device_asks_for_no_second_step_until_its_time_is_over() {
    let world = world();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let here = trusting(&world, "ada", &app).await;

    let admission = world.users.sign_in(&credentials("ada", PASSWORD), &here).await.unwrap();
    let Admission::SignedIn(signed_in) = admission else { panic!("a second step is asked for") };
    assert!(signed_in.session.proofs.at(Factor::TRUSTED_DEVICE).is_some());
    assert!(signed_in.session.has_second_factor());
    assert!(!is_enough(&world, "ada", PASSWORD, &visitor()).await, "any other browser");
    // Whoever is signed in and proves who they are again proves all of it.
    let again = Visitor { session: Some(signed_in.session.id), ..here.clone() };
    assert!(!is_enough(&world, "ada", PASSWORD, &again).await);
    let listed = world.users.trusted_devices(&current, &here).await.unwrap();
    assert_eq!(listed.iter().map(|device| device.is_here).collect::<Vec<_>>(), [true]);

    world.after(30 * DAY);
    assert!(!is_enough(&world, "ada", PASSWORD, &here).await);
    assert!(world.users.trusted_devices(&current, &here).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_mark_of_a_device_is_good_for_its_user_alone() {
    let world = world();
    world.member("ada").await;
    world.member("eve").await;
    let (_, app) = set_up(&world, "ada").await;
    set_up(&world, "eve").await;

    let here = trusting(&world, "ada", &app).await;

    assert!(!is_enough(&world, "eve", PASSWORD, &here).await);
    let nonsense = Visitor { trusted: Some("nonsense".to_owned()), ..visitor() };
    assert!(!is_enough(&world, "ada", PASSWORD, &nonsense).await);
}

#[tokio::test]
async fn a_device_is_forgotten_by_its_user_alone() {
    let world = world();
    world.member("ada").await;
    world.member("eve").await;
    let (current, app) = set_up(&world, "ada").await;
    let (eve, _) = set_up(&world, "eve").await;
    let here = trusting(&world, "ada", &app).await;
    let id = world.users.trusted_devices(&current, &here).await.unwrap()[0].id;

    world.users.forget_device(&eve, id, &visitor()).await.unwrap();
    assert!(is_enough(&world, "ada", PASSWORD, &here).await);
    world.forget_the_past();
    for _ in 0..2 {
        world.users.forget_device(&current, id, &visitor()).await.unwrap();
    }

    assert!(!is_enough(&world, "ada", PASSWORD, &here).await);
    assert_eq!(world.told.kinds(), [EventKind::DEVICE_FORGOTTEN]);
}

#[tokio::test]
async fn a_change_of_password_or_factors_ends_every_trust() {
    for act in 0..4 {
        let world = world();
        let ada = world.member("ada").await;
        let (current, app) = set_up(&world, "ada").await;
        let here = trusting(&world, "ada", &app).await;
        let mut password = PASSWORD;

        match act {
            0 => {
                let change = password_change(PASSWORD, OTHER_PASSWORD);
                world.users.change_password(&current, &change, &visitor()).await.unwrap();
                password = OTHER_PASSWORD;
            }
            1 => {
                world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap();
                password = OTHER_PASSWORD;
            }
            2 => world.users.end_sessions(ada.id).await.unwrap(),
            _ => {
                let (reference, secret) = totp::begun(&world, &current).await;
                let form = totp::typed(&world, &reference, &secret);
                world.users.set_up_totp(&current, &form, &visitor()).await.unwrap();
            }
        }

        assert!(!is_enough(&world, "ada", password, &here).await, "{act}");
    }
}
