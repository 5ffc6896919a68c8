//! Sentences about events, and about the store as a whole.

use user_core::domain::{Actor, CursorName, Detail, EventKind, EventPosition, Method, PositionedEvent};
use user_core::ports::{Changes, CursorChange, UserChange};

use super::probe::{Outcome, Subject, commit, find, insert, inserting, outcome};
use super::purge;
use super::samples::{
    TICK, active, event, event_at, event_of, event_of_nobody, minutes, noon, session_id, user_id,
};
use crate::altered;

/// An event of every kind comes back as it went in: with all that can be told of it, and as little as possible.
pub async fn an_event_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let addresses = [None, Some("192.0.2.1"), Some("2001:db8::ff"), Some("::ffff:192.0.2.1")];
    let actors =
        [Actor::SYSTEM, Actor::VISITOR, Actor::user(ada.id), Actor::administrator("\u{e9}".repeat(64))];
    let mut expected = Vec::new();
    for (index, kind) in EventKind::ALL.iter().enumerate() {
        let mut event = event_of(&ada, *kind);
        event.actor = actors[index % 4].clone();
        event.address = addresses[index / 4 % 4].map(|raw| raw.parse().expect("an address"));
        if index % 2 == 0 {
            event.session = Some(session_id());
            event.user_agent = Some("\u{4f60}\u{597d}".repeat(127));
            event.method = Method::ALL.get(index % Method::ALL.len()).copied();
            event =
                event.with(Detail::ADDRESS, "Ren\u{e9}@example.com").with(Detail::LABEL, "'\"\\ \u{1f98a}");
        }
        expected.push(event);
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

    commit(&store, event_of_nobody(noon())).await;
    commit(&store, event(&stranger)).await;

    assert_eq!(store.events_of(&stranger.id, 9).await.expect("a look-up").len(), 1);
    assert!(store.events_of(&user_id(), 9).await.expect("a look-up").is_empty());
}

/// Events are read on from where a reader stands, in order of position, up to the limit, each of them once.
pub async fn events_are_read_on_from_a_position(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    // Committed in another order than that of their moments.
    let sample = [event_at(&ada, minutes(2)), event_of_nobody(minutes(1)), event_at(&ada, minutes(3))];
    for event in &sample[..2] {
        commit(&store, event.clone()).await;
    }

    let first = read_on(&store, EventPosition::START, 1).await;
    let second = read_on(&store, first[0].position, 9).await;
    commit(&store, sample[2].clone()).await;
    let third = read_on(&store, second[0].position, 9).await;

    let read: Vec<_> =
        [&first, &second, &third].into_iter().flatten().map(|found| found.event.clone()).collect();
    assert_eq!((first.len(), second.len(), third.len()), (1, 1, 1));
    assert!(sample.iter().all(|event| read.contains(event)), "{read:?}");
    assert!(first[0].position < second[0].position && second[0].position < third[0].position);
    assert_eq!(read_on(&store, EventPosition::START, 9).await, [first, second, third.clone()].concat());
    assert!(read_on(&store, third[0].position, 9).await.is_empty());
    assert!(read_on(&store, EventPosition::START, 0).await.is_empty());
}

/// The position of an event that was purged is given to no other one.
pub async fn no_position_is_given_twice(store: Subject) {
    commit(&store, event_of_nobody(minutes(-9))).await;
    let [gone] = &read_on(&store, EventPosition::START, 9).await[..] else { panic!("one event") };
    assert_eq!(
        store.purge(altered(purge::nothing(), |purge| purge.events = noon()), 9).await.expect("a purge"),
        1
    );

    let later = event_of_nobody(noon());
    commit(&store, later.clone()).await;

    let found = read_on(&store, gone.position, 9).await;
    assert_eq!(found.into_iter().map(|found| found.event).collect::<Vec<_>>(), [later]);
}

/// A cursor stands at the start until it is moved, is moved from where it stands and from nowhere else, and is one of
/// many.
pub async fn a_cursor_is_moved_from_where_it_stands(store: Subject) {
    let [name, other] = ["webhooks", "acme:export/2"].map(|name| CursorName::parse(name).expect("a name"));
    let [start, one, two] = [0, 1, 2].map(EventPosition::new);
    let advance = |name, from, to| CursorChange::Advance { name, from, to };
    assert_eq!(store.cursor(name).await.expect("a look-up"), start);

    assert_eq!(outcome(&store, advance(name, one, two)).await, Outcome::Stale);
    commit(&store, advance(name, start, one)).await;
    assert_eq!(outcome(&store, advance(name, start, two)).await, Outcome::Stale);
    commit(&store, advance(name, one, two)).await;
    commit(&store, advance(other, start, one)).await;

    assert_eq!(store.cursor(name).await.expect("a look-up"), two);
    assert_eq!(store.cursor(other).await.expect("a look-up"), one);
}

/// A refused move of a cursor undoes the commit that it is part of, and so does any other refusal the move.
pub async fn a_cursor_moves_with_its_commit(store: Subject) {
    let name = CursorName::parse("webhooks").expect("a name");
    let [start, one, two] = [0, 1, 2].map(EventPosition::new);
    let (ada, bob) = (active("ada"), active("bob"));
    let moved = |from, to| CursorChange::Advance { name, from, to };

    let late = Changes::none().with(inserting(&ada)).with(moved(one, two));
    assert_eq!(outcome(&store, late).await, Outcome::Stale);
    let refused = Changes::none().with(moved(start, one)).with(UserChange::VoidDevices(bob.id));
    assert_eq!(outcome(&store, refused).await, Outcome::Gone);

    assert!(find(&store, ada.id).await.is_none());
    assert_eq!(store.cursor(name).await.expect("a look-up"), start);
    commit(&store, Changes::none().with(inserting(&ada)).with(moved(start, two))).await;
    assert_eq!(store.cursor(name).await.expect("a look-up"), two);
}

async fn read_on(store: &Subject, after: EventPosition, limit: u32) -> Vec<PositionedEvent> {
    store.events_after(after, limit).await.expect("a look-up")
}

/// A fresh store is ready and empty, and a commit of nothing is accepted.
pub async fn a_fresh_store_is_ready_and_empty(store: Subject) {
    store.ready().await.expect("ready");
    commit(&store, Changes::none()).await;

    assert!(store.users(None, 10).await.expect("a look-up").is_empty());
    assert!(store.lease_mail(noon(), minutes(5), 10).await.expect("a lease").is_empty());
}
