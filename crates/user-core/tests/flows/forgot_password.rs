//! Asking for a link to set a new password.

use user_core::domain::{EmailId, EventKind, MailKind, Purpose, UserStatus};
use user_core::flows::{ForgotPasswordError, Visitor};
use user_core::ports::{Changes, CommitError, EmailChange};
use user_core::seal::Label;
use user_core::settings::Identifiers;
use user_testkit::altered;

use crate::world::{HOUR, MINUTE, World, address, codes, locale, registration, visitor};

#[tokio::test]
async fn nothing_is_sent_where_passwords_are_not_reset() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.features.forgot_password = Some(false);
        });
        world.member("ada").await;
        let before = world.snapshot().await;

        assert!(matches!(world.forgot(&address("ada")).await, Err(ForgotPasswordError::Off)));
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn s049_an_address_must_be_there_and_one() {
    let world = World::new();

    assert_eq!(codes(world.forgot("").await), ["email.required"]);
    assert_eq!(codes(world.forgot("ada.example.com").await), ["email.malformed"]);
    assert_eq!(codes(world.forgot("%@example").await), ["email.malformed"]);
    assert!(world.recorded().is_empty() && world.store.take_calls().is_empty());
}

#[tokio::test]
async fn a_client_that_asks_again_and_again_is_told_to_wait() {
    let world = World::with(|settings| settings.throttles.client.free = 1);
    world.member("ada").await;
    world.forgot(&address("nobody")).await.unwrap();
    let before = world.snapshot().await;

    for name in ["ada", "nobody"] {
        let refusal = world.forgot(&address(name)).await.unwrap_err();
        assert!(matches!(refusal, ForgotPasswordError::Throttled { retry_after } if !retry_after.is_zero()));
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn s060_the_answer_and_the_work_are_the_same_for_everyone() {
    let world = World::new();
    world.newcomer("pending").await;
    world.member("disabled").await;
    world.disable("disabled").await;
    world.member("member").await;
    world.deliver().await;

    let mut calls = Vec::new();
    for name in ["unknown", "pending", "disabled", "member"] {
        world.forget_the_past();

        world.forgot(&address(name)).await.unwrap();

        calls.push(world.store.take_calls());
        assert_eq!(world.queued_kinds().await, [(MailKind::FORGOT_PASSWORD, address(name))]);
        assert!(world.told.kinds().is_empty());
        world.deliver().await;
        assert_eq!(world.mail.all().len(), usize::from(name == "member"), "{name}");
        assert_eq!(world.told.kinds().len(), usize::from(name == "member"), "{name}");
    }
    assert!(calls.iter().all(|calls| *calls == ["commit"]), "{calls:?}");
    assert_eq!(world.user("disabled").await.status, UserStatus::Disabled);
}

#[tokio::test]
async fn an_unconfirmed_address_never_receives_a_reset_also_where_people_sign_in_before_they_confirm() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    world.deliver().await;
    world.mail.clear();
    world.forgot(&address("ada")).await.unwrap();
    world.deliver().await;
    assert!(world.mail.all().is_empty());

    // Nor does an unconfirmed second address of a member.
    let bob = world.member("bob").await;
    let second =
        altered(world.user("ada").await.emails[0].clone(), |email| email.id = EmailId::from_bytes([9; 16]));
    world.write(Changes::none().with(EmailChange::Insert(bob.id, second))).await;
    world.forgot(&address("ada")).await.unwrap();
    world.deliver().await;
    assert!(world.mail.all().is_empty());
}

#[tokio::test]
async fn s106_a_member_gets_a_link_for_an_hour_at_the_address_as_they_typed_it() {
    let world = World::new();
    let ada = world.member("ada").await;

    // The long s folds to an ordinary one nowhere, and capitals are no other mailbox here.
    world.forgot(" ADA@Example.COM ").await.unwrap();

    assert_eq!(world.queued_kinds().await, [(MailKind::FORGOT_PASSWORD, "ADA@Example.COM".to_owned())]);
    world.deliver().await;
    let mail = world.mail.latest_to(&address("ada")).unwrap();
    let token = &world.store.inner().tokens_of(&ada.id)[0];
    assert_eq!(mail.to.as_str(), address("ada"));
    assert_eq!((token.purpose, token.expires_at), (Purpose::RESET_PASSWORD, world.now() + HOUR));
    let seals = world.users.seals();
    let link = seals.seal(Label::Link(Purpose::RESET_PASSWORD), token.id.as_bytes());
    for part in [link.as_str(), "ada", "192.0.2.1"] {
        assert!(mail.text.contains(part), "{part}: {}", mail.text);
    }
    let event = &world.told.events()[0];
    assert_eq!((event.kind, event.user_id), (EventKind::PASSWORD_RESET_REQUESTED, Some(ada.id)));
    assert_eq!(event.address, visitor().address);
}

#[tokio::test]
async fn a_newer_link_voids_the_older_one() {
    let world = World::new();
    world.member("ada").await;
    let old = world.reset_link_for("ada").await;
    let new = world.reset_link_for("ada").await;

    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &old).await.is_err());
    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &new).await.is_ok());
}

