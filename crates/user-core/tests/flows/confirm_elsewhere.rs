//! Confirming outside of the browser that registered: who opens the link says who they are.

use user_core::domain::{EventKind, UserStatus};
use user_core::flows::{
    ConfirmEmailError, ConfirmEmailForm, ConfirmationAsks, LinkError, LinkRefusal, RegisterForm,
};
use user_core::ports::{Changes, EmailChange};
use user_core::settings::Settings;
use user_testkit::{altered, signed_in};

use crate::world::{OTHER_PASSWORD, PASSWORD, World, address, codes, proof, registration, visitor};

fn new(password: &str) -> ConfirmEmailForm {
    ConfirmEmailForm {
        new_password: password.to_owned(),
        retype_password: password.to_owned(),
        ..ConfirmEmailForm::default()
    }
}

fn password(password: &str) -> ConfirmEmailForm {
    ConfirmEmailForm { password: password.to_owned(), ..ConfirmEmailForm::default() }
}

#[tokio::test]
async fn the_page_names_the_account_and_asks_for_what_the_browser_has_to_show() {
    let world = World::new();
    let ada = world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let before = world.snapshot().await;

    let here = world.users.confirmation_of(&link, None, &world.browser_of("ada")).await.unwrap();
    let elsewhere = world.users.confirmation_of(&link, None, &visitor()).await.unwrap();

    assert_eq!((here.asks, elsewhere.asks), (ConfirmationAsks::Nothing, ConfirmationAsks::PasswordOrNew));
    assert_eq!(elsewhere.email.as_str(), address("ada"));
    assert_eq!(elsewhere.username, ada.username);
    assert_eq!(elsewhere.registered_at, ada.created_at);
    assert_eq!(elsewhere.user_agent.as_deref(), Some("Lynx/2.9"));
    assert_eq!(world.snapshot().await, before, "mail scanners open links, too");
}

#[tokio::test]
async fn a_wrong_password_confirms_nothing_and_guesses_are_counted() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let before = world.snapshot().await;

    let confirm = async |form| world.users.confirm_email(&link, &form, None, &visitor()).await;
    for _ in 0..5 {
        assert_eq!(codes(confirm(password(OTHER_PASSWORD)).await), ["password.wrong"]);
    }
    let refusal = confirm(password(PASSWORD)).await.unwrap_err();

    assert!(matches!(refusal, ConfirmEmailError::Throttled { .. }), "{refusal:?}");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn the_password_chosen_then_confirms_and_signs_in() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;

    let confirmed = world.users.confirm_email(&link, &proof(), None, &visitor()).await.unwrap();

    let current = world.visit(&signed_in(confirmed.admission.unwrap()).cookie).await.unwrap();
    assert_eq!((current.user.status, current.user.has_confirmed_email()), (UserStatus::Active, true));
}

/// Issue A3: a link pressed by the owner of the mailbox never opens an account with a stranger's password.
#[tokio::test]
async fn a_new_password_replaces_the_registrants_and_ends_all_that_they_had() {
    let world = World::with(|settings| {
        settings.sign_in.before_confirmation = true;
        settings.features.multiple_emails = true;
    });
    world.newcomer("ada").await;
    let strangers = world.browser_of("ada");
    let session = world.signed_in("ada").await;
    let stranger = world.visit(&session.cookie).await.unwrap();
    crate::manage_emails::add(&world, &stranger, "stranger@example.com").await.unwrap();
    let strangers_link = world.link_for("stranger").await;
    let link = world.link_for("ada").await;
    world.told.clear();

    let confirmed = world.users.confirm_email(&link, &new(OTHER_PASSWORD), None, &visitor()).await.unwrap();

    let owner = world.visit(&signed_in(confirmed.admission.unwrap()).cookie).await.unwrap();
    assert_eq!(owner.user.emails.len(), 1, "what the stranger listed is gone");
    assert!(world.visit(&session.cookie).await.is_none());
    assert_eq!(codes(world.sign_in("ada", PASSWORD).await), ["username.bad_credentials"]);
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_ok());
    world.confirm(&strangers_link).await.unwrap_err();
    let again = RegisterForm { email: address("other"), ..registration("ada") };
    assert_eq!(codes(world.users.register(&again, &strangers).await), ["username.taken"]);
    let told = [EventKind::EMAIL_CONFIRMED, EventKind::PASSWORD_RESET, EventKind::USER_SIGNED_IN];
    assert_eq!(world.told.kinds()[..3], told);
}

#[tokio::test]
async fn a_new_password_is_held_to_the_rules_and_typed_twice() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let before = world.snapshot().await;

    let confirm = async |form| codes(world.users.confirm_email(&link, &form, None, &visitor()).await);
    assert_eq!(confirm(new("short")).await, ["password.too_short", "password.too_common"]);
    let differently = ConfirmEmailForm { retype_password: PASSWORD.to_owned(), ..new(OTHER_PASSWORD) };
    assert_eq!(confirm(differently).await, ["retype_password.mismatch"]);
    assert_eq!(confirm(ConfirmEmailForm::default()).await, ["password.required"]);
    assert_eq!(world.snapshot().await, before);
}

fn several(settings: &mut Settings) {
    settings.features.multiple_emails = true;
}

#[tokio::test]
async fn an_address_added_to_an_account_asks_for_the_account_and_gives_no_new_password() {
    let world = World::with(several);
    world.member("ada").await;
    let current = world.current("ada").await;
    crate::manage_emails::add(&world, &current, "two@example.com").await.unwrap();
    let link = world.link_for("two").await;

    let elsewhere = world.users.confirmation_of(&link, None, &visitor()).await.unwrap();
    let here = world.users.confirmation_of(&link, Some(&current), &visitor()).await.unwrap();
    assert_eq!((elsewhere.asks, here.asks), (ConfirmationAsks::Password, ConfirmationAsks::Nothing));
    world.member("bob").await;
    let bob = world.current("bob").await;
    let bobs = world.users.confirmation_of(&link, Some(&bob), &visitor()).await.unwrap();
    assert_eq!(bobs.asks, ConfirmationAsks::Password, "somebody else's session shows nothing");

    let refused = world.users.confirm_email(&link, &new(OTHER_PASSWORD), None, &visitor()).await;
    assert_eq!(codes(refused), ["password.required"]);
    let form = ConfirmEmailForm::default();
    let confirmed = world.users.confirm_email(&link, &form, Some(&current), &visitor()).await.unwrap();
    assert!(confirmed.admission.is_none(), "who is signed in stays so");
    assert!(world.sign_in("two@example.com", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_link_to_an_address_that_somebody_else_has_confirmed_leads_nowhere() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let owner = world.member("owner").await;
    let held = world.user("ada").await.emails[0].clone();
    let confirmed = altered(held, |email| {
        email.id = user_core::domain::EmailId::from_bytes([9; 16]);
        email.confirmed_at = Some(world.now());
    });
    world.write(Changes::none().with(EmailChange::Insert(owner.id, confirmed))).await;

    let seen = world.users.confirmation_of(&link, None, &world.browser_of("ada")).await;

    assert!(matches!(seen, Err(LinkError::Refused(LinkRefusal::Used))), "{seen:?}");
    let outcome = world.confirm(&link).await;
    assert!(matches!(outcome, Err(ConfirmEmailError::Link(LinkRefusal::Used))), "{outcome:?}");
}
