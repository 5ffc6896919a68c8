//! What administrators do from code.

use user_core::domain::{Actor, Detail, EventKind, MailId, MailKind, Purpose, User, UserId, UserStatus};
use user_core::flows::{AdministrationError, NewAccount};
use user_core::ports::{CommitError, MailState};
use user_core::settings::{Identifiers, ReadyPasswordPolicy};

use crate::world::{OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, only_email};

fn account(name: &str) -> NewAccount {
    NewAccount {
        username: name.to_owned(),
        email: address(name),
        password: Some(PASSWORD.to_owned()),
        roles: vec!["admin".to_owned(), "editor".to_owned()],
    }
}

async fn assert_refused(world: &World, account: &NewAccount, expected: &[&str]) {
    let before = world.snapshot().await;

    assert_eq!(codes(world.users.create_user(account).await), expected);

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn an_account_that_is_not_right_is_refused() {
    let world = World::new();
    world.member("ada").await;

    let (username, email, password) = ("a".to_owned(), "b".to_owned(), Some("short".to_owned()));
    let wrong = NewAccount { username, email, password, roles: vec!["Admin".to_owned()] };
    let all = [
        "username.too_short",
        "email.malformed",
        "password.too_short",
        "password.too_common",
        "roles.bad_characters",
    ];
    assert_refused(&world, &wrong, &all).await;
    assert_refused(&world, &NewAccount::default(), &["username.required", "email.required"]).await;
    let taken = NewAccount { username: "ADA".to_owned(), ..account("bob") };
    assert_refused(&world, &taken, &["username.taken"]).await;
    let taken = NewAccount { email: address("ADA"), ..account("bob") };
    assert_refused(&world, &taken, &["email.taken"]).await;
    let weak = NewAccount { password: Some("short".to_owned()), ..account("bob") };
    assert_refused(&world, &weak, &["password.too_short", "password.too_common"]).await;
    let empty = NewAccount { password: Some(String::new()), ..account("bob") };
    assert_refused(&world, &empty, &["password.required"]).await;
    let own = NewAccount { password: Some("adalovelace".to_owned()), ..account("adalovelace") };
    assert_refused(&world, &own, &["password.made_of_identity"]).await;
}

#[tokio::test]
async fn a_role_that_is_none_is_refused() {
    let world = World::new();
    let ada = world.member("ada").await;
    let before = world.snapshot().await;

    for role in ["", "Admin", "a b", "1st", "rôle"] {
        let named =
            |error: AdministrationError| matches!(error, AdministrationError::BadRole(r) if r == role);
        let account = NewAccount { roles: vec![role.to_owned()], ..account("bob") };
        assert_eq!(codes(world.users.create_user(&account).await), ["roles.bad_characters"], "{role}");
        assert!(named(world.users.grant_role(ada.id, role).await.unwrap_err()));
        assert!(named(world.users.revoke_role(ada.id, role).await.unwrap_err()));
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn s067_an_account_made_by_code_works_where_registration_is_off() {
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::with(|settings| {
            settings.identifiers = identifiers;
            settings.features.register = false;
        });

        let user = world.users.create_user(&account("ada")).await.unwrap();

        assert_eq!(user.status, UserStatus::Active);
        assert!(user.has_all_roles(&["admin", "editor"]));
        assert_eq!(user.username.is_some(), identifiers.username());
        assert_eq!(user.emails.len(), usize::from(identifiers.email()));
        assert!(user.emails.iter().all(|email| email.primary && email.confirmed_at == Some(world.now())));
        assert_eq!(world.told.kinds(), [EventKind::USER_REGISTERED]);
        assert!(world.queued().await.is_empty());
        assert!(world.signed_in("ada").await.user.has_role("admin"));
        if identifiers.email() {
            let link = world.reset_link_for("ada").await;
            assert!(world.users.check_link(Purpose::RESET_PASSWORD, &link).await.is_ok());
        }
    }
}

#[tokio::test]
async fn an_administrator_may_give_a_reserved_name_and_an_account_without_a_password() {
    let world = World::new();
    let account = NewAccount { password: None, ..account("admin") };

    let user = world.users.create_user(&account).await.unwrap();

    assert_eq!(user.username.unwrap().as_str(), "admin");
    assert!(user.password_hash.is_none());
    assert_eq!(world.hasher.hashes(), 0);
}

#[tokio::test]
async fn what_is_done_to_nobody_is_refused() {
    let world = World::new();
    world.member("ada").await;
    let nobody = UserId::from_bytes([9; 16]);
    let before = world.snapshot().await;

    for outcome in [
        world.users.disable_user(nobody).await,
        world.users.enable_user(nobody).await,
        world.users.grant_role(nobody, "admin").await,
        world.users.revoke_role(nobody, "admin").await,
        world.users.set_password(nobody, PASSWORD).await,
        world.users.retry_mail(MailId::from_bytes([9; 16])).await,
    ] {
        assert!(matches!(outcome, Err(AdministrationError::Unknown)));
    }
    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn disabling_ends_sessions_voids_links_and_bars_the_way_in_and_nothing_else() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let (adas, bobs) = (world.signed_in("ada").await, world.signed_in("bob").await);
    let (link, bobs_link) = (world.reset_link_for("ada").await, world.reset_link_for("bob").await);
    let hashed = |user: &User| user.password_hash.as_ref().unwrap().reveal().to_owned();

    world.users.disable_user(ada.id).await.unwrap();

    let disabled = world.user("ada").await;
    assert_eq!(disabled.status, UserStatus::Disabled);
    assert_eq!((hashed(&disabled), &disabled.emails), (hashed(&ada), &ada.emails));
    assert!(world.visit(&adas.cookie).await.is_none());
    assert!(world.users.sessions(ada.id).await.unwrap().is_empty());
    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &link).await.is_err());
    assert!(world.sign_in("ada", PASSWORD).await.is_err());
    assert_eq!(world.told.kinds()[0], EventKind::USER_DISABLED);
    assert!(world.visit(&bobs.cookie).await.is_some());
    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &bobs_link).await.is_ok());
}

