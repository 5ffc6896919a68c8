//! Asking for another mail to confirm an address.

use user_core::domain::{EventKind, MailKind, Purpose, UserStatus};
use user_core::flows::{
    ConfirmEmailForm, RegisterForm, ResendConfirmEmailError, ResendConfirmEmailForm, Visitor,
};
use user_core::ports::{CommitError, Store};
use user_core::settings::Identifiers;

use crate::world::{HOUR, INSTANT, MINUTE, World, address, codes, locale, registration, visitor};

#[tokio::test]
async fn nothing_is_sent_where_addresses_are_not_confirmed() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.features.confirm_email = Some(false);
        });
        assert!(matches!(world.resend(&address("ada")).await, Err(ResendConfirmEmailError::Off)));
        assert!(world.recorded().is_empty());
    }
}

#[tokio::test]
async fn an_address_must_be_there_and_one() {
    let world = World::new();

    assert_eq!(codes(world.resend("").await), ["email.required"]);
    assert_eq!(codes(world.resend("ada").await), ["email.malformed"]);
    assert!(world.recorded().is_empty() && world.store.take_calls().is_empty());
}

#[tokio::test]
async fn a_client_that_asks_again_and_again_is_told_to_wait() {
    let world = World::with(|settings| settings.throttles.client.free = 1);
    world.newcomer("ada").await;
    let elsewhere = Visitor { address: None, ..visitor() };
    let form = ResendConfirmEmailForm { email: address("ada") };
    world.users.resend_confirm_email(&form, &elsewhere).await.unwrap();
    let before = world.snapshot().await;

    let refusal = world.users.resend_confirm_email(&form, &elsewhere).await.unwrap_err();

    assert!(matches!(refusal, ResendConfirmEmailError::Throttled { retry_after } if !retry_after.is_zero()));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn the_answer_and_the_work_are_the_same_for_everyone() {
    let world = World::new();
    world.member("confirmed").await;
    world.newcomer("disabled").await;
    world.disable("disabled").await;
    world.newcomer("pending").await;
    world.deliver().await;

    let mut calls = Vec::new();
    for name in ["unknown", "confirmed", "disabled", "pending"] {
        world.forget_the_past();

        world.resend(&address(name)).await.unwrap();

        calls.push(world.store.take_calls());
        assert_eq!(world.queued_kinds().await, [(MailKind::CONFIRM_EMAIL, address(name))]);
        assert!(world.told.kinds().is_empty());
        world.deliver().await;
        assert_eq!(world.mail.all().len(), usize::from(name == "pending"), "{name}");
    }
    assert_eq!(world.told.kinds(), [EventKind::CONFIRMATION_REQUESTED]);
    assert!(calls.iter().all(|calls| *calls == ["commit"]), "{calls:?}");
    assert_eq!(world.user("disabled").await.status, UserStatus::Disabled);
}

#[tokio::test]
async fn s069_a_pending_user_gets_a_new_link_and_older_ones_are_void() {
    let world = World::new();
    let ada = world.newcomer("ada").await;
    let old = world.link_for("ada").await;
    world.after(HOUR);

    world.resend("ADA@EXAMPLE.COM").await.unwrap();

    let new = world.link_for("ada").await;
    assert_eq!(
        world.mail.latest_to(&address("ada")).unwrap().to.as_str(),
        address("ada"),
        "as its owner typed it"
    );
    assert!(world.confirm(&old).await.is_err());
    world.confirm(&new).await.unwrap();
    assert_eq!(world.user("ada").await.status, UserStatus::Active);
    assert!(world.store.inner().tokens_of(&ada.id).iter().all(|token| token.used_at.is_some()));
}

#[tokio::test]
async fn the_mail_is_in_the_recipients_language() {
    let world = World::new();
    let dutch = Visitor { locale: locale("nl"), ..visitor() };
    world.users.register(&registration("ada"), &dutch).await.unwrap();
    world.deliver().await;

    world.resend(&address("ada")).await.unwrap();

    world.deliver().await;
    assert_eq!(world.mail.latest_to(&address("ada")).unwrap().locale, locale("nl"));
}

#[tokio::test]
async fn strangers_cannot_flood_an_address_with_mails_and_see_the_same_all_the_time() {
    let world = World::new();
    world.newcomer("ada").await;
    world.deliver().await;

    for _ in 0..6 {
        world.resend(&address("ada")).await.unwrap();
        world.deliver().await;
    }
    assert_eq!(world.mail.all().len(), 1 + 3);
    let ada = world.user("ada").await.id;
    let tokens = Store::tokens(world.store.inner(), &ada, Purpose::CONFIRM_EMAIL).await.unwrap();
    assert_eq!(tokens.iter().filter(|token| token.used_at.is_none()).count(), 1);

    world.after(5 * MINUTE);
    world.resend(&address("ada")).await.unwrap();
    world.deliver().await;
    assert_eq!(world.mail.all().len(), 1 + 4);
}

#[tokio::test]
async fn one_address_does_not_use_up_the_mails_of_another() {
    let world = World::new();
    for name in ["ada", "bob"] {
        world.newcomer(name).await;
    }
    for _ in 0..5 {
        world.resend(&address("ada")).await.unwrap();
    }
    world.deliver().await;
    world.mail.clear();

    world.resend(&address("bob")).await.unwrap();
    world.deliver().await;

    assert_eq!(world.mail.all_to(&address("bob")).len(), 1);
}

#[tokio::test]
async fn the_courier_decides_anew_when_the_account_changed() {
    let world = World::new();
    world.newcomer("ada").await;
    world.deliver().await;
    world.forget_the_past();
    world.resend(&address("ada")).await.unwrap();
    world.store.refuse_next_commit(CommitError::Stale);

    world.deliver().await;

    assert_eq!(world.mail.all().len(), 1);
    assert_eq!(world.told.kinds(), [EventKind::CONFIRMATION_REQUESTED]);
}

#[tokio::test]
async fn a_store_that_is_down_fails_and_nothing_is_queued() {
    let world = World::new();
    world.newcomer("ada").await;
    world.deliver().await;
    world.store.break_down();

    assert!(matches!(world.resend(&address("ada")).await, Err(ResendConfirmEmailError::Failed(_))));
    assert!(world.queued().await.is_empty() && world.told.kinds().is_empty());
}

#[tokio::test]
async fn of_several_who_gave_one_address_the_latest_is_who_the_new_link_confirms() {
    let world = World::new();
    world.newcomer("ada").await;
    world.after(INSTANT);
    let form = RegisterForm { email: address("ada"), ..registration("lovelace") };
    world.register(&form).await.unwrap();
    world.deliver().await;

    world.resend(&address("ada")).await.unwrap();
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();

    assert_eq!(world.users.find_user("ada").await.unwrap().unwrap().status, UserStatus::Pending);
    assert_eq!(world.users.find_user("lovelace").await.unwrap().unwrap().status, UserStatus::Active);
}

#[tokio::test]
async fn the_browser_that_registered_gets_the_link_of_its_own_account() {
    let world = World::new();
    world.newcomer("ada").await;
    world.after(INSTANT);
    let form = RegisterForm { email: address("ada"), ..registration("stranger") };
    world.register(&form).await.unwrap();
    world.deliver().await;

    let form = ResendConfirmEmailForm { email: address("ada") };
    world.users.resend_confirm_email(&form, &world.browser_of("ada")).await.unwrap();
    let link = world.link_for("ada").await;

    let browser = world.browser_of("ada");
    world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &browser).await.unwrap();
    assert_eq!(world.users.find_user("ada").await.unwrap().unwrap().status, UserStatus::Active);
}
