//! An app's own rows in the transaction of a commit.

use std::error::Error;

use sea_orm::{ConnectionTrait, DbErr, Statement};
use user_core::ports::{Changes, CommitError, Store, Unique, UserChange, UserKey};
use user_store_seaorm::sea_orm;

use crate::databases::Fresh;
use crate::people::user;

on_each_database! {
    rows_of_the_app_are_written_with_the_changes
    a_refused_change_leaves_no_rows_of_the_app
    an_error_of_the_app_undoes_the_changes_and_comes_back
    a_constraint_of_the_app_is_not_taken_for_one_of_the_store
}

async fn with_orders(fresh: &Fresh) {
    let create = "CREATE TABLE orders (number INTEGER PRIMARY KEY)";
    fresh.store.connection().execute_unprepared(create).await.unwrap();
}

async fn orders(fresh: &Fresh) -> i64 {
    let db = fresh.store.connection();
    let count = Statement::from_string(db.get_database_backend(), "SELECT COUNT(*) FROM orders");
    db.query_one_raw(count).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

async fn rows_of_the_app_are_written_with_the_changes(fresh: Fresh) {
    with_orders(&fresh).await;
    let ada = user("ada");
    let insert = Changes::none().with(UserChange::Insert(Box::new(ada.clone())));

    let written = fresh.store.commit_with(insert, |tx| {
        Box::pin(
            async move { Ok(tx.execute_unprepared("INSERT INTO orders VALUES (1)").await?.rows_affected()) },
        )
    });

    assert_eq!(written.await.unwrap(), 1);
    assert_eq!(orders(&fresh).await, 1);
    assert!(fresh.store.user(UserKey::Id(ada.id)).await.unwrap().is_some());
}

async fn a_refused_change_leaves_no_rows_of_the_app(fresh: Fresh) {
    with_orders(&fresh).await;
    let insert = || Changes::none().with(UserChange::Insert(Box::new(user("ada"))));
    fresh.store.commit(insert()).await.unwrap();

    let refused = fresh.store.commit_with(insert(), |tx| {
        Box::pin(async move { tx.execute_unprepared("INSERT INTO orders VALUES (1)").await.map(drop) })
    });

    assert!(matches!(refused.await, Err(CommitError::Taken(Unique::Username))));
    assert_eq!(orders(&fresh).await, 0);
}

async fn an_error_of_the_app_undoes_the_changes_and_comes_back(fresh: Fresh) {
    with_orders(&fresh).await;
    let ada = user("ada");
    let insert = Changes::none().with(UserChange::Insert(Box::new(ada.clone())));

    let failed = fresh.store.commit_with(insert, |tx| {
        Box::pin(async move {
            tx.execute_unprepared("INSERT INTO orders VALUES (1)").await?;
            Err::<(), _>(DbErr::Custom("sold out".to_owned()))
        })
    });

    let Err(CommitError::Failed(error)) = failed.await else { panic!("the commit must fail") };
    assert!(error.source().unwrap().to_string().contains("sold out"));
    assert_eq!(orders(&fresh).await, 0);
    assert!(fresh.store.user(UserKey::Id(ada.id)).await.unwrap().is_none());
}

async fn a_constraint_of_the_app_is_not_taken_for_one_of_the_store(fresh: Fresh) {
    let db = fresh.store.connection();
    let unique = "CREATE UNIQUE INDEX uq_shop_user_email_address_key ON orders (number)";
    with_orders(&fresh).await;
    db.execute_unprepared(unique).await.unwrap();
    let twice = "INSERT INTO orders VALUES (1), (1)";

    let failed = fresh.store.commit_with(Changes::none(), move |tx| {
        Box::pin(async move { tx.execute_unprepared(twice).await.map(drop) })
    });

    assert!(matches!(failed.await, Err(CommitError::Failed(_))));
}
