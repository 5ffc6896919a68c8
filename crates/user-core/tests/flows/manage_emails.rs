//! Several addresses: adding, confirming, choosing the primary one, removing.

use user_core::domain::{EMAILS_MAX, EmailId, EventKind, MailKind, UserEmail};
use user_core::flows::{
    AddEmailError, AddEmailForm, ConfirmEmailError, Current, LinkRefusal, ManageEmailError,
};
use user_core::settings::Settings;

use crate::world::{
    INSTANT, MINUTE, OTHER_PASSWORD, World, address, codes, new_password, registration, visitor,
};

fn several(settings: &mut Settings) {
    settings.features.multiple_emails = true;
}

async fn member() -> (World, Current) {
    let world = World::with(several);
    world.member("ada").await;
    let current = world.current("ada").await;
    (world, current)
}

pub(crate) async fn add(world: &World, current: &Current, email: &str) -> Result<(), AddEmailError> {
    let form = AddEmailForm { email: email.to_owned() };
    world.users.add_email(current, &form, &visitor()).await.map(drop)
}

/// The user as they are now, in the same session.
pub(crate) async fn now(world: &World, current: &Current) -> Current {
    let key = current.user.id.to_string();
    let user = world.users.find_user(&key).await.unwrap().unwrap();
    Current::new(user, current.session.clone())
}

pub(crate) async fn row(world: &World, current: &Current, email: &str) -> UserEmail {
    let user = now(world, current).await.user;
    user.emails.iter().find(|held| held.address.as_str() == email).cloned().unwrap()
}

/// With `two@example.com` added and confirmed.
pub(crate) async fn member_with_two() -> (World, Current, EmailId) {
    let (world, current) = member().await;
    add(&world, &current, "two@example.com").await.unwrap();
    let link = world.link_for("two").await;
    world.confirm(&link).await.unwrap();
    world.deliver().await;
    world.forget_the_past();
    let current = now(&world, &current).await;
    let two = row(&world, &current, "two@example.com").await.id;
    (world, current, two)
}

#[tokio::test]
async fn no_address_is_managed_where_users_have_one() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let (id, before) = (current.user.emails[0].id, world.snapshot().await);

    assert!(matches!(add(&world, &current, "two@example.com").await, Err(AddEmailError::Off)));
    let users = &world.users;
    for outcome in [
        users.send_confirmation(&current, id, &visitor()).await,
        users.make_primary(&current, id, &visitor()).await,
        users.remove_email(&current, id, &visitor()).await,
    ] {
        assert!(matches!(outcome, Err(ManageEmailError::Off)));
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_copied_cookie_adds_chooses_and_removes_no_address_once_the_last_proof_is_a_quarter_of_an_hour_old()
{
    for (age, close) in [(15 * MINUTE, true), (15 * MINUTE + INSTANT, false)] {
        let world = World::with(several);
        world.member("ada").await;
        let current = world.current("ada").await;
        world.after(age);
        let before = world.snapshot().await;
        let (users, id) = (&world.users, current.user.emails[0].id);

        let changes = [
            users.send_confirmation(&current, id, &visitor()).await,
            users.make_primary(&current, id, &visitor()).await,
            users.remove_email(&current, id, &visitor()).await,
        ];
        let unchanged = world.snapshot().await == before;
        let added = add(&world, &current, "two@example.com").await;

        for outcome in changes {
            assert_eq!(matches!(outcome, Err(ManageEmailError::NotFresh)), !close);
        }
        assert_eq!(matches!(added, Err(AddEmailError::NotFresh)), !close);
        assert!(unchanged || close);
    }
}

#[tokio::test]
async fn an_address_that_is_none_or_on_the_list_or_one_too_many_is_refused() {
    let (world, current) = member().await;
    let before = world.snapshot().await;
    let cases = [
        ("", "email.required"),
        ("two", "email.malformed"),
        ("two@example", "email.malformed"),
        ("ADA@example.com", "email.taken"),
    ];

    for (email, code) in cases {
        assert_eq!(codes(add(&world, &current, email).await), [code], "{email}");
    }
    assert_eq!(world.snapshot().await, before);

    for number in 1..EMAILS_MAX {
        add(&world, &current, &format!("more{number}@example.com")).await.unwrap();
    }
    let current = now(&world, &current).await;
    assert_eq!(current.user.emails.len(), EMAILS_MAX);
    assert_eq!(codes(add(&world, &current, "last@example.com").await), ["email.too_many"]);
    assert_eq!(codes(add(&world, &current, "more1@example.com").await), ["email.taken"]);
}

/// S080: the address stands on the list, the link goes to it, and the primary address is told.
#[tokio::test]
async fn an_added_address_is_listed_mailed_a_link_and_told_to_the_primary_one() {
    let (world, current) = member().await;

    add(&world, &current, " Two@Example.com").await.unwrap();

    let user = now(&world, &current).await.user;
    let listed: Vec<_> = user
        .emails
        .iter()
        .map(|email| (email.address.as_str(), email.confirmed_at.is_some(), email.primary))
        .collect();
    assert_eq!(listed, [("ada@example.com", true, true), ("Two@Example.com", false, false)]);
    let mut queued = world.queued_kinds().await;
    queued.sort();
    assert_eq!(
        queued,
        [
            (MailKind::CONFIRM_EMAIL, "Two@Example.com".to_owned()),
            (MailKind::EMAIL_ADDED, "ada@example.com".to_owned()),
        ]
    );
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_ADDED]);
}

