//! Mails that are dropped, because what they say is not so any more.

use user_core::flows::Delivery;
use user_testkit::{MailRefusal, altered};

use crate::mail_delivery::round;
use crate::world::{HOUR, INSTANT, MINUTE, World, address, new_password, visitor};

#[tokio::test]
async fn a_link_that_was_used_or_replaced_meanwhile_is_not_mailed() {
    let world = World::new();
    world.member("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    world.mail.refuse_next(1, MailRefusal::Transient);
    round(&world).await;
    world.forgot(&address("ada")).await.unwrap();
    assert_eq!(world.queued().await.len(), 2);

    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.sent = 1));
    world.after(MINUTE);
    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.dropped = 1));
    let link = world.link_for("ada").await;
    assert!(world.users.reset_password(&link, &new_password("Velvet lantern 7"), &visitor()).await.is_ok());
    assert!(world.dead().await.is_empty());
}

#[tokio::test]
async fn a_link_that_expired_meanwhile_is_not_mailed() {
    let world = World::new();
    world.member("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    world.mail.refuse_next(1, MailRefusal::Permanent);
    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.buried = 1));
    let dead = world.dead().await.remove(0);

    world.after(HOUR.checked_sub(INSTANT).unwrap());
    world.users.retry_mail(dead.id).await.unwrap();
    world.mail.refuse_next(1, MailRefusal::Transient);
    assert_eq!(
        round(&world).await,
        altered(Delivery::default(), |delivery| delivery.retried = 1),
        "it is still good"
    );
    world.after(MINUTE);
    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.dropped = 1));

    assert_eq!(world.mail.all().len(), 0);
    assert!(world.queued().await.is_empty() && world.dead().await.is_empty());
}

#[tokio::test]
async fn a_disabled_user_is_mailed_no_link() {
    let world = World::new();
    world.newcomer("ada").await;
    world.disable("ada").await;

    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.dropped = 1));
    assert_eq!(world.mail.tries(), 0);
}
