//! Registrations that are accepted, or look so.

use std::collections::BTreeSet;

use user_core::domain::{EventKind, MailKind, MailLink, Purpose, TokenSubject, UserStatus};
use user_core::flows::{
    Admission, ConfirmEmailError, LinkRefusal, RegisterForm, Registered, RegisteredNext,
    ResendConfirmEmailForm, Visitor,
};
use user_core::ports::Store;
use user_core::settings::Identifiers;

use crate::world::{
    DAY, HOUR, INSTANT, MINUTE, OTHER_PASSWORD, PASSWORD, World, address, codes, locale, marked, only_email,
    registration, visitor,
};

fn unconfirmed_app() -> World {
    World::with(|settings| settings.features.confirm_email = Some(false))
}

#[tokio::test]
async fn s055_s093_a_fresh_user_is_pending_and_gets_a_mail_with_a_link() {
    for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);

        let registered = world.register(&registration("ada")).await.unwrap();

        assert!(matches!(registered.next, RegisteredNext::ConfirmEmail));
        let user = world.user("ada").await;
        assert_eq!(user.status, UserStatus::Pending);
        assert_eq!(user.username.is_some(), identifiers.username());
        assert!(user.roles.is_empty());
        let email = only_email(&user);
        assert!(email.confirmed_at.is_none() && !email.primary);
        assert_eq!(world.queued_kinds().await, [(MailKind::REGISTERED, address("ada"))]);
        assert_eq!(world.recorded(), [EventKind::USER_REGISTERED]);
        assert_eq!(world.told.kinds(), [EventKind::USER_REGISTERED]);
    }
}

#[tokio::test]
async fn the_link_of_a_registration_is_for_its_address_and_for_two_days() {
    let world = World::new();
    world.register(&registration("ada")).await.unwrap();
    let user = world.user("ada").await;

    let tokens = Store::tokens(world.store.inner(), &user.id, Purpose::CONFIRM_EMAIL).await.unwrap();
    let queued = world.queued().await;

    assert_eq!(tokens.len(), 1);
    let confirming = (Purpose::CONFIRM_EMAIL, TokenSubject::Email(only_email(&user).id));
    assert_eq!((tokens[0].purpose, tokens[0].subject.clone()), confirming);
    assert_eq!(tokens[0].expires_at, world.now() + 2 * DAY);
    let link = queued[0].details.link.unwrap();
    let (purpose, valid_minutes) = (Purpose::CONFIRM_EMAIL, 48 * 60);
    assert_eq!(link, MailLink::Token { purpose, token: tokens[0].id, valid_minutes });
    assert_eq!(queued[0].details.name, None, "nobody has proven that the address is theirs");
}

#[tokio::test]
async fn a_user_keeps_what_was_typed_and_the_language_of_the_page_and_no_password() {
    let world = World::new();
    let form = RegisterForm {
        username: " Ada.L ".to_owned(),
        email: " Ada.Lovelace@Example.COM ".to_owned(),
        ..registration("ada")
    };
    let dutch = Visitor { locale: locale("nl"), ..visitor() };

    world.users.register(&form, &dutch).await.unwrap();

    let user = world.user("ada.l").await;
    assert_eq!(user.username.as_ref().unwrap().as_str(), "Ada.L");
    assert_eq!(only_email(&user).address.as_str(), "Ada.Lovelace@Example.COM");
    assert_eq!(user.locale, Some(locale("nl")));
    assert_eq!(user.created_at, world.now());
    assert!(!user.password_hash.unwrap().reveal().contains(PASSWORD));
    assert_eq!(world.queued().await[0].locale, locale("nl"));
    let event = &world.store.inner().events()[0];
    assert_eq!((event.user_id, event.address), (Some(user.id), visitor().address));
}

#[tokio::test]
async fn s004_s062_where_people_have_only_names_a_user_is_active_at_once_and_gets_no_mail() {
    let world = World::identified_by(Identifiers::Username);

    let registered = world.register(&registration("ada")).await.unwrap();

    let RegisteredNext::Admission(Admission::SignedIn(signed_in)) = registered.next else {
        panic!("not signed in")
    };
    let user = world.user("ada").await;
    assert_eq!((user.status, user.emails.len()), (UserStatus::Active, 0));
    assert!(world.queued().await.is_empty());
    assert_eq!(world.recorded(), [EventKind::USER_REGISTERED, EventKind::USER_SIGNED_IN]);
    assert_eq!(world.visit(&signed_in.cookie).await.unwrap().user.id, user.id);
}