#[tokio::test]
async fn an_address_of_somebody_else_looks_the_same_and_its_owner_is_told() {
    let (world, current) = member().await;
    world.member("bob").await;
    let bob = world.user("bob").await;

    add(&world, &current, "BOB@example.com").await.unwrap();

    let mut queued = world.queued_kinds().await;
    queued.sort();
    assert_eq!(
        queued,
        [
            (MailKind::CONFIRM_EMAIL, "BOB@example.com".to_owned()),
            (MailKind::EMAIL_ADDED, "ada@example.com".to_owned()),
        ]
    );
    assert_eq!(row(&world, &current, "BOB@example.com").await.confirmed_at, None);
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_ADDED]);
    world.deliver().await;
    let told = world.mail.all_to("bob@example.com");
    assert!(told.len() == 1 && told[0].text.starts_with("mails/already_registered.txt"), "{told:?}");
    assert!(!told[0].text.contains("/confirm-email/"), "no link goes to somebody else's mailbox");
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_ADDED, EventKind::REGISTRATION_FOR_EXISTING_EMAIL]);
    assert_eq!(format!("{:?}", world.user("bob").await), format!("{bob:?}"), "bob's address is still bob's");
}

#[tokio::test]
async fn an_address_that_is_only_listed_blocks_nobody_and_signs_nobody_in() {
    let (world, current) = member().await;
    add(&world, &current, "bob@example.com").await.unwrap();
    let early = world.link_for("bob").await;

    world.sign_in("bob@example.com", crate::world::PASSWORD).await.unwrap_err();
    world.forget_the_past();
    world.forgot("bob@example.com").await.unwrap();
    world.deliver().await;
    assert!(world.mail.all().is_empty(), "no reset goes to an address that nobody has proven");
    world.register(&registration("bob")).await.unwrap();
    let link = world.link_for("bob").await;
    world.confirm(&link).await.unwrap();

    let late = world.confirm(&early).await;
    assert!(matches!(late, Err(ConfirmEmailError::Link(LinkRefusal::Used))), "{late:?}");
    assert_ne!(world.user("bob").await.id, current.user.id);
    assert_eq!(row(&world, &current, "bob@example.com").await.confirmed_at, None);
}

/// S081, S083: confirmed, it signs in, and the primary address stays where it is.
#[tokio::test]
async fn a_confirmed_address_signs_in_and_changes_no_primary() {
    let (world, current, two) = member_with_two().await;

    let signed_in = world.sign_in("TWO@example.com", crate::world::PASSWORD).await.unwrap();
    world.sign_in("ada@example.com", crate::world::PASSWORD).await.unwrap();

    assert_eq!(signed_in.user.id, current.user.id);
    let primary = signed_in.user.primary_email().unwrap();
    assert_ne!(primary.id, two);
    assert_eq!(primary.address.as_str(), "ada@example.com");
}

#[tokio::test]
async fn a_link_confirms_its_own_address_only_and_another_link_spoils_only_its_own_kind() {
    let (world, current) = member().await;
    add(&world, &current, "two@example.com").await.unwrap();
    let two = world.link_for("two").await;
    let current = now(&world, &current).await;
    add(&world, &current, "three@example.com").await.unwrap();
    let three = world.link_for("three").await;

    world.confirm(&two).await.unwrap();

    assert!(row(&world, &current, "two@example.com").await.confirmed_at.is_some());
    assert_eq!(row(&world, &current, "three@example.com").await.confirmed_at, None);
    world.confirm(&three).await.unwrap();
}

