//! Pictures kept in the database.

use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};
use user_core::ports::Pictures;

use crate::databases::Fresh;

on_each_database! {
    a_picture_comes_back_as_it_was_until_it_is_removed
    nothing_comes_back_under_an_id_that_nobody_put
}

fn id(byte: u8) -> PictureId {
    PictureId::from_bytes([byte; 16])
}

fn picture() -> Picture {
    let file = |format, bytes| PictureFile { format, bytes };
    // Larger than a plain BLOB of MySQL.
    let large = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    Picture { small: file(PictureFormat::Png, vec![0, 255, 0]), large: file(PictureFormat::Jpeg, large) }
}

async fn a_picture_comes_back_as_it_was_until_it_is_removed(fresh: Fresh) {
    let (pictures, picture) = (fresh.store.pictures(), picture());
    pictures.put(id(1), &picture).await.unwrap();
    pictures.put(id(2), &picture).await.unwrap();

    for size in PictureSize::ALL {
        assert_eq!(pictures.get(id(1), size).await.unwrap().as_ref(), Some(picture.size(size)));
    }
    assert!(pictures.put(id(1), &picture).await.is_err(), "an id is used once");

    pictures.remove(id(1)).await.unwrap();
    pictures.remove(id(1)).await.unwrap();

    assert_eq!(pictures.get(id(1), PictureSize::Small).await.unwrap(), None);
    assert!(pictures.get(id(2), PictureSize::Small).await.unwrap().is_some());
}

async fn nothing_comes_back_under_an_id_that_nobody_put(fresh: Fresh) {
    assert_eq!(fresh.store.pictures().get(id(9), PictureSize::Large).await.unwrap(), None);
}
