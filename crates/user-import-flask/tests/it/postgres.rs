//! The same from PostgreSQL, in tables as `SQLAlchemy` makes them there. Without `USER_TEST_POSTGRES_URL` it skips.

use sea_orm::{ConnectionTrait, Database};
use user_core::ports::UserSource;
use user_import_flask::FlaskUserDatabase;

const TABLES: &str = r#"
DROP SCHEMA IF EXISTS flask_user_import CASCADE;
CREATE SCHEMA flask_user_import;
SET search_path = flask_user_import;
CREATE TABLE "user" (id SERIAL PRIMARY KEY, is_enabled BOOLEAN DEFAULT false NOT NULL,
    first_name VARCHAR(50) DEFAULT '' NOT NULL, reset_password_token VARCHAR(100));
CREATE TABLE user_auth (id SERIAL PRIMARY KEY, user_id INTEGER REFERENCES "user" (id), username VARCHAR(50) UNIQUE,
    password VARCHAR(255) DEFAULT '' NOT NULL);
CREATE TABLE user_email (id SERIAL PRIMARY KEY, user_id INTEGER REFERENCES "user" (id), email VARCHAR(255) UNIQUE,
    confirmed_at TIMESTAMP WITHOUT TIME ZONE, is_primary BOOLEAN NOT NULL);
CREATE TABLE role (id SERIAL PRIMARY KEY, name VARCHAR(50) UNIQUE);
CREATE TABLE user_roles (id SERIAL PRIMARY KEY, user_id INTEGER, role_id INTEGER);
INSERT INTO "user" (is_enabled, first_name) SELECT n <> 9, 'Ada' FROM generate_series(1, 11) n;
INSERT INTO user_auth (user_id, username, password) SELECT id, 'member' || id, '$2b$12$x' FROM "user";
INSERT INTO user_email (user_id, email, confirmed_at, is_primary)
    SELECT id, 'member' || id || '@example.com', '2014-01-31 12:00:00', true FROM "user";
INSERT INTO role (name) VALUES ('Admin');
INSERT INTO user_roles (user_id, role_id) VALUES (10, 1);
"#;

/// What the old site does while it is read: somebody registers, somebody is promoted, somebody leaves.
const MEANWHILE: &str = r#"
SET search_path = flask_user_import;
INSERT INTO "user" (is_enabled, first_name) VALUES (true, 'Late');
UPDATE user_roles SET user_id = 3;
DELETE FROM user_email WHERE user_id = 11;
"#;

#[expect(clippy::disallowed_methods, reason = "where the server of the tests is")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[tokio::test]
async fn users_whose_passwords_stand_in_a_table_of_their_own_come_from_postgresql() {
    let Some(url) = variable("USER_TEST_POSTGRES_URL") else {
        assert!(variable("USER_TEST_REQUIRE_ALL").is_none(), "USER_TEST_POSTGRES_URL must be set");
        return println!("skipped: USER_TEST_POSTGRES_URL is not set");
    };
    let db = Database::connect(&url).await.unwrap();
    db.execute_unprepared(TABLES).await.unwrap();

    let there = format!("{url}?options=-c%20search_path%3Dflask_user_import");
    let mut source = FlaskUserDatabase::at(there).open().await.unwrap();
    db.execute_unprepared(MEANWHILE).await.unwrap();
    let users = source.next(100).await.unwrap();

    assert_eq!(source.count().await.unwrap(), 11);
    let order: Vec<_> = users.iter().map(|user| user.external_id.parse::<u8>().unwrap()).collect();
    assert_eq!(order, (1..=11).collect::<Vec<_>>());
    assert_eq!(users[9].roles, ["Admin"]);
    assert_eq!(users[8].username.as_deref(), Some("member9"));
    assert!(users[8].disabled && !users[9].disabled);
    let confirmed = users[10].emails[0].confirmed_at.unwrap();
    assert_eq!(confirmed.to_rfc3339(), "2014-01-31T12:00:00+00:00");
    assert!(source.next(100).await.unwrap().is_empty());
}
