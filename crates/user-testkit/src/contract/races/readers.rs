//! Readers of the events, while others write.

use user_core::domain::{CursorName, Event, EventId, EventPosition};
use user_core::ports::{Changes, CursorChange};

use super::super::probe::{Outcome, Subject, commit};
use super::super::samples::{event_of_nobody, minutes};
use super::{CALLERS, ROUNDS, one_won, race, race_commits};

/// How often the readers are raced: each of them looks often.
const READ_ROUNDS: usize = 3;
/// How many events a writer records, in two commits.
const WRITTEN: i64 = 6;

fn events(writer: usize) -> Vec<Event> {
    // The later a writer, the earlier its events seem to have been.
    let at = |number| minutes(number - i64::try_from(writer).unwrap_or_default() * WRITTEN);
    (0..WRITTEN).map(|number| event_of_nobody(at(number))).collect()
}

/// Reads on until nothing is left; every position is higher than the one before.
async fn read_on(store: &Subject, after: &mut EventPosition, read: &mut Vec<EventId>) {
    loop {
        let found = store.events_after(*after, 40).await.expect("a look-up");
        for positioned in &found {
            assert!(positioned.position > *after, "positions go up");
            *after = positioned.position;
            read.push(positioned.event.id);
        }
        if found.is_empty() {
            return;
        }
    }
}

/// Readers who read on while many commit see every event once, in order of position, and all see the same order.
pub async fn no_event_is_skipped_by_a_reader(store: Subject) {
    let mut start = EventPosition::START;
    for _ in 0..READ_ROUNDS {
        let writers: Vec<_> = (0..CALLERS).map(events).collect();
        let mut expected: Vec<_> = writers.iter().flatten().map(|event| event.id).collect();
        expected.sort();

        let read = race(&store, |store, number| {
            let (mine, mut after) = (writers[number].clone(), start);
            async move {
                let mut read = Vec::new();
                for part in mine.chunks(3) {
                    commit(&store, part.iter().cloned().fold(Changes::none(), Changes::with)).await;
                    read_on(&store, &mut after, &mut read).await;
                }
                (after, read)
            }
        })
        .await;

        let mut end = start;
        let mut orders = Vec::new();
        for (mut after, mut read) in read {
            read_on(&store, &mut after, &mut read).await;
            end = after;
            orders.push(read);
        }
        assert!(orders.windows(2).all(|two| two[0] == two[1]), "all read in one order");
        let mut once = orders.remove(0);
        once.sort();
        assert_eq!(once, expected);
        start = end;
    }
}

/// A cursor is moved by exactly one of many who found it at one place; the rest are `Stale`.
pub async fn one_cursor_is_moved_by_one_caller(store: Subject) {
    let name = CursorName::parse("webhooks").expect("a name");
    let mut from = EventPosition::START;
    for _ in 0..ROUNDS {
        let next = from.number() + 1;
        let to = move |number: usize| EventPosition::new(next + u64::try_from(number).unwrap_or_default());
        let moved = move |number| Changes::none().with(CursorChange::Advance { name, from, to: to(number) });

        let winner = one_won(&race_commits(&store, moved).await, Outcome::Stale);

        from = to(winner);
        assert_eq!(store.cursor(name).await.expect("a look-up"), from);
    }
}
