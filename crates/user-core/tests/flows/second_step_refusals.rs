//! The second step of signing in: what does not pass it.

use user_core::domain::{EventKind, MailKind};
use user_core::flows::{SecondStepError, SecondStepForm, Visitor};

use crate::second_step::{begun, code, pass, typed, wrong};
use crate::totp::{set_up, world, wrong_code};
use crate::world::{
    INSTANT, MINUTE, OTHER_PASSWORD, PASSWORD, address, codes, device_of, password_change, visitor,
    visitor_from,
};

#[tokio::test]
async fn a_step_of_another_browser_is_none() {
    let world = world();
    world.member("ada").await;
    world.member("eve").await;
    let (_, app) = set_up(&world, "ada").await;
    set_up(&world, "eve").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    let (_, eves) = begun(&world, "eve", &visitor()).await;
    let form = typed(&pending, &code(&world, &app));
    let before = world.snapshot().await;

    for other in [&visitor(), &eves, &Visitor { browser: Some("nonsense".to_owned()), ..visitor() }] {
        assert!(world.users.second_step_of(&pending.step, other).await.unwrap().is_none());
        assert!(matches!(pass(&world, &form, other).await, Err(SecondStepError::Gone)));
    }
    assert_eq!(world.snapshot().await, before);
    pass(&world, &form, &browser).await.unwrap();
}

#[tokio::test]
async fn a_step_is_passed_once() {
    let world = world();
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();

    world.after(MINUTE);
    let again = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await;

    assert!(matches!(again, Err(SecondStepError::Gone)));
}

#[tokio::test]
async fn ten_minutes_after_the_first_proof_it_is_too_late() {
    let world = world();
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;

    world.after((10 * MINUTE).saturating_sub(INSTANT));
    assert!(world.users.second_step_of(&pending.step, &browser).await.unwrap().is_some());
    world.after(INSTANT);

    assert!(world.users.second_step_of(&pending.step, &browser).await.unwrap().is_none());
    let late = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await;
    assert!(matches!(late, Err(SecondStepError::Gone)));
}

#[tokio::test]
async fn two_tabs_of_one_browser_have_a_step_each() {
    let world = world();
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;

    let (first, browser) = begun(&world, "ada", &visitor()).await;
    let (second, same) = begun(&world, "ada", &browser).await;

    assert_eq!(browser.browser, same.browser);
    assert_ne!(first.step, second.step);
    pass(&world, &typed(&first, &code(&world, &app)), &same).await.unwrap();
    world.after(MINUTE);
    pass(&world, &typed(&second, &code(&world, &app)), &same).await.unwrap();
}

#[tokio::test]
async fn a_code_works_once_also_for_another_step_and_none_before_it_does() {
    let world = world();
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let earlier = code(&world, &app);
    world.after(MINUTE / 2);
    let shown = code(&world, &app);
    let (first, browser) = begun(&world, "ada", &visitor()).await;
    pass(&world, &typed(&first, &shown), &browser).await.unwrap();

    let (second, browser) = begun(&world, "ada", &visitor()).await;

    for used in [&shown, &earlier] {
        assert_eq!(codes(pass(&world, &typed(&second, used), &browser).await), ["totp_code.used"]);
    }
    world.after(MINUTE / 2);
    pass(&world, &typed(&second, &code(&world, &app)), &browser).await.unwrap();
}

#[tokio::test]
async fn a_code_is_good_one_step_around_now_unless_the_settings_are_stricter() {
    let world = world();
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let strict = world.restarted_with(|settings| settings.second_factor.tolerance = 0);
    let shown = code(&world, &app);
    let (pending, browser) = begun(&world, "ada", &visitor()).await;

    world.after(MINUTE / 2);
    assert_eq!(codes(pass(&strict, &typed(&pending, &shown), &browser).await), ["totp_code.wrong"]);
    pass(&world, &typed(&pending, &shown), &browser).await.unwrap();
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    let shown = code(&world, &app);
    world.after(MINUTE);
    assert_eq!(codes(pass(&world, &typed(&pending, &shown), &browser).await), ["totp_code.wrong"]);
}

#[tokio::test]
async fn five_wrong_codes_spoil_a_step() {
    let world = world();
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    let wrong = typed(&pending, &wrong_code(&world, &app));
    let nothing = SecondStepForm { totp_code: "12345".to_owned(), ..wrong.clone() };

    // What is no code costs no try.
    for _ in 0..9 {
        assert_eq!(codes(pass(&world, &nothing, &browser).await), ["totp_code.malformed"]);
    }
    for _ in 0..5 {
        assert_eq!(codes(pass(&world, &wrong, &browser).await), ["totp_code.wrong"]);
    }

    world.after(MINUTE);
    let right = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await;
    assert!(matches!(right, Err(SecondStepError::Gone)));
}

#[tokio::test]
async fn a_thousand_guesses_from_forty_clients_are_few_and_the_owner_signs_in_on_a_known_device() {
    let world = world();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    let known = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();
    let mut looked_at = 0;

    for round in 0..1_000 {
        let from = visitor_from(&format!("198.51.100.{}", round % 40));
        let (pending, browser) = begun(&world, "ada", &from).await;
        match pass(&world, &typed(&pending, &wrong_code(&world, &app)), &browser).await {
            Err(SecondStepError::Invalid(_)) => looked_at += 1,
            Err(SecondStepError::Throttled { .. }) => {}
            other => panic!("{other:?}"),
        }
    }

    assert_eq!(looked_at, 10, "ten in a row, and then slowly");
    let device = device_of(&known.signed_in, visitor());
    world.after(MINUTE);
    let (pending, browser) = begun(&world, "ada", &device).await;
    pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();
    assert_eq!(world.users.sessions(current.user.id).await.unwrap().len(), 3);
}

#[tokio::test]
async fn the_fifth_wrong_code_of_a_day_is_told_to_the_owner_once() {
    let world = world();
    world.member("ada").await;
    set_up(&world, "ada").await;
    let told = async || {
        let kinds = world.queued_kinds().await;
        kinds.iter().filter(|mail| **mail == (MailKind::SECOND_STEP_REFUSED, address("ada"))).count()
    };

    for _ in 0..4 {
        wrong(&world, "ada", &visitor()).await;
    }
    assert_eq!(told().await, 0);
    for _ in 0..4 {
        wrong(&world, "ada", &visitor_from("198.51.100.7")).await;
    }

    assert_eq!(told().await, 1);
    assert!(world.recorded().contains(&EventKind::SECOND_STEP_REFUSED));
}

#[tokio::test]
async fn a_password_that_is_changed_meanwhile_ends_the_step() {
    let world = world();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;

    let change = password_change(PASSWORD, OTHER_PASSWORD);
    world.users.change_password(&current, &change, &visitor()).await.unwrap();

    let outcome = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await;
    assert!(matches!(outcome, Err(SecondStepError::Gone)));
}

#[tokio::test]
async fn an_account_that_is_disabled_or_deleted_meanwhile_is_not_entered() {
    for delete in [false, true] {
        let world = world();
        let ada = world.member("ada").await;
        let (_, app) = set_up(&world, "ada").await;
        let (pending, browser) = begun(&world, "ada", &visitor()).await;

        if delete {
            world.users.delete_user(ada.id).await.unwrap();
        } else {
            world.disable("ada").await;
        }

        let outcome = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await;
        assert!(matches!(outcome, Err(SecondStepError::Gone)));
    }
}