#[tokio::test]
async fn enabling_opens_an_account_to_where_it_stood() {
    let world = World::new();
    for (name, status) in [("ada", UserStatus::Active), ("bob", UserStatus::Pending)] {
        match status {
            UserStatus::Active => world.member(name).await,
            _ => world.newcomer(name).await,
        };
        world.disable(name).await;

        world.users.enable_user(world.user(name).await.id).await.unwrap();

        assert_eq!(world.user(name).await.status, status);
        assert_eq!(world.told.kinds(), [EventKind::USER_ENABLED]);
        assert_eq!(world.sign_in(name, PASSWORD).await.is_ok(), status == UserStatus::Active);
    }
}

#[tokio::test]
async fn where_people_have_only_names_an_enabled_user_is_active() {
    let world = World::identified_by(Identifiers::Username);
    world.member("ada").await;
    world.disable("ada").await;

    world.users.enable_user(world.user("ada").await.id).await.unwrap();

    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn roles_are_granted_and_revoked_as_often_as_one_likes() {
    let world = World::new();
    let ada = world.member("ada").await;

    for _ in 0..2 {
        world.users.grant_role(ada.id, "editor").await.unwrap();
        assert_eq!(world.user("ada").await.roles.len(), 1);
    }
    for _ in 0..2 {
        world.users.revoke_role(ada.id, "editor").await.unwrap();
        assert!(world.user("ada").await.roles.is_empty());
    }
    let (granted, revoked) = (EventKind::ROLE_GRANTED, EventKind::ROLE_REVOKED);
    assert_eq!(world.told.kinds(), [granted, revoked], "what changed nothing is no event");
}

#[tokio::test]
async fn a_password_that_is_not_good_enough_is_not_set_and_every_reason_is_told() {
    let world = World::with(|settings| settings.passwords.policy = ReadyPasswordPolicy::FlaskUser);
    let ada = world.member("ada").await;
    let before = world.snapshot().await;

    assert_eq!(codes(world.users.set_password(ada.id, "").await), ["password.required"]);
    let expected = ["password.too_short", "password.too_simple"];
    assert_eq!(codes(world.users.set_password(ada.id, "abc").await), expected);

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_password_set_by_an_administrator_ends_sessions_and_voids_reset_links() {
    let world = World::new();
    let ada = world.member("ada").await;
    let session = world.signed_in("ada").await;
    let link = world.reset_link_for("ada").await;

    world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap();

    assert!(world.visit(&session.cookie).await.is_none());
    assert!(world.users.check_link(Purpose::RESET_PASSWORD, &link).await.is_err());
    assert_eq!(world.told.kinds(), [EventKind::PASSWORD_CHANGED]);
    assert!(world.sign_in("ada", PASSWORD).await.is_err());
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_ok());
}

#[tokio::test]
async fn the_owner_is_told_when_an_administrator_sets_their_password_unless_that_is_off() {
    for on in [true, false] {
        let world = World::with(|settings| settings.mails.password_changed = on);
        let ada = world.member("ada").await;

        world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap();

        let mails = world.queued().await;
        assert_eq!(mails.len(), usize::from(on));
        for mail in mails {
            assert_eq!((mail.kind, mail.to.to_string()), (MailKind::PASSWORD_CHANGED, address("ada")));
            assert_eq!(mail.details.at, Some(world.now()));
            // Where the administrator sat is none of the owner's business.
            assert_eq!((mail.details.user_agent, mail.details.address), (None, None));
        }
    }
}

#[tokio::test]
async fn ending_the_sessions_of_a_user_ends_all_of_theirs_and_nobody_elses() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    let adas = [world.signed_in("ada").await, world.signed_in("ada").await];
    let bobs = world.signed_in("bob").await;

    world.users.end_sessions(ada.id).await.unwrap();

    for session in &adas {
        assert!(world.visit(&session.cookie).await.is_none());
    }
    assert!(world.visit(&bobs.cookie).await.is_some());
    assert_eq!(world.told.kinds(), [EventKind::SESSION_REVOKED]);
    assert_eq!(world.user("ada").await.revision, ada.revision + 1);
}

