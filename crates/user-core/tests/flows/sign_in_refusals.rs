//! Sign-ins that are refused: what is told, what it costs, and that nothing else changed.

use user_core::domain::{EmailAddress, EmailId, EventKind, Password, PasswordHash, UserStatus};
use user_core::flows::{NewAccount, SignInError};
use user_core::ports::{Changes, CommitError, EmailChange, PasswordHasher, PortError, UserChange};
use user_core::settings::Identifiers;
use user_testkit::{PlainHasher, altered};

use crate::world::{OTHER_PASSWORD, PASSWORD, World, address, codes, visitor};

/// Refused with this code, at the cost of one verification, with nothing but the failure recorded.
async fn assert_refused(world: &World, identifier: &str, password: &str, code: &str) -> Vec<&'static str> {
    let before = world.snapshot().await.but_events();
    let verifications = world.hasher.verifications();
    world.forget_the_past();

    assert_eq!(codes(world.sign_in(identifier, password).await), [code], "{identifier}");

    let calls = world.store.take_calls();
    assert_eq!(world.hasher.verifications(), verifications + 1, "{identifier}");
    assert_eq!(world.told.kinds(), [EventKind::SIGN_IN_FAILED], "{identifier}");
    assert_eq!(world.snapshot().await.but_events(), before, "{identifier}");
    calls
}

/// By an address, the refusal names the way on for those who have not confirmed it.
fn refusal_of(identifier: &str) -> &'static str {
    if identifier.contains('@') {
        "username.bad_credentials_or_unconfirmed"
    } else {
        "username.bad_credentials"
    }
}

async fn assert_incomplete(world: &World, identifier: &str, password: &str, expected: &[&str]) {
    let before = world.snapshot().await;

    assert_eq!(codes(world.sign_in(identifier, password).await), expected);

    assert_eq!(world.snapshot().await, before);
    assert_eq!(world.hasher.verifications(), 0);
}

#[tokio::test]
async fn s031_signing_in_without_a_username_asks_for_one() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        assert_incomplete(&world, "", PASSWORD, &["username.required"]).await;
        assert_incomplete(&world, "  ", PASSWORD, &["username.required"]).await;
        assert_incomplete(&world, "", "", &["username.required", "password.required"]).await;
    }
}

#[tokio::test]
async fn s033_signing_in_by_name_without_a_password_asks_for_one() {
    let world = World::identified_by(Identifiers::Username);
    world.member("ada").await;

    assert_incomplete(&world, "ada", "", &["password.required"]).await;
    assert_incomplete(&world, "nobody", "", &["password.required"]).await;
    assert_incomplete(&world, "ada", &"x".repeat(1_025), &["password.too_long"]).await;
}

#[tokio::test]
async fn s035_signing_in_without_an_address_asks_for_one() {
    let world = World::identified_by(Identifiers::Email);

    assert_incomplete(&world, "", PASSWORD, &["email.required"]).await;
    assert_incomplete(&world, "ada", PASSWORD, &["email.malformed"]).await;
}

#[tokio::test]
async fn s037_signing_in_by_address_without_a_password_asks_for_one() {
    let world = World::identified_by(Identifiers::Email);
    world.member("ada").await;

    assert_incomplete(&world, &address("ada"), "", &["password.required"]).await;
}

#[tokio::test]
async fn s032_s034_an_unknown_name_and_a_wrong_password_are_one_refusal() {
    for identifiers in [Identifiers::Username, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        world.member("ada").await;

        let unknown = assert_refused(&world, "nobody", PASSWORD, "username.bad_credentials").await;
        let wrong = assert_refused(&world, "ada", OTHER_PASSWORD, "username.bad_credentials").await;

        assert_eq!(unknown, wrong);
    }
}

#[tokio::test]
async fn s036_s038_an_unknown_address_and_a_wrong_password_are_one_refusal() {
    let world = World::identified_by(Identifiers::Email);
    world.member("ada").await;

    let unknown =
        assert_refused(&world, &address("nobody"), PASSWORD, "email.bad_credentials_or_unconfirmed").await;
    let wrong =
        assert_refused(&world, &address("ada"), OTHER_PASSWORD, "email.bad_credentials_or_unconfirmed").await;

    assert_eq!(unknown, wrong);
}

