//! Tables are made, unmade and made again.

use std::error::Error;

use sea_orm::{ConnectionTrait, DbBackend, DeriveMigrationName};
use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait, SchemaManager};
use tokio::task::JoinSet;
use user_core::ports::{Changes, Store, UserChange, UserKey};
use user_store_seaorm::{Migrator, SeaOrmStore, StoreOptions, sea_orm};

use crate::databases::Fresh;
use crate::people::user;

on_each_database! {
    tables_are_made_unmade_and_made_again
    making_what_is_there_changes_nothing
    nodes_that_start_at_once_all_come_up
    the_migrations_of_an_app_stay_apart
    what_was_stopped_after_any_statement_is_finished_by_the_next_run
    what_was_stopped_half_way_is_removed_too
    removing_nothing_fails
    tables_that_the_app_refers_to_are_not_removed_and_the_keys_are_named
    tables_that_went_missing_are_told_and_made_again
    keys_of_the_app_that_keep_other_rows_than_users_are_told
}

const ALL: u32 = 1;
const ALL_APPLIED: [bool; 1] = [true];
const NONE_APPLIED: [bool; 1] = [false];

fn applied(status: &[(String, bool)]) -> Vec<bool> {
    status.iter().map(|(_, applied)| *applied).collect()
}

async fn tables_are_made_unmade_and_made_again(fresh: Fresh) {
    let store = &fresh.store;
    let ada = user("ada");
    let insert = || Changes::none().with(UserChange::Insert(Box::new(ada.clone())));
    store.commit(insert()).await.unwrap();
    let status = store.migration_status().await.unwrap();
    assert_eq!(applied(&status), ALL_APPLIED);
    assert_eq!(status[0].0, "m20261122_000001_accounts");

    store.migrate_down(ALL).await.unwrap();

    assert_eq!(applied(&store.migration_status().await.unwrap()), NONE_APPLIED);
    assert!(store.user(UserKey::Id(ada.id)).await.is_err());

    store.migrate_up().await.unwrap();

    assert_eq!(applied(&store.migration_status().await.unwrap()), ALL_APPLIED);
    assert!(store.user(UserKey::Id(ada.id)).await.unwrap().is_none());
    store.commit(insert()).await.unwrap();
}

async fn making_what_is_there_changes_nothing(fresh: Fresh) {
    let ada = user("ada");
    let insert = Changes::none().with(UserChange::Insert(Box::new(ada.clone())));
    fresh.store.commit(insert).await.unwrap();

    fresh.store.migrate_up().await.unwrap();

    assert!(fresh.store.user(UserKey::Id(ada.id)).await.unwrap().is_some());
}

async fn nodes_that_start_at_once_all_come_up(fresh: Fresh) {
    fresh.store.migrate_down(ALL).await.unwrap();
    let mut nodes = JoinSet::new();
    for _ in 0..6 {
        let url = fresh.url.clone();
        nodes.spawn(async move {
            let store = StoreOptions::new(url).pool_size(2).connect().await?;
            store.migrate_up().await
        });
    }

    for started in nodes.join_all().await {
        started.unwrap();
    }

    assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), ALL_APPLIED);
}

async fn the_migrations_of_an_app_stay_apart(fresh: Fresh) {
    let db = fresh.store.connection();

    AppMigrator::up(db, None).await.unwrap();
    fresh.store.migrate_up().await.unwrap();

    assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), ALL_APPLIED);
    assert_eq!(AppMigrator::get_applied_migrations(db).await.unwrap().len(), 1);
    AppMigrator::reset(db).await.unwrap();
    assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), ALL_APPLIED);
}

/// Everything that the database says of the tables, without what is named at random.
async fn schema(fresh: &Fresh) -> Vec<String> {
    let db = fresh.store.connection();
    let backend = db.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => "SELECT coalesce(sql, name) FROM sqlite_master",
        DbBackend::Postgres => {
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable) FROM information_schema.columns \
             WHERE table_schema = current_schema() UNION ALL SELECT indexdef FROM pg_indexes \
             WHERE schemaname = current_schema() UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint \
             WHERE connamespace = current_schema()::regnamespace"
        }
        _ => {
            "SELECT concat_ws(' ', table_name, column_name, column_type, is_nullable, collation_name) \
             FROM information_schema.columns WHERE table_schema = database() \
             UNION ALL SELECT concat_ws(' ', table_name, index_name, non_unique, seq_in_index, column_name) \
             FROM information_schema.statistics WHERE table_schema = database() \
             UNION ALL SELECT concat_ws(' ', table_name, constraint_name, constraint_type) \
             FROM information_schema.table_constraints WHERE table_schema = database()"
        }
    };
    let rows = db.query_all_raw(sea_orm::Statement::from_string(backend, question)).await.unwrap();
    let mut said: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    said.sort();
    said
}

/// Runs so many of the statements that make the tables, as a process that is killed after them.
async fn make_some(fresh: &Fresh, number: usize) {
    let db = fresh.store.connection();
    for statement in Migrator::statements(db.get_database_backend()).iter().take(number) {
        db.execute_unprepared(statement).await.unwrap();
    }
}

