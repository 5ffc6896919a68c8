//! Sentences about events, and about the store as a whole.

use user_core::domain::{Event, EventKind};
use user_core::ports::Changes;

use super::probe::{Subject, commit, insert};
use super::samples::{TICK, active, event, event_at, event_id, minutes, noon, user_id};

/// An event of every kind comes back as it went in, from any network address or none, by any actor or none.
pub async fn an_event_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let addresses = [None, Some("192.0.2.1"), Some("2001:db8::ff"), Some("::ffff:192.0.2.1")];
    let mut expected = Vec::new();
    for (kind, raw) in EventKind::ALL.into_iter().zip(addresses.into_iter().cycle()) {
        let address = raw.map(|raw| raw.parse().expect("an address"));
        let actor = address.is_none().then(|| "é".repeat(64));
        expected.push(Event { kind, address, actor, ..event(&ada) });
    }
    commit(&store, expected.iter().cloned().fold(Changes::none(), Changes::with)).await;

    let kept = store.events_of(&ada.id, 1_000).await.expect("a look-up");

    assert_eq!(kept, expected.into_iter().rev().collect::<Vec<_>>());
}

/// A user's events are listed newest first up to the limit, those of one moment by id, the later one first.
pub async fn events_are_listed_newest_first(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let [one, two, three, four] = [noon() + TICK, noon(), minutes(-5), noon()].map(|at| event_at(&ada, at));
    let all = [&four, &one, &three, &two, &event(&bob)];
    commit(&store, all.into_iter().cloned().fold(Changes::none(), Changes::with)).await;

    let kept = store.events_of(&ada.id, 3).await.expect("a look-up");

    assert_eq!(kept, [one, four, two]);
    assert_eq!(store.events_of(&ada.id, 9).await.expect("a look-up").last(), Some(&three));
    assert!(store.events_of(&ada.id, 0).await.expect("a look-up").is_empty());
}

/// An event of nobody, or of a user who is not there, is recorded: it is a record, not a relation.
pub async fn an_event_needs_no_user(store: Subject) {
    let stranger = active("nobody");
    let of_nobody = Event { id: event_id(), user_id: None, ..event(&stranger) };

    commit(&store, of_nobody).await;
    commit(&store, event(&stranger)).await;

    assert_eq!(store.events_of(&stranger.id, 9).await.expect("a look-up").len(), 1);
    assert!(store.events_of(&user_id(), 9).await.expect("a look-up").is_empty());
}

/// A fresh store is ready and empty, and a commit of nothing is accepted.
pub async fn a_fresh_store_is_ready_and_empty(store: Subject) {
    store.ready().await.expect("ready");
    commit(&store, Changes::none()).await;

    assert!(store.users(None, 10).await.expect("a look-up").is_empty());
    assert!(store.lease_mail(noon(), minutes(5), 10).await.expect("a lease").is_empty());
}