/// S084: a new link replaces the earlier one; a confirmed address needs none.
#[tokio::test]
async fn another_confirmation_mail_replaces_the_earlier_link() {
    let (world, current) = member().await;
    add(&world, &current, "two@example.com").await.unwrap();
    let early = world.link_for("two").await;
    let id = row(&world, &current, "two@example.com").await.id;
    let current = now(&world, &current).await;
    world.forget_the_past();

    world.users.send_confirmation(&current, id, &visitor()).await.unwrap();

    let outcome = world.confirm(&early).await;
    assert!(matches!(outcome, Err(ConfirmEmailError::Link(LinkRefusal::Used))));
    let late = world.link_for("two").await;
    world.confirm(&late).await.unwrap();
    world.deliver().await;
    world.forget_the_past();
    let current = now(&world, &current).await;
    world.users.send_confirmation(&current, id, &visitor()).await.unwrap();
    assert!(world.queued().await.is_empty());
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn mails_to_one_address_have_a_budget_however_they_are_asked_for() {
    let (world, current) = member().await;
    add(&world, &current, "two@example.com").await.unwrap();
    let id = row(&world, &current, "two@example.com").await.id;
    let current = now(&world, &current).await;

    let mut asked = 0;
    let refused = loop {
        match world.users.send_confirmation(&current, id, &visitor()).await {
            Ok(_) => asked += 1,
            Err(refusal) => break refusal,
        }
    };

    assert!(matches!(refused, ManageEmailError::Throttled { .. }), "{refused:?}");
    assert_eq!(
        world.queued().await.iter().filter(|mail| mail.kind == MailKind::CONFIRM_EMAIL).count(),
        asked + 1
    );
}

#[tokio::test]
async fn what_is_not_the_users_or_not_proven_or_primary_is_refused_and_nothing_changes() {
    let (world, current) = member().await;
    add(&world, &current, "two@example.com").await.unwrap();
    world.member("bob").await;
    let (users, bobs) = (&world.users, world.user("bob").await.emails[0].id);
    let two = row(&world, &current, "two@example.com").await.id;
    let current = now(&world, &current).await;
    let (primary, before) = (current.user.emails[0].id, world.snapshot().await);

    for outcome in [
        users.send_confirmation(&current, bobs, &visitor()).await,
        users.make_primary(&current, bobs, &visitor()).await,
        users.remove_email(&current, bobs, &visitor()).await,
    ] {
        assert!(matches!(outcome, Err(ManageEmailError::Unknown)), "{outcome:?}");
    }
    let unproven = users.make_primary(&current, two, &visitor()).await;
    assert!(matches!(unproven, Err(ManageEmailError::Unconfirmed)));
    let removed = users.remove_email(&current, primary, &visitor()).await;
    assert!(matches!(removed, Err(ManageEmailError::Primary)));
    users.make_primary(&current, primary, &visitor()).await.unwrap();

    assert_eq!(world.snapshot().await, before);
}

/// S085: the flag moves, and both addresses are told; the earlier one can take it back.
#[tokio::test]
async fn another_primary_address_is_told_to_both() {
    let (world, current, two) = member_with_two().await;

    world.users.make_primary(&current, two, &visitor()).await.unwrap();

    let user = now(&world, &current).await.user;
    assert_eq!(user.primary_email().unwrap().id, two);
    assert_eq!(user.emails.len(), 2);
    let mut queued = world.queued().await;
    queued.sort_by_key(|mail| mail.to.to_string());
    let told: Vec<_> =
        queued.iter().map(|mail| (mail.kind, mail.to.as_str(), mail.details.link.is_some())).collect();
    assert_eq!(
        told,
        [
            (MailKind::PRIMARY_EMAIL_CHANGED, "ada@example.com", true),
            (MailKind::PRIMARY_EMAIL_CHANGED, "two@example.com", false),
        ]
    );
    assert!(queued.iter().all(|mail| mail.details.about.as_deref() == Some("two@example.com")));
    assert_eq!(world.told.kinds(), [EventKind::PRIMARY_EMAIL_CHANGED]);
}

#[tokio::test]
async fn the_only_address_stays_also_while_it_is_not_confirmed() {
    let world = World::with(|settings| {
        several(settings);
        settings.sign_in.before_confirmation = true;
    });
    world.newcomer("ada").await;
    let current = world.current("ada").await;
    let (only, before) = (current.user.emails[0].id, world.snapshot().await);

    let outcome = world.users.remove_email(&current, only, &visitor()).await;

    assert!(matches!(outcome, Err(ManageEmailError::Primary)), "{outcome:?}");
    assert_eq!(world.snapshot().await, before);
}

/// S086: the former primary address can go, with every link that was mailed to it.
#[tokio::test]
async fn an_address_goes_with_its_links_and_both_are_told() {
    let (world, current, two) = member_with_two().await;
    world.forgot("two@example.com").await.unwrap();
    let reset = world.link_for("two").await;
    world.forget_the_past();

    world.users.remove_email(&current, two, &visitor()).await.unwrap();

    assert_eq!(now(&world, &current).await.user.emails.len(), 1);
    let told = [address("ada"), address("two")].map(|to| (MailKind::EMAIL_REMOVED, to));
    assert_eq!(world.queued_kinds().await, told);
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_REMOVED]);
    world.sign_in("two@example.com", crate::world::PASSWORD).await.unwrap_err();
    world.users.reset_password(&reset, &new_password(OTHER_PASSWORD), &visitor()).await.unwrap_err();
    world.users.remove_email(&current, two, &visitor()).await.unwrap_err();
}

#[tokio::test]
async fn a_password_changed_meanwhile_stops_whoever_was_shut_out() {
    let (world, current, two) = member_with_two().await;
    world.users.set_password(current.user.id, OTHER_PASSWORD).await.unwrap();

    let outcome = world.users.make_primary(&current, two, &visitor()).await;

    assert!(matches!(outcome, Err(ManageEmailError::NotFresh)), "{outcome:?}");
}

#[tokio::test]
async fn whoever_is_disabled_meanwhile_changes_nothing() {
    let (world, current, two) = member_with_two().await;
    world.disable("ada").await;

    let outcome = world.users.remove_email(&current, two, &visitor()).await;

    assert!(matches!(outcome, Err(ManageEmailError::Gone)), "{outcome:?}");
    assert_eq!(now(&world, &current).await.user.emails.len(), 2);
}
