//! Another address in place of the only one.

use user_core::domain::{EventKind, MailKind, MailLink, Purpose, User, UserStatus};
use user_core::flows::{ChangeEmailError, ChangeEmailForm, ConfirmEmailError, Current, LinkRefusal};
use user_core::settings::Identifiers;

use crate::world::{DAY, HOUR, INSTANT, OTHER_PASSWORD, PASSWORD, World, address, codes, visitor};

fn purpose(link: MailLink) -> Option<Purpose> {
    match link {
        MailLink::Token { purpose, .. } => Some(purpose),
        MailLink::Invitation { .. } | MailLink::Export { .. } => None,
    }
}

pub(crate) fn wish(new_email: &str, old_password: &str) -> ChangeEmailForm {
    ChangeEmailForm { new_email: new_email.to_owned(), old_password: old_password.to_owned() }
}

pub(crate) async fn change(
    world: &World,
    current: &Current,
    form: &ChangeEmailForm,
) -> Result<(), ChangeEmailError> {
    world.users.change_email(current, form, &visitor()).await.map(drop)
}

pub(crate) async fn member() -> (World, Current) {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    (world, current)
}

pub(crate) async fn now(world: &World, user: &User) -> User {
    world.users.find_user(&user.id.to_string()).await.unwrap().unwrap()
}

/// Whoever had `ada@example.com` has `new@example.com` by now. Gives the link that takes it back.
pub(crate) async fn moved() -> (World, User, String) {
    let (world, current) = member().await;
    world.after(HOUR);
    change(&world, &current, &wish("new@example.com", PASSWORD)).await.unwrap();
    let link = world.link_for("new").await;
    world.confirm(&link).await.unwrap();
    let undo = world.link_for("ada").await;
    world.forget_the_past();
    (world, current.user, undo)
}

pub(crate) fn addresses(user: &User) -> Vec<&str> {
    user.emails.iter().map(|email| email.address.as_str()).collect()
}

