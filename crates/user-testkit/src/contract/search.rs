//! Sentences about searching for users.

use user_core::domain::{PictureId, UserId};
use user_core::ports::UserChange;

use super::probe::{Subject, commit, insert, portrait, user};
use super::samples::{active, confirmed, pending, picture_id, unconfirmed};
use crate::altered;

/// Users are found by part of their username or of any address, confirmed or not, without regard to the case of ASCII
/// letters, in order of id, after the one named, up to the limit. No character of the text is a pattern.
pub async fn users_are_found_by_part_of_a_name_or_address(store: Subject) {
    let mut ada = active("Ada_Lovelace");
    ada.emails.push(unconfirmed("countess@Analytical.example"));
    let (adam, bob) = (active("adamant"), altered(active("bob.ada-fan"), |user| user.username = None));
    let odd = altered(active("eve"), |user| user.emails = vec![confirmed("50%!off@example.org")]);
    for someone in [&ada, &adam, &bob, &odd] {
        insert(&store, someone).await;
    }
    let found = async |text: &str, after, limit| -> Vec<UserId> {
        let users = store.users_like(text, after, limit).await.expect("a look-up");
        users.into_iter().map(|user| user.id).collect()
    };

    assert_eq!(found("aDa", None, 10).await, [ada.id, adam.id, bob.id]);
    assert_eq!(found("ada", None, 2).await, [ada.id, adam.id]);
    assert_eq!(found("ada", Some(ada.id), 1).await, [adam.id]);
    assert_eq!(found("ANALYTICAL", None, 10).await, [ada.id]);
    assert_eq!(found("_", None, 10).await, [ada.id]);
    assert_eq!(found("a_a", None, 10).await, []);
    assert_eq!(found("%", None, 10).await, [odd.id]);
    assert_eq!(found("%!o", None, 10).await, [odd.id]);
    assert_eq!(found("@example.com", None, 10).await, [ada.id, adam.id, bob.id]);
    assert_eq!(found("\\", None, 10).await, []);
    assert_eq!(found("' OR 1=1 --", None, 10).await, []);
    assert!(found("ada", None, 0).await.is_empty());
    let whole = store.users_like("countess", None, 1).await.expect("a look-up");
    assert_eq!(whole.iter().map(portrait).collect::<Vec<_>>(), [portrait(&user(&store, ada.id).await)]);
}

/// Of any ids of pictures, those are told that are the picture of a user, and no others.
pub async fn pictures_in_use_are_told_from_others(store: Subject) {
    let ids: Vec<_> = (0..1_000).map(|_| picture_id()).collect();
    let ada = altered(active("ada"), |user| user.picture = Some(ids[3]));
    let bob = altered(pending("bob"), |user| user.picture = Some(ids[998]));
    let eve = altered(active("eve"), |user| user.picture = Some(picture_id()));
    for one in [&ada, &bob, &eve, &active("bare")] {
        insert(&store, one).await;
    }
    let in_use = async |of: &[PictureId]| {
        let mut found = store.pictures_in_use(of).await.expect("the store works");
        found.sort_unstable();
        found
    };

    assert_eq!(in_use(&ids).await, [ids[3].min(ids[998]), ids[3].max(ids[998])]);
    assert_eq!(in_use(&[]).await, []);
    commit(&store, UserChange::SetPicture(ada.id, Some(ids[4]))).await;
    assert_eq!(in_use(&ids[..9]).await, [ids[4]]);
}