#[tokio::test]
async fn fields_that_the_settings_do_not_ask_for_are_ignored() {
    let by_name = World::identified_by(Identifiers::Username);
    let form = RegisterForm { email: "not an address".to_owned(), ..registration("ada") };
    by_name.register(&form).await.unwrap();
    assert!(by_name.user("ada").await.emails.is_empty());

    let by_address = World::identified_by(Identifiers::Email);
    let form = RegisterForm { username: "admin".to_owned(), ..registration("ada") };
    by_address.register(&form).await.unwrap();
    assert!(by_address.user("ada").await.username.is_none());

    let once = World::with(|settings| settings.features.retype_password = false);
    let form = RegisterForm { retype_password: "something else".to_owned(), ..registration("ada") };
    assert!(once.register(&form).await.is_ok());
}

#[tokio::test]
async fn s094_without_auto_sign_in_a_user_who_need_not_confirm_signs_in_next() {
    let world = World::with(|settings| {
        settings.features.confirm_email = Some(false);
        settings.auto_sign_in.after_register = false;
    });

    let registered = world.register(&registration("ada")).await.unwrap();

    assert!(matches!(registered.next, RegisteredNext::SignIn));
    let user = world.user("ada").await;
    assert!(world.users.sessions(user.id).await.unwrap().is_empty());
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn s095_with_auto_sign_in_a_user_who_need_not_confirm_is_signed_in() {
    let world = unconfirmed_app();

    let registered = world.register(&registration("ada")).await.unwrap();

    let RegisteredNext::Admission(Admission::SignedIn(signed_in)) = registered.next else {
        panic!("not signed in")
    };
    let user = world.user("ada").await;
    assert_eq!(user.status, UserStatus::Active);
    assert!(only_email(&user).primary && only_email(&user).confirmed_at == Some(world.now()));
    assert!(!signed_in.session.persistent);
    assert_eq!(world.users.sessions(user.id).await.unwrap(), [signed_in.session]);
    let queued = world.queued().await;
    assert_eq!((queued.len(), queued[0].kind), (1, MailKind::REGISTERED));
    assert!(queued[0].details.link.is_none() && world.store.inner().tokens_of(&user.id).is_empty());
}

#[tokio::test]
async fn registering_in_a_browser_that_was_signed_in_ends_that_session() {
    let world = unconfirmed_app();
    world.member("ada").await;
    let ada = world.signed_in("ada").await;
    let browser = Visitor { session: Some(ada.session.id), ..visitor() };

    world.users.register(&registration("bob"), &browser).await.unwrap();

    assert!(world.visit(&ada.cookie).await.is_none());
}

#[tokio::test]
async fn the_welcome_can_be_switched_off_where_nothing_is_to_confirm() {
    let world = World::with(|settings| {
        settings.features.confirm_email = Some(false);
        settings.mails.registered = false;
    });

    world.register(&registration("ada")).await.unwrap();

    assert!(world.queued().await.is_empty());
    assert_eq!(world.user("ada").await.status, UserStatus::Active);
}

fn shape(registered: &Registered) -> (String, usize) {
    (format!("{registered:?}"), registered.mark.len())
}

/// Flask-User answered `email.taken` here, and so told any stranger who has an account.
#[tokio::test]
async fn s025_for_a_confirmed_address_the_same_is_written_and_the_courier_tells_the_owner() {
    for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        let owner = world.member("ada").await;
        let known = RegisterForm { email: "ADA@Example.com".to_owned(), ..registration("bob") };

        let known = world.register(&known).await.unwrap();

        let (queued, calls, hashes) =
            (world.queued_kinds().await, world.store.take_calls(), world.hasher.hashes());
        assert_eq!(queued, [(MailKind::REGISTERED, "ADA@Example.com".to_owned())]);
        assert_eq!(world.told.kinds(), [EventKind::USER_REGISTERED]);
        world.deliver().await;
        let mail = world.mail.latest_to(&address("ada")).unwrap();
        assert!(mail.text.starts_with("mails/already_registered.txt"), "{}", mail.text);
        assert_eq!(mail.to.as_str(), address("ada"), "as its owner wrote it");
        assert!(!mail.text.contains("/confirm-email/"), "no link leads to the stranger's account");
        assert_eq!(format!("{:?}", world.user("ada").await), format!("{owner:?}"));
        let event = world.users.events_of(owner.id, 9).await.unwrap().remove(0);
        assert_eq!(event.kind, EventKind::REGISTRATION_FOR_EXISTING_EMAIL);
        assert_eq!(event.address, visitor().address);

        world.store.take_calls();
        let fresh = world.register(&registration("eve")).await.unwrap();
        assert_eq!(shape(&known), shape(&fresh));
        assert_eq!(calls, world.store.take_calls());
        assert_eq!(world.hasher.hashes(), hashes + 1);
    }
}

