//! Choosing a language on a page.

use user_core::domain::EventKind;
use user_core::flows::{ChooseLanguageError, ForgotPasswordForm};

use crate::world::{MINUTE, World, locale, visitor};

#[tokio::test]
async fn what_is_not_offered_cannot_be_chosen() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    for tag in ["", "fr", "nl-BE", "../nl"] {
        let outcome = world.users.choose_language(&current, tag, &visitor()).await;
        assert!(matches!(outcome, Err(ChooseLanguageError::NotOffered)), "{tag:?}");
    }

    assert_eq!(world.snapshot().await, before);
    assert_eq!(world.users.offered_locale("NL"), Some(&locale("nl")));
}

#[tokio::test]
async fn whoever_is_gone_chooses_nothing() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    world.disable("ada").await;

    let outcome = world.users.choose_language(&current, "nl", &visitor()).await;

    assert!(matches!(outcome, Err(ChooseLanguageError::Gone)), "{outcome:?}");
}

#[tokio::test]
async fn a_chosen_language_is_that_of_the_account_and_of_its_mails() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;

    world.users.choose_language(&current, "nl", &visitor()).await.unwrap();
    let again = world.current("ada").await;
    let once = world.snapshot().await;
    world.users.choose_language(&again, "nl", &visitor()).await.unwrap();
    assert_eq!(world.snapshot().await, once);
    let form = ForgotPasswordForm { email: "ada@example.com".to_owned() };
    world.users.forgot_password(&form, &visitor()).await.unwrap();

    let ada = world.user("ada").await;
    assert_eq!(ada.locale, Some(locale("nl")));
    assert!(world.recorded().contains(&EventKind::PROFILE_CHANGED));
    world.deliver().await;
    assert_eq!(world.mail.latest_to("ada@example.com").unwrap().locale, locale("nl"));
}

#[tokio::test]
async fn one_user_fills_no_table_with_changes_of_the_profile() {
    let world = World::new();
    world.member("ada").await;
    world.member("eve").await;
    let (ada, eve) = (world.current("ada").await, world.current("eve").await);
    for change in 0..100 {
        let tag = if change % 2 == 0 { "nl" } else { "en" };
        world.users.choose_language(&ada, tag, &visitor()).await.unwrap();
    }

    let outcome = world.users.choose_language(&ada, "nl", &visitor()).await;

    assert!(matches!(outcome, Err(ChooseLanguageError::Throttled { .. })), "{outcome:?}");
    world.users.choose_language(&eve, "nl", &visitor()).await.unwrap();
    world.after(MINUTE);
    world.users.choose_language(&ada, "nl", &visitor()).await.unwrap();
}