#[tokio::test]
async fn asking_voids_no_link_to_confirm_and_no_link_of_somebody_else() {
    let world = World::new();
    world.member("ada").await;
    world.member("bob").await;
    world.newcomer("eve").await;
    let eves = world.link_for("eve").await;
    let bobs = world.reset_link_for("bob").await;

    world.reset_link_for("ada").await;

    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &bobs).await.is_ok());
    assert!(world.users.check_link(Purpose::CONFIRM_EMAIL, &eves).await.is_ok());
}

#[tokio::test]
async fn the_mail_is_in_the_recipients_language_and_not_in_that_of_whoever_asks() {
    let world = World::with(|settings| settings.features.confirm_email = Some(false));
    let dutch = Visitor { locale: locale("nl"), ..visitor() };
    world.users.register(&registration("ada"), &dutch).await.unwrap();
    world.deliver().await;

    world.forgot(&address("ada")).await.unwrap();

    world.deliver().await;
    assert!(
        world.mail.latest_to(&address("ada")).unwrap().text.starts_with("mails/forgot_password.txt [nl]")
    );
}

#[tokio::test]
async fn strangers_cannot_flood_an_owner_with_links_and_an_ignored_request_voids_none() {
    let world = World::new();
    world.member("ada").await;
    for _ in 0..3 {
        world.reset_link_for("ada").await;
    }
    let tokens = world.store.inner().tokens_of(&world.user("ada").await.id);

    for _ in 0..3 {
        world.forgot(&address("ADA")).await.unwrap();
    }

    assert!(world.queued().await.is_empty());
    assert_eq!(world.store.inner().tokens_of(&world.user("ada").await.id), tokens);
    assert_eq!(tokens.iter().filter(|token| token.used_at.is_none()).count(), 1);

    world.after(5 * MINUTE);
    world.forgot(&address("ada")).await.unwrap();
    assert_eq!(world.queued().await.len(), 1);
}

#[tokio::test]
async fn requests_for_an_unknown_address_are_counted_alike_and_leave_nothing() {
    let world = World::new();
    for _ in 0..5 {
        world.forgot(&address("nobody")).await.unwrap();
    }

    assert_eq!(world.queued().await.len(), 3);
    world.deliver().await;
    assert!(world.queued().await.is_empty() && world.everybody().await.is_empty());
    assert!(world.mail.all().is_empty() && world.recorded().is_empty());
}

#[tokio::test]
async fn the_courier_decides_anew_when_the_account_changed() {
    let world = World::new();
    world.member("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    world.store.refuse_next_commit(CommitError::Stale);

    world.deliver().await;

    assert_eq!(world.mail.all().len(), 1);
    assert_eq!(world.told.kinds(), [EventKind::PASSWORD_RESET_REQUESTED]);
}
