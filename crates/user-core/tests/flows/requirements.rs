//! Guards: the truth tables of Flask-User's `has_role`, `has_roles` and its decorators.

use user_core::domain::{Factor, Proof, Requirement, Unmet};
use user_core::flows::Current;
use user_core::ports::{Changes, SessionChange};

use crate::world::{HOUR, INSTANT, World};

const LENIENT: fn(&mut user_core::settings::Settings) = |s| s.sign_in.before_confirmation = true;

/// Somebody signed in, with these roles.
async fn confirmed(roles: &[&str]) -> (World, Current) {
    let world = World::new();
    world.member("ada").await;
    let current = with_roles(&world, roles).await;
    (world, current)
}

/// Somebody signed in before they confirmed, with these roles.
async fn unconfirmed(roles: &[&str]) -> (World, Current) {
    let world = World::with(LENIENT);
    world.newcomer("ada").await;
    let current = with_roles(&world, roles).await;
    (world, current)
}

async fn with_roles(world: &World, roles: &[&str]) -> Current {
    let id = world.user("ada").await.id;
    for role in roles {
        world.users.grant_role(id, role).await.unwrap();
    }
    world.current("ada").await
}

fn any(roles: &[&str]) -> Requirement {
    Requirement::any_role(roles.iter().copied())
}

fn all(roles: &[&str]) -> Requirement {
    Requirement::all_roles(roles.iter().copied())
}

fn ask(world: &World, requirement: &Requirement, current: &Current) -> Result<(), Unmet> {
    world.users.authorize(requirement, Some(current))
}

const REFUSED: Result<(), Unmet> = Err(Unmet::NotAllowed);

#[tokio::test]
async fn s003_s115_nobody_signed_in_is_refused_by_every_guard_before_anything_else_is_asked() {
    let world = World::new();
    let requirements = [
        Requirement::signed_in(),
        Requirement::role("a"),
        any(&["a", "b"]),
        all(&["a", "b"]),
        any(&[]),
        all(&[]),
        Requirement::ConfirmedEmail,
        Requirement::Fresh(HOUR),
        Requirement::role("a").not(),
        Requirement::signed_in().not(),
        Requirement::signed_in().or(Requirement::role("a").not()),
    ];

    for requirement in requirements {
        assert_eq!(world.users.authorize(&requirement, None), Err(Unmet::NotSignedIn), "{requirement:?}");
    }
}

#[tokio::test]
async fn s008_s109_without_roles_no_list_of_roles_is_met() {
    let (world, ada) = confirmed(&[]).await;

    for roles in [&["a"][..], &["a", "b"], &["a", "b", "c"]] {
        assert_eq!(ask(&world, &any(roles), &ada), REFUSED);
        assert!(!ada.user.has_any_role(roles));
    }
    assert_eq!(ask(&world, &Requirement::signed_in(), &ada), Ok(()));
}

#[tokio::test]
async fn s110_s111_any_of_several_roles_is_enough() {
    let (world, one) = confirmed(&["a"]).await;
    let (other_world, two) = confirmed(&["a", "b"]).await;

    for (roles, met) in [
        (&["a"][..], true),
        (&["x", "a"], true),
        (&["a", "x", "y"], true),
        (&["x"], false),
        (&["x", "y"], false),
    ] {
        assert_eq!(ask(&world, &any(roles), &one).is_ok(), met, "{roles:?}");
        assert_eq!(ask(&other_world, &any(roles), &two).is_ok(), met, "{roles:?}");
        assert_eq!(two.user.has_any_role(roles), met);
    }
    assert_eq!(ask(&other_world, &any(&["x", "b"]), &two), Ok(()));
    assert_eq!(ask(&world, &any(&["x", "b"]), &one), REFUSED);
}

