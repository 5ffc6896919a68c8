//! Observers are told after the commit, of what was committed, and can harm nothing.

use std::sync::{Arc, Mutex};

use user_core::domain::{Event, EventKind};
use user_core::ports::{CommitError, Observer, Port, PortError};

use crate::world::{OTHER_PASSWORD, PASSWORD, World, registration, visitor};

#[tokio::test]
async fn nobody_is_told_of_what_was_not_committed() {
    let world = World::new();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let current = world.visit(&signed_in.cookie).await.unwrap();
    let down = || CommitError::Failed(PortError::new(Port::Store, "full"));
    let before = world.snapshot().await;

    world.store.refuse_next_commit(down());
    assert!(world.register(&registration("bob")).await.is_err());
    world.store.refuse_next_commit(down());
    assert!(world.sign_in("ada", PASSWORD).await.is_err());
    world.store.refuse_next_commit(down());
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_err());
    world.store.refuse_next_commit(down());
    assert!(world.users.sign_out(&current, &visitor()).await.is_err());
    world.store.refuse_next_commit(down());
    assert!(world.users.disable_user(current.user.id).await.is_err());

    assert!(world.told.kinds().is_empty());
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn what_was_told_is_what_was_recorded() {
    let world = World::new();
    world.register(&registration("ada")).await.unwrap();
    let link = world.link_for("ada").await;
    world.confirm(&link).await.unwrap();
    let _ = world.sign_in("ada", OTHER_PASSWORD).await;
    world.sign_in("ada", PASSWORD).await.unwrap();

    assert_eq!(world.told.events(), world.store.inner().events());
    let expected = [
        EventKind::USER_REGISTERED,
        EventKind::EMAIL_CONFIRMED,
        EventKind::USER_SIGNED_IN,
        EventKind::SIGN_IN_FAILED,
        EventKind::USER_SIGNED_IN,
    ];
    assert_eq!(world.told.kinds(), expected);
}

#[tokio::test]
async fn an_observer_that_fails_changes_nothing_and_the_next_one_is_told() {
    let second = user_testkit::Recorder::new();
    let world = World::built(|builder| builder.observer(second.clone()));
    world.told.break_down();

    world.register(&registration("ada")).await.unwrap();

    assert_eq!(world.everybody().await.len(), 1);
    assert_eq!(world.told.kinds(), [EventKind::USER_REGISTERED]);
    assert_eq!(second.kinds(), [EventKind::USER_REGISTERED]);
}

#[tokio::test]
async fn an_observer_that_panics_changes_nothing_and_the_next_one_is_told() {
    let second = user_testkit::Recorder::new();
    let world = World::built(|builder| {
        builder.on_event(|_| panic!("an observer of the app's own")).observer(second.clone())
    });

    world.register(&registration("ada")).await.unwrap();

    assert_eq!(world.everybody().await.len(), 1);
    assert_eq!(second.kinds(), [EventKind::USER_REGISTERED]);
}

#[tokio::test]
async fn a_closure_is_an_observer_and_sees_what_is_committed() {
    let seen: Arc<Mutex<Vec<EventKind>>> = Arc::default();
    let told = Arc::clone(&seen);
    let world =
        World::built(|builder| builder.on_event(move |event: &Event| told.lock().unwrap().push(event.kind)));

    world.member("ada").await;

    assert_eq!(*seen.lock().unwrap(), [EventKind::USER_REGISTERED]);
}

/// Looks into the store when told, as an app that sends a greeting would.
struct Reader(user_testkit::FailingStore<user_testkit::MemoryStore>, Arc<Mutex<Vec<bool>>>);

#[async_trait::async_trait]
impl Observer for Reader {
    async fn notify(&self, event: &Event) -> Result<(), PortError> {
        let recorded = self.0.inner().events().contains(event);
        self.1.lock().unwrap().push(recorded);
        Ok(())
    }
}

#[tokio::test]
async fn observers_are_told_after_the_commit() {
    let world = World::new();
    let found: Arc<Mutex<Vec<bool>>> = Arc::default();
    let reader = Reader(world.store.clone(), Arc::clone(&found));
    let secret = user_core::seal::Secret::new([7; 32]).unwrap();
    let world = world.restarted(secret, |builder| builder.observer(reader));

    world.register(&registration("ada")).await.unwrap();

    assert_eq!(*found.lock().unwrap(), [true]);
}
