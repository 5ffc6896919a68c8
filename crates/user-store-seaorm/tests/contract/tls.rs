//! Encrypted connections to a database elsewhere, by what the URL asks for.

use std::time::Duration;

use sea_orm::{ConnectionTrait, Statement};
use user_store_seaorm::{SeaOrmStore, StoreOptions, sea_orm};

use crate::databases::{self, Fresh, variable};

/// What a URL adds to be told who answers, and the server's own word on how this connection is encrypted.
struct Dialect {
    verified: &'static str,
    authority: &'static str,
    cipher: &'static str,
}

const POSTGRES: Dialect = Dialect {
    verified: "sslmode=verify-full",
    authority: "sslrootcert",
    cipher: "SELECT cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
};

const MARIADB: Dialect = Dialect {
    verified: "ssl-mode=VERIFY_IDENTITY",
    authority: "ssl-ca",
    cipher: "SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'Ssl_cipher'",
};

#[test]
fn postgres_is_spoken_to_inside_tls() {
    databases::run("TLS to PostgreSQL", databases::postgres, |fresh| encrypted_and_verified(fresh, POSTGRES));
}

#[test]
fn mariadb_is_spoken_to_inside_tls() {
    databases::run("TLS to MariaDB", databases::mariadb, |fresh| encrypted_and_verified(fresh, MARIADB));
}

async fn encrypted_and_verified(fresh: Fresh, dialect: Dialect) {
    let mark = if fresh.url.contains('?') { '&' } else { '?' };
    let distrusting = format!("{}{mark}{}", fresh.url, dialect.verified);
    let authority = variable("USER_TEST_CA").expect("USER_TEST_CA is set where there is a server");

    let refusal = connected(&distrusting).await.unwrap_err();
    let store = connected(&format!("{distrusting}&{}={authority}", dialect.authority)).await.unwrap();

    assert!(refusal.contains("UnknownIssuer"), "nobody vouches for the server: {refusal}");
    let db = store.connection();
    let asked = Statement::from_string(db.get_database_backend(), dialect.cipher);
    let cipher: String = db.query_one_raw(asked).await.unwrap().unwrap().try_get_by_index(0).unwrap();
    assert!(cipher.starts_with("TLS_"), "{cipher:?}");
    drop(fresh.guard);
}

/// The store, or everything that was said against it.
async fn connected(url: &str) -> Result<SeaOrmStore, String> {
    let options = StoreOptions::new(url).acquire_timeout(Duration::from_secs(5));
    options.connect().await.map_err(|error| format!("{error:?}"))
}
