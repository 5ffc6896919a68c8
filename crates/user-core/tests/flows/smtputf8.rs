//! An address that no mail can be sent to is refused with words, wherever somebody gives one.

use user_core::flows::{AddEmailForm, ChangeEmailForm, NewInvitation, RegisterForm};
use user_core::settings::{InvitationMode, Inviters, Settings, Smtputf8};

use crate::world::{PASSWORD, World, codes, invite, registration, visitor};

const RENE: &str = "ren\u{e9}@example.com";

fn inviting(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Optional;
    settings.invitations.who = Inviters::SignedIn;
}

/// Where the mail server has no SMTPUTF8.
fn ascii_only(change: impl FnOnce(&mut Settings)) -> World {
    let world = World::with(change);
    world.mail.refuse_smtputf8();
    world
}

fn with_address(email: &str) -> RegisterForm {
    RegisterForm { email: email.to_owned(), ..registration("rene") }
}

#[tokio::test]
async fn nobody_registers_with_an_address_that_cannot_be_mailed() {
    let world = ascii_only(|_| {});
    let before = world.snapshot().await;

    assert_eq!(codes(world.register(&with_address(RENE)).await), ["email.not_ascii"]);

    assert_eq!(world.snapshot().await, before);
    // A domain in another script travels as A-labels.
    assert!(world.register(&with_address("rene@b\u{fc}cher.example")).await.is_ok());
}

#[tokio::test]
async fn nobody_adds_or_changes_to_or_invites_an_address_that_cannot_be_mailed() {
    let world = ascii_only(|settings| {
        settings.features.multiple_emails = true;
        inviting(settings);
    });
    world.member("ada").await;
    let ada = world.current("ada").await;
    let before = world.snapshot().await;

    let added = world.users.add_email(&ada, &AddEmailForm { email: RENE.to_owned() }, &visitor()).await;
    assert_eq!(codes(added), ["email.not_ascii"]);
    let mut invitation = invite("rene", "");
    RENE.clone_into(&mut invitation.email);
    assert_eq!(codes(world.users.invite(&ada, &invitation, &visitor()).await), ["email.not_ascii"]);
    let by_code = NewInvitation { email: RENE.to_owned(), ..NewInvitation::default() };
    let refused = world.users.invite_as_administrator(&by_code).await.unwrap_err();
    assert!(format!("{refused:?}").contains("NotAscii"), "{refused:?}");
    assert_eq!(world.snapshot().await, before);

    let world = ascii_only(|_| {});
    world.member("ada").await;
    let ada = world.current("ada").await;
    let form = ChangeEmailForm { new_email: RENE.to_owned(), old_password: PASSWORD.to_owned() };
    assert_eq!(codes(world.users.change_email(&ada, &form, &visitor()).await), ["email.not_ascii"]);
}

#[tokio::test]
async fn the_setting_has_the_last_word() {
    for (setting, server_takes, accepted) in [
        (Smtputf8::Auto, true, true),
        (Smtputf8::Auto, false, false),
        (Smtputf8::On, false, true),
        (Smtputf8::Off, true, false),
    ] {
        let world = World::with(|settings| settings.mails.smtputf8 = setting);
        if !server_takes {
            world.mail.refuse_smtputf8();
        }

        let outcome = world.register(&with_address(RENE)).await;

        assert_eq!(outcome.is_ok(), accepted, "{setting:?}, {server_takes}");
    }
}
