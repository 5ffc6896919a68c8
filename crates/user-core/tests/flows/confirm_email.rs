//! Confirming an address.

use user_core::domain::{EventKind, Purpose, Token, TokenId, User, UserStatus};
use user_core::flows::{
    ConfirmEmailError, ConfirmEmailForm, LinkError, LinkRefusal, RegisterForm, SignedIn, Visitor,
};
use user_core::ports::{Changes, CommitError, EmailChange, Store, TokenChange, UserChange};
use user_core::seal::{Label, Secret};
use user_core::settings::Identifiers;
use user_testkit::{altered, signed_in};

use crate::world::{
    DAY, INSTANT, PASSWORD, Snapshot, World, address, at_once, codes, marked, only_email, proof,
    registration, visitor,
};

async fn confirm(world: &World, link: &str) -> Result<Option<SignedIn>, ConfirmEmailError> {
    world.confirm(link).await.map(|confirmed| confirmed.admission.map(signed_in))
}

/// Refused, and nothing changed.
async fn assert_refused(world: &World, link: &str, why: LinkRefusal) {
    let before = world.snapshot().await;
    world.told.clear();

    let refusal = confirm(world, link).await.unwrap_err();

    assert!(matches!(refusal, ConfirmEmailError::Link(found) if found == why), "{refusal:?}");
    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn nothing_is_confirmed_where_addresses_are_not() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.features.confirm_email = Some(false);
        });
        assert!(matches!(confirm(&world, "link").await, Err(ConfirmEmailError::Off)));
    }
}

#[tokio::test]
async fn s029_garbage_is_refused_before_any_query() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let tampered = format!("{}A", &link[..link.len() - 2]);
    world.store.take_calls();

    for garbage in ["", "garbage", "%00", &"A".repeat(9_999), &tampered, &link[1..], &format!("{link}A")] {
        let refusal = confirm(&world, garbage).await.unwrap_err();
        assert!(matches!(refusal, ConfirmEmailError::Link(LinkRefusal::Invalid)), "{garbage}");
    }
    assert!(world.store.take_calls().is_empty());
    assert_refused(&world, "garbage", LinkRefusal::Invalid).await;
}

#[tokio::test]
async fn a_link_for_another_purpose_or_of_no_token_or_of_another_secret_is_refused() {
    let world = World::new();
    world.member("ada").await;
    world.newcomer("bob").await;

    let reset = world.reset_link_for("ada").await;
    assert_refused(&world, &reset, LinkRefusal::Invalid).await;

    let seals = world.users.seals();
    let nobodys = seals.seal(Label::Link(Purpose::CONFIRM_EMAIL), TokenId::from_bytes([9; 16]).as_bytes());
    assert_refused(&world, &nobodys, LinkRefusal::Invalid).await;

    // Sealed for the right purpose around a token of the other: not even the app's own secret makes one pass.
    let token = world.store.inner().tokens_of(&world.user("ada").await.id)[0].id;
    let crossed = seals.seal(Label::Link(Purpose::CONFIRM_EMAIL), token.as_bytes());
    assert_refused(&world, &crossed, LinkRefusal::Invalid).await;

    let strangers = world.restarted(Secret::new([8; 32]).unwrap(), |builder| builder);
    strangers.resend(&address("bob")).await.unwrap();
    let link = strangers.link_for("bob").await;
    assert_refused(&world, &link, LinkRefusal::Invalid).await;
    assert!(confirm(&strangers, &link).await.is_ok());
}

#[tokio::test]
async fn s030_a_link_is_good_until_the_moment_it_expires() {
    for (age, good) in [((2 * DAY).checked_sub(INSTANT).unwrap(), true), (2 * DAY, false), (3 * DAY, false)] {
        let world = World::new();
        world.newcomer("ada").await;
        let link = world.link_for("ada").await;
        world.after(age);

        if good {
            assert!(confirm(&world, &link).await.is_ok());
        } else {
            assert_refused(&world, &link, LinkRefusal::Expired).await;
            assert_eq!(world.user("ada").await.status, UserStatus::Pending);
        }
    }
}