#[tokio::test]
async fn s070_s072_by_name_or_address_in_one_box_nothing_tells_which_was_wrong() {
    let world = World::new();
    world.member("ada").await;

    let mut calls = Vec::new();
    for (identifier, password) in [
        ("nobody".to_owned(), PASSWORD),
        ("ada".to_owned(), OTHER_PASSWORD),
        (address("nobody"), PASSWORD),
        (address("ada"), OTHER_PASSWORD),
    ] {
        calls.push(assert_refused(&world, &identifier, password, refusal_of(&identifier)).await);
    }
    assert!(calls.windows(2).all(|pair| pair[0] == pair[1]), "{calls:?}");
}

#[tokio::test]
async fn patterns_match_nobody() {
    let world = World::new();
    world.member("alice").await;

    for pattern in [
        "%",
        "_____",
        "a%",
        "al_ce",
        "alic_",
        "al*",
        "alice%",
        "'; --",
        "%@example.com",
        "alic_@example.com",
        "a@b@c",
        "\u{430}lice",
    ] {
        let is_address = EmailAddress::parse(pattern).is_ok();
        let code = if is_address { refusal_of(pattern) } else { "username.bad_credentials" };
        assert_refused(&world, pattern, PASSWORD, code).await;
    }
}

#[tokio::test]
async fn what_is_not_among_the_identifiers_signs_nobody_in() {
    let by_name = World::identified_by(Identifiers::Username);
    by_name.member("ada").await;
    assert_refused(&by_name, &address("ada"), PASSWORD, "username.bad_credentials").await;

    let by_address = World::new().restarted_with(|settings| settings.identifiers = Identifiers::Email);
    by_address.member("ada").await;
    assert_eq!(codes(by_address.sign_in("ada", PASSWORD).await), ["email.malformed"]);
}

#[tokio::test]
async fn an_account_without_a_password_is_opened_by_none() {
    let world = World::new();
    let account = NewAccount { username: "ada".to_owned(), email: address("ada"), ..NewAccount::default() };
    world.users.create_user(&account).await.unwrap();

    for password in [PASSWORD, "nobody", "decoy"] {
        assert_refused(&world, "ada", password, "username.bad_credentials").await;
    }
}

/// Its decoy is the hash of a password that somebody may type.
struct Careless(PlainHasher);

#[async_trait::async_trait]
impl PasswordHasher for Careless {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.0.hash(password).await
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.0.verify(password, hash).await
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        self.0.needs_rehash(hash)
    }

    fn decoy(&self) -> PasswordHash {
        PlainHasher::old_hash(PASSWORD)
    }
}

#[tokio::test]
async fn whoever_types_the_password_of_the_decoy_is_nobody_all_the_same() {
    let world = World::new();
    let account = NewAccount { username: "ada".to_owned(), email: address("ada"), ..NewAccount::default() };
    world.users.create_user(&account).await.unwrap();
    let world = world.hashing_with(Careless(world.hasher.clone()));

    for identifier in ["ada", "nobody"] {
        assert_refused(&world, identifier, PASSWORD, "username.bad_credentials").await;
    }
}

#[tokio::test]
async fn s053_s098_an_unconfirmed_user_is_told_so_only_with_the_right_password() {
    for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        world.newcomer("ada").await;
        let field = if identifiers.username() { "username" } else { "email" };
        let code = format!("{field}.bad_credentials_or_unconfirmed");

        // By the address nobody is told, with the right password neither: it may be somebody else's.
        for password in [OTHER_PASSWORD, PASSWORD] {
            assert_refused(&world, &address("ada"), password, &code).await;
        }
        if identifiers.username() {
            let before = world.snapshot().await.but_events();
            assert_refused(&world, "ada", OTHER_PASSWORD, "username.bad_credentials").await;
            let refusal = world.sign_in("ada", PASSWORD).await.unwrap_err();
            assert!(matches!(refusal, SignInError::Unconfirmed));
            assert_eq!(world.snapshot().await.but_events(), before);
        }
    }
}