#[tokio::test]
async fn s112_s113_s114_all_of_several_roles_means_every_one() {
    let cases: [(&[&str], &[&str], bool); 10] = [
        (&[], &["a"], false),
        (&[], &["a", "b"], false),
        (&["a"], &["a"], true),
        (&["a"], &["b"], false),
        (&["a"], &["a", "b"], false),
        (&["a", "b"], &["a", "b"], true),
        (&["a", "b"], &["b", "a"], true),
        (&["a", "b"], &["b"], true),
        (&["a", "b"], &["a", "b", "x"], false),
        (&["a", "b"], &["x"], false),
    ];

    for (held, asked, met) in cases {
        let (world, ada) = confirmed(held).await;
        assert_eq!(ask(&world, &all(asked), &ada).is_ok(), met, "{held:?} {asked:?}");
        assert_eq!(ada.user.has_all_roles(asked), met);
    }
}

#[tokio::test]
async fn s009_s010_secret_and_either_sauce_or_agent() {
    let special = || Requirement::role("secret").and(any(&["sauce", "agent"]));
    let cases: [(&[&str], bool); 6] = [
        (&["secret", "agent"], true),
        (&["secret", "sauce"], true),
        (&["secret", "sauce", "agent"], true),
        (&["secret"], false),
        (&["sauce", "agent"], false),
        (&[], false),
    ];

    for (held, met) in cases {
        let (world, ada) = confirmed(held).await;
        assert_eq!(ask(&world, &special(), &ada).is_ok(), met, "{held:?}");
        assert_eq!(ask(&world, &Requirement::signed_in(), &ada), Ok(()));
    }
}

#[tokio::test]
async fn no_requirement_at_all_lets_nobody_in() {
    let (world, ada) = confirmed(&["a"]).await;

    for empty in [any(&[]), all(&[]), Requirement::All(vec![]), Requirement::Any(vec![])] {
        assert_eq!(ask(&world, &empty, &ada), REFUSED);
        assert_eq!(ask(&world, &empty.and(Requirement::signed_in()), &ada), REFUSED);
    }
    assert!(!ada.user.has_any_role(&[]) && !ada.user.has_all_roles(&[]));
}

#[tokio::test]
async fn roles_are_compared_exactly() {
    let (world, ada) = confirmed(&["admin"]).await;

    for near in ["Admin", "admin ", "admi", "admin2", "a%", ""] {
        assert_eq!(ask(&world, &Requirement::role(near), &ada), REFUSED, "{near:?}");
    }
    assert_eq!(ask(&world, &Requirement::role("admin"), &ada), Ok(()));
}

#[tokio::test]
async fn not_means_signed_in_and_without() {
    let (world, ada) = confirmed(&["guest"]).await;

    assert_eq!(ask(&world, &Requirement::role("guest").not(), &ada), REFUSED);
    assert_eq!(ask(&world, &Requirement::role("admin").not(), &ada), Ok(()));
    assert_eq!(ask(&world, &Requirement::role("guest").not().not(), &ada), Ok(()));
    assert_eq!(ask(&world, &Requirement::signed_in().not(), &ada), REFUSED);
}

#[tokio::test]
async fn fresh_means_that_the_password_was_proven_lately() {
    let (world, ada) = confirmed(&[]).await;
    let fresh = Requirement::Fresh(HOUR);

    world.after(HOUR);
    assert_eq!(ask(&world, &fresh, &ada), Ok(()));
    world.after(INSTANT);
    assert_eq!(ask(&world, &fresh, &ada), Err(Unmet::NotFresh));
    assert_eq!(ask(&world, &fresh, &world.current("ada").await), Ok(()));
}

#[tokio::test]
async fn of_several_reasons_the_one_that_nothing_here_can_change_is_told_first() {
    let (world, ada) = unconfirmed(&[]).await;
    world.after(2 * HOUR);
    let (fresh, email, role) =
        (Requirement::Fresh(HOUR), Requirement::ConfirmedEmail, Requirement::role("admin"));

    let every = Requirement::All(vec![fresh.clone(), email.clone(), role.clone()]);
    assert_eq!(ask(&world, &every, &ada), REFUSED);
    assert_eq!(ask(&world, &fresh.clone().and(email.clone()), &ada), Err(Unmet::EmailNotConfirmed));
    // Of several ways in, the nearest.
    assert_eq!(ask(&world, &Requirement::Any(vec![role, email, fresh]), &ada), Err(Unmet::NotFresh));
}

