//! What became of a mail is noted for each, and none is sent twice.

use user_core::flows::Delivery;
use user_core::ports::{Port, PortError};

use crate::mail_delivery::{round, sent};
use crate::world::{DAY, World};

/// As where a foreign key of the app leads to one of the mails.
#[tokio::test]
async fn a_mail_whose_row_cannot_be_removed_is_buried_and_none_is_sent_twice() {
    let world = World::new();
    for name in ["ada", "bob", "cyd"] {
        world.newcomer(name).await;
    }
    for _ in 0..2 {
        world.store.refuse_next_commit(PortError::new(Port::Store, "a note refers to it").into());
    }

    assert_eq!(round(&world).await, sent(3));

    let dead = world.dead().await;
    assert_eq!(dead.len(), 1);
    assert!(dead[0].last_error.as_deref().is_some_and(|why| why.contains("a note refers to it")), "{dead:?}");
    world.after(DAY);
    assert_eq!(round(&world).await, Delivery::default());
    assert_eq!(world.mail.tries(), 3);
}

#[tokio::test]
async fn what_cannot_be_noted_of_one_mail_does_not_undo_what_became_of_the_others() {
    let world = World::new();
    for name in ["ada", "bob", "cyd"] {
        world.newcomer(name).await;
    }
    for _ in 0..3 {
        world.store.refuse_next_commit(PortError::new(Port::Store, "gone for a moment").into());
    }

    assert!(world.users.deliver_due_mail().await.is_err());

    assert_eq!(world.queued().await.len(), 1);
    world.after(DAY);
    assert_eq!(round(&world).await, sent(1));
}