#[tokio::test]
async fn the_owner_of_a_known_address_is_told_in_their_own_language_and_by_their_own_name() {
    let world = World::new();
    let dutch = Visitor { locale: locale("nl"), ..visitor() };
    world.users.register(&registration("ada"), &dutch).await.unwrap();
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();

    let form = RegisterForm { email: address("ada"), ..registration("eve") };
    world.register(&form).await.unwrap();

    world.deliver().await;
    let mail = world.mail.latest_to(&address("ada")).unwrap();
    assert!(mail.text.starts_with("mails/already_registered.txt [nl]"), "{}", mail.text);
    assert!(mail.text.contains("ada"));
}

/// Where nobody proves an address, a mail must not call its reader what a stranger chose: `www.evil.example`.
#[tokio::test]
async fn where_addresses_are_not_confirmed_no_mail_greets_by_name() {
    let world = unconfirmed_app();
    world.register(&registration("www.evil.example")).await.unwrap();
    let form = RegisterForm { email: address("www.evil.example"), ..registration("eve") };

    world.register(&form).await.unwrap();

    let queued = world.queued().await;
    assert_eq!(
        queued.iter().map(|mail| mail.kind).collect::<Vec<_>>(),
        [MailKind::REGISTERED, MailKind::ALREADY_REGISTERED]
    );
    assert!(queued.iter().all(|mail| mail.details.name.is_none()), "{queued:?}");
}

#[tokio::test]
async fn where_nobody_is_signed_in_by_registering_known_and_fresh_addresses_answer_alike() {
    let world = World::with(|settings| {
        settings.features.confirm_email = Some(false);
        settings.auto_sign_in.after_register = false;
    });
    world.member("ada").await;

    let known = RegisterForm { email: address("ada"), ..registration("bob") };
    let known = world.register(&known).await.unwrap();

    assert_eq!(shape(&known), shape(&world.register(&registration("eve")).await.unwrap()));
}

#[tokio::test]
async fn a_disabled_owner_gets_no_mail_and_stays_disabled_and_the_answer_is_the_same() {
    let world = World::new();
    world.member("ada").await;
    world.disable("ada").await;
    let before = world.user("ada").await;

    let form = RegisterForm { email: address("ada"), ..registration("bob") };
    let registered = world.register(&form).await.unwrap();

    assert!(matches!(registered.next, RegisteredNext::ConfirmEmail));
    world.deliver().await;
    assert!(world.mail.all().is_empty());
    assert_eq!(format!("{:?}", world.user("ada").await), format!("{before:?}"));
}

#[tokio::test]
async fn the_owners_mail_can_be_switched_off() {
    let world = World::with(|settings| settings.mails.already_registered = false);
    world.member("ada").await;

    let form = RegisterForm { email: address("ada"), ..registration("bob") };
    world.register(&form).await.unwrap();
    world.deliver().await;

    assert!(world.mail.all().is_empty());
    assert_eq!(world.told.kinds(), [EventKind::USER_REGISTERED, EventKind::REGISTRATION_FOR_EXISTING_EMAIL]);
}

