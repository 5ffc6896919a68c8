//! An app's own rows in the transaction of a commit.

use std::error::Error;

use chrono::TimeDelta;
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use user_core::domain::{User, UserId, UserStatus};
use user_core::ports::{Changes, CommitError, EmailChange, Purge, Store, Unique, UserChange, UserKey};
use user_store_seaorm::sea_orm;

use crate::databases::Fresh;
use crate::people::{event, now, user};

on_each_database! {
    rows_of_the_app_are_written_with_the_changes
    a_refused_change_leaves_no_rows_of_the_app
    an_error_of_the_app_undoes_the_changes_and_comes_back
    a_constraint_of_the_app_is_not_taken_for_one_of_the_store
    a_foreign_key_of_the_app_is_a_failure_that_names_it
    a_foreign_key_of_the_app_between_tables_of_the_store_is_a_failure_too
    a_purge_goes_on_past_rows_that_the_app_refers_to
    a_purge_goes_on_past_rows_that_a_trigger_of_the_app_keeps
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

/// A table of the app whose rows belong to one of the store's, and do not go with it.
async fn with_notes(fresh: &Fresh, about: &str) {
    let db = fresh.store.connection();
    let kind = match db.get_database_backend() {
        DbBackend::Postgres => "uuid",
        DbBackend::MySql => "BINARY(16)",
        _ => "BLOB",
    };
    let create = format!(
        "CREATE TABLE note (about {kind} NOT NULL, CONSTRAINT note_about FOREIGN KEY (about) REFERENCES {about} (id))"
    );
    db.execute_unprepared(&create).await.unwrap();
}

async fn note(fresh: &Fresh, about: &[u8; 16]) {
    let db = fresh.store.connection();
    let backend = db.get_database_backend();
    let text = if backend == DbBackend::Postgres {
        "INSERT INTO note VALUES ($1)"
    } else {
        "INSERT INTO note VALUES (?)"
    };
    let insert = Statement::from_sql_and_values(backend, text, [Uuid::from_bytes(*about).into()]);
    db.execute_raw(insert).await.unwrap();
}

async fn a_foreign_key_of_the_app_is_a_failure_that_names_it(fresh: Fresh) {
    with_notes(&fresh, "user_email").await;
    let ada = user("ada");
    fresh.store.commit(Changes::none().with(UserChange::Insert(Box::new(ada.clone())))).await.unwrap();
    let spare = ada.emails[1].id;
    note(&fresh, spare.as_bytes()).await;

    let delete = Changes::none().with(EmailChange::Delete(ada.id, spare));
    let alone = fresh.store.commit(delete.clone()).await;
    let with_others = fresh.store.commit(delete.with(event(&ada))).await;

    for refused in [alone, with_others] {
        let Err(CommitError::Failed(error)) = refused else { panic!("{refused:?}") };
        let why = error.source().unwrap().to_string();
        assert!(why.contains("note"), "{why}");
        let names_it = why.contains("note_about") || why.contains("note.about");
        assert!(names_it, "{why}");
    }
    assert!(fresh.store.events_of(&ada.id, 1).await.unwrap().is_empty());
}

/// Its table has a name of the store's, and it is named as the store would name it.
async fn a_foreign_key_of_the_app_between_tables_of_the_store_is_a_failure_too(fresh: Fresh) {
    let db = fresh.store.connection();
    let add = match db.get_database_backend() {
        DbBackend::Postgres => {
            "ALTER TABLE user_role ADD about uuid CONSTRAINT fk_user_role_user_email REFERENCES user_email (id)"
        }
        DbBackend::MySql => {
            "ALTER TABLE user_role ADD about BINARY(16), \
             ADD CONSTRAINT fk_user_role_user_email FOREIGN KEY (about) REFERENCES user_email (id)"
        }
        _ => "ALTER TABLE user_role ADD about BLOB REFERENCES user_email (id)",
    };
    db.execute_unprepared(add).await.unwrap();
    let ada = user("ada");
    fresh.store.commit(Changes::none().with(UserChange::Insert(Box::new(ada.clone())))).await.unwrap();
    let spare = ada.emails[1].id;
    let refer = "UPDATE user_role SET about = (SELECT id FROM user_email WHERE primary_of IS NULL)";
    db.execute_unprepared(refer).await.unwrap();

    let refused = fresh.store.commit(Changes::none().with(EmailChange::Delete(ada.id, spare))).await;

    assert!(matches!(refused, Err(CommitError::Failed(_))), "{refused:?}");
}

/// Purges everything that is over, with this limit, until nothing goes any more.
async fn purged(fresh: &Fresh, limit: u32) -> u64 {
    let later = now() + TimeDelta::days(1);
    let before = Purge::before(later);
    let mut gone = 0;
    loop {
        let some = fresh.store.purge(before, limit).await.unwrap();
        gone += some;
        if some == 0 {
            return gone;
        }
    }
}

/// Five accounts that nobody confirmed.
async fn pending_users(fresh: &Fresh) -> Vec<User> {
    let mut all = Vec::new();
    for name in ["ada", "bob", "cyd", "dan", "eve"] {
        let mut pending = user(name);
        pending.status = UserStatus::Pending;
        for email in &mut pending.emails {
            email.confirmed_at = None;
        }
        fresh
            .store
            .commit(Changes::none().with(UserChange::Insert(Box::new(pending.clone()))))
            .await
            .unwrap();
        all.push(pending);
    }
    all
}

async fn left(fresh: &Fresh) -> Vec<UserId> {
    fresh.store.users(None, 10).await.unwrap().iter().map(|user| user.id).collect()
}

async fn a_purge_goes_on_past_rows_that_the_app_refers_to(fresh: Fresh) {
    with_notes(&fresh, "user_account").await;
    let users = pending_users(&fresh).await;
    for held in [&users[0], &users[1]] {
        note(&fresh, held.id.as_bytes()).await;
    }

    assert_eq!(purged(&fresh, 2).await, 3);

    assert_eq!(left(&fresh).await, [users[0].id, users[1].id]);
    fresh.store.connection().execute_unprepared("DELETE FROM note").await.unwrap();
    assert_eq!(purged(&fresh, 2).await, 2);
}

async fn a_purge_goes_on_past_rows_that_a_trigger_of_the_app_keeps(fresh: Fresh) {
    let users = pending_users(&fresh).await;
    let db = fresh.store.connection();
    let keep = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "CREATE TRIGGER keep BEFORE DELETE ON user_account WHEN OLD.username = 'ada' \
             BEGIN SELECT RAISE(ABORT, 'ada stays'); END"
        }
        DbBackend::Postgres => {
            "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.username = 'ada' THEN \
             RAISE EXCEPTION 'ada stays'; END IF; RETURN OLD; END $$; \
             CREATE TRIGGER keep BEFORE DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION keep()"
        }
        _ => {
            "CREATE TRIGGER keep BEFORE DELETE ON user_account FOR EACH ROW IF OLD.username = 'ada' THEN \
             SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ada stays'; END IF"
        }
    };
    db.execute_unprepared(keep).await.unwrap();

    assert_eq!(purged(&fresh, 2).await, 4);

    assert_eq!(left(&fresh).await, [users[0].id]);
}
