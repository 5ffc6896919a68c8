//! Sign-ins that succeed.

use user_core::domain::{EventKind, Factor, MailKind, Proofs, UserStatus};
use user_core::flows::{SignInForm, Visitor};
use user_core::ports::{Changes, UserChange};
use user_core::settings::Identifiers;
use user_testkit::{PlainHasher, altered, signed_in};

use crate::world::{
    DAY, HOUR, OTHER_PASSWORD, PASSWORD, World, address, at_once, credentials, device_of, visitor,
};

#[tokio::test]
async fn s005_s063_by_username_in_any_case() {
    let world = World::identified_by(Identifiers::Username);
    let ada = world.member("ada").await;

    for username in ["ada", "ADA", " Ada "] {
        let signed_in = world.sign_in(username, PASSWORD).await.unwrap();
        assert_eq!(signed_in.user.id, ada.id);
    }
}

#[tokio::test]
async fn s057_s101_by_address_in_any_case() {
    let world = World::identified_by(Identifiers::Email);
    let ada = world.member("ada").await;

    for email in ["ada@example.com", "ADA@EXAMPLE.COM", " Ada@Example.com "] {
        let signed_in = world.sign_in(email, PASSWORD).await.unwrap();
        assert_eq!(signed_in.user.id, ada.id);
    }
}

#[tokio::test]
async fn s099_s100_by_username_or_by_address_in_one_box() {
    let world = World::new();
    let ada = world.member("ada").await;

    for identifier in ["ada", "ADA", "ada@example.com", "Ada@Example.COM"] {
        assert_eq!(world.sign_in(identifier, PASSWORD).await.unwrap().user.id, ada.id);
    }
}

#[tokio::test]
async fn signing_in_costs_one_verification_and_opens_one_session() {
    let world = World::new();
    let ada = world.member("ada").await;
    let before = world.hasher.verifications();

    let signed_in = world.sign_in("ada", PASSWORD).await.unwrap();

    assert_eq!(world.hasher.verifications(), before + 1);
    assert_eq!(world.told.kinds(), [EventKind::USER_SIGNED_IN]);
    assert!(world.queued().await.is_empty());
    let sessions = world.users.sessions(ada.id).await.unwrap();
    assert_eq!(sessions, std::slice::from_ref(&signed_in.session));
    let session = &sessions[0];
    assert_eq!((session.user_id, session.generation), (ada.id, 0));
    let now = world.now();
    assert_eq!([session.created_at, session.last_seen_at], [now; 2]);
    assert_eq!(session.proofs, Proofs::of(Factor::PASSWORD, now));
    assert_eq!((session.user_agent.as_deref(), session.address), (Some("Lynx/2.9"), visitor().address));
    assert_eq!(world.visit(&signed_in.cookie).await.unwrap().user.id, ada.id);
    assert_eq!(world.users.session_id(&signed_in.cookie), Some(session.id));
}

#[tokio::test]
async fn signing_in_changes_nothing_of_the_user_but_when_they_last_did() {
    let world = World::new();
    let before = world.member("ada").await;
    assert_eq!(before.last_signed_in_at, None);

    for _ in 0..2 {
        world.after(HOUR);
        world.sign_in("ada", PASSWORD).await.unwrap();

        let after = altered(before.clone(), |user| user.last_signed_in_at = Some(world.now()));
        assert_eq!(format!("{:?}", world.user("ada").await), format!("{after:?}"));
    }
}

#[tokio::test]
async fn each_sign_in_has_a_session_of_its_own() {
    let world = World::new();
    let ada = world.member("ada").await;

    let (one, other) = (world.signed_in("ada").await, world.signed_in("ada").await);

    assert_ne!(one.session.id, other.session.id);
    assert_ne!(one.cookie, other.cookie);
    assert_eq!(world.users.sessions(ada.id).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_pending_user_signs_in_where_that_is_allowed() {
    for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.sign_in.before_confirmation = true;
        });
        world.newcomer("ada").await;

        // By an address that is not confirmed, in the browser that registered alone.
        assert!(world.sign_in(&address("ada"), PASSWORD).await.is_err());
        let browser = world.browser_of("ada");
        let signed_in = world.sign_in_as(&browser, &address("ada"), PASSWORD).await.unwrap();

        assert_eq!(signed_in.user.status, UserStatus::Pending);
        assert!(world.visit(&signed_in.cookie).await.is_some());
        if identifiers.username() {
            assert!(world.sign_in("ada", PASSWORD).await.is_ok());
        }
    }
}

#[tokio::test]
async fn one_password_typed_in_two_unicode_forms_is_one() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.users.set_password(ada.id, "caf\u{e9} au lait, s'il vous plait").await.unwrap();

    assert!(world.sign_in("ada", "cafe\u{301} au lait, s'il vous plait").await.is_ok());
}

#[tokio::test]
async fn a_password_may_have_spaces_around_it() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.users.set_password(ada.id, &format!(" {PASSWORD} ")).await.unwrap();

    assert!(world.sign_in("ada", PASSWORD).await.is_err());
    assert!(world.sign_in("ada", &format!(" {PASSWORD} ")).await.is_ok());
}

#[tokio::test]
async fn an_old_hash_is_replaced_while_the_password_is_at_hand() {
    let world = World::new();
    let ada = world.member("ada").await;
    let old = PlainHasher::old_hash(PASSWORD);
    world.write(Changes::none().with(UserChange::SetPassword(ada.id, old.clone()))).await;
    let other_session = world.signed_in("ada").await;
    world.write(Changes::none().with(UserChange::SetPassword(ada.id, old.clone()))).await;

    world.sign_in("ada", PASSWORD).await.unwrap();

    let upgraded = world.user("ada").await;
    assert!(upgraded.password_hash.unwrap().reveal().starts_with("plain$"));
    assert!(upgraded.revision > ada.revision);
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_err());
    // The password is the same as before: nobody is signed out, and nobody is told of a change.
    assert!(world.visit(&other_session.cookie).await.is_some());
    assert!(world.queued().await.is_empty());
}

