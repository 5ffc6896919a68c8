//! The user's picture.

use user_core::domain::{EventKind, PictureSize};
use user_core::flows::{Current, SetPictureError};
use user_core::ports::CommitError;
use user_testkit::{MemoryPictures, PlainPictureMaker};

use crate::world::{World, codes, visitor};

fn world() -> (World, MemoryPictures) {
    let pictures = MemoryPictures::new();
    let kept = pictures.clone();
    (World::built(|builder| builder.pictures(kept, PlainPictureMaker)), pictures)
}

async fn set(world: &World, current: &Current, upload: &[u8]) -> Result<(), SetPictureError> {
    world.users.set_picture(current, upload.to_vec(), &visitor()).await
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
    let too_large = vec![b'x'; 5 * 1024 * 1024 + 1];
    let cases: [(&[u8], &str); 4] = [
        (b"", "picture.required"),
        (&too_large, "picture.too_large"),
        (b"<svg/>", "picture.malformed"),
        (b"picture 4097", "picture.too_many_pixels"),
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
    assert_eq!(world.told.kinds(), [EventKind::ProfileChanged; 2]);

    world.users.remove_picture(&current, &visitor()).await.unwrap();

    assert_eq!(world.user("ada").await.picture, None);
    assert_eq!(pictures.ids(), []);
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

#[tokio::test]
async fn a_store_that_fails_leaves_no_picture_behind() {
    let (world, pictures) = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.store.refuse_next_commit(CommitError::Failed(user_core::ports::PortError::new("store", "down")));

    let outcome = set(&world, &current, b"picture 1").await;

    assert!(matches!(outcome, Err(SetPictureError::Failed(_))));
    assert_eq!(pictures.ids(), []);
    assert_eq!(world.user("ada").await.picture, None);
}
