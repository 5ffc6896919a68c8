//! Databases that grew for years: what cannot be read is told, and stops nobody else.

use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;
use user_core::domain::ImportedUser;
use user_core::ports::UserSource;
use user_import_flask::{FlaskUserDatabase, FlaskUsers, OpenError};

/// A database with these statements run, in a folder that lives as long.
async fn database(statements: &str) -> (TempDir, FlaskUserDatabase) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.sqlite").display().to_string();
    let db = Database::connect(format!("sqlite://{path}?mode=rwc")).await.unwrap();
    db.execute_unprepared(statements).await.unwrap();
    db.close().await.unwrap();
    (folder, FlaskUserDatabase::at(format!("sqlite://{path}")))
}

async fn everybody(source: &mut FlaskUsers) -> Vec<ImportedUser> {
    let mut all = Vec::new();
    loop {
        let some = source.next(2).await.unwrap();
        if some.is_empty() {
            return all;
        }
        all.extend(some);
    }
}

fn told(user: &ImportedUser) -> Vec<(&str, &str)> {
    user.remarks.iter().map(|remark| (remark.code.as_str(), remark.value.as_str())).collect()
}

const ONE_TABLE: &str =
    "CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT, password TEXT, email TEXT,
    email_confirmed_at DATETIME, is_active BOOLEAN, name TEXT, created_at TEXT);";

#[tokio::test]
async fn a_file_that_is_not_there_or_is_no_database_is_named() {
    let (folder, _) = database(ONE_TABLE).await;
    let missing = folder.path().join("missing.sqlite");
    let broken = folder.path().join("broken.sqlite");
    std::fs::write(&broken, "this is no database, however long it may be ".repeat(100)).unwrap();
    let open = async |file: &std::path::Path| {
        let error = FlaskUserDatabase::at(format!("sqlite://{}", file.display())).open().await.unwrap_err();
        let causes = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
        (causes.map(ToString::to_string).collect::<Vec<_>>().join(": "), error)
    };

    let (told, error) = open(&missing).await;
    assert!(matches!(error, OpenError::NoFile(file) if file == missing));
    assert!(told.contains("missing.sqlite") && told.contains("SQLAlchemy"), "{told}");
    assert!(!missing.exists());
    let (told, error) = open(&broken).await;
    assert!(matches!(error, OpenError::Failed(_)) && told.contains("broken.sqlite"), "{told}");
}

#[tokio::test]
async fn a_column_is_only_told_of_the_table_that_has_it() {
    let (_folder, database) = database(ONE_TABLE).await;

    let error = database.column("user", "role_id", "name").open().await.unwrap_err();

    assert!(matches!(error, OpenError::Unknown(name) if name == "user.role_id"));
}

#[tokio::test]
async fn users_without_an_id_are_counted_and_hide_nobody() {
    let (_folder, database) = database(
        "CREATE TABLE users (id TEXT, username TEXT, password TEXT);
         INSERT INTO users VALUES (NULL, 'nobody', ''), ('a', 'ada', '$x'), (NULL, 'nobody', '');",
    )
    .await;
    let mut source = database.open().await.unwrap();

    let users = everybody(&mut source).await;

    assert_eq!(users.len(), 1);
    assert_eq!(source.count().await.unwrap(), 3);
}

#[tokio::test]
async fn what_is_not_utf_8_is_left_out_and_told_by_column() {
    let statements = format!(
        "{ONE_TABLE} INSERT INTO users VALUES (1, CAST(x'416461e9' AS TEXT), '$x', 'ada@example.com', NULL, 1,
         CAST(x'e9' AS TEXT), NULL), (2, 'bob', '$x', CAST(x'626f62e9406578616d706c652e636f6d' AS TEXT), NULL, 1, 'Bob', NULL);"
    );
    let (_folder, database) = database(&statements).await;

    let users = everybody(&mut database.open().await.unwrap()).await;

    let mut first = told(&users[1]);
    first.sort_unstable();
    assert_eq!(users[0].username.as_deref(), Some("bob"), "who has no address has none to prove");
    assert_eq!(told(&users[0]), [("import.not_utf8", "email")]);
    assert!(users[0].emails.is_empty());
    assert_eq!(first, [("import.not_utf8", "name"), ("import.not_utf8", "username")]);
    assert_eq!((&users[1].username, users[1].fields.get("name")), (&None, None));
}

#[tokio::test]
async fn whoever_is_not_said_to_be_active_stays_outside() {
    let statements = format!(
        "{ONE_TABLE} INSERT INTO users (id, username, password, is_active) VALUES (1, 'ada', '$x', NULL), (2, 'bob', '$x', 1);"
    );
    let (_folder, database) = database(&statements).await;

    let users = everybody(&mut database.open().await.unwrap()).await;

    assert!(users[0].disabled && !users[1].disabled);
    assert_eq!(told(&users[0]), [("active.unknown", "")]);
}

