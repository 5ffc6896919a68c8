//! Changing the username.

use user_core::domain::{EventKind, MailKind, Username};
use user_core::flows::{ChangeUsernameError, ChangeUsernameForm, Current, RegisterForm};
use user_core::ports::CommitError;
use user_core::settings::Identifiers;

use crate::world::{
    DAY, HOUR, INSTANT, OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, only_email, registration,
    rename, visitor,
};

async fn change(
    world: &World,
    current: &Current,
    form: &ChangeUsernameForm,
) -> Result<Username, ChangeUsernameError> {
    world.users.change_username(current, form, &visitor()).await
}

async fn assert_refused(world: &World, current: &Current, form: &ChangeUsernameForm, expected: &[&str]) {
    let before = world.snapshot().await;

    assert_eq!(codes(change(world, current, form).await), expected);

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn no_username_is_changed_where_that_is_off_or_where_there_are_none() {
    for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.features.change_username = Some(false);
        });
        world.member("ada").await;
        let current = world.current("ada").await;
        let before = world.snapshot().await;

        let outcome = change(&world, &current, &rename("lovelace", PASSWORD)).await;

        assert!(matches!(outcome, Err(ChangeUsernameError::Off)));
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn a_sign_in_too_long_ago_must_be_repeated_first() {
    for (age, fresh) in [(HOUR, true), (HOUR + INSTANT, false)] {
        let world = World::with(|settings| settings.lifetimes.fresh = HOUR);
        world.member("ada").await;
        let current = world.current("ada").await;
        world.after(age);

        let outcome = change(&world, &current, &rename("lovelace", PASSWORD)).await;

        assert_eq!(outcome.is_ok(), fresh);
        assert_eq!(matches!(outcome, Err(ChangeUsernameError::NotFresh)), !fresh);
        assert_eq!(world.user(if fresh { "lovelace" } else { "ada" }).await.id, current.user.id);
    }
}

#[tokio::test]
async fn s039_s040_the_new_username_must_be_there_long_enough_and_of_plain_characters() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let cases = [
        ("", "username.required"),
        ("  ", "username.required"),
        ("us", "username.too_short"),
        ("a b c", "username.bad_characters"),
        ("ada@example.com", "username.bad_characters"),
        ("admin", "username.reserved"),
        ("abcdefghijklmnopqrstuvwxyz1234567", "username.too_long"),
    ];

    for (username, code) in cases {
        assert_refused(&world, &current, &rename(username, PASSWORD), &[code]).await;
    }
}

#[tokio::test]
async fn s041_a_username_of_another_is_refused_in_any_case_also_a_pending_ones() {
    let world = World::new();
    world.member("ada").await;
    world.member("bob").await;
    world.newcomer("eve").await;
    let current = world.current("ada").await;

    for username in ["bob", "BOB", "eve"] {
        assert_refused(&world, &current, &rename(username, PASSWORD), &["username.taken"]).await;
    }
}

#[tokio::test]
async fn s042_s043_the_old_password_must_be_there_and_right() {
    let world = World::new();
    world.member("ada").await;
    world.member("bob").await;
    let current = world.current("ada").await;

    assert_refused(&world, &current, &rename("lovelace", ""), &["old_password.required"]).await;
    assert_refused(&world, &current, &rename("lovelace", OTHER_PASSWORD), &["old_password.wrong"]).await;
    // Whether a name is taken is told only to whoever proved the password.
    assert_refused(&world, &current, &rename("bob", OTHER_PASSWORD), &["old_password.wrong"]).await;
    assert_refused(&world, &current, &rename("", ""), &["username.required", "old_password.required"]).await;
}

#[tokio::test]
async fn guesses_at_the_password_are_throttled_together_with_those_on_other_pages() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    for _ in 0..5 {
        let _ = change(&world, &current, &rename("lovelace", "wrong")).await;
    }
    let (before, verifications) = (world.snapshot().await, world.hasher.verifications());

    let outcome = change(&world, &current, &rename("lovelace", PASSWORD)).await;
    assert!(matches!(outcome, Err(ChangeUsernameError::Throttled { retry_after }) if !retry_after.is_zero()));
    let form = crate::world::password_change(PASSWORD, OTHER_PASSWORD);
    assert!(world.users.change_password(&current, &form, &visitor()).await.is_err());
    assert_eq!((world.snapshot().await, world.hasher.verifications()), (before, verifications));
}

