//! An event whose commit takes long is read after those that were committed meanwhile, and is not skipped.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;
use user_core::domain::{EventPosition, PositionedEvent};
use user_core::ports::{Changes, Store};

use crate::databases::Fresh;
use crate::people::{event, user};

on_each_database! {
    an_event_that_is_committed_late_is_not_skipped
}

async fn read_on(fresh: &Fresh, after: EventPosition) -> Vec<PositionedEvent> {
    fresh.store.events_after(after, 9).await.unwrap()
}

async fn an_event_that_is_committed_late_is_not_skipped(fresh: Fresh) {
    let ada = user("ada");
    let (late, quick, last) = (event(&ada), event(&ada), event(&ada));
    let (begun, end) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let held = {
        let (store, changes) = (fresh.store.clone(), Changes::none().with(late.clone()));
        let (begun, end) = (Arc::clone(&begun), Arc::clone(&end));
        tokio::spawn(async move {
            let written = store.commit_with(changes, move |_| {
                let (begun, end) = (Arc::clone(&begun), Arc::clone(&end));
                Box::pin(async move {
                    begun.notify_one();
                    end.notified().await;
                    Ok(())
                })
            });
            written.await.unwrap();
        })
    };
    begun.notified().await;

    // On SQLite nobody else writes meanwhile: there the commit waits, and so does who reads on.
    let meanwhile =
        timeout(Duration::from_secs(2), fresh.store.commit(Changes::none().with(quick.clone()))).await;
    let mut read = match meanwhile {
        Ok(done) => {
            done.unwrap();
            read_on(&fresh, EventPosition::START).await
        }
        Err(_) => Vec::new(),
    };
    let first: Vec<_> = read.iter().map(|found| found.event.id).collect();
    end.notify_one();
    held.await.unwrap();
    fresh.store.commit(Changes::none().with(last.clone())).await.unwrap();
    let after = read.last().map_or(EventPosition::START, |found| found.position);
    read.extend(read_on(&fresh, after).await);

    assert!(first.is_empty() || first == [quick.id], "what is not committed is not read");
    let mut ids: Vec<_> = read.iter().map(|found| found.event.id).collect();
    ids.sort();
    let mut expected = [late.id, quick.id, last.id];
    expected.sort();
    assert!(read.windows(2).all(|two| two[0].position < two[1].position));
    assert_eq!(ids, expected);
}
