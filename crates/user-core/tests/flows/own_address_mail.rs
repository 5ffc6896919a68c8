//! The mail to an address that somebody says is theirs: strangers may delay it, and keep nobody from anything.

use user_core::flows::ChangeEmailForm;
use user_testkit::SentMail;

use crate::manage_emails::{add, now, row};
use crate::world::{DAY, HOUR, PASSWORD, World, visitor};

/// Strangers use up the mails to this address.
async fn flooded(world: &World, email: &str) {
    for _ in 0..4 {
        world.resend(email).await.unwrap();
    }
    world.deliver().await;
    world.forget_the_past();
}

#[tokio::test]
async fn an_address_is_added_whatever_strangers_asked_for_it_and_its_mail_comes_later() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    world.member("ada").await;
    let current = world.current("ada").await;
    flooded(&world, "mine2@example.com").await;

    add(&world, &current, "mine2@example.com").await.unwrap();

    let listed = row(&world, &current, "mine2@example.com").await;
    assert!(listed.confirmed_at.is_none());
    world.deliver().await;
    assert!(world.mail.all_to("mine2@example.com").is_empty(), "not before its time");
    world.after(HOUR);
    let link = world.link_for("mine2").await;
    world.confirm(&link).await.unwrap();
    assert!(row(&world, &current, "mine2@example.com").await.confirmed_at.is_some());
}

#[tokio::test]
async fn another_link_is_sent_later_where_strangers_used_up_the_mails() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    world.member("ada").await;
    let current = world.current("ada").await;
    add(&world, &current, "mine2@example.com").await.unwrap();
    flooded(&world, "mine2@example.com").await;
    let current = now(&world, &current).await;
    let id = row(&world, &current, "mine2@example.com").await.id;

    world.users.send_confirmation(&current, id, &visitor()).await.unwrap();

    world.after(HOUR);
    let link = world.link_for("mine2").await;
    world.confirm(&link).await.unwrap();
}

#[tokio::test]
async fn an_address_is_changed_whatever_strangers_asked_for_the_new_one() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    flooded(&world, "mine2@example.com").await;

    let form =
        ChangeEmailForm { new_email: "mine2@example.com".to_owned(), old_password: PASSWORD.to_owned() };
    world.users.change_email(&current, &form, &visitor()).await.unwrap();

    world.after(HOUR);
    let link = world.link_for("mine2").await;
    world.confirm(&link).await.unwrap();
    assert_eq!(world.user("ada").await.primary_email().unwrap().address.as_str(), "mine2@example.com");
}

#[tokio::test]
async fn of_an_address_of_somebody_else_only_its_owner_is_told_also_later() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    world.member("ada").await;
    world.member("bob").await;
    let current = world.current("ada").await;
    flooded(&world, "bob@example.com").await;

    add(&world, &current, "bob@example.com").await.unwrap();
    world.after(DAY);
    world.deliver().await;

    let told = world.mail.all_to("bob@example.com");
    let links: Vec<_> = told.iter().filter_map(SentMail::link_in).collect();
    assert!(!told.is_empty() && links.iter().all(|link| !link.contains("/confirm-email/")), "{links:?}");
}
