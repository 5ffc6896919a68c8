//! Registering again: in the same browser a pending account is redone, in any other nothing of it changes.

use user_core::domain::{EventKind, MailKind, UserStatus};
use user_core::flows::{ConfirmEmailForm, RegisterForm, SignInError, Visitor};
use user_core::settings::Identifiers;
use user_testkit::NoThrottle;

use crate::world::{
    DAY, OTHER_PASSWORD, PASSWORD, World, address, codes, marked, only_email, registration, visitor,
    visitor_from,
};

fn again(email: &str) -> RegisterForm {
    RegisterForm {
        email: email.to_owned(),
        password: OTHER_PASSWORD.to_owned(),
        retype_password: OTHER_PASSWORD.to_owned(),
        ..registration("ada")
    }
}

#[tokio::test]
async fn in_another_browser_the_name_is_taken_and_nothing_changes() {
    let world = World::new();
    world.newcomer("ada").await;
    let others = world.register(&registration("bob")).await.unwrap().mark;
    let before = world.snapshot().await;

    for mark in ["", "garbage", &others] {
        for email in [address("ada"), address("other")] {
            let outcome = world.users.register(&again(&email), &marked(mark)).await;
            assert_eq!(codes(outcome), ["username.taken"], "{mark:?} {email}");
        }
    }

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn in_the_browser_that_registered_the_same_account_gets_another_address_and_password() {
    let world = World::new();
    let first = world.newcomer("ada").await;
    let old_link = world.link_for("ada").await;
    let browser = world.browser_of("ada");
    world.forget_the_past();

    let form = RegisterForm { username: "ADA".to_owned(), ..again("right@example.com") };
    let registered = world.users.register(&form, &browser).await.unwrap();

    let account = world.users.find_user("ada").await.unwrap().unwrap();
    assert_eq!((account.id, account.username.as_ref().unwrap().as_str()), (first.id, "ADA"));
    assert_eq!(only_email(&account).address.as_str(), "right@example.com");
    assert_eq!(world.queued_kinds().await, [(MailKind::REGISTERED, "right@example.com".to_owned())]);
    assert_eq!(world.told.kinds(), [EventKind::CONFIRMATION_REQUESTED], "nobody new came");
    world.confirm(&old_link).await.unwrap_err();
    assert!(matches!(world.sign_in("ada", OTHER_PASSWORD).await, Err(SignInError::Unconfirmed)));
    assert_eq!(codes(world.sign_in("ada", PASSWORD).await), ["username.bad_credentials"]);
    let link = world.link_for("right").await;
    let stale = world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &browser).await;
    assert_eq!(codes(stale), ["password.required"], "the earlier mark is void");
    let browser = marked(&registered.mark);
    world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &browser).await.unwrap();
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_ok());
}

#[tokio::test]
async fn where_there_are_no_names_the_address_says_which_account_is_meant() {
    let world = World::identified_by(Identifiers::Email);
    let first = world.newcomer("ada").await;
    let browser = world.browser_of("ada");

    world.users.register(&again("ADA@example.com"), &browser).await.unwrap();
    assert_eq!(world.everybody().await.len(), 1);
    assert_eq!(world.everybody().await[0].id, first.id);

    let world = World::identified_by(Identifiers::Email);
    world.newcomer("ada").await;
    let browser = world.browser_of("ada");
    world.users.register(&again("bob@example.com"), &browser).await.unwrap();
    assert_eq!(world.everybody().await.len(), 2, "somebody else at the same machine");
}

/// Issue A5: an account in use is not redone by whoever sits at the machine next.
#[tokio::test]
async fn an_account_that_was_signed_in_to_is_not_redone() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    let browser = world.browser_of("ada");
    world.signed_in("ada").await;
    let before = world.snapshot().await;

    assert_eq!(codes(world.users.register(&again(&address("ada")), &browser).await), ["username.taken"]);
    assert_eq!(world.snapshot().await, before);
}

/// Whatever strangers fill the trail with: it decides nothing.
#[tokio::test]
async fn an_account_that_was_signed_in_to_is_not_redone_whatever_strangers_tried_since() {
    let world = World::built(|builder| {
        builder.throttle(NoThrottle).configure(|settings| settings.sign_in.before_confirmation = true)
    });
    world.newcomer("ada").await;
    let browser = world.browser_of("ada");
    world.signed_in("ada").await;
    for index in 0..110 {
        let stranger = visitor_from(&format!("198.51.100.{index}"));
        assert!(world.sign_in_as(&stranger, "ada", OTHER_PASSWORD).await.is_err());
    }

    assert_eq!(codes(world.users.register(&again(&address("ada")), &browser).await), ["username.taken"]);
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_confirmed_account_is_not_redone_and_a_mark_is_good_for_a_week() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();
    let browser: Visitor = world.browser_of("ada");
    assert_eq!(codes(world.users.register(&again(&address("ada")), &browser).await), ["username.taken"]);

    world.newcomer("bob").await;
    world.after(7 * DAY);
    let form = RegisterForm { username: "bob".to_owned(), ..again(&address("bob")) };
    assert_eq!(codes(world.users.register(&form, &world.browser_of("bob")).await), ["username.taken"]);
    assert_eq!(world.user("ada").await.status, UserStatus::Active);
    assert!(visitor().mark.is_none());
}
