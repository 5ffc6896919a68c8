//! Deleting users.

use std::time::Duration;

use user_core::domain::{Actor, EventKind, MailKind, PictureId, UserId};
use user_core::flows::AdministrationError;
use user_core::ports::{Changes, CommitError, PictureMaker, Pictures, Port, PortError, UserChange};
use user_testkit::{MemoryPictures, PlainPictureMaker};

use crate::claims::Account;
use crate::world::{DAY, INSTANT, PASSWORD, World, address, at_once, visitor};

const GRACE: Duration = Duration::from_hours(30 * 24);

#[tokio::test]
async fn a_deleted_user_is_gone_with_sessions_and_links_and_others_stay() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let (adas, bobs) = (world.signed_in("ada").await, world.signed_in("bob").await);
    world.reset_link_for("ada").await;

    world.users.acting("root").delete_user(ada.id).await.unwrap();

    assert!(world.found("ada").await.is_none());
    assert!(world.visit(&adas.cookie).await.is_none());
    assert!(world.visit(&bobs.cookie).await.is_some());
    assert!(world.sign_in("ada", PASSWORD).await.is_err());
    let events = world.users.events_of(ada.id, 1).await.unwrap();
    assert_eq!((events[0].kind, &events[0].actor), (EventKind::USER_DELETED, &Actor::administrator("root")));
    world.member("ada").await;
    assert!(matches!(world.users.delete_user(ada.id).await, Err(AdministrationError::Unknown)));
}

#[tokio::test]
async fn who_was_deleted_is_told_by_mail_unless_that_is_off_or_no_address_was_proven() {
    for (on, proven) in [(true, true), (false, true), (true, false)] {
        let world = World::with(|settings| settings.mails.account_deleted = on);
        let ada = if proven { world.member("ada").await } else { world.newcomer("ada").await };

        world.users.delete_user(ada.id).await.unwrap();

        let told = if on && proven { vec![(MailKind::ACCOUNT_DELETED, address("ada"))] } else { vec![] };
        assert_eq!(world.queued_kinds().await, told);
        world.deliver().await;
        assert!(world.queued().await.is_empty(), "it is sent although its reader is gone");
    }
}

#[tokio::test]
async fn the_picture_goes_with_its_user() {
    let pictures = MemoryPictures::new();
    let kept = pictures.clone();
    let world = World::built(|builder| builder.pictures(kept, PlainPictureMaker));
    let (ada, id) = (world.member("ada").await, PictureId::from_bytes([7; 16]));
    let picture = PlainPictureMaker.make(b"picture 1".to_vec(), 9).await.unwrap();
    pictures.put(id, &picture, world.now()).await.unwrap();
    world.write(Changes::none().with(UserChange::SetPicture(ada.id, Some(id)))).await;

    world.users.delete_user(ada.id).await.unwrap();

    assert_eq!(pictures.ids(), []);
}

#[tokio::test]
async fn a_row_of_the_app_that_refers_to_the_user_keeps_everything_as_it_was() {
    let world = World::new();
    let ada = world.member("ada").await;
    let before = world.snapshot().await;
    world.store.refuse_next_commit(CommitError::Failed(PortError::new(Port::Store, "fk_note_user")));

    assert!(matches!(world.users.delete_user(ada.id).await, Err(AdministrationError::Failed(_))));

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn a_scheduled_deletion_is_done_by_the_first_purge_after_the_grace() {
    let world = World::new();
    let ada = world.member("ada").await;
    let session = world.signed_in("ada").await;

    let due = world.users.schedule_deletion(ada.id, GRACE).await.unwrap();

    assert_eq!((due, world.user("ada").await.deletion_at), (world.now() + GRACE, Some(due)));
    assert_eq!(world.queued().await[0].details.due, Some(due));
    assert!(world.visit(&session.cookie).await.is_some(), "until then everything is as before");
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
    world.after(GRACE.checked_sub(INSTANT).unwrap());
    world.users.purge_expired().await.unwrap();
    assert!(world.found("ada").await.is_some());
    world.after(INSTANT);
    world.users.purge_expired().await.unwrap();
    assert!(world.found("ada").await.is_none());
    assert_eq!(world.users.events_of(ada.id, 1).await.unwrap()[0].kind, EventKind::USER_DELETED);
    let kinds: Vec<_> = world.queued_kinds().await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [MailKind::ACCOUNT_DELETED], "mails about the user went with them");
}

#[tokio::test]
async fn a_deletion_called_off_is_never_done() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.users.schedule_deletion(ada.id, GRACE).await.unwrap();

    for _ in 0..2 {
        world.users.cancel_deletion(ada.id).await.unwrap();
    }

    assert_eq!(world.told.kinds(), [EventKind::DELETION_SCHEDULED, EventKind::DELETION_CANCELLED]);
    let kinds: Vec<_> = world.queued_kinds().await.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [MailKind::DELETION_SCHEDULED, MailKind::DELETION_CANCELLED]);
    world.after(GRACE + DAY);
    world.users.purge_expired().await.unwrap();
    assert_eq!(world.user("ada").await.deletion_at, None);
}

#[tokio::test]
async fn a_purge_goes_on_past_a_user_who_cannot_be_deleted() {
    let world = World::new();
    let users = [world.member("ada").await, world.member("bob").await, world.member("eve").await];
    for user in &users[..2] {
        world.users.schedule_deletion(user.id, GRACE).await.unwrap();
    }
    world.after(GRACE);
    world.store.refuse_next_commit(CommitError::Failed(PortError::new(Port::Store, "fk_note_user")));

    world.users.purge_expired().await.unwrap();

    let left: Vec<UserId> = world.everybody().await.into_iter().map(|user| user.id).collect();
    assert_eq!(left, [users[0].id, users[2].id]);
    world.users.purge_expired().await.unwrap();
    assert!(world.found("ada").await.is_none(), "it stays due");
}

#[tokio::test]
async fn many_who_purge_at_once_delete_a_user_once() {
    let world = World::crowded();
    let ada = world.member("ada").await;
    world.users.schedule_deletion(ada.id, GRACE).await.unwrap();
    world.after(GRACE);
    world.told.clear();

    let gone = at_once(&world, 4, |_| {
        let users = world.users.clone();
        async move { users.purge_expired().await.unwrap() }
    })
    .await;

    assert_eq!(gone.iter().sum::<u64>(), 1);
    assert_eq!(world.told.kinds(), [EventKind::USER_DELETED]);
}

/// Whoever holds the account when its deletion is scheduled may not be its owner.
#[tokio::test]
async fn an_address_that_left_lately_is_told_of_a_deletion_and_so_is_who_takes_the_account_back() {
    let account = Account::old(true).await;
    account.take("evil", PASSWORD).await;
    account.make_primary("evil", PASSWORD).await;
    account.remove("ada", PASSWORD).await;
    let link = account.links("ada", "undo-email-change").pop().unwrap();
    account.world.forget_the_past();

    account.world.users.schedule_deletion(account.ada.id, GRACE).await.unwrap();
    let mut told = account.world.queued_kinds().await;
    told.sort_by_key(|(_, to)| to.clone());
    let expected = |name| (MailKind::DELETION_SCHEDULED, address(name));
    assert_eq!(told, [expected("ada"), expected("evil")]);
    account.world.deliver().await;

    account.world.users.undo_email_change(&link, &visitor()).await.unwrap();
    let told = account.world.queued_kinds().await;
    assert!(told.contains(&(MailKind::DELETION_CANCELLED, address("ada"))), "{told:?}");
    assert_eq!(account.user().await.deletion_at, None);
}
