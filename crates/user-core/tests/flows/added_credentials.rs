//! What an intruder added to the account goes with a recovery, and what the owner had before stays.

use user_core::domain::{
    Challenge, ChallengeId, ChallengePurpose, Credential, CredentialId, CredentialKind, User,
};
use user_core::ports::{ChallengeChange, Changes, CredentialChange, Store};

use crate::claims::{Account, OWNERS};
use crate::world::{DAY, HOUR, PASSWORD, World};

/// Adds a code now.
async fn code(world: &World, user: &User) -> CredentialId {
    let id = CredentialId::fresh(&world.clock, &world.entropy);
    let code = Credential::new(id, user.id, CredentialKind::parse("passkey").unwrap(), world.now());
    world.write(Changes::none().with(CredentialChange::Insert(Box::new(code)))).await;
    id
}

/// Begins a step of signing in that is good for a day.
async fn step(world: &World, user: &User) -> ChallengeId {
    let id = ChallengeId::fresh(&world.entropy);
    let mut step = Challenge::new(id, ChallengePurpose::SIGN_IN, world.now(), world.now() + DAY);
    step.user_id = Some(user.id);
    world.write(Changes::none().with(ChallengeChange::Insert(Box::new(step)))).await;
    id
}

async fn codes(account: &Account) -> Vec<CredentialId> {
    let all = account.world.store.credentials_of(&account.ada.id, None).await.unwrap();
    all.into_iter().map(|code| code.id).collect()
}

async fn is_void(world: &World, step: ChallengeId) -> bool {
    world.store.challenge(&step).await.unwrap().unwrap().used_at.is_some()
}

#[tokio::test]
async fn credentials_of_the_last_days_and_steps_under_way_end_with_a_recovery() {
    for act in 0..3 {
        let account = Account::old(true).await;
        let world = &account.world;
        let old = code(world, &account.ada).await;
        world.after(20 * DAY);
        let before = code(world, &account.ada).await;
        world.after(HOUR);
        account.take("evil", PASSWORD).await;
        account.make_primary("evil", PASSWORD).await;
        world.after(DAY);
        let since = code(world, &account.ada).await;
        let pending = step(world, &account.ada).await;
        assert_eq!(codes(&account).await, [old, before, since]);

        match act {
            0 => assert!(account.reset("ada", OWNERS).await),
            1 => world.users.set_password(account.ada.id, OWNERS).await.unwrap(),
            _ => assert!(account.undo("ada", OWNERS).await),
        }

        assert_eq!(codes(&account).await, [old], "{act}");
        assert!(is_void(world, pending).await, "{act}");
    }
}

#[tokio::test]
async fn a_password_changed_by_who_knows_it_leaves_the_credentials_and_ends_the_steps_under_way() {
    let account = Account::old(true).await;
    let code = code(&account.world, &account.ada).await;
    let pending = step(&account.world, &account.ada).await;

    account.change_password(PASSWORD, OWNERS).await;

    assert_eq!(codes(&account).await, [code]);
    assert!(is_void(&account.world, pending).await);
}

#[tokio::test]
async fn steps_under_way_end_when_an_account_is_disabled_or_signed_out_everywhere() {
    for disable in [true, false] {
        let account = Account::old(true).await;
        let users = &account.world.users;
        let code = code(&account.world, &account.ada).await;
        let pending = step(&account.world, &account.ada).await;

        if disable {
            users.disable_user(account.ada.id).await.unwrap();
        } else {
            users.end_sessions(account.ada.id).await.unwrap();
        }

        assert_eq!(codes(&account).await, [code]);
        assert!(is_void(&account.world, pending).await);
    }
}

#[tokio::test]
async fn a_purge_deletes_what_expired() {
    let account = Account::old(true).await;
    let world = &account.world;
    let kept = code(world, &account.ada).await;
    let over = step(world, &account.ada).await;
    world.after(DAY + HOUR);
    let open = step(world, &account.ada).await;

    world.users.purge_expired().await.unwrap();

    assert_eq!(codes(&account).await, [kept]);
    assert_eq!(world.store.challenge(&over).await.unwrap(), None);
    assert!(!is_void(world, open).await);
}