async fn what_was_stopped_after_any_statement_is_finished_by_the_next_run(fresh: Fresh) {
    let whole = schema(&fresh).await;
    let statements = Migrator::statements(fresh.store.connection().get_database_backend()).len();

    for stopped_after in 0..=statements {
        fresh.store.migrate_down(ALL).await.unwrap();
        make_some(&fresh, stopped_after).await;

        fresh.store.migrate_up().await.unwrap();

        assert_eq!(schema(&fresh).await, whole, "stopped after {stopped_after} statements");
        assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), ALL_APPLIED);
    }
}

async fn what_was_stopped_half_way_is_removed_too(fresh: Fresh) {
    fresh.store.migrate_down(ALL).await.unwrap();
    let nothing = schema(&fresh).await;
    make_some(&fresh, 5).await;

    fresh.store.migrate_down(u32::MAX).await.unwrap();

    assert_eq!(schema(&fresh).await, nothing);
}

async fn removing_nothing_fails(fresh: Fresh) {
    fresh.store.migrate_down(ALL).await.unwrap();

    fresh.store.migrate_down(ALL).await.unwrap_err();
}

/// A table of the app with a foreign key to one of the store's.
async fn refer(fresh: &Fresh, table: &str, to: &str) {
    let db = fresh.store.connection();
    let kind = match db.get_database_backend() {
        DbBackend::Postgres => "uuid",
        DbBackend::MySql => "BINARY(16)",
        _ => "BLOB",
    };
    let create = format!(
        "CREATE TABLE {table} (about {kind}, CONSTRAINT {table}_about FOREIGN KEY (about) REFERENCES {to} (id))"
    );
    db.execute_unprepared(&create).await.unwrap();
}

async fn tables_that_the_app_refers_to_are_not_removed_and_the_keys_are_named(fresh: Fresh) {
    refer(&fresh, "note", "user_account").await;
    let whole = schema(&fresh).await;

    let refused = fresh.store.migrate_down(ALL).await.unwrap_err();

    let why = refused.source().unwrap().to_string();
    assert!(why.contains("note.about") || why.contains("note.note_about"), "{why}");
    assert_eq!(schema(&fresh).await, whole);
    assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), ALL_APPLIED);
}

async fn tables_that_went_missing_are_told_and_made_again(fresh: Fresh) {
    let whole = schema(&fresh).await;
    fresh.store.connection().execute_unprepared("DROP TABLE user_session").await.unwrap();

    assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), NONE_APPLIED);

    fresh.store.migrate_up().await.unwrap();

    assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), ALL_APPLIED);
    assert_eq!(schema(&fresh).await, whole);
}

async fn keys_of_the_app_that_keep_other_rows_than_users_are_told(fresh: Fresh) {
    refer(&fresh, "note", "user_account").await;
    assert!(fresh.store.foreign_keys_that_keep_rows().await.unwrap().is_empty());

    refer(&fresh, "basket", "user_session").await;

    let keys = fresh.store.foreign_keys_that_keep_rows().await.unwrap();
    assert!(matches!(keys.as_slice(), [key] if key.starts_with("basket.")), "{keys:?}");
}

/// MariaDB commits each removal by itself, and forgets first that the tables are there.
#[test]
fn a_removal_that_was_stopped_is_told_and_goes_on_either_way() {
    crate::databases::run(
        "a removal that was stopped",
        crate::databases::mariadb,
        |fresh: Fresh| async move {
            let whole = schema(&fresh).await;
            for goes_on in ["up", "down"] {
                for statement in
                    ["DELETE FROM user_migration", "DROP TABLE user_session", "DROP TABLE user_role"]
                {
                    fresh.store.connection().execute_unprepared(statement).await.unwrap();
                }
                assert_eq!(applied(&fresh.store.migration_status().await.unwrap()), NONE_APPLIED);

                if goes_on == "down" {
                    fresh.store.migrate_down(ALL).await.unwrap();
                }
                fresh.store.migrate_up().await.unwrap();

                assert_eq!(schema(&fresh).await, whole, "{goes_on}");
            }
        },
    );
}

#[tokio::test]
async fn asking_an_untouched_database_for_its_status_makes_nothing() {
    let store = SeaOrmStore::connect("sqlite::memory:").await.unwrap();

    assert_eq!(applied(&store.migration_status().await.unwrap()), NONE_APPLIED);

    let tables = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, "SELECT 1 FROM sqlite_master");
    assert!(store.connection().query_one_raw(tables).await.unwrap().is_none());
}

struct AppMigrator;

#[async_trait::async_trait]
impl MigratorTrait for AppMigrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(Shop)]
    }
}

#[derive(DeriveMigrationName)]
struct Shop;

#[async_trait::async_trait]
impl MigrationTrait for Shop {
    async fn up(&self, manager: &SchemaManager) -> Result<(), sea_orm::DbErr> {
        let create = "CREATE TABLE shop (id INTEGER PRIMARY KEY)";
        manager.get_connection().execute_unprepared(create).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), sea_orm::DbErr> {
        manager.get_connection().execute_unprepared("DROP TABLE shop").await.map(drop)
    }
}
