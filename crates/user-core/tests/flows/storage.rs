//! Users kept, found, changed and gone; what is sealed and opened; the sender of mails.

use user_core::domain::{Locale, Mailbox, User};
use user_core::flows::RegisterForm;
use user_core::seal::Label;

use crate::world::{DAY, World, address, registration, rename, visitor};

fn names(users: &[User]) -> Vec<&str> {
    users.iter().map(User::display_name).collect()
}

#[tokio::test]
async fn s124_users_are_kept_found_listed_and_changed_each_on_their_own() {
    let world = World::new();
    let (ada, bob) = (world.member("ada").await, world.member("bob").await);

    assert_eq!(world.users.find_user(&ada.id.to_string()).await.unwrap().unwrap().id, ada.id);
    assert_eq!(world.users.find_user("bob").await.unwrap().unwrap().id, bob.id);
    assert!(world.users.find_user("nobody").await.unwrap().is_none());
    assert_eq!(names(&world.users.users(None, 9).await.unwrap()), ["ada", "bob"]);
    assert_eq!(names(&world.users.users(None, 1).await.unwrap()), ["ada"]);
    assert_eq!(names(&world.users.users(Some(ada.id), 9).await.unwrap()), ["bob"]);
    assert!(world.users.users(Some(bob.id), 9).await.unwrap().is_empty());

    for role in ["editor", "admin"] {
        world.users.grant_role(ada.id, role).await.unwrap();
    }
    let current = world.current("ada").await;
    world
        .users
        .change_username(&current, &rename("lovelace", crate::world::PASSWORD), &visitor())
        .await
        .unwrap();

    let users = world.everybody().await;
    assert_eq!(names(&users), ["lovelace", "bob"]);
    let roles: Vec<_> = users[0].roles.iter().map(user_core::domain::Role::as_str).collect();
    assert_eq!(roles, ["admin", "editor"]);
    assert_eq!(format!("{:?}", users[1]), format!("{bob:?}"));
}

#[tokio::test]
async fn s124_a_user_that_goes_leaves_the_others() {
    let world = World::new();
    world.member("ada").await;
    world.newcomer("bob").await;
    world.after(31 * DAY);

    world.users.purge_expired().await.unwrap();

    assert_eq!(names(&world.everybody().await), ["ada"]);
    let form = RegisterForm { email: address("bob"), ..registration("bob") };
    assert!(world.register(&form).await.is_ok());
}

#[tokio::test]
async fn s121_s122_what_is_sealed_opens_to_the_same_and_whatever_bytes_it_is() {
    let world = World::new();
    let seals = world.users.seals();

    for payload in [b"abc,123,xyz".as_slice(), b"", &[0; 16], &[255; 300]] {
        let sealed = seals.seal(Label::Custom("app"), payload);
        assert_eq!(seals.open(Label::Custom("app"), &sealed).as_deref(), Some(payload));
        assert_eq!(seals.open(Label::Custom("other"), &sealed), None);
        assert!(sealed.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
    }
}

#[tokio::test]
async fn s123_mails_are_from_the_sender_of_the_settings_with_name_and_address() {
    let sender = "\"The Tea House\" <no-reply@tea.example>";
    let world = World::with(|settings| settings.mails.sender = sender.to_owned());
    world.newcomer("ada").await;

    world.deliver().await;

    let mail = world.mail.latest_to(&address("ada")).unwrap();
    assert_eq!(mail.from, Mailbox::parse(sender).unwrap());
    assert_eq!(mail.from.name.as_deref(), Some("The Tea House"));
    assert!(mail.message_id.ends_with("@tea.example>"), "{}", mail.message_id);
}

#[tokio::test]
async fn a_visitors_language_is_their_own_then_what_they_chose_then_the_browsers_then_the_apps() {
    let world = World::new();
    let nl = crate::world::locale("nl");
    let mut ada = world.member("ada").await;

    assert_eq!(world.users.locale_for(Some(&ada), None, "nl-BE, en;q=0.5"), nl);
    assert_eq!(world.users.locale_for(None, None, "fr, *;q=0.1"), Locale::english());
    assert_eq!(world.users.locale_for(None, Some("nl"), "en"), nl);
    assert_eq!(world.users.locale_for(None, Some("fr"), "nl"), nl);
    ada.locale = Some(nl.clone());
    assert_eq!(world.users.locale_for(Some(&ada), Some("en"), "en"), nl);
    ada.locale = Some(crate::world::locale("fr"));
    assert_eq!(world.users.locale_for(Some(&ada), None, "nl"), nl);
    assert_eq!(world.users.locales(), [Locale::english(), nl]);
}
