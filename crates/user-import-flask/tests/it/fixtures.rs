//! What is found in them.

use user_core::domain::ImportedUser;
use user_core::ports::UserSource;
use user_import_flask::{FlaskUserDatabase, HashMode, OpenError};

fn database(name: &str) -> FlaskUserDatabase {
    FlaskUserDatabase::at(format!("sqlite://{}/tests/fixtures/{name}.sqlite", env!("CARGO_MANIFEST_DIR")))
}

async fn everybody(database: &FlaskUserDatabase) -> Vec<ImportedUser> {
    let mut source = database.open().await.unwrap();
    let mut all = Vec::new();
    loop {
        let some = source.next(4).await.unwrap();
        if some.is_empty() {
            assert_eq!(source.count().await.unwrap(), all.len() as u64);
            return all;
        }
        all.extend(some);
    }
}

#[tokio::test]
async fn what_is_not_there_is_named() {
    let table = database("flask-user-1.0").table("user", "members").open().await.unwrap_err();
    let column = database("flask-user-1.0").column("user", "password", "secret").open().await.unwrap_err();
    let slip = database("flask-user-1.0").table("usr", "users").open().await.unwrap_err();

    assert!(matches!(table, OpenError::NoTable(name) if name == "user"));
    assert!(matches!(column, OpenError::NoColumn { column, .. } if column == "password"));
    assert!(matches!(slip, OpenError::Unknown(name) if name == "usr"));
    assert!(matches!(FlaskUserDatabase::at("mysql://x").open().await.unwrap_err(), OpenError::Scheme));
}

#[tokio::test]
async fn users_of_both_layouts_come_with_everything() {
    for version in ["flask-user-0.6", "flask-user-1.0"] {
        let users = everybody(&database(version)).await;

        let names: Vec<_> = users.iter().filter_map(|user| user.username.as_deref()).collect();
        let proven_first = ["Ada", "disabled", "o'hara", "two words", "nopassword", "pending"];
        assert_eq!(names, proven_first, "{version}");
        let ada = &users[0];
        assert_eq!(ada.external_id, "1");
        assert_eq!(ada.emails[0].address, "Ada@Example.com");
        assert!(ada.emails[0].confirmed_at.is_some() && ada.emails[0].primary, "{version}");
        assert_eq!(ada.roles, ["Admin", "Team Lead"]);
        assert_eq!(ada.fields["last_name"], "Lovelace");
        assert!(ada.password_hash.as_ref().unwrap().reveal().starts_with("$2b$"));
        assert_eq!(users[5].emails[0].confirmed_at, None);
        let disabled: Vec<_> = users.iter().map(|user| user.disabled).collect();
        assert_eq!(disabled, [false, true, false, false, false, false], "{version}");
        assert!(users[4].password_hash.is_none());
        assert_eq!(users[4].remarks[0].code, "password.empty");
    }
}

#[tokio::test]
async fn several_addresses_come_with_the_user() {
    let users = everybody(&database("flask-user-0.6")).await;

    let found: Vec<_> = users[0].emails.iter().map(|email| email.address.as_str()).collect();
    assert_eq!(found, ["Ada@Example.com", "ada@work.example", "ada@new.example"]);
    assert_eq!(users[0].emails[2].confirmed_at, None);
}

#[tokio::test]
async fn hashes_of_the_double_mode_are_marked() {
    let users = everybody(&database("flask-user-1.0").hash_mode(HashMode::FlaskSecurity)).await;

    assert!(users[0].password_hash.as_ref().unwrap().reveal().starts_with("flask-security:$2b$"));
}