#[tokio::test]
async fn no_address_is_changed_where_that_is_off_or_several_are_managed() {
    for several in [false, true] {
        let world = World::with(|settings| {
            settings.features.multiple_emails = several;
            settings.features.change_email = (!several).then_some(false);
        });
        world.member("ada").await;
        let current = world.current("ada").await;
        let before = world.snapshot().await;

        let outcome = change(&world, &current, &wish("new@example.com", PASSWORD)).await;

        assert!(matches!(outcome, Err(ChangeEmailError::Off)));
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn a_sign_in_too_long_ago_must_be_repeated_first() {
    for (age, fresh) in [(HOUR, true), (HOUR + INSTANT, false)] {
        let world = World::with(|settings| settings.lifetimes.fresh = HOUR);
        world.member("ada").await;
        let current = world.current("ada").await;
        world.after(age);

        let outcome = change(&world, &current, &wish("new@example.com", PASSWORD)).await;

        assert_eq!(matches!(outcome, Err(ChangeEmailError::NotFresh)), !fresh);
    }
}

#[tokio::test]
async fn everything_wrong_with_the_form_is_told_and_nothing_changes() {
    let (world, current) = member().await;
    let before = world.snapshot().await;
    let cases = [
        ("", "", vec!["email.required", "old_password.required"]),
        ("new", PASSWORD, vec!["email.malformed"]),
        ("ADA@example.com", PASSWORD, vec!["email.same"]),
        ("new@example.com", OTHER_PASSWORD, vec!["old_password.wrong"]),
    ];

    for (email, password, expected) in cases {
        assert_eq!(codes(change(&world, &current, &wish(email, password)).await), expected);
    }
    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().iter().all(|kind| *kind == EventKind::PROOF_REFUSED));
}

#[tokio::test]
async fn guesses_at_the_password_are_counted() {
    let (world, current) = member().await;
    let refused = loop {
        match change(&world, &current, &wish("new@example.com", "wrong")).await {
            Err(ChangeEmailError::Invalid(_)) => {}
            other => break other,
        }
    };

    assert!(matches!(refused, Err(ChangeEmailError::Throttled { .. })), "{refused:?}");
}

/// The password is right each time: still nobody mails a hundred strangers.
#[tokio::test]
async fn too_many_wishes_of_one_user_are_told_to_wait() {
    let world = World::with(|settings| settings.throttles.own_addresses.free = 4);
    world.member("ada").await;
    let current = world.current("ada").await;
    for number in 1..=4 {
        change(&world, &current, &wish(&format!("new{number}@example.com"), PASSWORD)).await.unwrap();
    }

    let outcome = change(&world, &current, &wish("new5@example.com", PASSWORD)).await;

    assert!(matches!(outcome, Err(ChangeEmailError::Throttled { .. })), "{outcome:?}");
}

#[tokio::test]
async fn the_present_address_stays_until_the_new_one_is_proven() {
    let (world, current) = member().await;

    change(&world, &current, &wish("New@Example.com", PASSWORD)).await.unwrap();

    let user = now(&world, &current.user).await;
    assert_eq!(user.primary_email().unwrap().address.as_str(), address("ada"));
    let mut queued = world.queued_kinds().await;
    queued.sort();
    assert_eq!(
        queued,
        [(MailKind::CONFIRM_EMAIL, "New@Example.com".to_owned()), (MailKind::EMAIL_ADDED, address("ada")),]
    );
    world.sign_in("new@example.com", PASSWORD).await.unwrap_err();
    world.sign_in("ada@example.com", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_address_of_somebody_else_looks_the_same_and_its_owner_is_told() {
    let (world, current) = member().await;
    world.member("bob").await;

    change(&world, &current, &wish("bob@example.com", PASSWORD)).await.unwrap();

    let mut queued = world.queued_kinds().await;
    queued.sort();
    assert_eq!(queued, [(MailKind::CONFIRM_EMAIL, address("bob")), (MailKind::EMAIL_ADDED, address("ada"))]);
    world.deliver().await;
    let told = world.mail.latest_to(&address("bob")).unwrap();
    assert!(told.text.starts_with("mails/already_registered.txt"), "{}", told.text);
}

#[tokio::test]
async fn a_proven_address_takes_the_place_of_the_present_one() {
    let (world, current) = member().await;
    change(&world, &current, &wish("new@example.com", PASSWORD)).await.unwrap();
    let link = world.link_for("new").await;
    world.forget_the_past();

    world.confirm(&link).await.unwrap();

    let user = now(&world, &current.user).await;
    assert_eq!(addresses(&user), ["new@example.com"]);
    assert!(user.emails[0].primary);
    let mut queued = world.queued().await;
    queued.sort_by_key(|mail| mail.to.to_string());
    let told: Vec<_> = queued
        .iter()
        .map(|mail| (mail.kind, mail.to.as_str(), mail.details.link.and_then(purpose)))
        .collect();
    assert_eq!(
        told,
        [
            (MailKind::PRIMARY_EMAIL_CHANGED, "ada@example.com", Some(Purpose::UNDO_EMAIL_CHANGE)),
            (MailKind::PRIMARY_EMAIL_CHANGED, "new@example.com", None),
        ]
    );
    let told = [EventKind::PRIMARY_EMAIL_CHANGED, EventKind::EMAIL_CONFIRMED, EventKind::USER_SIGNED_IN];
    assert_eq!(world.told.kinds(), told);
    world.sign_in("new@example.com", PASSWORD).await.unwrap();
    world.sign_in("ada@example.com", PASSWORD).await.unwrap_err();
}

/// A person who signed in before confirming, in an app that knows people by nothing but their address.
async fn unconfirmed() -> (World, Current) {
    let world = World::with(|settings| {
        settings.identifiers = Identifiers::Email;
        settings.sign_in.before_confirmation = true;
    });
    world.newcomer("ada").await;
    let current = world.current("ada").await;
    (world, current)
}

#[tokio::test]
async fn somebody_who_has_confirmed_no_address_keeps_theirs_until_the_new_one_is_proven() {
    let (world, current) = unconfirmed().await;
    let registered = world.link_for("ada").await;

    let same = change(&world, &current, &wish(&address("ada"), PASSWORD)).await;
    change(&world, &current, &wish("wrong@example.com", PASSWORD)).await.unwrap();
    let current = world.current("ada").await;
    change(&world, &current, &wish("new@example.com", PASSWORD)).await.unwrap();

    assert_eq!(codes(same), ["email.same"]);
    assert_eq!(addresses(&now(&world, &current.user).await), [address("ada").as_str(), "new@example.com"]);
    let link = world.link_for("new").await;
    world.confirm(&link).await.unwrap();
    let user = now(&world, &current.user).await;
    assert_eq!(addresses(&user), ["new@example.com"]);
    assert_eq!((user.status, user.emails[0].primary), (UserStatus::Active, true));
    let late = world.confirm(&registered).await;
    assert!(matches!(late, Err(ConfirmEmailError::Link(LinkRefusal::Invalid))), "{late:?}");
}

#[tokio::test]
async fn proving_the_first_address_leaves_the_wish_for_another_on_its_way() {
    let (world, current) = unconfirmed().await;
    let registered = world.link_for("ada").await;
    change(&world, &current, &wish("new@example.com", PASSWORD)).await.unwrap();
    let link = world.link_for("new").await;

    world.confirm(&registered).await.unwrap();
    let between = now(&world, &current.user).await;
    world.confirm(&link).await.unwrap();

    assert_eq!(between.primary_email().unwrap().address.as_str(), address("ada"));
    assert_eq!(addresses(&now(&world, &current.user).await), ["new@example.com"]);
}

#[tokio::test]
async fn a_new_wish_replaces_the_earlier_one() {
    let (world, current) = member().await;
    change(&world, &current, &wish("one@example.com", PASSWORD)).await.unwrap();
    let early = world.link_for("one").await;
    let current = Current::new(now(&world, &current.user).await, current.session);

    change(&world, &current, &wish("two@example.com", PASSWORD)).await.unwrap();

    assert_eq!(addresses(&now(&world, &current.user).await), ["ada@example.com", "two@example.com"]);
    world.confirm(&early).await.unwrap_err();
}

#[tokio::test]
async fn a_link_that_replaces_the_address_is_good_for_a_day() {
    for (age, good) in [(DAY.checked_sub(INSTANT).unwrap(), true), (DAY, false)] {
        let (world, current) = member().await;
        change(&world, &current, &wish("new@example.com", PASSWORD)).await.unwrap();
        let link = world.link_for("new").await;
        world.after(age);

        let outcome = world.confirm(&link).await;

        assert_eq!(outcome.is_ok(), good, "{outcome:?}");
        assert_eq!(matches!(outcome, Err(ConfirmEmailError::Link(LinkRefusal::Expired))), !good);
    }
}
