//! Of the invitations that one user sends to one address, the last one counts.

use user_core::domain::InvitationState;
use user_testkit::NoThrottle;

use crate::invitations::{optional, sent};
use crate::world::{World, address, at_once, invite, visitor};

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
