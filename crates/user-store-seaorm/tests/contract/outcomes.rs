//! The outcomes of posted forms in the database.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use user_core::MemoryOutcomes;
use user_core::ports::{Claim, Outcomes, PostedForm};

use crate::databases::Fresh;
use crate::people::now;

on_each_database! {
    it_answers_as_the_one_in_memory_does
    of_many_callers_at_once_one_is_the_first
    outcomes_whose_time_is_over_go
}

fn form(slot: u8, work: u8) -> PostedForm {
    PostedForm { slot: [slot; 32], work: [work; 32] }
}

fn at(second: i64) -> DateTime<Utc> {
    now() + TimeDelta::seconds(second)
}

/// One story, told to any keeper of outcomes.
async fn story(outcomes: &dyn Outcomes) -> Vec<String> {
    let mut heard = Vec::new();
    let claims =
        [(1, 1, 0), (1, 1, 1), (2, 1, 1), (1, 1, 29), (1, 1, 30), (1, 2, 31), (1, 1, 32), (1, 1, 33)];
    for (slot, work, second) in claims {
        let claim = outcomes.claim(&form(slot, work), at(second), at(second + 30)).await.unwrap();
        heard.push(format!("{claim:?}"));
    }
    outcomes.keep(&form(1, 2), b"late".to_vec(), at(200)).await.unwrap();
    heard.push(format!("{:?}", outcomes.find(&form(1, 1), at(34)).await.unwrap()));
    outcomes.keep(&form(1, 1), vec![0, 255, 39], at(200)).await.unwrap();
    outcomes.release(&form(1, 2)).await.unwrap();
    for second in [34, 199, 200] {
        heard.push(format!("{:?}", outcomes.find(&form(1, 1), at(second)).await.unwrap()));
        let claim = outcomes.claim(&form(1, 1), at(second), at(second + 30)).await.unwrap();
        heard.push(format!("{claim:?}"));
    }
    outcomes.release(&form(1, 1)).await.unwrap();
    heard.push(format!("{:?}", outcomes.claim(&form(1, 1), at(201), at(231)).await.unwrap()));
    heard
}

async fn it_answers_as_the_one_in_memory_does(fresh: Fresh) {
    let (kept, in_memory) = (fresh.store.outcomes(), MemoryOutcomes::new());

    assert_eq!(story(&kept).await, story(&in_memory).await);
}

async fn of_many_callers_at_once_one_is_the_first(fresh: Fresh) {
    const CALLERS: usize = 12;
    for round in 0..5 {
        let (outcomes, start) = (fresh.store.outcomes(), Arc::new(Barrier::new(CALLERS)));
        let mut racing = JoinSet::new();
        for _ in 0..CALLERS {
            let (outcomes, start) = (outcomes.clone(), Arc::clone(&start));
            racing.spawn(async move {
                start.wait().await;
                outcomes.claim(&form(round, 1), at(0), at(30)).await.unwrap()
            });
        }
        let claims = racing.join_all().await;

        assert_eq!(claims.iter().filter(|claim| **claim == Claim::First).count(), 1, "{claims:?}");
    }
}

async fn outcomes_whose_time_is_over_go(fresh: Fresh) {
    use user_store_seaorm::sea_orm::{EntityTrait, PaginatorTrait};

    let outcomes = fresh.store.outcomes();
    for slot in 0..4 {
        outcomes.claim(&form(slot, 1), at(0), at(30)).await.unwrap();
    }
    outcomes.claim(&form(9, 1), at(60), at(90)).await.unwrap();

    let rows =
        user_store_seaorm::entity::outcome::Entity::find().count(fresh.store.connection()).await.unwrap();
    assert_eq!(rows, 1);
    assert_eq!(format!("{outcomes:?}"), "SeaOrmOutcomes");
}
