//! A pooler before PostgreSQL.

use user_core::ports::{Changes, Store, UserChange, UserKey};
use user_store_seaorm::{SeaOrmStore, sea_orm};

use crate::databases::{self, Fresh, variable};
use crate::people::user;

on_each_database! {
    a_connection_of_ones_own_is_not_taken_for_a_lent_one
}

async fn a_connection_of_ones_own_is_not_taken_for_a_lent_one(fresh: Fresh) {
    assert!(!fresh.store.is_lent_by_transaction().await.unwrap());
}

#[test]
fn a_pooler_that_lends_servers_by_transaction_is_found() {
    let test = "a_pooler_that_lends_servers_by_transaction_is_found";
    databases::run(test, databases::pgbouncer, async |_fresh| {
        // As an operator meets it, who knows of no pooler.
        let store = SeaOrmStore::connect(variable("USER_TEST_PGBOUNCER_URL").unwrap()).await.unwrap();

        assert!(store.is_lent_by_transaction().await.unwrap());
    });
}

#[test]
fn rows_of_the_app_are_written_behind_a_pooler_too() {
    let test = "rows_of_the_app_are_written_behind_a_pooler_too";
    databases::run(test, databases::pgbouncer, async |fresh| {
        let ada = user("ada");
        for number in 0..20 {
            let someone = user(&format!("user{number}"));
            let insert = Changes::none().with(UserChange::Insert(Box::new(someone)));
            let written = fresh.store.commit_with(insert, |tx| {
                Box::pin(async move {
                    let answer = sea_orm::ConnectionTrait::query_one_raw(tx, one()).await?;
                    answer.map(|row| row.try_get_by_index::<i32>(0)).transpose()
                })
            });
            assert_eq!(written.await.unwrap(), Some(1));
        }
        assert!(fresh.store.user(UserKey::Id(ada.id)).await.unwrap().is_none());
    });
}

/// A statement of the app's, which its driver prepares.
fn one() -> sea_orm::Statement {
    sea_orm::Statement::from_sql_and_values(sea_orm::DbBackend::Postgres, "SELECT $1 + 0", [1.into()])
}