#[tokio::test]
async fn a_used_link_is_refused() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    confirm(&world, &link).await.unwrap();

    assert_refused(&world, &link, LinkRefusal::Used).await;
    world.after(9 * DAY);
    assert_refused(&world, &link, LinkRefusal::Used).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_use_one_link_at_once_one_confirms() {
    for round in 0..10 {
        let world = World::crowded();
        world.newcomer("ada").await;
        let link = world.link_for("ada").await;

        let outcomes = at_once(&world, 16, |_| {
            let (users, link) = (world.users.clone(), link.clone());
            async move { users.confirm_email(&link, &proof(), None, &visitor()).await }
        })
        .await;

        let used =
            |refusal: &ConfirmEmailError| matches!(refusal, ConfirmEmailError::Link(LinkRefusal::Used));
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{round}");
        assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(used), "{round}");
        assert_eq!(world.told.kinds(), [EventKind::EMAIL_CONFIRMED, EventKind::USER_SIGNED_IN], "{round}");
    }
}

#[tokio::test]
async fn a_disabled_user_is_neither_confirmed_nor_enabled_by_any_link() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    world.disable("ada").await;

    assert_refused(&world, &link, LinkRefusal::Used).await;
    assert_eq!(world.user("ada").await.status, UserStatus::Disabled);

    world.users.enable_user(world.user("ada").await.id).await.unwrap();
    assert_refused(&world, &link, LinkRefusal::Used).await;
    assert_eq!(world.user("ada").await.status, UserStatus::Pending);
}

#[tokio::test]
async fn a_link_whose_user_is_disabled_by_other_means_is_refused() {
    let world = World::new();
    let ada = world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    world.write(Changes::none().with(UserChange::SetStatus(ada.id, UserStatus::Disabled))).await;

    assert_refused(&world, &link, LinkRefusal::Invalid).await;
}

#[tokio::test]
async fn a_link_whose_address_is_gone_is_refused() {
    let world = World::new();
    let ada = world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    world.write(Changes::none().with(EmailChange::Delete(ada.id, only_email(&ada).id))).await;

    assert_refused(&world, &link, LinkRefusal::Invalid).await;
}

#[tokio::test]
async fn opening_a_link_changes_nothing_because_mail_scanners_open_links() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let before: Snapshot = world.snapshot().await;

    for _ in 0..3 {
        world.users.check_link(Purpose::CONFIRM_EMAIL, &link).await.unwrap();
    }
    let other = world.users.check_link(Purpose::RESET_PASSWORD, &link).await;
    assert!(matches!(other, Err(LinkError::Refused(LinkRefusal::Invalid))));
    assert_eq!(world.snapshot().await, before);

    confirm(&world, &link).await.unwrap();
    let used = world.users.check_link(Purpose::CONFIRM_EMAIL, &link).await;
    assert!(matches!(used, Err(LinkError::Refused(LinkRefusal::Used))));
}

#[tokio::test]
async fn s056_s104_confirming_makes_the_address_primary_and_the_user_active() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    world.after(DAY);
    world.told.clear();

    confirm(&world, &link).await.unwrap();

    let user = world.user("ada").await;
    assert_eq!(user.status, UserStatus::Active);
    assert!(only_email(&user).primary);
    assert_eq!(only_email(&user).confirmed_at, Some(user.created_at), "it counts from the registration");
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_CONFIRMED, EventKind::USER_SIGNED_IN]);
    assert!(world.queued().await.is_empty());
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn confirming_voids_every_other_link_to_confirm() {
    let world = World::new();
    let ada = world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let token = confirming(&world, &ada).await;
    let sibling = altered(token, |token| token.id = TokenId::from_bytes([9; 16]));
    let seals = world.users.seals();
    let sibling_link = seals.seal(Label::Link(Purpose::CONFIRM_EMAIL), sibling.id.as_bytes());
    world.write(Changes::none().with(TokenChange::Insert(sibling))).await;

    confirm(&world, &link).await.unwrap();

    assert_refused(&world, &sibling_link, LinkRefusal::Used).await;
}

/// The token of the link that confirms this user's address.
async fn confirming(world: &World, user: &User) -> Token {
    Store::tokens(world.store.inner(), &user.id, Purpose::CONFIRM_EMAIL).await.unwrap().remove(0)
}

/// Registers in one browser, and tells what mark it left there.
async fn register(world: &World, name: &str) -> (String, String) {
    let mark = world.register(&registration(name)).await.unwrap().mark;
    (mark, world.link_for(name).await)
}