#[tokio::test]
async fn a_password_does_not_enable_a_disabled_user_or_confirm_a_pending_one() {
    let world = World::new();
    world.member("ada").await;
    world.disable("ada").await;
    world.newcomer("bob").await;

    for (name, status) in [("ada", UserStatus::Disabled), ("bob", UserStatus::Pending)] {
        world.users.set_password(world.user(name).await.id, OTHER_PASSWORD).await.unwrap();
        let user = world.user(name).await;
        assert_eq!(user.status, status);
        assert_eq!(only_email(&user).confirmed_at.is_some(), name == "ada");
    }
}

#[tokio::test]
async fn a_user_is_found_by_id_by_name_and_by_address_in_any_case_and_by_nothing_else() {
    let world = World::new();
    let ada = world.member("ada").await;
    let find = async |key: &str| world.users.find_user(key).await.unwrap().map(|user| user.id);

    for key in [&*ada.id.to_string(), "ada", "ADA", "ada@example.com", "Ada@EXAMPLE.com"] {
        assert_eq!(find(key).await, Some(ada.id), "{key}");
    }
    for key in ["", "%", "a%", "_da", "bob", "bob@example.com", &UserId::from_bytes([9; 16]).to_string()] {
        assert_eq!(find(key).await, None, "{key}");
    }
}

#[tokio::test]
async fn a_user_whose_name_looks_like_an_id_is_found_too() {
    let world = World::new();
    let name = "0123456789abcdef0123456789abcdef";
    let user = world.member(name).await;

    assert_eq!(world.users.find_user(name).await.unwrap().unwrap().id, user.id);
}

