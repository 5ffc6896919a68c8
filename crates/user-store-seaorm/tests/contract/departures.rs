//! What the app does to its own rows when a user goes.

use async_trait::async_trait;
use chrono::TimeDelta;
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};
use user_core::domain::{KeptEvents, User, UserId, UserStatus};
use user_core::ports::{Cause, Changes, CommitError, Departure, Purge, Store, UserChange, UserKey};
use user_store_seaorm::sea_orm;

use crate::databases::Fresh;
use crate::people::{now, user};

on_each_database! {
    a_departure_moves_rows_of_the_app_in_the_same_transaction
    a_departure_that_fails_keeps_the_user_and_all_rows
    a_refused_deletion_undoes_what_a_departure_did
    a_purge_of_accounts_never_confirmed_lets_rows_of_the_app_depart_and_goes_on_past_a_failure
}

/// Orders that refer to a user, and do not go along.
async fn with_orders(fresh: &Fresh) {
    let db = fresh.store.connection();
    let kind = match db.get_database_backend() {
        DbBackend::Postgres => "uuid",
        DbBackend::MySql => "BINARY(16)",
        _ => "BLOB",
    };
    let create =
        format!("CREATE TABLE orders (guest {kind}, FOREIGN KEY (guest) REFERENCES user_account (id))");
    db.execute_unprepared(&create).await.unwrap();
}

fn about<C: ConnectionTrait>(on: &C, text: &str, user: UserId) -> Statement {
    let backend = on.get_database_backend();
    let text = if backend == DbBackend::Postgres { text.replace('?', "$1") } else { text.to_owned() };
    Statement::from_sql_and_values(backend, text, [Uuid::from_bytes(*user.as_bytes()).into()])
}

async fn ordered(fresh: &Fresh, user: &User) {
    let db = fresh.store.connection();
    db.execute_raw(about(db, "INSERT INTO orders VALUES (?)", user.id)).await.unwrap();
}

async fn orders(fresh: &Fresh, which: &str) -> i64 {
    let db = fresh.store.connection();
    let count = format!("SELECT COUNT(*) FROM orders WHERE {which}");
    let count = Statement::from_string(db.get_database_backend(), count);
    db.query_one_raw(count).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// Orders stay, and say nothing of whose they were; but this user's keep them.
struct OrdersStay {
    but: Option<UserId>,
}

#[async_trait]
impl Departure<DatabaseTransaction> for OrdersStay {
    async fn depart(&self, user: UserId, tx: &DatabaseTransaction) -> Result<(), Cause> {
        tx.execute_raw(about(tx, "UPDATE orders SET guest = NULL WHERE guest = ?", user)).await?;
        if self.but == Some(user) { Err("an order is not paid".into()) } else { Ok(()) }
    }
}

async fn guest(fresh: &Fresh, name: &str) -> User {
    let guest = user(name);
    fresh.store.commit(Changes::none().with(UserChange::Insert(Box::new(guest.clone())))).await.unwrap();
    ordered(fresh, &guest).await;
    guest
}

fn deleting(user: &User) -> Changes {
    Changes::none().with(UserChange::Delete(user.id, KeptEvents::All))
}

async fn a_departure_moves_rows_of_the_app_in_the_same_transaction(fresh: Fresh) {
    with_orders(&fresh).await;
    let (ada, bob) = (guest(&fresh, "ada").await, guest(&fresh, "bob").await);
    assert!(matches!(fresh.store.commit(deleting(&ada)).await, Err(CommitError::Failed(_))));
    fresh.store.on_departure(OrdersStay { but: None });

    fresh.store.commit(deleting(&ada)).await.unwrap();

    assert!(fresh.store.user(UserKey::Id(ada.id)).await.unwrap().is_none());
    assert_eq!((orders(&fresh, "guest IS NULL").await, orders(&fresh, "guest IS NOT NULL").await), (1, 1));
    assert!(fresh.store.user(UserKey::Id(bob.id)).await.unwrap().is_some());
}

async fn a_departure_that_fails_keeps_the_user_and_all_rows(fresh: Fresh) {
    with_orders(&fresh).await;
    let ada = guest(&fresh, "ada").await;
    fresh.store.on_departure(OrdersStay { but: Some(ada.id) });

    let refused = fresh.store.commit(deleting(&ada)).await;

    let Err(CommitError::Failed(error)) = refused else { panic!("{refused:?}") };
    assert!(std::error::Error::source(&error).unwrap().to_string().contains("an order is not paid"));
    assert_eq!(orders(&fresh, "guest IS NOT NULL").await, 1);
    assert!(fresh.store.user(UserKey::Id(ada.id)).await.unwrap().is_some());
}

async fn a_refused_deletion_undoes_what_a_departure_did(fresh: Fresh) {
    with_orders(&fresh).await;
    let ada = guest(&fresh, "ada").await;
    fresh.store.on_departure(OrdersStay { but: None });
    let stale = UserChange::Revise { id: ada.id, revision: ada.revision + 7 };

    let refused = fresh.store.commit(deleting(&ada).with(stale)).await;

    assert!(matches!(refused, Err(CommitError::Stale)), "{refused:?}");
    assert_eq!(orders(&fresh, "guest IS NOT NULL").await, 1);
}

async fn a_purge_of_accounts_never_confirmed_lets_rows_of_the_app_depart_and_goes_on_past_a_failure(
    fresh: Fresh,
) {
    with_orders(&fresh).await;
    let mut pending = Vec::new();
    for name in ["ada", "bob", "eve"] {
        let mut waiting = user(name);
        waiting.status = UserStatus::Pending;
        for email in &mut waiting.emails {
            (email.confirmed_at, email.primary) = (None, false);
        }
        let insert = UserChange::Insert(Box::new(waiting.clone()));
        fresh.store.commit(Changes::none().with(insert)).await.unwrap();
        ordered(&fresh, &waiting).await;
        pending.push(waiting);
    }
    fresh.store.on_departure(OrdersStay { but: Some(pending[1].id) });
    let before = Purge::before(now() + TimeDelta::days(1));

    assert_eq!(fresh.store.purge(before, 9).await.unwrap(), 2);

    let left: Vec<_> = fresh.store.users(None, 9).await.unwrap().into_iter().map(|user| user.id).collect();
    assert_eq!(left, [pending[1].id]);
    assert_eq!((orders(&fresh, "guest IS NULL").await, orders(&fresh, "guest IS NOT NULL").await), (2, 1));
}
