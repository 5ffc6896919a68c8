//! What becomes of the house's own rows when a user goes: orders stay for the books and say nothing of whose they were, wishes
//! go.

use async_trait::async_trait;
use user_core::domain::UserId;
use user_core::ports::{Cause, Departure};
use user_store_seaorm::SeaOrmStore;
use user_store_seaorm::sea_orm::prelude::Uuid;
use user_store_seaorm::sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, Statement};

/// No order is placed by nobody while the user is there, and no user goes while an order is theirs.
const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS orders (dish TEXT NOT NULL, guest BLOB REFERENCES user_account (id));
    CREATE TABLE IF NOT EXISTS wishes (dish TEXT NOT NULL, guest BLOB NOT NULL REFERENCES user_account (id));
";

/// Makes the tables of the house.
pub(crate) async fn make_tables(store: &SeaOrmStore) -> Result<(), DbErr> {
    store.connection().execute_unprepared(TABLES).await.map(drop)
}

/// Runs in the transaction that deletes the user: all of it happens, or nothing.
pub(crate) struct OrdersStay;

#[async_trait]
impl Departure<DatabaseTransaction> for OrdersStay {
    async fn depart(&self, user: UserId, tx: &DatabaseTransaction) -> Result<(), Cause> {
        let guest = Uuid::from_bytes(*user.as_bytes());
        for text in ["UPDATE orders SET guest = NULL WHERE guest = ?", "DELETE FROM wishes WHERE guest = ?"] {
            let backend = tx.get_database_backend();
            tx.execute_raw(Statement::from_sql_and_values(backend, text, [guest.into()])).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use user_core::domain::UserId;
    use user_store_seaorm::SeaOrmStore;
    use user_store_seaorm::sea_orm::prelude::Uuid;
    use user_store_seaorm::sea_orm::{ConnectionTrait, DbBackend, Statement};

    use super::{OrdersStay, make_tables};
    use crate::tests::{house_on, member};

    async fn run(store: &SeaOrmStore, text: &str, guest: UserId) {
        let guest = Uuid::from_bytes(*guest.as_bytes());
        let statement = Statement::from_sql_and_values(DbBackend::Sqlite, text, [guest.into()]);
        store.connection().execute_raw(statement).await.unwrap();
    }

    async fn count(store: &SeaOrmStore, what: &str) -> i64 {
        let text = Statement::from_string(DbBackend::Sqlite, format!("SELECT COUNT(*) FROM {what}"));
        store.connection().query_one_raw(text).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    /// A guest with an order and a wish.
    async fn guest() -> (SeaOrmStore, user_testkit::story::Site, UserId) {
        let store = SeaOrmStore::connect("sqlite::memory:").await.unwrap();
        store.migrate_up().await.unwrap();
        make_tables(&store).await.unwrap();
        let house = house_on(store.clone());
        let ada = member(&house, "ada", &[]).await.id;
        run(&store, "INSERT INTO orders VALUES ('soup', ?)", ada).await;
        run(&store, "INSERT INTO wishes VALUES ('cake', ?)", ada).await;
        (store, house, ada)
    }

    #[tokio::test]
    async fn without_a_departure_rows_of_the_house_keep_the_user() {
        let (store, house, ada) = guest().await;

        assert!(house.users.delete_user(ada).await.is_err());

        assert_eq!(count(&store, "wishes").await, 1);
        assert_eq!(count(&store, "user_account").await, 1);
    }

    #[tokio::test]
    async fn orders_stay_without_the_guest_and_wishes_go() {
        let (store, house, ada) = guest().await;
        store.on_departure(OrdersStay);

        house.users.delete_user(ada).await.unwrap();

        assert_eq!(count(&store, "orders WHERE guest IS NULL").await, 1);
        assert_eq!(count(&store, "orders").await, 1);
        assert_eq!(count(&store, "wishes").await, 0);
        assert_eq!(count(&store, "user_account").await, 0);
    }
}