#[tokio::test]
async fn what_happened_to_a_user_is_told_newest_first() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.member("bob").await;
    world.users.grant_role(ada.id, "editor").await.unwrap();
    world.signed_in("ada").await;

    let kinds = async |limit| -> Vec<EventKind> {
        world.users.events_of(ada.id, limit).await.unwrap().iter().map(|event| event.kind).collect()
    };

    let expected = [EventKind::USER_SIGNED_IN, EventKind::ROLE_GRANTED, EventKind::USER_REGISTERED];
    assert_eq!(kinds(9).await, expected);
    assert_eq!(kinds(1).await, expected[..1]);
}

#[tokio::test]
async fn mails_of_the_outbox_can_be_listed() {
    let world = World::new();
    world.newcomer("ada").await;

    assert_eq!(world.users.mails(MailState::Waiting, 9).await.unwrap().len(), 1);
    assert!(world.users.mails(MailState::Dead, 9).await.unwrap().is_empty());
    let waiting = world.queued().await[0].id;
    assert!(matches!(world.users.retry_mail(waiting).await, Err(AdministrationError::Unknown)));
}

#[tokio::test]
async fn an_account_that_changes_meanwhile_is_judged_anew_and_one_that_keeps_changing_is_a_failure() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.store.refuse_next_commit(CommitError::Stale);
    world.users.grant_role(ada.id, "editor").await.unwrap();

    let before = world.snapshot().await;
    for _ in 0..4 {
        world.store.refuse_next_commit(CommitError::Stale);
    }
    let outcome = world.users.disable_user(ada.id).await;
    assert!(matches!(outcome, Err(AdministrationError::Failed(_))));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_signs_in_while_being_disabled_is_not_left_signed_in() {
    for round in 0..10 {
        let world = World::crowded();
        let ada = world.member("ada").await;

        let cookies = at_once(&world, 16, |caller| {
            let world = world.clone();
            async move {
                match caller {
                    8 => world.users.disable_user(ada.id).await.map(|()| None).unwrap(),
                    _ => world.sign_in("ada", PASSWORD).await.ok().map(|signed_in| signed_in.cookie),
                }
            }
        })
        .await;

        for cookie in cookies.into_iter().flatten() {
            assert!(world.visit(&cookie).await.is_none(), "{round}");
        }
        assert!(world.users.sessions(ada.id).await.unwrap().is_empty(), "{round}");
        assert!(world.store.inner().tokens_of(&ada.id).is_empty());
    }
}

#[tokio::test]
async fn what_an_administrator_does_names_them_and_the_role_it_is_about() {
    let world = World::new();
    let ada = world.member("ada").await;
    let acting = world.users.acting("root");
    acting.disable_user(ada.id).await.unwrap();
    acting.enable_user(ada.id).await.unwrap();
    acting.grant_role(ada.id, "editor").await.unwrap();
    acting.set_password(ada.id, OTHER_PASSWORD).await.unwrap();
    acting.end_sessions(ada.id).await.unwrap();
    world.sign_in("ada", OTHER_PASSWORD).await.unwrap();

    let events = world.users.events_of(ada.id, 6).await.unwrap();
    let actors: Vec<_> = events.iter().map(|event| event.actor.to_string()).collect();

    let root = "administrator:root";
    assert_eq!(actors, ["visitor", root, root, root, root, root]);
    assert_eq!(events[3].details.get(Detail::ROLE), Some("editor"));
    assert_eq!(events[1].kind, EventKind::SESSION_REVOKED);
    let long = world.users.acting(&"x\n".repeat(100));
    long.disable_user(ada.id).await.unwrap();
    let latest = world.users.events_of(ada.id, 1).await.unwrap().remove(0);
    assert_eq!(latest.actor, Actor::administrator("x".repeat(64)));
}
