//! What an intruder may have begun ends, whoever ends it; and what was there before does not.

use std::collections::BTreeMap;

use user_core::domain::{InvitationState, MailKind};
use user_core::flows::{ConfirmEmailForm, InviteForm};
use user_core::settings::{FieldDeclaration, FieldKind, InvitationMode, Inviters};

use crate::claims::{Account, OWNERS, THIEFS};
use crate::invitations::sent;
use crate::world::{DAY, PASSWORD, World, address, visitor};

#[tokio::test]
async fn an_address_is_told_that_a_way_back_removed_it() {
    let account = Account::old(true).await;
    account.take("evil", PASSWORD).await;
    account.world.mail.clear();
    account.make_primary("evil", PASSWORD).await;
    let link = account.links("ada", "undo-email-change").pop().unwrap();
    account.world.users.undo_email_change(&link, &visitor()).await.unwrap();

    let told = account.world.queued_kinds().await;
    assert!(told.contains(&(MailKind::EMAIL_REMOVED, address("evil"))), "{told:?}");
}

#[tokio::test]
async fn invitations_that_give_roles_end_with_every_recovery() {
    for act in 0..4 {
        let account = Account::old(true).await;
        let world = account.world.restarted_with(|settings| {
            settings.invitations.mode = InvitationMode::Optional;
            settings.invitations.who = Inviters::Roles;
            settings.invitations.inviter_roles = vec!["host".to_owned()];
            settings.invitations.grantable_roles = vec!["admin".to_owned()];
        });
        world.users.grant_role(account.ada.id, "host").await.unwrap();
        let account = Account { world: world.clone(), ada: account.ada };
        let current = account.signed_in(PASSWORD).await.unwrap();
        for (name, roles) in [("accomplice", "admin"), ("guest", "")] {
            let form = InviteForm { email: address(name), roles: roles.to_owned() };
            world.users.invite(&current, &form, &visitor()).await.unwrap();
        }
        account.propose("evil", PASSWORD).await;
        let users = &world.users;
        match act {
            0 => users.disable_user(account.ada.id).await.unwrap(),
            1 => users.end_sessions(account.ada.id).await.unwrap(),
            2 => users.set_password(account.ada.id, OWNERS).await.unwrap(),
            _ => assert!(account.undo("ada", OWNERS).await),
        }

        let open = |name: &str| {
            let (name, now) = (address(name), world.now());
            move |one: &user_core::domain::Invitation| {
                one.email.as_str() == name && one.state(now) == InvitationState::Open
            }
        };
        let all = sent(&world).await;
        assert!(!all.iter().any(open("accomplice")), "{act}");
        assert!(all.iter().any(open("guest")), "{act}: it gives nothing");
        assert_eq!(account.user().await.emails.len(), 1, "{act}");
    }
}

/// Two addresses that are equally old: the other one does not get ahead of the owner who has just pressed the link.
#[tokio::test]
async fn after_a_way_back_only_its_own_link_sets_a_password() {
    let account = Account::old(true).await;
    let world = &account.world;
    for name in ["evil", "third"] {
        account.take(name, PASSWORD).await;
    }
    world.after(30 * DAY);
    account.change_password(PASSWORD, THIEFS).await;
    let link = account.links("evil", "undo-email-change").pop().unwrap();
    let undone = world.users.undo_email_change(&link, &visitor()).await.unwrap();

    assert!(!account.reset("third", THIEFS).await, "one that is as old");
    assert!(account.set_by(&undone.reset_link, OWNERS).await);

    account.change_password(OWNERS, THIEFS).await;
    let link = account.links("evil", "undo-email-change").pop().unwrap();
    world.users.undo_email_change(&link, &visitor()).await.unwrap();
    assert!(account.reset("ada", OWNERS).await, "an older claim beats a younger one");
}

#[tokio::test]
async fn who_takes_an_account_over_by_the_mail_finds_nothing_that_the_registrant_filled_in() {
    let world = World::with(|settings| {
        settings.sign_in.before_confirmation = true;
        settings.fields = vec![FieldDeclaration::new("motto", FieldKind::default())];
    });
    let ada = world.newcomer("ada").await;
    let typed = [("motto", "Pay me"), ("time_zone", "Europe/Amsterdam"), ("language", "nl")];
    let typed: BTreeMap<String, String> = typed.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    world.users.edit_user(ada.id, &typed).await.unwrap();
    let link = world.link_for("ada").await;
    let form = ConfirmEmailForm {
        new_password: OWNERS.to_owned(),
        retype_password: OWNERS.to_owned(),
        ..ConfirmEmailForm::default()
    };

    world.users.confirm_email(&link, &form, None, &visitor()).await.unwrap();

    let user = world.user("ada").await;
    assert_eq!(user.profile, user_core::domain::Profile::default());
    assert_eq!((user.time_zone, user.picture, user.locale), (None, None, Some(visitor().locale)));
}
