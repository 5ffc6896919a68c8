//! What the courier makes of a mail whose address it looks up.

use user_core::domain::MailKind;
use user_core::flows::{Delivery, RegisterForm};
use user_testkit::altered;

use crate::world::{MINUTE, World, address, registration};

/// Issue A6: a name that a stranger chose greets nobody who has not proven the address.
#[tokio::test]
async fn no_mail_to_an_unproven_address_holds_a_name_that_a_stranger_chose() {
    let world = World::new();
    let form = RegisterForm { email: address("victim"), ..registration("www.evil.example") };
    world.register(&form).await.unwrap();
    world.deliver().await;
    world.resend(&address("victim")).await.unwrap();

    world.deliver().await;

    let mails = world.mail.all_to(&address("victim"));
    assert_eq!(mails.len(), 2);
    for mail in mails {
        assert!(!mail.text.contains("evil") && !mail.html.contains("evil"), "{}", mail.text);
    }
}

#[tokio::test]
async fn a_request_for_nobody_is_dropped_and_one_for_somebody_is_sent_in_the_same_round() {
    let world = World::new();
    world.member("ada").await;
    world.forgot(&address("nobody")).await.unwrap();
    world.forgot(&address("ada")).await.unwrap();

    let delivery = world.users.deliver_due_mail().await.unwrap();

    assert_eq!(
        delivery,
        altered(Delivery::default(), |delivery| {
            delivery.sent = 1;
            delivery.dropped = 1;
        })
    );
    assert!(world.queued().await.is_empty());
}

#[tokio::test]
async fn an_answer_that_could_not_be_sent_is_tried_again_as_what_it_is() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    world.mail.refuse_next(1, user_testkit::MailRefusal::Transient);

    let delivery = world.users.deliver_due_mail().await.unwrap();

    assert_eq!(delivery, altered(Delivery::default(), |delivery| delivery.retried = 1));
    let waiting = world.queued().await.remove(0);
    assert_eq!(
        (waiting.kind, waiting.user_id, waiting.attempts),
        (MailKind::FORGOT_PASSWORD, Some(ada.id), 1)
    );
    assert!(waiting.details.request.is_none() && waiting.details.link.is_some());
    world.after(60 * MINUTE.checked_sub(MINUTE / 2).unwrap_or_default());
    assert_eq!(world.store.inner().tokens_of(&ada.id).len(), 1, "one link, however often it is tried");
}

#[tokio::test]
async fn a_courier_that_lost_its_lease_answers_nothing() {
    let world = World::new();
    world.member("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    for _ in 0..4 {
        world.store.refuse_next_commit(user_core::ports::CommitError::Gone);
    }

    world.users.deliver_due_mail().await.unwrap();

    assert!(world.mail.all().is_empty());
    assert_eq!(world.store.inner().tokens_of(&world.user("ada").await.id).len(), 0);
}
