//! What an administrator does between a flow's look at an account and its commit counts: nothing slips through.

use std::sync::Mutex;

use user_core::domain::{Password, PasswordHash, UserId, UserStatus};
use user_core::flows::{
    ChangePasswordError, ChangeUsernameError, LinkRefusal, ResetPasswordError, SignInError,
};
use user_core::ports::{PasswordHasher, PortError};

use crate::world::{OTHER_PASSWORD, PASSWORD, World, codes, new_password, password_change, rename, visitor};

#[derive(Clone, Copy)]
enum Act {
    Disable,
    SetPassword,
}

/// Lets an administrator act while the first password is worked on.
struct Slow {
    world: World,
    user: UserId,
    act: Mutex<Option<Act>>,
}

impl Slow {
    async fn meanwhile(&self) {
        let act = self.act.lock().unwrap().take();
        match act {
            Some(Act::Disable) => self.world.users.disable_user(self.user).await.unwrap(),
            Some(Act::SetPassword) => {
                self.world.users.set_password(self.user, OTHER_PASSWORD).await.unwrap();
            }
            None => {}
        }
    }
}

#[async_trait::async_trait]
impl PasswordHasher for Slow {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.meanwhile().await;
        self.world.hasher.hash(password).await
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        let verified = self.world.hasher.verify(password, hash).await;
        self.meanwhile().await;
        verified
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        self.world.hasher.needs_rehash(hash)
    }

    fn decoy(&self) -> PasswordHash {
        self.world.hasher.decoy()
    }
}

/// The same site, on which `act` happens while the next password is worked on.
async fn where_meanwhile(world: &World, act: Act) -> World {
    let user = world.user("ada").await.id;
    world.hashing_with(Slow { world: world.clone(), user, act: Mutex::new(Some(act)) })
}

async fn assert_nobody_is_signed_in(world: &World) {
    let ada = world.user("ada").await;
    assert!(world.users.sessions(ada.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_is_disabled_while_signing_in_is_told_so_and_has_no_session() {
    let world = World::new();
    world.member("ada").await;

    let outcome = where_meanwhile(&world, Act::Disable).await.sign_in("ada", PASSWORD).await;

    assert!(matches!(outcome, Err(SignInError::Disabled)));
    assert_nobody_is_signed_in(&world).await;
}

#[tokio::test]
async fn a_password_that_is_replaced_while_signing_in_is_no_longer_right() {
    let world = World::new();
    world.member("ada").await;

    let outcome = where_meanwhile(&world, Act::SetPassword).await.sign_in("ada", PASSWORD).await;

    assert_eq!(codes(outcome), ["username.bad_credentials"]);
    assert_nobody_is_signed_in(&world).await;
}

#[tokio::test]
async fn a_link_that_is_voided_while_the_new_password_is_hashed_resets_nothing() {
    for act in [Act::Disable, Act::SetPassword] {
        let world = World::new();
        world.member("ada").await;
        let link = world.reset_link_for("ada").await;
        let slow = where_meanwhile(&world, act).await;

        let form = new_password("Thieves like us 13");
        let refusal = slow.users.reset_password(&link, &form, &visitor()).await.unwrap_err();

        assert!(matches!(refusal, ResetPasswordError::Link(LinkRefusal::Used)));
        let disabled = world.user("ada").await.status == UserStatus::Disabled;
        assert_eq!(disabled, matches!(act, Act::Disable));
        assert!(world.sign_in("ada", "Thieves like us 13").await.is_err());
    }
}

#[tokio::test]
async fn who_is_shut_out_while_changing_the_password_changes_nothing() {
    for act in [Act::Disable, Act::SetPassword] {
        let world = World::new();
        world.member("ada").await;
        let thief = world.current("ada").await;
        let slow = where_meanwhile(&world, act).await;

        let form = password_change(PASSWORD, "Thieves like us 13");
        let refusal = slow.users.change_password(&thief, &form, &visitor()).await.unwrap_err();

        match act {
            Act::Disable => assert!(matches!(refusal, ChangePasswordError::Gone)),
            Act::SetPassword => assert_eq!(codes(Err::<(), _>(refusal)), ["old_password.wrong"]),
        }
        assert_nobody_is_signed_in(&world).await;
        assert!(world.sign_in("ada", "Thieves like us 13").await.is_err());
    }
}

#[tokio::test]
async fn who_is_shut_out_while_changing_the_username_changes_nothing() {
    for act in [Act::Disable, Act::SetPassword] {
        let world = World::new();
        world.member("ada").await;
        let thief = world.current("ada").await;
        let slow = where_meanwhile(&world, act).await;

        let form = rename("thief", PASSWORD);
        let refusal = slow.users.change_username(&thief, &form, &visitor()).await.unwrap_err();

        match act {
            Act::Disable => assert!(matches!(refusal, ChangeUsernameError::Gone)),
            Act::SetPassword => assert!(matches!(refusal, ChangeUsernameError::NotFresh)),
        }
        assert_eq!(world.user("ada").await.username.unwrap().as_str(), "ada");
    }
}
