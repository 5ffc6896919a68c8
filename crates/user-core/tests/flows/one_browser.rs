//! Several registrations in one browser: each of them is at home there.

use user_core::domain::{User, UserStatus};
use user_core::flows::{ConfirmEmailForm, RegisterForm, Visitor};
use user_core::settings::Identifiers;
use user_testkit::SentMail;

use crate::world::{OTHER_PASSWORD, PASSWORD, World, address, codes, marked, registration};

/// Registers one after the other in one browser, which is answered.
async fn registered(world: &World, names: &[&str]) -> Visitor {
    let mut browser = marked("");
    for name in names {
        let mark = world.users.register(&registration(name), &browser).await.unwrap().mark;
        browser = marked(&mark);
    }
    browser
}

/// Registering once more, with another password.
fn again(name: &str) -> RegisterForm {
    RegisterForm {
        password: OTHER_PASSWORD.to_owned(),
        retype_password: OTHER_PASSWORD.to_owned(),
        ..registration(name)
    }
}

#[tokio::test]
async fn each_account_that_was_registered_in_a_browser_is_confirmed_and_redone_there() {
    let world = World::new();
    let browser = registered(&world, &["ada", "bob"]).await;
    let (adas, bobs) = (world.link_for("ada").await, world.link_for("bob").await);

    let redone = world.users.register(&again("ada"), &browser).await.unwrap();
    let browser = marked(&redone.mark);
    world.users.confirm_email(&adas, &ConfirmEmailForm::default(), None, &browser).await.unwrap_err();

    for link in [world.link_for("ada").await, bobs] {
        world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &browser).await.unwrap();
    }
    assert_eq!(world.user("ada").await.status, UserStatus::Active);
    assert_eq!(world.user("bob").await.status, UserStatus::Active);
}

#[tokio::test]
async fn a_browser_is_known_for_its_latest_four_registrations() {
    let world = World::new();
    let names = ["one", "two", "three", "four", "five"];
    let browser = registered(&world, &names).await;

    let size = |name: &str| {
        let (world, browser, form) = (&world, &browser, again(name));
        async move { world.users.register(&form, browser).await }
    };
    assert_eq!(codes(size("one").await), ["username.taken"]);
    for name in ["two", "three", "four", "five"] {
        size(name).await.unwrap();
    }
}

#[tokio::test]
async fn however_often_an_account_is_redone_the_others_stay_at_home() {
    let world = World::new();
    let mut browser = registered(&world, &["ada", "bob"]).await;
    for _ in 0..6 {
        browser = marked(&world.users.register(&again("bob"), &browser).await.unwrap().mark);
    }

    world.users.register(&again("ada"), &browser).await.unwrap();
}

/// Who signs in with this password, before anything is confirmed.
async fn whoever(world: &World, browser: &Visitor, password: &str) -> Option<User> {
    world.sign_in_as(browser, &address("ada"), password).await.ok().map(|signed_in| signed_in.user)
}

#[tokio::test]
async fn registering_an_account_in_use_again_keeps_it_and_sends_its_link() {
    for is_known in [false, true] {
        let world = World::built(|builder| {
            builder.configure(|settings| {
                settings.identifiers = Identifiers::Email;
                settings.sign_in.before_confirmation = true;
            })
        });
        if is_known {
            world.member("ada").await;
        }
        let browser = registered(&world, &["ada"]).await;
        let own = whoever(&world, &browser, PASSWORD).await.unwrap();
        let accounts = world.everybody().await.len();
        world.deliver().await;
        world.forget_the_past();

        let mark = world.users.register(&again("ada"), &browser).await.unwrap().mark;

        let browser = marked(&mark);
        assert_eq!(world.everybody().await.len(), accounts, "{is_known}");
        assert_eq!(whoever(&world, &browser, PASSWORD).await.map(|user| user.id), Some(own.id));
        assert!(whoever(&world, &browser, OTHER_PASSWORD).await.is_none());
        let mails = world.queued().await;
        assert_eq!(mails.len(), 1, "{is_known}: one row, whatever is known of the address");
        world.deliver().await;
        let links = world.mail.all_to(&address("ada"));
        assert_eq!(
            links.iter().filter_map(SentMail::link_in).any(|link| link.contains("/confirm-email/")),
            !is_known
        );
    }
}
