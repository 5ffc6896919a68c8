//! A second factor that is required: for a role, or for everybody, after a grace.

use user_core::domain::{Requirement, Unmet};
use user_core::flows::Current;
use user_core::settings::Settings;

use crate::second_step::{begun, code, pass, typed};
use crate::totp::set_up;
use crate::world::{DAY, INSTANT, World, visitor};

fn asks(world: &World, current: &Current) -> Result<(), Unmet> {
    world.users.authorize(&Requirement::SignedIn, Some(current))
}

fn world(change: impl FnOnce(&mut Settings)) -> World {
    World::with(|settings| {
        settings.features.totp = true;
        change(settings);
    })
}

type Rule = fn(&mut Settings);

#[tokio::test]
async fn a_required_second_factor_is_asked_for_by_every_guard_once_the_grace_is_over() {
    let for_admins = |s: &mut Settings| s.second_factor.required_for_roles = vec!["admin".to_owned()];
    let for_all = |s: &mut Settings| s.second_factor.required_for_everybody = true;
    let rules: [(Rule, bool, bool); 3] =
        [(|_| {}, false, false), (for_admins, true, false), (for_all, true, true)];
    for (rule, of_admins, of_members) in rules {
        let world = world(rule);
        for (name, is_asked) in [("admin", of_admins), ("member", of_members)] {
            let user = world.member(name).await;
            if name == "admin" {
                world.users.grant_role(user.id, "admin").await.unwrap();
            }
            let early = world.current(name).await;
            assert_eq!(asks(&world, &early), Ok(()), "the grace");
            world.after((7 * DAY).saturating_sub(INSTANT));
            assert_eq!(asks(&world, &world.current(name).await), Ok(()));
            world.after(INSTANT);
            let wanted = if is_asked { Err(Unmet::NoSecondFactor) } else { Ok(()) };
            let current = world.current(name).await;
            assert_eq!(asks(&world, &current), wanted, "{name}");
            // Not being allowed comes first: nothing that they set up would change it.
            let never = Requirement::role("owner");
            assert_eq!(world.users.authorize(&never, Some(&current)), Err(Unmet::NotAllowed));

            let (current, app) = set_up(&world, name).await;
            assert_eq!(asks(&world, &current), Ok(()));
            let (pending, browser) = begun(&world, name, &visitor()).await;
            let passed = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();
            let current = world.visit(&passed.signed_in.cookie).await.unwrap();
            assert_eq!(asks(&world, &current), Ok(()));
        }
    }
}

#[tokio::test]
async fn a_role_that_came_after_signing_in_counts_at_once() {
    let world = world(|s| s.second_factor.required_for_roles = vec!["admin".to_owned()]);
    let ada = world.member("ada").await;
    world.after(30 * DAY);
    let cookie = world.signed_in("ada").await.cookie;
    assert_eq!(asks(&world, &world.visit(&cookie).await.unwrap()), Ok(()));

    world.users.grant_role(ada.id, "admin").await.unwrap();

    assert_eq!(asks(&world, &world.visit(&cookie).await.unwrap()), Err(Unmet::NoSecondFactor));
}

#[tokio::test]
async fn older_accounts_have_their_grace_from_the_day_of_the_rule() {
    let world = world(|_| {});
    world.member("ada").await;
    world.after(30 * DAY);
    let day = world.now().date_naive() + chrono::Days::new(1);
    let ruled = world.restarted_with(|s| {
        s.second_factor.required_for_everybody = true;
        s.second_factor.required_from = Some(day);
        s.second_factor.grace = DAY;
    });
    let current = world.current("ada").await;

    assert_eq!(asks(&ruled, &current), Ok(()));
    world.after(DAY);
    assert_eq!(asks(&ruled, &current), Ok(()));
    world.after(DAY);
    assert_eq!(asks(&ruled, &current), Err(Unmet::NoSecondFactor));
}

#[tokio::test]
async fn an_app_may_ask_for_a_second_factor_on_single_pages() {
    let world = world(|_| {});
    world.member("ada").await;
    let current = world.current("ada").await;
    let asked = Requirement::second_factor();

    assert_eq!(world.users.authorize(&asked, None), Err(Unmet::NotSignedIn));
    assert_eq!(world.users.authorize(&asked, Some(&current)), Err(Unmet::NoSecondFactor));
    let (current, _) = set_up(&world, "ada").await;
    assert_eq!(world.users.authorize(&asked, Some(&current)), Ok(()));
}

#[test]
fn a_rule_without_effect_is_a_fault() {
    let faults = |change: fn(&mut Settings)| {
        let mut settings = Settings::default();
        change(&mut settings);
        settings.faults().into_iter().map(|fault| fault.setting).collect::<Vec<_>>()
    };

    assert_eq!(
        faults(|s| s.second_factor.required_for_everybody = true),
        ["second_factor.required_for_everybody"]
    );
    assert_eq!(faults(|s| s.second_factor.grace = DAY), ["second_factor.grace"]);
    assert_eq!(
        faults(|s| s.second_factor.tolerance = 2),
        ["second_factor.tolerance", "second_factor.tolerance"]
    );
}
