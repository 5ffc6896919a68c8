//! Of the invitations that one user sends to one address, the last one counts; and a new password ends what gives roles.

use user_core::domain::InvitationState;
use user_core::flows::Current;
use user_testkit::NoThrottle;

use crate::invitations::{host, hosted, optional, sent};
use crate::world::{
    OTHER_PASSWORD, PASSWORD, World, address, at_once, invite, new_password, password_change, visitor,
};

fn crowded() -> World {
    World::built(|builder| builder.throttle(NoThrottle).configure(optional))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_invitations_to_one_address_sent_at_once_one_is_open() {
    for round in 0..10 {
        let world = crowded();
        world.member("ada").await;
        let ada = world.current("ada").await;

        let outcomes = at_once(&world, 3, |_| {
            let (users, ada) = (world.users.clone(), ada.clone());
            async move { users.invite(&ada, &invite("grace", ""), &visitor()).await }
        })
        .await;

        assert!(outcomes.iter().any(Result::is_ok), "{round} {outcomes:?}");
        let all = sent(&world).await;
        let open = all.iter().filter(|one| one.state(world.now()) == InvitationState::Open);
        assert_eq!(open.count(), 1, "{round} {all:?}");
    }
}

#[tokio::test]
async fn an_invitation_is_replaced_however_many_came_after_it() {
    let world = crowded();
    world.member("ada").await;
    let ada = world.current("ada").await;
    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();
    for number in 0..101 {
        world.users.invite(&ada, &invite(&format!("guest{number}"), ""), &visitor()).await.unwrap();
    }

    world.users.invite(&ada, &invite("grace", ""), &visitor()).await.unwrap();

    let all = sent(&world).await;
    let open = all.iter().filter(|one| one.state(world.now()) == InvitationState::Open);
    assert_eq!(open.filter(|one| one.email.as_str() == address("grace")).count(), 1);
}

/// An invitation that a thief sent in an administrator's session makes no administrator once the owner is back.
#[tokio::test]
async fn an_invitation_that_gives_a_role_ends_with_a_new_password() {
    for how in 0..3 {
        let world = hosted();
        let ada = host(&world, "ada").await;
        world.users.invite(&ada, &invite("grace", "agent"), &visitor()).await.unwrap();
        world.users.invite(&ada, &invite("bob", ""), &visitor()).await.unwrap();
        let ada = Current::new(world.user("ada").await, ada.session);

        match how {
            0 => {
                let link = world.reset_link_for("ada").await;
                let form = new_password(OTHER_PASSWORD);
                world.users.reset_password(&link, &form, &visitor()).await.map(drop).unwrap();
            }
            1 => {
                let form = password_change(PASSWORD, OTHER_PASSWORD);
                world.users.change_password(&ada, &form, &visitor()).await.map(drop).unwrap();
            }
            _ => world.users.set_password(ada.user.id, OTHER_PASSWORD).await.unwrap(),
        }

        for invitation in sent(&world).await {
            let open = invitation.state(world.now()) == InvitationState::Open;
            assert_eq!(open, invitation.roles.is_empty(), "{how} {invitation:?}");
        }
    }
}