#[tokio::test]
async fn s104_confirming_signs_in_only_in_the_browser_that_registered() {
    let world = World::new();
    let (mark, link) = register(&world, "ada").await;
    world.told.clear();

    let confirmed =
        world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &marked(&mark)).await.unwrap();

    let signed_in = signed_in(confirmed.admission.unwrap());
    assert_eq!(world.told.kinds(), [EventKind::EMAIL_CONFIRMED, EventKind::USER_SIGNED_IN]);
    let current = world.visit(&signed_in.cookie).await.unwrap();
    assert_eq!(current.user.status, UserStatus::Active);
    assert_eq!(signed_in.user.status, UserStatus::Active);
    assert!(signed_in.user.has_confirmed_email() && signed_in.user.primary_email().is_some());
    assert_eq!(signed_in.user.revision, current.user.revision);
}

#[tokio::test]
async fn in_other_browsers_the_link_alone_confirms_nothing() {
    let world = World::new();
    let (others_mark, _) = register(&world, "bob").await;
    world.member("eve").await;
    let known = RegisterForm { email: address("eve"), ..registration("mallory") };
    let neutral = world.register(&known).await.unwrap().mark;
    let device = world.signed_in("eve").await.device;
    let (mark, link) = register(&world, "ada").await;
    let before = world.snapshot().await;

    for mark in ["", "garbage", &others_mark, &neutral, &device, &mark[..mark.len() - 1]] {
        let form = ConfirmEmailForm::default();
        let refusal = world.users.confirm_email(&link, &form, None, &marked(mark)).await;
        assert_eq!(codes(refusal), ["password.required"], "{mark:?}");
    }

    assert_eq!(world.snapshot().await, before);
    assert_eq!(world.user("ada").await.status, UserStatus::Pending);
}

#[tokio::test]
async fn s104_confirming_signs_in_nowhere_when_that_is_off() {
    let world = World::with(|settings| settings.auto_sign_in.after_confirm_email = false);
    let (mark, link) = register(&world, "ada").await;

    let confirmed =
        world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &marked(&mark)).await.unwrap();

    assert!(confirmed.admission.is_none());
    assert_eq!(world.user("ada").await.status, UserStatus::Active);
}

#[tokio::test]
async fn being_signed_in_by_confirming_ends_the_session_that_the_browser_had() {
    let world = World::new();
    world.member("bob").await;
    let bob = world.signed_in("bob").await;
    let (mark, link) = register(&world, "ada").await;
    let browser = Visitor { session: Some(bob.session.id), ..marked(&mark) };

    let confirmed =
        world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &browser).await.unwrap();

    assert!(world.visit(&signed_in(confirmed.admission.unwrap()).cookie).await.is_some());
    assert!(world.visit(&bob.cookie).await.is_none());
}

#[tokio::test]
async fn confirming_without_being_signed_in_leaves_the_session_of_the_browser() {
    let world = World::with(|settings| settings.auto_sign_in.after_confirm_email = false);
    world.member("bob").await;
    let bob = world.signed_in("bob").await;
    let (_, link) = register(&world, "ada").await;
    let browser = Visitor { session: Some(bob.session.id), ..visitor() };

    world.users.confirm_email(&link, &proof(), None, &browser).await.unwrap();

    assert!(world.visit(&bob.cookie).await.is_some());
}

#[tokio::test]
async fn a_user_signed_in_before_confirmation_stays_signed_in_by_confirming() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    let session = world.signed_in("ada").await;
    let link = world.link_for("ada").await;

    confirm(&world, &link).await.unwrap();

    assert_eq!(world.visit(&session.cookie).await.unwrap().user.status, UserStatus::Active);
}

#[tokio::test]
async fn links_of_an_earlier_secret_stay_good_while_it_is_kept() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let (old, new) = (Secret::new([7; 32]).unwrap(), Secret::new([8; 32]).unwrap());
    let forgetful = world.restarted(new.clone(), |builder| builder);
    let mindful = world.restarted(new, |builder| builder.earlier_secrets([old]));

    assert_refused(&forgetful, &link, LinkRefusal::Invalid).await;
    assert!(confirm(&mindful, &link).await.is_ok());
}

#[tokio::test]
async fn confirming_decides_anew_when_the_account_changed_and_gives_up_when_it_keeps_changing() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    for _ in 0..4 {
        world.store.refuse_next_commit(CommitError::Stale);
    }
    let before = world.snapshot().await;
    assert!(matches!(confirm(&world, &link).await, Err(ConfirmEmailError::Failed(_))));
    assert_eq!(world.snapshot().await, before);

    world.store.refuse_next_commit(CommitError::Stale);
    assert!(confirm(&world, &link).await.is_ok());
}
