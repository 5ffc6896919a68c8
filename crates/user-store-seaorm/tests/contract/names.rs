//! Tables under other names, beside those of others.

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use user_core::ports::{Changes, CommitError, SessionChange, Store, Unique, UserChange, UserKey};
use user_store_seaorm::{NameError, StoreOptions, entity, sea_orm};

use crate::databases::{Fresh, prefixed};
use crate::people::{session, user};

on_each_database! {
    two_apps_share_a_database
    tables_of_flask_user_stay_beside_prefixed_ones
    tables_of_flask_user_are_not_built_on
}

fn insert(name: &str) -> Changes {
    Changes::none().with(UserChange::Insert(Box::new(user(name))))
}

async fn two_apps_share_a_database(fresh: Fresh) {
    let other = prefixed(&fresh).await;
    let ada = user("ada");
    let visit = session(&ada);
    let changes = Changes::none()
        .with(UserChange::Insert(Box::new(ada.clone())))
        .with(SessionChange::Insert(visit.clone()));

    other.commit(changes).await.unwrap();
    fresh.store.commit(insert("ada")).await.unwrap();

    let taken = other.commit(insert("ada")).await;
    assert!(matches!(taken, Err(CommitError::Taken(Unique::Username))), "{taken:?}");
    assert_eq!(other.session(&visit.id).await.unwrap().unwrap().0, visit);
    assert!(fresh.store.session(&visit.id).await.unwrap().is_none());
    assert_eq!(entity::account::Entity::find().count(other.tables()).await.unwrap(), 1);
    other.migrate_down(1).await.unwrap();
    assert!(other.user(UserKey::Id(ada.id)).await.is_err());
    assert_eq!(fresh.store.users(None, 10).await.unwrap().len(), 1);
}

const FLASK_USER: &str =
    "CREATE TABLE user_email (id INTEGER PRIMARY KEY, user_id INTEGER, email VARCHAR(255))";

async fn tables_of_flask_user_stay_beside_prefixed_ones(fresh: Fresh) {
    fresh.store.migrate_down(1).await.unwrap();
    fresh.store.connection().execute_unprepared(FLASK_USER).await.unwrap();

    let store = prefixed(&fresh).await;
    store.commit(insert("ada")).await.unwrap();

    store.migrate_down(1).await.unwrap();
    fresh.store.connection().execute_unprepared("INSERT INTO user_email VALUES (1, 1, 'a')").await.unwrap();
}

async fn tables_of_flask_user_are_not_built_on(fresh: Fresh) {
    fresh.store.migrate_down(1).await.unwrap();
    fresh.store.connection().execute_unprepared(FLASK_USER).await.unwrap();

    let refused = fresh.store.migrate_up().await.unwrap_err();

    let why = std::error::Error::source(&refused).unwrap().to_string();
    assert!(why.contains("user_email") && why.contains("database.prefix"), "{why}");
}

#[tokio::test]
async fn a_name_that_cannot_be_one_is_refused_before_anything_is_made() {
    let malformed = StoreOptions::new("sqlite::memory:").prefix("a\"; DROP").connect().await.unwrap_err();
    let schema = StoreOptions::new("sqlite::memory:").schema("accounts").connect().await.unwrap_err();

    let why = |error: &user_core::ports::PortError| std::error::Error::source(error).unwrap().to_string();
    assert_eq!(why(&malformed), NameError::Malformed.to_string());
    assert_eq!(why(&schema), NameError::NoSchemas.to_string());
}