#[tokio::test]
async fn s054_s097_a_disabled_user_is_told_so_only_with_the_right_password() {
    let world = World::new();
    world.member("ada").await;
    world.newcomer("bob").await;
    for name in ["ada", "bob"] {
        world.disable(name).await;
        assert_refused(&world, name, OTHER_PASSWORD, "username.bad_credentials").await;

        let before = world.snapshot().await.but_events();
        world.told.clear();
        let refusal = world.sign_in(name, PASSWORD).await.unwrap_err();
        assert!(matches!(refusal, SignInError::Disabled));
        // An address that is not confirmed finds nobody.
        let refusal = world.sign_in(&address(name), PASSWORD).await.unwrap_err();
        assert_eq!(matches!(refusal, SignInError::Disabled), name == "ada", "{refusal:?}");
        assert_eq!(world.told.kinds(), [EventKind::SIGN_IN_FAILED; 2]);
        assert_eq!(world.snapshot().await.but_events(), before);
    }
}

#[tokio::test]
async fn a_disabled_user_stays_out_also_where_people_sign_in_before_they_confirm() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    world.disable("ada").await;

    assert!(matches!(world.sign_in("ada", PASSWORD).await, Err(SignInError::Disabled)));
}

#[tokio::test]
async fn an_unconfirmed_second_address_opens_nothing() {
    let world = World::new();
    let ada = world.member("ada").await;
    let second = altered(ada.emails[0].clone(), |email| {
        email.confirmed_at = None;
        email.primary = false;
    });
    let (id, eves) = (EmailId::from_bytes([9; 16]), EmailAddress::parse(&address("eve")).unwrap());
    world
        .write(Changes::none().with(EmailChange::Insert(
            ada.id,
            altered(second, |email| {
                email.id = id;
                email.address = eves;
            }),
        )))
        .await;

    assert_refused(&world, &address("eve"), PASSWORD, refusal_of(&address("eve"))).await;
    assert!(world.sign_in(&address("ada"), PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_wrong_password_does_not_replace_an_old_hash() {
    let world = World::new();
    let ada = world.member("ada").await;
    let old = PlainHasher::old_hash(PASSWORD);
    world.write(Changes::none().with(UserChange::SetPassword(ada.id, old))).await;

    assert_refused(&world, "ada", OTHER_PASSWORD, "username.bad_credentials").await;
}

#[tokio::test]
async fn a_failure_is_recorded_for_whom_it_concerns_and_from_where() {
    let world = World::new();
    let ada = world.member("ada").await;

    let _ = world.sign_in("ada", OTHER_PASSWORD).await;
    let _ = world.sign_in("nobody", OTHER_PASSWORD).await;

    let told = world.told.events();
    assert_eq!([told[0].user_id, told[1].user_id], [Some(ada.id), None]);
    assert!(told.iter().all(|event| event.address == visitor().address));
}

#[tokio::test]
async fn a_busy_hasher_and_a_store_that_is_down_are_failures_and_not_wrong_passwords() {
    let world = World::new();
    world.member("ada").await;

    world.hasher.become_busy();
    for identifier in ["ada", "nobody"] {
        let Err(SignInError::Failed(error)) = world.sign_in(identifier, PASSWORD).await else { panic!() };
        assert!(error.retry_after().is_some());
    }
    world.hasher.become_free();
    world.store.break_down();
    assert!(matches!(world.sign_in("ada", PASSWORD).await, Err(SignInError::Failed(_))));
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn an_account_that_changes_while_somebody_signs_in_is_judged_anew() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.store.refuse_next_commit(CommitError::Stale);
    assert!(world.sign_in("ada", PASSWORD).await.is_ok());

    let sessions = world.users.sessions(ada.id).await.unwrap().len();
    for _ in 0..4 {
        world.store.refuse_next_commit(CommitError::Stale);
    }
    assert!(matches!(world.sign_in("ada", PASSWORD).await, Err(SignInError::Failed(_))));
    assert_eq!(world.users.sessions(ada.id).await.unwrap().len(), sessions);
    assert_eq!(world.user("ada").await.status, UserStatus::Active);
}