#[tokio::test]
async fn everybody_gets_in_who_signs_in_while_an_old_hash_is_being_replaced() {
    let world = World::crowded();
    let ada = world.member("ada").await;
    let old = PlainHasher::old_hash(PASSWORD);
    world.write(Changes::none().with(UserChange::SetPassword(ada.id, old))).await;

    let outcomes = at_once(&world, 16, |_| {
        let world = world.clone();
        async move { world.sign_in("ada", PASSWORD).await.is_ok() }
    })
    .await;

    assert!(outcomes.into_iter().all(|signed_in| signed_in));
    assert_eq!(world.users.sessions(ada.id).await.unwrap().len(), 16);
    assert_eq!(world.user("ada").await.revision, ada.revision + 1);
}

#[tokio::test]
async fn a_hash_of_today_is_left_alone() {
    let world = World::new();
    world.member("ada").await;
    let hashes = world.hasher.hashes();

    world.sign_in("ada", PASSWORD).await.unwrap();

    assert_eq!(world.hasher.hashes(), hashes);
}

#[tokio::test]
async fn the_session_that_the_browser_had_ends_and_others_stay() {
    let world = World::new();
    world.member("ada").await;
    let (previous, other) = (world.signed_in("ada").await, world.signed_in("ada").await);
    let browser = Visitor { session: Some(previous.session.id), ..visitor() };

    let fresh = world.sign_in_as(&browser, "ada", PASSWORD).await.unwrap();

    assert!(world.visit(&previous.cookie).await.is_none());
    assert!(world.visit(&other.cookie).await.is_some());
    assert!(world.visit(&fresh.cookie).await.is_some());
    // Once more, with a session that is gone already.
    assert!(world.sign_in_as(&browser, "ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_failed_sign_in_leaves_the_session_that_the_browser_had() {
    let world = World::new();
    world.member("ada").await;
    let previous = world.signed_in("ada").await;
    let browser = Visitor { session: Some(previous.session.id), ..visitor() };

    world.sign_in_as(&browser, "ada", OTHER_PASSWORD).await.unwrap_err();

    assert!(world.visit(&previous.cookie).await.is_some());
}

async fn remembered(world: &World) -> user_core::flows::SignedIn {
    let form = SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
    signed_in(world.users.sign_in(&form, &visitor()).await.unwrap())
}

#[tokio::test]
async fn remember_me_makes_a_session_of_thirty_days() {
    let world = World::new();
    world.member("ada").await;

    let (usual, remembered) = (world.signed_in("ada").await, remembered(&world).await);

    assert!(!usual.session.persistent && remembered.session.persistent);
    assert_eq!(usual.session.expires_at, world.now() + 7 * DAY);
    assert_eq!(remembered.session.expires_at, world.now() + 30 * DAY);
}

#[tokio::test]
async fn nobody_is_remembered_where_that_is_off() {
    let world = World::with(|settings| settings.features.remember_me = false);
    world.member("ada").await;

    let signed_in = remembered(&world).await;

    assert!(!signed_in.session.persistent);
    assert_eq!(signed_in.session.expires_at, world.now() + 7 * DAY);
}

#[tokio::test]
async fn what_a_browser_says_of_itself_is_cut_and_cleaned() {
    let world = World::new();
    world.member("ada").await;
    let user_agent = Some(format!("Evil\r\n{}", "é".repeat(999)));

    let talkative = Visitor { user_agent, ..visitor() };
    let session = world.sign_in_as(&talkative, "ada", PASSWORD).await.unwrap().session;

    let kept = session.user_agent.unwrap();
    assert_eq!(kept.chars().count(), 255);
    assert!(kept.starts_with("Evilé"));
}

#[tokio::test]
async fn a_sign_in_from_an_unknown_device_is_mailed_where_that_is_on() {
    let world = World::with(|settings| settings.mails.new_sign_in = true);
    world.member("ada").await;
    world.member("bob").await;

    let first = world.sign_in("ada", PASSWORD).await.unwrap();
    assert_eq!(world.queued_kinds().await, [(MailKind::NEW_SIGN_IN, address("ada"))]);
    let details = &world.queued().await[0].details;
    assert_eq!(details.at, Some(world.now()));
    assert_eq!(details.user_agent.as_deref(), Some("Lynx/2.9"));
    assert_eq!(details.address.as_deref(), Some("192.0.2.1"));
    world.deliver().await;

    let known = device_of(&first, visitor());
    world.sign_in_as(&known, "ada", PASSWORD).await.unwrap();
    assert!(world.queued().await.is_empty());

    // Somebody else's device is unknown to Bob.
    world.sign_in_as(&known, "bob", PASSWORD).await.unwrap();
    assert_eq!(world.queued_kinds().await, [(MailKind::NEW_SIGN_IN, address("bob"))]);
}

#[tokio::test]
async fn a_failed_sign_in_is_mailed_to_nobody() {
    let world = World::with(|settings| settings.mails.new_sign_in = true);
    world.member("ada").await;

    world.sign_in("ada", OTHER_PASSWORD).await.unwrap_err();

    assert!(world.queued().await.is_empty());
}

#[tokio::test]
async fn a_user_signed_in_long_ago_signs_in_again() {
    let world = World::new();
    world.member("ada").await;
    let old = world.signed_in("ada").await;
    world.after(13 * HOUR);

    assert!(world.visit(&old.cookie).await.is_none());
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
}
