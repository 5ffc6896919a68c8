//! PostgreSQL.

use std::str::FromStr;

use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::{DatabaseConnection, DbErr, SqlxPostgresConnector};

use super::{Pooling, StoreOptions, unreadable};

const POOL_SIZE: u32 = 10;
/// What the driver reads from the query of a URL.
pub(super) const PARAMETERS: [&str; 18] = [
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
];

/// Connects. The driver logs statements without their values, at level debug.
pub(super) async fn connect(options: &StoreOptions) -> Result<DatabaseConnection, DbErr> {
    // PgBouncer refuses a connection that begins with a setting it does not know. Floats come as bytes, not as digits.
    let mut driver = PgConnectOptions::from_str(&options.url).map_err(unreadable)?.extra_float_digits(None);
    if options.pooling == Pooling::Transaction {
        // A statement that is kept would stay on a server that is somebody else's next.
        driver = driver.statement_cache_capacity(0);
    }
    let mut pool = options.pool("postgres://localhost", POOL_SIZE);
    pool.map_sqlx_postgres_opts(move |_| driver.clone());
    SqlxPostgresConnector::connect(pool).await
}
