//! Taking back a change of the primary address.

use user_core::domain::EventKind;
use user_core::flows::{AddEmailForm, Current, LinkRefusal, UndoEmailChangeError};

use crate::change_email::{addresses, change, moved, now, wish};
use crate::world::{DAY, HOUR, OTHER_PASSWORD, PASSWORD, World, address, new_password, visitor};

#[tokio::test]
async fn an_undo_that_is_too_old_used_or_none_of_ours_is_refused() {
    let (world, user, undo) = moved().await;
    let refusal = async |link: &str| match world.users.undo_email_change(link, &visitor()).await {
        Err(UndoEmailChangeError::Link(refusal)) => refusal,
        other => panic!("{other:?}"),
    };

    assert_eq!(refusal("garbage").await, LinkRefusal::Invalid);
    world.forgot("new@example.com").await.unwrap();
    let reset = world.link_for("new").await;
    assert_eq!(refusal(&reset).await, LinkRefusal::Invalid);
    world.after(7 * DAY);
    assert_eq!(refusal(&undo).await, LinkRefusal::Expired);
    assert_eq!(addresses(&now(&world, &user).await), ["new@example.com"]);

    let (world, _, undo) = moved().await;
    world.users.undo_email_change(&undo, &visitor()).await.unwrap();
    let again = world.users.undo_email_change(&undo, &visitor()).await;
    assert!(matches!(again, Err(UndoEmailChangeError::Link(LinkRefusal::Used))), "{again:?}");
}

#[tokio::test]
async fn looking_at_an_undo_changes_nothing_and_names_the_address() {
    let (world, _, undo) = moved().await;
    let before = world.snapshot().await;

    assert_eq!(world.users.undone_email(&undo).await.unwrap().as_str(), "ada@example.com");
    assert!(world.users.undone_email("garbage").await.is_err());

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn an_undo_restores_the_address_ends_every_session_and_leads_to_a_new_password() {
    let (world, user, undo) = moved().await;
    let thief = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    world.forgot("new@example.com").await.unwrap();
    let thiefs_reset = world.link_for("new").await;
    world.forget_the_past();

    let undone = world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    let restored = now(&world, &user).await;
    assert_eq!(addresses(&restored), ["ada@example.com"]);
    assert!(restored.emails[0].primary && restored.emails[0].confirmed_at.is_some());
    assert!(world.visit(&thief.cookie).await.is_none());
    assert_eq!(world.told.kinds(), [EventKind::EmailChangeUndone]);
    world.users.reset_password(&thiefs_reset, &new_password(PASSWORD), &visitor()).await.unwrap_err();
    let reset = undone.reset_link.unwrap();
    world.users.reset_password(&reset, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap();
    world.sign_in("ada@example.com", OTHER_PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_undo_without_resets_by_mail_restores_the_address_all_the_same() {
    let (world, user, undo) = moved().await;
    let world = world.restarted_with(|settings| settings.features.forgot_password = Some(false));

    let undone = world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    assert!(undone.reset_link.is_none());
    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
}

#[tokio::test]
async fn a_second_change_does_not_bury_the_undo_of_the_first() {
    let (world, user, undo) = moved().await;
    let signed_in = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    let thief = Current { user: now(&world, &user).await, session: signed_in.session };
    change(&world, &thief, &wish("worse@example.com", PASSWORD)).await.unwrap();
    let link = world.link_for("worse").await;
    world.users.confirm_email(&link, None, &visitor()).await.unwrap();
    assert_eq!(addresses(&now(&world, &user).await), ["worse@example.com"]);

    world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
}

#[tokio::test]
async fn an_undo_keeps_the_addresses_that_were_proven_before_the_change() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    let ada = world.member("ada").await;
    for name in ["old", "evil"] {
        let current = world.current("ada").await;
        let current = Current { user: now(&world, &ada).await, ..current };
        let form = AddEmailForm { email: address(name) };
        world.users.add_email(&current, &form, &visitor()).await.unwrap();
        let link = world.link_for(name).await;
        world.users.confirm_email(&link, None, &visitor()).await.unwrap();
        world.after(HOUR);
    }
    let current = world.current("ada").await;
    let evil = now(&world, &ada).await.emails[2].id;
    let current = Current { user: now(&world, &ada).await, ..current };
    world.users.make_primary(&current, evil, &visitor()).await.unwrap();
    let undo = world.link_for("ada").await;
    let current = Current { user: now(&world, &ada).await, ..current };
    world.users.remove_email(&current, current.user.emails[0].id, &visitor()).await.unwrap();

    world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    let restored = now(&world, &ada).await;
    let mut held = addresses(&restored);
    held.sort_unstable();
    assert_eq!(held, ["ada@example.com", "old@example.com"]);
    assert_eq!(restored.primary_email().unwrap().address.as_str(), "ada@example.com");
}

#[tokio::test]
async fn an_undo_takes_no_address_from_somebody_who_has_proven_it_since() {
    let (world, user, undo) = moved().await;
    world.member("ada2").await;
    let world = world.restarted_with(|settings| settings.features.multiple_emails = true);
    let other = world.current("ada2").await;
    world.users.add_email(&other, &AddEmailForm { email: address("ada") }, &visitor()).await.unwrap();
    let link = world.link_for("ada").await;
    world.users.confirm_email(&link, None, &visitor()).await.unwrap();

    let outcome = world.users.undo_email_change(&undo, &visitor()).await;

    assert!(matches!(outcome, Err(UndoEmailChangeError::Link(LinkRefusal::Invalid))), "{outcome:?}");
    assert_eq!(addresses(&now(&world, &user).await), ["new@example.com"]);
}

/// The way back of a thief: after a change of the thief's own, an undo that was mailed to the thief's own address.
#[tokio::test]
async fn an_undo_spoils_the_undo_of_every_change_that_came_after() {
    let (world, user, undo) = moved().await;
    let signed_in = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    let thief = Current { user: now(&world, &user).await, session: signed_in.session };
    world.after(HOUR / 2);
    change(&world, &thief, &wish("worse@example.com", PASSWORD)).await.unwrap();
    world.users.confirm_email(&world.link_for("worse").await, None, &visitor()).await.unwrap();
    let thiefs_undo = world.link_for("new").await;
    world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    let outcome = world.users.undo_email_change(&thiefs_undo, &visitor()).await;

    assert!(matches!(outcome, Err(UndoEmailChangeError::Link(LinkRefusal::Used))), "{outcome:?}");
    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
}

#[tokio::test]
async fn an_undo_of_a_later_change_leaves_the_earlier_way_back() {
    let (world, user, undo) = moved().await;
    let signed_in = world.sign_in("new@example.com", PASSWORD).await.unwrap();
    let thief = Current { user: now(&world, &user).await, session: signed_in.session };
    world.after(HOUR / 2);
    change(&world, &thief, &wish("worse@example.com", PASSWORD)).await.unwrap();
    world.users.confirm_email(&world.link_for("worse").await, None, &visitor()).await.unwrap();
    let thiefs_undo = world.link_for("new").await;
    world.users.undo_email_change(&thiefs_undo, &visitor()).await.unwrap();

    world.users.undo_email_change(&undo, &visitor()).await.unwrap();

    assert_eq!(addresses(&now(&world, &user).await), ["ada@example.com"]);
}
