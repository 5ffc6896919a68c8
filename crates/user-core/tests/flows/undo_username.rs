//! "This was not me" about a username: the one from before comes back.

use user_core::domain::EventKind;
use user_core::flows::UndoEmailChangeError;
use user_core::settings::Identifiers;

use crate::world::{
    DAY, HOUR, OTHER_PASSWORD, PASSWORD, World, new_password, password_change, rename, visitor,
};

/// Ada, whose cookie a thief has copied.
async fn member() -> World {
    let world = World::identified_by(Identifiers::UsernameAndEmail);
    world.member("ada").await;
    world.after(30 * DAY);
    world
}

async fn renamed(world: &World, from: &str, to: &str) -> String {
    let current = world.current(from).await;
    world.users.change_username(&current, &rename(to, PASSWORD), &visitor()).await.unwrap();
    world.after(HOUR);
    world.link_for("ada").await
}

#[tokio::test]
async fn the_username_from_before_comes_back_whichever_link_the_owner_opens() {
    for pressed in 0..3 {
        let world = member().await;
        let mut links =
            vec![renamed(&world, "ada", "mallory").await, renamed(&world, "mallory", "trudy").await];
        let current = world.current("trudy").await;
        let form = password_change(PASSWORD, OTHER_PASSWORD);
        world.users.change_password(&current, &form, &visitor()).await.unwrap();
        links.push(world.link_for("ada").await);
        world.forget_the_past();

        let undone = world.users.undo_email_change(&links[pressed], &visitor()).await.unwrap();

        assert!(world.told.kinds().contains(&EventKind::USERNAME_CHANGED), "{pressed}");
        let form = new_password("quite another one 7");
        world.users.reset_password(&undone.reset_link, &form, &visitor()).await.unwrap();
        assert!(world.sign_in("ada", "quite another one 7").await.is_ok(), "{pressed}");
        assert!(world.users.find_user("trudy").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_username_that_nobody_changed_stays() {
    let world = member().await;
    let current = world.current("ada").await;
    let form = password_change(PASSWORD, OTHER_PASSWORD);
    world.users.change_password(&current, &form, &visitor()).await.unwrap();
    let link = world.link_for("ada").await;
    world.forget_the_past();

    world.users.undo_email_change(&link, &visitor()).await.unwrap();

    assert_eq!(world.told.kinds(), [EventKind::EMAIL_CHANGE_UNDONE]);
    assert!(world.users.find_user("ada").await.unwrap().is_some());
}

#[tokio::test]
async fn a_username_that_is_not_kept_any_more_does_not_come_back() {
    let world = member().await;
    let link = renamed(&world, "ada", "mallory").await;
    world.after(7 * DAY);

    let refused = world.users.undo_email_change(&link, &visitor()).await;

    assert!(matches!(refused, Err(UndoEmailChangeError::Link(_))), "{refused:?}");
    assert!(world.users.find_user("mallory").await.unwrap().is_some());
    assert!(world.users.find_user("ada").await.unwrap().is_none());
}
