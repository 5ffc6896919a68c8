//! The user's picture.

use user_core::domain::{EventKind, PictureId, PictureSize};
use user_core::flows::{Current, SetPictureError};
use user_core::ports::{
    Changes, Clock, CommitError, PictureMaker, Pictures, Port, PortError, Store, SystemEntropy, UserChange,
};
use user_testkit::{MemoryPictures, PlainPictureMaker};

use crate::world::{DAY, INSTANT, World, codes, visitor};

fn world() -> (World, MemoryPictures) {
    let pictures = MemoryPictures::new();
    let kept = pictures.clone();
    (World::built(|builder| builder.pictures(kept, PlainPictureMaker)), pictures)
}

async fn set(world: &World, current: &Current, upload: &[u8]) -> Result<(), SetPictureError> {
    let turn = world.users.begin_upload(current, &visitor()).await?;
    world.users.set_picture(turn, upload.to_vec(), &visitor()).await
}

#[tokio::test]
async fn nobody_has_a_picture_where_none_are_kept_or_that_is_off() {
    let off = World::built(|builder| {
        let builder = builder.pictures(MemoryPictures::new(), PlainPictureMaker);
        builder.configure(|settings| settings.features.picture = Some(false))
    });
    for world in [World::new(), off] {
        world.member("ada").await;
        let current = world.current("ada").await;

        assert!(!world.users.settings().has_pictures());
        assert!(matches!(set(&world, &current, b"picture 9").await, Err(SetPictureError::Off)));
        let removed = world.users.remove_picture(&current, &visitor()).await;
        assert!(matches!(removed, Err(SetPictureError::Off)));
    }
}

#[tokio::test]
async fn what_is_no_picture_or_too_large_is_refused_and_nothing_is_kept() {
    let (world, pictures) = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;
    let too_large = vec![b'x'; 16 * 1024 * 1024 + 1];
    let cases: [(&[u8], &str); 4] = [
        (b"", "picture.required"),
        (&too_large, "picture.too_large"),
        (b"<svg/>", "picture.malformed"),
        (b"picture 8193", "picture.too_many_pixels"),
    ];

    for (upload, code) in cases {
        assert_eq!(codes(set(&world, &current, upload).await), [code]);
    }

    assert_eq!(world.snapshot().await, before);
    assert_eq!(pictures.ids(), []);
}

#[tokio::test]
async fn a_picture_is_the_users_and_another_takes_its_place() {
    let (world, pictures) = world();
    world.member("ada").await;
    let current = world.current("ada").await;

    set(&world, &current, b"picture 1").await.unwrap();
    let first = world.user("ada").await.picture.unwrap();
    // The page was open since before the first one: what it replaces is what is there by now.
    set(&world, &current, b"picture 2").await.unwrap();

    let second = world.user("ada").await.picture.unwrap();
    assert_ne!(first, second, "what is kept under an id never changes");
    assert_eq!(pictures.ids(), [second]);
    let file = world.users.picture(second, PictureSize::Large).await.unwrap().unwrap();
    assert_eq!(file.bytes, b"picture 2");
    assert!(world.users.picture(first, PictureSize::Large).await.unwrap().is_none());
    assert_eq!(world.told.kinds(), [EventKind::PROFILE_CHANGED; 2]);

    world.users.remove_picture(&current, &visitor()).await.unwrap();

    assert_eq!(world.user("ada").await.picture, None);
    assert_eq!(pictures.ids(), []);
    let before = world.snapshot().await;
    world.users.remove_picture(&current, &visitor()).await.unwrap();
    assert_eq!(world.snapshot().await, before, "where there is none, nothing is removed");
}

#[tokio::test]
async fn a_picture_that_the_account_cannot_have_is_not_kept() {
    let (world, pictures) = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.disable("ada").await;

    let outcome = set(&world, &current, b"picture 1").await;

    assert!(matches!(outcome, Err(SetPictureError::Gone)));
    assert_eq!(pictures.ids(), []);
}

/// Nobody knows whether a store that failed made the change after all: a picture that the account has must not go.
#[tokio::test]
async fn a_picture_whose_commit_failed_stays_until_it_is_purged() {
    let (world, pictures) = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.store.refuse_next_commit(CommitError::Failed(PortError::new(Port::Store, "down")));

    let outcome = set(&world, &current, b"picture 1").await;

    assert!(matches!(outcome, Err(SetPictureError::Failed(_))));
    assert_eq!(world.user("ada").await.picture, None);
    assert_eq!(pictures.ids().len(), 1);

    world.after(DAY + INSTANT);
    world.users.purge_expired().await.unwrap();
    assert_eq!(pictures.ids(), []);
}

#[tokio::test]
async fn a_picture_of_nobody_goes_after_a_day_and_one_in_use_never() {
    let (world, pictures) = world();
    world.member("ada").await;
    set(&world, &world.current("ada").await, b"picture 1").await.unwrap();
    let kept = world.user("ada").await.picture.unwrap();
    // As an upload leaves it that was killed before the account was changed.
    let orphan = PictureId::from_bytes([7; 16]);
    let picture = PlainPictureMaker.make(b"picture 2".to_vec(), 9).await.unwrap();
    pictures.put(orphan, &picture, world.clock.now()).await.unwrap();

    world.after(DAY);
    world.users.purge_expired().await.unwrap();
    assert_eq!(pictures.ids().len(), 2, "an upload may be about to refer to it");
    world.after(INSTANT);
    assert_eq!(world.users.purge_expired().await.unwrap(), 1);

    assert_eq!(pictures.ids(), [kept]);
    world.after(40 * DAY);
    world.users.purge_expired().await.unwrap();
    assert_eq!(pictures.ids(), [kept]);
}

#[tokio::test]
async fn the_picture_of_a_user_who_is_purged_goes_with_them() {
    let (world, pictures) = world();
    let bob = world.newcomer("bob").await;
    let id = PictureId::from_bytes([7; 16]);
    let picture = PlainPictureMaker.make(b"picture 2".to_vec(), 9).await.unwrap();
    pictures.put(id, &picture, world.clock.now()).await.unwrap();
    world.store.inner().commit(Changes::none().with(UserChange::SetPicture(bob.id, Some(id)))).await.unwrap();

    world.after(7 * DAY);
    world.users.purge_expired().await.unwrap();
    assert_eq!(pictures.ids(), [id]);
    world.after(INSTANT);
    world.users.purge_expired().await.unwrap();

    assert_eq!(pictures.ids(), []);
}

#[tokio::test]
async fn pictures_are_purged_batch_by_batch() {
    let (world, pictures) = world();
    let picture = PlainPictureMaker.make(b"picture 2".to_vec(), 9).await.unwrap();
    for _ in 0..2_100 {
        let id = PictureId::fresh(&SystemEntropy);
        pictures.put(id, &picture, world.clock.now()).await.unwrap();
    }

    world.after(DAY + INSTANT);

    assert_eq!(world.users.purge_expired().await.unwrap(), 2_100);
    assert_eq!(pictures.ids(), []);
}
