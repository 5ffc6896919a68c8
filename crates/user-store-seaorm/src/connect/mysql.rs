//! MySQL and MariaDB.

use std::str::FromStr;

use sea_orm::sqlx::mysql::MySqlConnectOptions;
use sea_orm::{DatabaseConnection, DbErr, SqlxMySqlConnector};

use super::{StoreOptions, unreadable};

const POOL_SIZE: u32 = 10;

/// Connects. The driver logs statements without their values, at level debug.
pub(super) async fn connect(options: &StoreOptions) -> Result<DatabaseConnection, DbErr> {
    let driver = MySqlConnectOptions::from_str(&options.url).map_err(unreadable)?;
    let mut pool = options.pool("mysql://localhost", POOL_SIZE);
    pool.map_sqlx_mysql_opts(move |_| driver.clone());
    SqlxMySqlConnector::connect(pool).await
}
