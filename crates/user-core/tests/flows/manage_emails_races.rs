//! Several addresses, changed by many at once.

use user_core::ports::CommitError;

use crate::manage_emails::{add, member_with_two, now, row};
use crate::world::{at_once, proof, visitor};

#[tokio::test]
async fn however_removing_confirming_and_choosing_race_one_confirmed_address_is_primary() {
    for _ in 0..10 {
        let (world, current, two) = member_with_two().await;
        add(&world, &current, "three@example.com").await.unwrap();
        let link = world.link_for("three").await;
        let first = current.user.emails[0].id;
        let current = now(&world, &current).await;
        let three = row(&world, &current, "three@example.com").await.id;

        at_once(&world, 16, |index| {
            let (users, current, link) = (world.users.clone(), current.clone(), link.clone());
            async move {
                let id = [first, two, three][index % 3];
                match index % 4 {
                    0 => drop(users.make_primary(&current, id, &visitor()).await),
                    1 | 2 => drop(users.remove_email(&current, id, &visitor()).await),
                    _ => drop(users.confirm_email(&link, &proof(), None, &visitor()).await),
                }
            }
        })
        .await;

        let user = now(&world, &current).await.user;
        let primary: Vec<_> = user.emails.iter().filter(|email| email.primary).collect();
        assert_eq!(primary.len(), 1);
        assert!(primary[0].confirmed_at.is_some());
    }
}

#[tokio::test]
async fn a_decision_is_made_anew_when_somebody_else_was_faster() {
    let (world, current, two) = member_with_two().await;
    world.store.refuse_next_commit(CommitError::Stale);

    world.users.make_primary(&current, two, &visitor()).await.unwrap();

    assert_eq!(now(&world, &current).await.user.primary_email().unwrap().id, two);
}