#[tokio::test]
async fn s065_s103_the_new_username_is_kept_and_the_old_one_is_free_where_nothing_is_taken_back() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.mails.username_changed = false;
        });
        let ada = world.member("ada").await;
        let current = world.current("ada").await;

        let username = change(&world, &current, &rename(" Lovelace ", PASSWORD)).await.unwrap();

        assert_eq!(username.as_str(), "Lovelace");
        let after = world.user("lovelace").await;
        assert_eq!((after.id, after.username.unwrap().as_str()), (ada.id, "Lovelace"));
        assert_eq!(world.told.kinds(), [EventKind::USERNAME_CHANGED]);
        assert!(world.sign_in("lovelace", PASSWORD).await.is_ok());
        assert!(world.sign_in("ada", PASSWORD).await.is_err());
        assert!(world.users.find_user("ada").await.unwrap().is_none());
        let newcomer = RegisterForm { email: address("newcomer"), ..registration("ada") };
        assert!(world.register(&newcomer).await.is_ok());
    }
}

/// A username that a mailed link can bring back is nobody else's until that link expires, whoever changed it.
#[tokio::test]
async fn a_former_username_is_kept_from_others_for_as_long_as_the_change_can_be_taken_back() {
    for by_administrator in [false, true] {
        let world = World::identified_by(Identifiers::UsernameAndEmail);
        let ada = world.member("ada").await;
        let bob = world.member("bob").await;
        if by_administrator {
            world.users.rename_user(ada.id, "Lovelace").await.unwrap();
        } else {
            let current = world.current("ada").await;
            change(&world, &current, &rename("Lovelace", PASSWORD)).await.unwrap();
        }
        let newcomer = RegisterForm { email: address("newcomer"), ..registration("ADA") };

        assert_eq!(codes(world.register(&newcomer).await), ["username.taken"]);
        let bobs = world.current("bob").await;
        assert_eq!(codes(change(&world, &bobs, &rename("ada", PASSWORD)).await), ["new_username.taken"]);
        assert!(world.users.rename_user(bob.id, "ada").await.is_err());

        world.after(7 * DAY);
        assert!(world.register(&newcomer).await.is_ok());
    }
}

#[tokio::test]
async fn the_owner_can_go_back_to_a_former_username() {
    let world = World::identified_by(Identifiers::UsernameAndEmail);
    world.member("ada").await;
    for name in ["lovelace", "ada", "lovelace"] {
        let who = if name == "ada" { "lovelace" } else { "ada" };
        let current = world.current(who).await;
        assert_eq!(change(&world, &current, &rename(name, PASSWORD)).await.unwrap().as_str(), name);
    }
}

/// Nobody sets many names aside by changing their own often.
#[tokio::test]
async fn of_many_former_usernames_the_earliest_four_are_kept() {
    let world = World::identified_by(Identifiers::UsernameAndEmail);
    let ada = world.member("ada").await;
    for number in 1..=6 {
        world.users.rename_user(ada.id, &format!("name{number}")).await.unwrap();
        world.after(HOUR);
    }

    let taken = async |name: &str| {
        let form = RegisterForm { email: address(&format!("n{name}")), ..registration(name) };
        world.register(&form).await.is_err()
    };
    for (name, expected) in
        [("ada", true), ("name1", true), ("name2", true), ("name3", true), ("name4", false), ("name5", false)]
    {
        assert_eq!(taken(name).await, expected, "{name}");
    }
}

#[tokio::test]
async fn sessions_stay_signed_in_under_the_new_name() {
    let world = World::new();
    world.member("ada").await;
    let other = world.signed_in("ada").await;
    let current = world.current("ada").await;

    change(&world, &current, &rename("lovelace", PASSWORD)).await.unwrap();

    let visit = world.visit(&other.cookie).await.unwrap();
    assert_eq!(visit.user.username.unwrap().as_str(), "lovelace");
}

#[tokio::test]
async fn a_change_of_nothing_but_capitals_is_allowed() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;

    change(&world, &current, &rename("ADA", PASSWORD)).await.unwrap();

    assert_eq!(world.user("ada").await.username.unwrap().as_str(), "ADA");
    assert_eq!(world.queued().await.len(), 1);
}