#[tokio::test]
async fn moments_that_are_none_are_told_and_confirm_nothing() {
    let statements = format!(
        "{ONE_TABLE} INSERT INTO users VALUES (1, 'ada', '$x', 'ada@example.com', 'yesterday', 1, NULL, 'long ago'),
         (2, 'bob', '$x', 'bob@example.com', '2014-01-31', 1, NULL, '2013-12-24T18:00:00');"
    );
    let (_folder, database) = database(&statements).await;

    let users = everybody(&mut database.open().await.unwrap()).await;

    assert_eq!(users[0].username.as_deref(), Some("bob"));
    assert_eq!(told(&users[0]), []);
    assert!(users[0].created_at.is_some());
    assert_eq!(
        told(&users[1]),
        [("confirmed_at.malformed", "yesterday"), ("created_at.malformed", "long ago")]
    );
    assert_eq!(users[1].emails[0].confirmed_at, None);
}

#[tokio::test]
async fn who_proved_an_address_comes_before_who_did_not() {
    let statements = format!(
        "{ONE_TABLE} INSERT INTO users VALUES (1, 'squatter', '$x', 'ADA@example.com', NULL, 1, NULL, NULL),
         (2, 'ada', '$x', 'ada@example.com', '2014-01-31 12:00:00', 1, NULL, NULL);"
    );
    let (_folder, database) = database(&statements).await;

    let users = everybody(&mut database.open().await.unwrap()).await;

    let order: Vec<_> = users.iter().map(|user| user.external_id.as_str()).collect();
    assert_eq!(order, ["2", "1"]);
}

#[tokio::test]
async fn a_column_of_an_apps_own_is_a_field_whatever_it_is_called() {
    let statements =
        format!("{ONE_TABLE} INSERT INTO users (id, password, name) VALUES (1, '', 'Ada Lovelace');");
    let (_folder, database) = database(&statements).await;

    let users = everybody(&mut database.open().await.unwrap()).await;

    assert_eq!(users[0].fields["name"], "Ada Lovelace");
}

const MANY_TABLES: &str = "CREATE TABLE user (id INTEGER PRIMARY KEY, active BOOLEAN, phone TEXT);
    CREATE TABLE user_auth (id INTEGER PRIMARY KEY, user_id INTEGER, username TEXT, password TEXT, hint TEXT);
    CREATE TABLE user_email (id INTEGER PRIMARY KEY, user_id INTEGER, email TEXT, confirmed_at DATETIME, is_primary BOOLEAN);
    CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE user_roles (id INTEGER PRIMARY KEY, user_id INTEGER, role_id INTEGER);
    CREATE TABLE user_profile (id INTEGER PRIMARY KEY, nickname TEXT);
    CREATE TABLE user_invite (id INTEGER PRIMARY KEY, email TEXT, token TEXT);
    INSERT INTO user VALUES (1, 1, '1'), (2, 1, '2');
    INSERT INTO user_auth VALUES (1, 1, 'ada', '$x', 'h'), (2, 1, 'ada2', '$y', NULL), (3, 9, 'gone', '', NULL);
    INSERT INTO user_email VALUES (1, 1, 'ada@example.com', '2014-01-31 12:00:00', 1), (2, NULL, 'lost@example.com', NULL, 0);
    INSERT INTO role VALUES (1, 'admin'), (2, NULL);
    INSERT INTO user_roles VALUES (1, 1, 1), (2, 1, 2), (3, 1, 7), (4, 9, 1);
    INSERT INTO user_profile VALUES (1, 'countess');
    INSERT INTO user_invite VALUES (1, 'new@example.com', 't');";

#[tokio::test]
async fn rows_that_belong_to_nobody_and_tables_that_are_not_read_are_counted() {
    let (_folder, database) = database(MANY_TABLES).await;
    let mut source = database.open().await.unwrap();

    let left = source.left_behind().await.unwrap();

    let left: Vec<_> = left.iter().map(|(what, count)| (what.as_str(), *count)).collect();
    assert_eq!(
        left,
        [
            ("user_auth of nobody", 1),
            ("user_email of nobody", 1),
            ("user_invitation", 1),
            ("user_profile", 1),
            ("user_roles of nobody", 1),
        ]
    );
}

#[tokio::test]
async fn a_user_with_two_rows_comes_once_and_roles_that_are_none_are_told() {
    let (_folder, database) = database(MANY_TABLES).await;

    let users = everybody(&mut database.open().await.unwrap()).await;

    assert_eq!(users.len(), 2);
    assert_eq!(
        (users[0].username.as_deref(), users[0].roles.as_slice()),
        (Some("ada"), &["admin".to_owned()][..])
    );
    assert_eq!(
        told(&users[0]),
        [("role.unknown", "2"), ("role.unknown", "7"), ("import.several_rows", "ada2")]
    );
    assert_eq!((users[0].fields["hint"].as_str(), users[1].fields["phone"].as_str()), ("h", "2"));
    assert!(users[1].username.is_none() && users[1].password_hash.is_none());
}

#[tokio::test]
async fn roles_that_nobody_can_be_given_are_counted() {
    let (_folder, database) =
        database("CREATE TABLE users (id INTEGER PRIMARY KEY, password TEXT); CREATE TABLE roles (id INTEGER, name TEXT);
                  INSERT INTO roles VALUES (1, 'admin');")
        .await;

    let left = database.open().await.unwrap().left_behind().await.unwrap();

    assert_eq!(left.get("role"), Some(&1));
}