/// Where people may not sign in before they confirm, nobody unconfirmed is ever signed in: see
/// `s116_an_unconfirmed_user_is_not_signed_in_where_that_is_not_allowed`. Where they may, guards can ask.
#[tokio::test]
async fn s116_s117_an_unconfirmed_user_passes_only_guards_that_ask_for_no_confirmed_address() {
    let (world, ada) = unconfirmed(&["a", "b"]).await;

    for requirement in [Requirement::signed_in(), any(&["a", "b"]), all(&["a", "b"])] {
        assert_eq!(ask(&world, &requirement, &ada), Ok(()));
        let strict = requirement.and(Requirement::ConfirmedEmail);
        assert_eq!(ask(&world, &strict, &ada), Err(Unmet::EmailNotConfirmed));
    }
}

#[tokio::test]
async fn s118_s119_an_unconfirmed_users_roles_count() {
    let cases: [(&[&str], bool, bool); 4] =
        [(&[], false, false), (&["a"], true, false), (&["b"], true, false), (&["a", "b"], true, true)];

    for (held, any_met, all_met) in cases {
        let (world, ada) = unconfirmed(held).await;
        assert_eq!(ask(&world, &any(&["a", "b"]), &ada).is_ok(), any_met, "{held:?}");
        assert_eq!(ask(&world, &all(&["a", "b"]), &ada).is_ok(), all_met, "{held:?}");
    }
}

#[tokio::test]
async fn s120_for_a_confirmed_user_asking_for_a_confirmed_address_changes_nothing() {
    let cases: [(&[&str], bool, bool); 4] =
        [(&[], false, false), (&["a"], true, false), (&["b"], true, false), (&["a", "b"], true, true)];

    for (held, any_met, all_met) in cases {
        let (world, ada) = confirmed(held).await;
        for (requirement, met) in [(any(&["a", "b"]), any_met), (all(&["a", "b"]), all_met)] {
            assert_eq!(ask(&world, &requirement, &ada).is_ok(), met, "{held:?}");
            let strict = requirement.and(Requirement::ConfirmedEmail);
            assert_eq!(ask(&world, &strict, &ada).is_ok(), met, "{held:?}");
        }
    }
}

#[tokio::test]
async fn a_role_counts_and_stops_counting_from_the_next_page_on() {
    let world = World::new();
    let ada = world.member("ada").await;
    let cookie = world.signed_in("ada").await.cookie;
    let admin = Requirement::role("admin");

    world.users.grant_role(ada.id, "admin").await.unwrap();
    assert_eq!(ask(&world, &admin, &world.visit(&cookie).await.unwrap()), Ok(()));

    world.users.revoke_role(ada.id, "admin").await.unwrap();
    assert_eq!(ask(&world, &admin, &world.visit(&cookie).await.unwrap()), REFUSED);
}

#[tokio::test]
async fn a_factor_is_proven_for_as_long_as_is_asked_and_no_other_stands_in_for_it() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let (password, code) = (Factor::PASSWORD, Factor::RECOVERY_CODE);
    let ask = async |requirement| ask(&world, &requirement, &world.visit(&signed_in.cookie).await.unwrap());

    assert_eq!(ask(Requirement::proven_by(code, HOUR)).await, Err(Unmet::NotFresh));
    assert_eq!(ask(Requirement::proven_by(password, HOUR)).await, Ok(()));
    world.after(HOUR);
    assert_eq!(ask(Requirement::proven_by(password, HOUR)).await, Ok(()));
    world.after(INSTANT);
    assert_eq!(ask(Requirement::proven_by(password, HOUR)).await, Err(Unmet::NotFresh));

    let proof = Proof { by: code, at: world.now() };
    world.write(Changes::none().with(SessionChange::Prove { id: signed_in.session.id, proof })).await;

    assert_eq!(ask(Requirement::proven_by(code, HOUR)).await, Ok(()));
    assert_eq!(ask(Requirement::proven_by(password, HOUR)).await, Err(Unmet::NotFresh));
    assert_eq!(ask(Requirement::Fresh(HOUR)).await, Ok(()), "any proof will do");
}