#[tokio::test]
async fn strangers_cannot_flood_an_owner_with_mails() {
    let world = World::new();
    world.member("ada").await;

    for name in ["one", "two", "three", "four", "five"] {
        let form = RegisterForm { email: address("ada"), ..registration(name) };
        assert!(matches!(world.register(&form).await.unwrap().next, RegisteredNext::ConfirmEmail));
    }

    world.deliver().await;
    assert_eq!(world.mail.all_to(&address("ada")).len(), 3);
    world.after(5 * MINUTE);
    world.deliver().await;
    assert_eq!(world.mail.all_to(&address("ada")).len(), 4, "what had to wait comes one by one");
}

#[tokio::test]
async fn strangers_cannot_flood_an_unconfirmed_address_either_nor_keep_it_from_its_owner() {
    let world = World::new();
    for name in ["one", "two", "three"] {
        let form = RegisterForm { email: address("ada"), ..registration(name) };
        world.register(&form).await.unwrap();
    }
    world.deliver().await;
    let (mails, mut owners) = (world.mail.all().len(), String::new());
    for name in ["four", "owner"] {
        let form = RegisterForm { email: address("ada"), ..registration(name) };
        let registered = world.register(&form).await.unwrap();
        assert!(matches!(registered.next, RegisteredNext::ConfirmEmail));
        owners = registered.mark;
    }

    world.deliver().await;
    assert_eq!(world.mail.all().len(), mails, "the next mail to this address is not due yet");

    world.after(5 * MINUTE);
    world.deliver().await;
    assert_eq!(
        world.mail.all().len(),
        mails + 1,
        "of those that had to wait one is sent, the others can ask again"
    );
    world.after(10 * MINUTE);
    let form = ResendConfirmEmailForm { email: address("ada") };
    world.users.resend_confirm_email(&form, &marked(&owners)).await.unwrap();
    let link = world.link_for("ada").await;
    assert!(
        world.mail.latest_to(&address("ada")).unwrap().text.contains("48"),
        "the time that the link is good for"
    );
    world.after((48 * HOUR).checked_sub(INSTANT).unwrap());
    world.confirm(&link).await.unwrap();
    let owner = world.users.find_user(&address("ada")).await.unwrap().unwrap();
    assert_eq!(owner.username.unwrap().as_str(), "owner");
}

/// Issue A3: who registered first lost the account, and pressed the button for a stranger's.
#[tokio::test]
async fn a_stranger_who_registers_the_same_address_changes_nothing_about_who_came_first() {
    let world = World::new();
    let first = world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let before = world.snapshot().await;

    let form = RegisterForm {
        email: "ADA@example.com".to_owned(),
        password: OTHER_PASSWORD.to_owned(),
        retype_password: OTHER_PASSWORD.to_owned(),
        ..registration("stranger")
    };
    let registered = world.register(&form).await.unwrap();

    assert!(matches!(registered.next, RegisteredNext::ConfirmEmail));
    assert!(world.snapshot().await.holds_all_of(&before));
    let strangers = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();
    assert_eq!(world.users.find_user(&address("ada")).await.unwrap().unwrap().id, first.id);
    let late = world.confirm(&strangers).await;
    assert!(matches!(late, Err(ConfirmEmailError::Link(LinkRefusal::Used))), "{late:?}");
    assert_eq!(world.users.find_user("stranger").await.unwrap().unwrap().status, UserStatus::Pending);
}

#[tokio::test]
async fn a_pending_users_name_is_taken_for_every_other_address() {
    let world = World::new();
    world.newcomer("ada").await;
    let before = world.snapshot().await;

    let form = RegisterForm { email: address("bob"), ..registration("ADA") };

    assert_eq!(codes(world.register(&form).await), ["username.taken"]);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn every_registration_leaves_another_mark() {
    let world = World::new();
    world.member("ada").await;

    let known = RegisterForm { email: address("ada"), ..registration("bob") };
    let mut marks = BTreeSet::new();
    for name in ["bob", "eve", "mallory"] {
        let form = RegisterForm { username: name.to_owned(), ..known.clone() };
        marks.insert(world.register(&form).await.unwrap().mark);
    }

    assert_eq!(marks.len(), 3);
}