#[tokio::test]
async fn a_change_to_the_same_name_changes_nothing_and_tells_nobody() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    let username = change(&world, &current, &rename("ada", PASSWORD)).await.unwrap();

    assert_eq!(username.as_str(), "ada");
    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
    assert_refused(&world, &current, &rename("ada", OTHER_PASSWORD), &["old_password.wrong"]).await;
}

#[tokio::test]
async fn the_owner_is_told_at_the_primary_address_unless_that_is_off() {
    for on in [true, false] {
        let world = World::with(|settings| settings.mails.username_changed = on);
        let ada = world.member("ada").await;
        let current = world.current("ada").await;

        change(&world, &current, &rename("lovelace", PASSWORD)).await.unwrap();

        let expected = on.then(|| (MailKind::USERNAME_CHANGED, only_email(&ada).address.to_string()));
        assert_eq!(world.queued_kinds().await, Vec::from_iter(expected));
        if let Some(mail) = world.queued().await.first() {
            assert_eq!(mail.details.name.as_deref(), Some("ada"));
            assert_eq!(mail.details.new_username.as_deref(), Some("lovelace"));
        }
    }
}

#[tokio::test]
async fn where_there_are_no_addresses_nobody_is_mailed() {
    let world = World::identified_by(Identifiers::Username);
    world.member("ada").await;
    let current = world.current("ada").await;

    change(&world, &current, &rename("lovelace", PASSWORD)).await.unwrap();

    assert!(world.queued().await.is_empty());
}

#[tokio::test]
async fn a_user_who_was_disabled_or_given_another_password_meanwhile_changes_nothing() {
    let world = World::new();
    let ada = world.member("ada").await;
    let thief = world.current("ada").await;
    world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap();
    let before = world.snapshot().await;
    let outcome = change(&world, &thief, &rename("thief", PASSWORD)).await;
    assert!(matches!(outcome, Err(ChangeUsernameError::NotFresh)));
    assert_eq!(world.snapshot().await, before);

    world.disable("ada").await;
    let before = world.snapshot().await;
    let outcome = change(&world, &thief, &rename("thief", PASSWORD)).await;
    assert!(matches!(outcome, Err(ChangeUsernameError::Gone)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_change_goes_through_when_the_account_changed_in_another_way_meanwhile() {
    let world = World::new();
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    world.users.grant_role(ada.id, "editor").await.unwrap();

    change(&world, &current, &rename("lovelace", PASSWORD)).await.unwrap();

    assert!(world.user("lovelace").await.has_role("editor"));
}

#[tokio::test]
async fn an_account_that_keeps_changing_is_a_failure() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    for _ in 0..4 {
        world.store.refuse_next_commit(CommitError::Stale);
    }

    let outcome = change(&world, &current, &rename("lovelace", PASSWORD)).await;

    assert!(matches!(outcome, Err(ChangeUsernameError::Failed(_))));
    assert!(world.found("lovelace").await.is_none());
}

#[tokio::test]
async fn a_pending_user_who_signed_in_before_confirming_may_change_it_too() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    let ada = world.newcomer("ada").await;
    world.deliver().await;
    let current = world.current("ada").await;
    world.users.grant_role(ada.id, "editor").await.unwrap();

    change(&world, &current, &rename("lovelace", PASSWORD)).await.unwrap();

    assert_eq!(world.users.find_user("lovelace").await.unwrap().unwrap().id, ada.id);
    // The address is not proven: nothing is told to it.
    assert!(world.queued().await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_want_one_name_at_once_one_gets_it() {
    for round in 0..10 {
        let world = World::crowded();
        let mut members = Vec::new();
        for index in 0..16 {
            let name = format!("member-{index}");
            world.member(&name).await;
            members.push(world.current(&name).await);
        }

        let outcomes = at_once(&world, 16, |caller| {
            let (users, current) = (world.users.clone(), members[caller].clone());
            async move { users.change_username(&current, &rename("lovelace", PASSWORD), &visitor()).await }
        })
        .await;

        let taken = |refusal: ChangeUsernameError| match refusal {
            ChangeUsernameError::Invalid(violations) => violations.codes() == ["username.taken"],
            _ => false,
        };
        let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!(won.len(), 1, "{round}");
        assert!(lost.into_iter().filter_map(Result::err).all(taken), "{round}");
    }
}
