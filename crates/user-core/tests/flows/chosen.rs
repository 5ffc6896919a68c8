//! Settings that somebody chose: each is what counts, and not its default.

use user_core::domain::MailKind;
use user_core::flows::{ChangeEmailForm, LinkRefusal, SetPictureError, SignInForm, UndoEmailChangeError};
use user_core::settings::Settings;
use user_testkit::{MemoryPictures, PlainPictureMaker, signed_in};

use crate::manage_emails::{add, now, row};
use crate::world::{
    DAY, HOUR, INSTANT, MINUTE, PASSWORD, World, address, codes, credentials, new_password, visitor,
};

#[tokio::test]
async fn pictures_are_as_large_as_it_was_chosen() {
    let world = World::built(|builder| {
        let builder = builder.pictures(MemoryPictures::new(), PlainPictureMaker);
        builder.configure(|s| {
            s.pictures.max_bytes = 2_000;
            s.pictures.max_pixels = 100;
        })
    });
    world.member("ada").await;
    let current = world.current("ada").await;
    let set = async |upload: &[u8]| -> Result<(), SetPictureError> {
        let turn = world.users.begin_upload(&current, &visitor()).await?;
        world.users.set_picture(turn, upload.to_vec(), &visitor()).await
    };

    assert_eq!(codes(set(&vec![b'x'; 2_001]).await), ["picture.too_large"]);
    assert_eq!(codes(set(b"picture 101").await), ["picture.too_many_pixels"]);
    set(b"picture 100").await.unwrap();
}

#[tokio::test]
async fn a_link_to_reset_is_good_for_as_long_as_it_was_chosen() {
    for (age, good) in [((10 * MINUTE).checked_sub(INSTANT).unwrap(), true), (10 * MINUTE, false)] {
        let world = World::with(|settings| settings.lifetimes.reset_password = 10 * MINUTE);
        world.member("ada").await;
        let link = world.reset_link_for("ada").await;
        world.after(age);

        let form = new_password("a quiet ladder of seven rungs");
        assert_eq!(world.users.reset_password(&link, &form, &visitor()).await.is_ok(), good, "{age:?}");
    }
}

#[tokio::test]
async fn a_change_of_address_is_taken_back_for_as_long_as_it_was_chosen() {
    for (age, good) in [(HOUR.checked_sub(INSTANT).unwrap(), true), (HOUR, false)] {
        let world = World::with(|settings| settings.lifetimes.undo_email_change = HOUR);
        world.member("ada").await;
        let current = world.current("ada").await;
        let form =
            ChangeEmailForm { new_email: "new@example.com".to_owned(), old_password: PASSWORD.to_owned() };
        world.users.change_email(&current, &form, &visitor()).await.unwrap();
        let link = world.link_for("new").await;
        world.confirm(&link).await.unwrap();
        let undo = world.link_for("ada").await;
        world.after(age);

        let outcome = world.users.undo_email_change(&undo, &visitor()).await;

        assert_eq!(outcome.is_ok(), good, "{age:?}");
        let late = matches!(outcome, Err(UndoEmailChangeError::Link(LinkRefusal::Expired)));
        assert_eq!(late, !good, "{age:?}");
    }
}

#[tokio::test]
async fn whoever_is_remembered_is_so_for_as_long_as_it_was_chosen() {
    for (age, good) in [((2 * DAY).checked_sub(INSTANT).unwrap(), true), (2 * DAY, false)] {
        let world = World::with(|settings| settings.lifetimes.remembered_session = 2 * DAY);
        world.member("ada").await;
        let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
        let signed_in = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap());
        world.after(age);

        assert_eq!(world.visit(&signed_in.cookie).await.is_some(), good, "{age:?}");
    }
}

#[tokio::test]
async fn a_replaced_cookie_is_good_for_as_long_as_it_was_chosen() {
    for (pause, good) in [(HOUR, true), (HOUR + INSTANT, false)] {
        let world = World::with(|settings| settings.lifetimes.rotation_grace = HOUR);
        world.member("ada").await;
        let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
        let signed_in = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap());
        world.after(DAY);
        let resumed = world.users.resume(&signed_in.cookie, &visitor()).await.unwrap().unwrap();
        world.visit(&resumed.renewed_cookie.unwrap()).await.unwrap();
        world.after(pause);

        assert_eq!(world.visit(&signed_in.cookie).await.is_some(), good, "{pause:?}");
    }
}

/// The kinds of mails about adding an address, making it the primary one and removing the former.
async fn mails_of_a_move(change: impl FnOnce(&mut Settings)) -> Vec<MailKind> {
    let world = World::with(|settings| {
        settings.features.multiple_emails = true;
        change(settings);
    });
    world.member("ada").await;
    let current = world.current("ada").await;
    add(&world, &current, "two@example.com").await.unwrap();
    let link = world.link_for("two").await;
    world.confirm(&link).await.unwrap();
    let current = now(&world, &current).await;
    let two = row(&world, &current, "two@example.com").await.id;
    world.users.make_primary(&current, two, &visitor()).await.unwrap();
    let current = now(&world, &current).await;
    let one = row(&world, &current, &address("ada")).await.id;
    world.users.remove_email(&current, one, &visitor()).await.unwrap();
    world.deliver().await;
    let kinds = [MailKind::EMAIL_ADDED, MailKind::PRIMARY_EMAIL_CHANGED, MailKind::EMAIL_REMOVED];
    let subjects: Vec<_> = world.mail.all().into_iter().map(|mail| mail.subject).collect();
    kinds.into_iter().filter(|kind| subjects.iter().any(|said| said.contains(kind.as_str()))).collect()
}

#[tokio::test]
async fn each_mail_about_addresses_is_sent_unless_it_is_switched_off() {
    let (added, primary, removed) =
        (MailKind::EMAIL_ADDED, MailKind::PRIMARY_EMAIL_CHANGED, MailKind::EMAIL_REMOVED);

    assert_eq!(mails_of_a_move(|_| {}).await, [added, primary, removed]);
    assert_eq!(mails_of_a_move(|s| s.mails.email_added = false).await, [primary, removed]);
    assert_eq!(mails_of_a_move(|s| s.mails.primary_email_changed = false).await, [added, removed]);
    assert_eq!(mails_of_a_move(|s| s.mails.email_removed = false).await, [added, primary]);
}
