//! Every mail about an account speaks to its reader: by name, in their language, with times in their zone.

use std::collections::BTreeSet;

use user_core::domain::{MailKind, QueuedMail, TimeZone, User};
use user_core::flows::{AddEmailForm, Current, NewInvitation, RegisterForm, SignInForm};
use user_core::ports::{Changes, UserChange};
use user_core::settings::InvitationMode;
use user_testkit::{MailRefusal, signed_in};

use crate::world::{
    DAY, MINUTE, PASSWORD, World, address, credentials, locale, registration, rename, visitor,
};
use crate::world::{OTHER_PASSWORD, password_change};
use crate::{recovery_codes, second_step, totp};

fn tokyo() -> TimeZone {
    TimeZone::parse("Asia/Tokyo").unwrap()
}

/// Ada, who reads Dutch and lives in Tokyo, where every mail is sent.
async fn ada_abroad() -> (World, User) {
    let world = World::with(|settings| {
        settings.features.multiple_emails = true;
        settings.invitations.mode = InvitationMode::Optional;
        settings.mails.new_sign_in = true;
        settings.features.recovery_codes = true;
        settings.features.totp = true;
    });
    let ada = world.member("ada").await;
    let told = Changes::none()
        .with(UserChange::SetLocale(ada.id, Some(locale("nl"))))
        .with(UserChange::SetTimeZone(ada.id, Some(tokyo())));
    world.write(told).await;
    (world, ada)
}

async fn current(world: &World) -> Current {
    world.current("ada").await
}

/// A new address is added, proven, made primary; and the former one is removed.
async fn move_house(world: &World) {
    let form = AddEmailForm { email: address("new") };
    world.users.add_email(&current(world).await, &form, &visitor()).await.unwrap();
    let link = world.link_for("new").await;
    world.confirm(&link).await.unwrap();
    let emails = world.user("ada").await.emails;
    let id_of = |name| emails.iter().find(|held| held.address.as_str() == address(name)).unwrap().id;
    world.users.make_primary(&current(world).await, id_of("new"), &visitor()).await.unwrap();
    world.users.remove_email(&current(world).await, id_of("ada"), &visitor()).await.unwrap();
}

async fn bring_back_a_replaced_cookie(world: &World) {
    let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
    let cookie = signed_in(world.users.sign_in(&form, &visitor()).await.unwrap()).cookie;
    world.after(DAY);
    let renewed = world.users.resume(&cookie, &visitor()).await.unwrap().unwrap().renewed_cookie.unwrap();
    world.after(10 * MINUTE);
    world.users.resume(&renewed, &visitor()).await.unwrap();
    world.after(DAY);
    world.users.resume(&cookie, &visitor()).await.unwrap();
}

async fn everything_that_is_mailed(world: &World) {
    let known = RegisterForm { email: address("ada"), ..registration("bob") };
    world.register(&known).await.unwrap();
    world.forgot(&address("ada")).await.unwrap();
    // The courier finds out whose the address is; what it writes then stays in the outbox.
    world.mail.refuse_next(2, MailRefusal::Transient);
    world.users.deliver_due_mail().await.unwrap();
    let invitation = NewInvitation { email: address("ada"), ..NewInvitation::default() };
    world.users.invite_as_administrator(&invitation).await.unwrap();
    bring_back_a_replaced_cookie(world).await;
    world.register(&registration("grace")).await.unwrap();
}

fn assert_speaks_to_ada(mail: &QueuedMail) {
    let kind = mail.kind;
    assert_eq!(mail.details.time_zone, Some(tokyo()), "{kind:?}");
    assert_eq!(mail.locale, locale("nl"), "{kind:?}");
    let is_proven = kind != MailKind::CONFIRM_EMAIL;
    assert_eq!(mail.details.name.as_deref(), is_proven.then_some("ada"), "{kind:?}");
}

#[tokio::test]
async fn each_of_the_mails_about_an_account_knows_its_reader() {
    let (world, ada) = ada_abroad().await;
    everything_that_is_mailed(&world).await;
    let mut mails = world.queued().await;
    let codes = recovery_codes::made(&world, &current(&world).await).await;
    let used = recovery_codes::typed(&codes[0]);
    world.users.prove_by_recovery_code(&current(&world).await, &used, &visitor()).await.unwrap();
    world.users.ask_for_export(&current(&world).await, &visitor()).await.unwrap();
    let change = password_change(PASSWORD, OTHER_PASSWORD);
    world.users.change_password(&current(&world).await, &change, &visitor()).await.unwrap();
    world.users.schedule_deletion(ada.id, DAY).await.unwrap();
    world.users.cancel_deletion(ada.id).await.unwrap();
    mails.extend(world.queued().await);
    world.users.delete_user(ada.id).await.unwrap();
    mails.extend(world.queued().await);

    let (guarded, guard) = ada_abroad().await;
    let (owner, _) = totp::set_up(&guarded, "ada").await;
    for _ in 0..5 {
        second_step::wrong(&guarded, "ada", &visitor()).await;
    }
    let id = guarded.users.totp_apps(&owner).await.unwrap()[0].id;
    guarded.users.reset_second_step(guard.id, DAY).await.unwrap();
    guarded.users.remove_totp(&owner, id, &visitor()).await.unwrap();
    mails.extend(guarded.queued().await);

    let (moving, mover) = ada_abroad().await;
    move_house(&moving).await;
    let form = AddEmailForm { email: address("other") };
    moving.users.add_email(&current(&moving).await, &form, &visitor()).await.unwrap();
    let renaming = rename("countess", PASSWORD);
    moving.users.change_username(&current(&moving).await, &renaming, &visitor()).await.unwrap();
    mails.extend(moving.queued().await);

    let hers = |mail: &&QueuedMail| mail.user_id.is_some_and(|id| [ada.id, mover.id, guard.id].contains(&id));
    let to_ada: Vec<_> = mails.iter().filter(hers).collect();
    to_ada.iter().copied().for_each(assert_speaks_to_ada);
    let farewell = mails.iter().find(|mail| mail.kind == MailKind::ACCOUNT_DELETED).unwrap();
    assert_speaks_to_ada(farewell);
    let strangers = mails.iter().filter(|mail| mail.kind == MailKind::REGISTERED).chain([farewell]);
    let kinds: BTreeSet<_> = to_ada.iter().copied().chain(strangers).map(|mail| mail.kind).collect();
    assert_eq!(kinds, MailKind::ALL.iter().copied().collect());
}

#[tokio::test]
async fn a_change_of_the_primary_address_is_told_in_the_time_of_its_reader() {
    let (world, _) = ada_abroad().await;

    move_house(&world).await;
    world.deliver().await;

    for to in ["ada", "new"] {
        let mails = world.mail.all();
        let told = |mail: &&user_core::domain::ComposedMail| {
            mail.to.as_str() == address(to) && mail.text.starts_with("mails/primary_email_changed.txt [nl]")
        };
        let mail = mails.iter().find(told).unwrap();
        assert!(mail.text.contains("JST"), "{}", mail.text);
    }
}
