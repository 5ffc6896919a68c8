//! An address that nobody has proven stands for nobody, whatever became of the account that lists it.

use user_core::domain::{MailKind, UserStatus};
use user_core::flows::{ConfirmEmailForm, NewInvitation, RegisterError, RegisterForm};
use user_core::settings::{Identifiers, InvitationMode, Settings};

use crate::claims::{Account, OWNERS, THIEFS};
use crate::world::{
    DAY, HOUR, OTHER_PASSWORD, PASSWORD, World, address, marked, only_email, registration, visitor,
};

fn invites(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Optional;
}

async fn invitation_to(world: &World, name: &str, role: &str) -> String {
    let roles = if role.is_empty() { vec![] } else { vec![role.to_owned()] };
    let new = NewInvitation { email: address(name), roles, locale: None };
    world.users.invite_as_administrator(&new).await.unwrap();
    world.link_for(name).await
}

/// A typing error at registration: the address of a stranger, which the user replaced by their own before confirming.
#[tokio::test]
async fn the_address_of_a_typing_error_gets_no_way_back() {
    for several in [true, false] {
        let account = Account::pending(several).await;
        account.take("own", PASSWORD).await;
        account.world.after(8 * DAY);
        account.change_password(PASSWORD, THIEFS).await;
        let before = account.world.mail.all_to(&address("ada")).len();

        let link = account.links("own", "undo-email-change").pop().unwrap();
        account.world.users.undo_email_change(&link, &visitor()).await.unwrap();
        account.world.deliver().await;

        assert_eq!(account.world.mail.all_to(&address("ada")).len(), before, "{several}");
        assert_eq!(account.primary().await, address("own"));
    }
}

#[tokio::test]
async fn a_disabled_account_that_waits_keeps_its_address_and_waits_again_when_it_is_enabled() {
    for act in ["disable", "sign-out", "set-password"] {
        let world = World::new();
        let ada = world.newcomer("ada").await;
        world.users.disable_user(ada.id).await.unwrap();

        match act {
            "disable" => world.users.disable_user(ada.id).await.unwrap(),
            "sign-out" => world.users.end_sessions(ada.id).await.unwrap(),
            _ => world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap(),
        }
        world.users.enable_user(ada.id).await.unwrap();

        let user = world.user("ada").await;
        assert_eq!((user.status, only_email(&user).confirmed_at), (UserStatus::Pending, None), "{act}");
        let password = if act == "set-password" { OTHER_PASSWORD } else { PASSWORD };
        assert!(world.sign_in("ada", password).await.is_err(), "{act}");
    }
}

/// A stranger who registers with an address last is not who an administrator means by it.
#[tokio::test]
async fn an_address_that_nobody_has_confirmed_finds_nobody_to_act_on() {
    let world = World::new();
    let (first, last) = (world.newcomer("ada").await, {
        let form = RegisterForm { email: address("ada"), ..registration("mallory") };
        world.register(&form).await.unwrap();
        world.user("mallory").await
    });

    assert!(world.users.find_user(&address("ada")).await.unwrap().is_none());
    let waiting = world.users.registrants(&address("ada"), 9).await.unwrap();

    let ids: Vec<_> = waiting.iter().map(|user| user.id).collect();
    assert_eq!(ids, [last.id, first.id]);
    assert!(world.users.registrants("no address", 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_address_proven_by_an_invitation_counts_from_the_registration_before() {
    let world = World::with(invites);
    let first = world.newcomer("ada").await;
    world.after(3 * DAY);
    let form = RegisterForm { invite_token: invitation_to(&world, "ada", "").await, ..registration("ada") };

    world.users.register(&form, &world.browser_of("ada")).await.unwrap();

    let user = world.user("ada").await;
    assert_eq!((user.id, user.status), (first.id, UserStatus::Active));
    assert_eq!(only_email(&user).confirmed_at, Some(first.created_at));
    world.after(HOUR);
    world.users.set_password(user.id, OTHER_PASSWORD).await.unwrap();
    let told = world.queued().await;
    let mail = told.iter().find(|mail| mail.kind == MailKind::PASSWORD_CHANGED).unwrap();
    assert!(mail.details.link.is_some(), "its owner can take the account back");
}

#[tokio::test]
async fn an_invitation_is_not_swallowed_by_an_account_in_use_that_this_browser_registered() {
    let world = World::with(|settings| {
        invites(settings);
        settings.identifiers = Identifiers::Email;
        settings.sign_in.before_confirmation = true;
    });
    let mark = world.register(&registration("ada")).await.unwrap().mark;
    world.sign_in_as(&marked(&mark), &address("ada"), PASSWORD).await.unwrap();
    let form =
        RegisterForm { invite_token: invitation_to(&world, "ada", "agent").await, ..registration("ada") };

    let outcome = world.users.register(&form, &marked(&mark)).await;

    assert!(matches!(outcome, Err(RegisterError::HasAccount)), "{outcome:?}");
}

#[tokio::test]
async fn who_takes_an_account_over_by_the_mail_gets_no_role_of_the_registrant() {
    let account = Account::pending(true).await;
    account.world.users.grant_role(account.ada.id, "admin").await.unwrap();
    let link = account.links("ada", "confirm-email").pop().unwrap();

    let form = ConfirmEmailForm {
        new_password: OWNERS.to_owned(),
        retype_password: OWNERS.to_owned(),
        ..ConfirmEmailForm::default()
    };
    account.world.users.confirm_email(&link, &form, None, &visitor()).await.unwrap();

    assert!(account.user().await.roles.is_empty());
}
