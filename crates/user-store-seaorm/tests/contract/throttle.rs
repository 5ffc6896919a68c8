//! Attempts counted in the database.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use user_core::MemoryThrottle;
use user_core::ports::{Limit, Reservation, Throttle};
use user_store_seaorm::{entity, sea_orm};

use crate::databases::Fresh;
use crate::people::now;

on_each_database! {
    it_answers_as_the_one_in_memory_does
    of_many_callers_at_once_no_more_get_through_than_are_free
    callers_without_a_limit_all_get_through
    a_free_attempt_bars_nobody_whose_clock_is_behind
    a_cleared_key_starts_anew_and_others_are_untouched
    what_is_given_back_was_never_there
    of_many_that_are_given_back_at_once_none_is_lost
    keys_are_kept_as_hashes_and_forgotten_ones_go
}

const LIMIT: Limit = Limit {
    free: 3,
    delay: Duration::from_secs(10),
    longest: Duration::from_secs(25),
    forget: Duration::from_secs(100),
};

async fn it_answers_as_the_one_in_memory_does(fresh: Fresh) {
    let (kept, in_memory) = (fresh.store.throttle(), MemoryThrottle::new());
    let immediate = Limit { free: 0, ..LIMIT };
    let endless = Limit { delay: Duration::MAX, longest: Duration::from_secs(1 << 30), ..LIMIT };
    let micros =
        [0, 0, 1, 1, 9_999_999, 10_000_000, 10_000_001, 29_999_999, 30_000_001, 54_000_000, 60_000_000];
    let later = [85_000_000, 110_000_000, 209_999_999, 210_000_000, 211_000_000, 500_000_000, 499_000_000];

    for (key, limit) in [("usual", LIMIT), ("immediate", immediate), ("endless", endless)] {
        for moment in micros.into_iter().chain(later) {
            let at = now() + TimeDelta::microseconds(moment);
            let expected = in_memory.reserve(key, &limit, at).await.unwrap();
            assert_eq!(kept.reserve(key, &limit, at).await.unwrap(), expected, "{key} at {moment}");
            if moment % 2 == 1 {
                in_memory.give_back(key, &limit, at).await.unwrap();
                kept.give_back(key, &limit, at).await.unwrap();
            }
        }
    }
}

/// How many of this many callers at once are granted an attempt.
async fn granted(fresh: &Fresh, callers: usize, limit: Limit) -> usize {
    let (throttle, start) = (fresh.store.throttle(), Arc::new(Barrier::new(callers)));
    let mut racing = JoinSet::new();
    for _ in 0..callers {
        let (throttle, start) = (throttle.clone(), Arc::clone(&start));
        racing.spawn(async move {
            start.wait().await;
            throttle.reserve("key", &limit, now()).await.unwrap()
        });
    }
    racing.join_all().await.iter().filter(|answer| **answer == Reservation::Granted).count()
}

async fn of_many_callers_at_once_no_more_get_through_than_are_free(fresh: Fresh) {
    for round in 1..=5 {
        let limit = Limit { free: round * 2, ..LIMIT };

        assert_eq!(granted(&fresh, 100, limit).await, usize::try_from(limit.free).unwrap());

        fresh.store.throttle().clear("key").await.unwrap();
    }
}

async fn callers_without_a_limit_all_get_through(fresh: Fresh) {
    assert_eq!(granted(&fresh, 30, Limit { free: 1_000, ..LIMIT }).await, 30);
}

async fn a_free_attempt_bars_nobody_whose_clock_is_behind(fresh: Fresh) {
    let throttle = fresh.store.throttle();
    for second in [2, 1, 0] {
        let at = now() + TimeDelta::seconds(second);
        assert_eq!(throttle.reserve("key", &LIMIT, at).await.unwrap(), Reservation::Granted, "{second}");
    }
}

async fn a_cleared_key_starts_anew_and_others_are_untouched(fresh: Fresh) {
    let throttle = fresh.store.throttle();
    let reserve = || throttle.reserve("key", &LIMIT, now());
    for _ in 0..LIMIT.free {
        assert_eq!(reserve().await.unwrap(), Reservation::Granted);
    }

    throttle.clear("other").await.unwrap();
    assert_eq!(reserve().await.unwrap(), Reservation::Refused { retry_after: LIMIT.delay });
    throttle.clear("key").await.unwrap();
    assert_eq!(reserve().await.unwrap(), Reservation::Granted);
}

async fn what_is_given_back_was_never_there(fresh: Fresh) {
    let throttle = fresh.store.throttle();
    throttle.give_back("key", &LIMIT, now()).await.unwrap();
    for _ in 0..2 * LIMIT.free {
        assert_eq!(throttle.reserve("key", &LIMIT, now()).await.unwrap(), Reservation::Granted);
        throttle.give_back("key", &LIMIT, now()).await.unwrap();
        throttle.give_back("other", &LIMIT, now()).await.unwrap();
    }

    assert_eq!(granted(&fresh, 20, LIMIT).await, 3);
}

/// Each of many callers gives back what it got, while the others reserve.
async fn of_many_that_are_given_back_at_once_none_is_lost(fresh: Fresh) {
    const CALLERS: usize = 40;
    let limit = Limit { free: 50, ..LIMIT };
    let (throttle, start) = (fresh.store.throttle(), Arc::new(Barrier::new(CALLERS)));
    let mut racing = JoinSet::new();
    for _ in 0..CALLERS {
        let (throttle, start) = (throttle.clone(), Arc::clone(&start));
        racing.spawn(async move {
            start.wait().await;
            assert_eq!(throttle.reserve("key", &limit, now()).await.unwrap(), Reservation::Granted);
            throttle.give_back("key", &limit, now()).await.unwrap();
        });
    }
    racing.join_all().await;

    assert_eq!(granted(&fresh, 100, limit).await, 50);
}

async fn keys_are_kept_as_hashes_and_forgotten_ones_go(fresh: Fresh) {
    let throttle = fresh.store.throttle();
    for visitor in 0..10 {
        throttle.reserve(&format!("visitor {visitor}"), &LIMIT, now()).await.unwrap();
    }
    let db = fresh.store.connection();
    let rows = entity::throttle::Entity::find().all(db).await.unwrap();
    assert!(rows.len() == 10 && rows.iter().all(|row| row.key_hash.len() == 32), "{rows:?}");

    let next_day = now() + TimeDelta::days(1);
    for newcomer in 0..3 {
        throttle.reserve(&format!("newcomer {newcomer}"), &LIMIT, next_day).await.unwrap();
    }

    assert_eq!(entity::throttle::Entity::find().count(db).await.unwrap(), 3);
}
